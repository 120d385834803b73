// -m hbh: the IPv6 hop-by-hop options header.

import type { Extension } from '../schema.ts';

export const hbh: Extension = {
  kind: 'match',
  name: 'hbh',
  families: [6],
  summary: 'Matches packets with an IPv6 hop-by-hop options header, by its length or options.',
  detail: 'These options are for every router on the way; multicast listener reports carry the router alert (type 5).',
  options: [
    {
      name: '--hbh-len',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'bytes' }],
      negatable: true,
      summary: 'The length of the whole header in bytes.',
      detail: 'Headers are multiples of 8 bytes, so other lengths never match.',
      default: 'any',
    },
    {
      name: '--hbh-opts',
      values: [{ kind: 'irregular', syntax: 'type[:length],..., at most 16 options' }],
      summary: 'The options that the header begins with, in this order, each with or without its length in bytes.',
      detail: 'Types and lengths are one byte each. Type 0 (Pad1) has no length.',
      default: 'any',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m hbh --hbh-opts 5:2 -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A FORWARD -m hbh -j DROP', family: 6 },
    { table: 'filter', rule: '-A INPUT -m hbh --hbh-len 8 -j ACCEPT', family: 6 },
  ],
  source: 'ip6tables-extensions(8), hbh; libip6t_hbh, by running 1.8.9 and 1.8.11',
};
