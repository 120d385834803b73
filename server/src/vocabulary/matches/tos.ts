// -m tos: the type of service byte, or the traffic class of IPv6.

import type { Extension } from '../schema.ts';

export const tos: Extension = {
  kind: 'match',
  name: 'tos',
  families: [4, 6],
  summary: 'Matches by the type of service byte of IPv4 or the traffic class of IPv6.',
  detail: 'Today the byte holds the DSCP and two ECN bits: `-m dscp` and `-m ecn` name them better.',
  options: [
    {
      name: '--tos',
      values: [{ kind: 'tos' }],
      negatable: true,
      required: true,
      summary: 'The byte as a number with an optional mask, or one of the five old names.',
      detail:
        'A name leaves out the two highest bits: it means its number with the mask 0x3f. ' +
        'A number without a mask must agree in all eight bits.',
    },
  ],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -m tos --tos Minimize-Delay -j MARK --set-mark 1' },
    { table: 'mangle', rule: '-A PREROUTING -m tos ! --tos 0x10/0x3f -j MARK --set-mark 2' },
  ],
  source: 'iptables-extensions(8), tos; libxt_tos revision 1, by running 1.8.9 and 1.8.11',
};
