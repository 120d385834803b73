// -m length: the size of a packet.

import type { Extension } from '../schema.ts';

export const length: Extension = {
  kind: 'match',
  name: 'length',
  families: [4, 6],
  summary: 'Matches by the length of the packet, its IP header included.',
  detail: 'The Ethernet header does not count: a full frame of 1514 bytes carries a packet of 1500.',
  options: [
    {
      name: '--length',
      values: [{ kind: 'integer-range', min: 0, max: 65535, unit: 'bytes', ordered: { since: '1.8.11' } }],
      negatable: true,
      required: true,
      summary: 'The length in bytes, or a range with both ends included.',
      detail: '`:100` is at most 100 bytes, `1400:` at least 1400.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p icmp -m length --length 1000: -j DROP', family: 4 },
    { table: 'mangle', rule: '-A FORWARD -p tcp -m length --length 0:128 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), length; libxt_length, by running 1.8.9 and 1.8.11',
};
