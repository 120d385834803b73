// -m rt: the routing header of IPv6.

import type { Extension } from '../schema.ts';

const NOTE = 'Only after `--rt-type 0`.';

export const rt: Extension = {
  kind: 'match',
  name: 'rt',
  families: [6],
  summary: 'Matches IPv6 packets that carry a routing header.',
  detail: 'Type 0, by which a sender dictated the route, has been forbidden since RFC 5095; firewalls drop it.',
  options: [
    {
      name: '--rt-type',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      negatable: true,
      summary: 'The type of the routing header.',
      detail: 'The header has room for 0 to 255. 0 is the source route of old, 2 mobile IPv6, 4 segment routing.',
    },
    {
      name: '--rt-segsleft',
      values: [{ kind: 'integer-range', min: 0, max: 4294967295, unit: 'segments', ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The number of segments that are still to be visited, or a range of it.',
    },
    {
      name: '--rt-len',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'bytes' }],
      negatable: true,
      summary: 'The length of the whole header in bytes.',
    },
    {
      name: '--rt-0-res',
      values: [],
      requires: ['--rt-type'],
      summary: 'Looks at the reserved field of a type 0 header too: it must be zero.',
      detail: NOTE,
    },
    {
      name: '--rt-0-addrs',
      values: [{ kind: 'irregular', syntax: 'up to 16 IPv6 addresses with commas between' }],
      requires: ['--rt-type'],
      summary: 'The addresses of a type 0 header.',
      detail: `${NOTE} No names, no masks.`,
    },
    {
      name: '--rt-0-not-strict',
      values: [],
      requires: ['--rt-0-addrs'],
      summary: 'The addresses may be a part of the list in the header; without it they are all of it.',
      detail: 'Only after `--rt-0-addrs`.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m rt --rt-type 0 -j DROP', family: 6 },
    { table: 'filter', rule: '-A FORWARD -m rt --rt-type 0 --rt-segsleft 1: -j DROP', family: 6 },
    {
      table: 'filter',
      rule: '-A FORWARD -m rt --rt-type 0 --rt-0-addrs 2001:db8::1,2001:db8::2 --rt-0-not-strict -j DROP',
      family: 6,
    },
    { table: 'filter', rule: '-A FORWARD -m rt --rt-type 0 --rt-len 24 --rt-0-res -j DROP', family: 6 },
  ],
  source: 'iptables-extensions(8), rt; libip6t_rt, by running 1.8.9 and 1.8.11',
};
