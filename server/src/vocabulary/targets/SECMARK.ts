// -j SECMARK: a security label on the packet.

import type { Extension } from '../schema.ts';

export const SECMARK: Extension = {
  kind: 'target',
  name: 'SECMARK',
  families: [4, 6],
  summary: 'Labels the packet with a security context, by which SELinux decides who may have it.',
  detail: 'Labels single packets; `CONNSECMARK` carries the label through the connection.',
  places: [{ tables: ['mangle', 'security'] }],
  options: [
    {
      name: '--selctx',
      values: [{ kind: 'text', what: 'a security context', cutAfterBytes: 255 }],
      required: true,
      summary: 'The security context: `system_u:object_r:ssh_server_packet_t:s0`.',
      detail: 'The policy in force must know it, or the load fails.',
    },
  ],
  needs: 'A kernel with SELinux on, whose policy knows the context.',
  examples: [
    {
      table: 'security',
      rule: '-A INPUT -p tcp -m tcp --dport 22 -j SECMARK --selctx system_u:object_r:ssh_server_packet_t:s0',
    },
  ],
  source: 'iptables-extensions(8), SECMARK; libxt_SECMARK and xt_SECMARK, by running 1.8.9 and 1.8.11',
};
