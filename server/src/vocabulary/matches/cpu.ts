// -m cpu: the processor that handles the packet.

import type { Extension } from '../schema.ts';

export const cpu: Extension = {
  kind: 'match',
  name: 'cpu',
  families: [4, 6],
  summary: 'Matches by the processor that handles the packet.',
  detail: 'With a network card of several queues it spreads the load: each processor gets its own local port.',
  hangsOn: 'machine',
  options: [
    {
      name: '--cpu',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      required: true,
      negatable: true,
      summary: 'The number of the processor; the first is 0.',
      detail: 'A number past the last processor loads and never matches.',
    },
  ],
  examples: [{ table: 'nat', rule: '-A PREROUTING -p tcp --dport 80 -m cpu --cpu 1 -j REDIRECT --to-ports 8081' }],
  source: 'iptables-extensions(8), cpu; libxt_cpu, by running 1.8.9 and 1.8.11',
};
