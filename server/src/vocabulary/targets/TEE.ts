// -j TEE: a copy of the packet for another machine.

import type { Extension } from '../schema.ts';

export const TEE: Extension = {
  kind: 'target',
  name: 'TEE',
  families: [4, 6],
  summary: 'Sends a copy of the packet to another machine; the packet itself goes on to the next rule.',
  detail: 'The machine must be in the same network segment. It sees the copy as one for the old destination.',
  options: [
    {
      name: '--gateway',
      values: [{ kind: 'host' }],
      required: true,
      summary: 'The machine that gets the copies.',
    },
    {
      name: '--oif',
      values: [{ kind: 'text', what: "an interface's name", cutAfterBytes: 15 }],
      summary: 'The interface by which the copies leave.',
      detail: 'It need not be there when the rule is loaded. A `+` is a plain letter here.',
      default: 'the one of the route to the machine',
    },
  ],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TEE --gateway 192.0.2.200', family: 4 },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TEE --gateway 2001:db8::200 --oif eth1', family: 6 },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TEE --gateway 192.0.2.200 --oif eth1', family: 4 },
  ],
  source: 'iptables-extensions(8), TEE; libxt_TEE revision 1 and xt_TEE, by running 1.8.9 and 1.8.11',
};
