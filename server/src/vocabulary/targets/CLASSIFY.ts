// -j CLASSIFY: the class in which tc queues the packet.

import type { Extension } from '../schema.ts';

export const CLASSIFY: Extension = {
  kind: 'target',
  name: 'CLASSIFY',
  families: [4, 6],
  summary: 'Puts the packet into a class of the queueing discipline by which it leaves.',
  detail: 'Saves a `tc filter`. The packet goes on to the next rule, so the last CLASSIFY counts.',
  places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
  options: [
    {
      name: '--set-class',
      values: [{ kind: 'irregular', syntax: 'major:minor, both hexadecimal' }],
      required: true,
      summary: 'The class as `tc` writes it: `1:20`.',
      detail:
        'Both numbers are hexadecimal, with 0x or without: `1:20` is minor 32. Each keeps its lowest 16 bits, and what follows ' +
        'the second number is read over: `1:20,` loads.',
    },
  ],
  examples: [{ table: 'mangle', rule: '-A POSTROUTING -o eth0 -p tcp -m tcp --dport 22 -j CLASSIFY --set-class 1:10' }],
  source: 'iptables-extensions(8), CLASSIFY; libxt_CLASSIFY and xt_CLASSIFY, by running 1.8.9 and 1.8.11',
};
