// -m dst: the IPv6 destination options header.

import type { Extension } from '../schema.ts';

export const dst: Extension = {
  kind: 'match',
  name: 'dst',
  families: [6],
  summary: 'Matches packets with an IPv6 destination options header, by its length or options.',
  detail: "These options are for the packet's receiver; those for every router on the way are `-m hbh`.",
  options: [
    {
      name: '--dst-len',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'bytes' }],
      negatable: true,
      summary: 'The length of the whole header in bytes.',
      detail: 'Headers are multiples of 8 bytes, so other lengths never match.',
      default: 'any',
    },
    {
      name: '--dst-opts',
      values: [{ kind: 'irregular', syntax: 'type[:length],..., at most 16 options' }],
      summary: 'The options that the header begins with, in this order, each with or without its length in bytes.',
      detail: 'Types and lengths are one byte each. Type 0 (Pad1) has no length.',
      default: 'any',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m dst --dst-opts 201:16 -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A INPUT -m dst ! --dst-len 8 -j DROP', family: 6 },
  ],
  source: 'ip6tables-extensions(8), dst; libip6t_dst, by running 1.8.9 and 1.8.11',
};
