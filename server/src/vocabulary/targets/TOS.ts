// -j TOS: the type of service of the IP header.

import type { Extension } from '../schema.ts';
import type { IntegerValue } from '../values/kinds.ts';

const BITS: IntegerValue = { kind: 'integer', min: 0, max: 255 };

export const TOS: Extension = {
  kind: 'target',
  name: 'TOS',
  families: [4, 6],
  summary: 'Writes the type of service field of the IP header, in IPv6 the traffic class.',
  detail:
    'The field holds the DSCP value and the two ECN bits, so a change without a mask breaks ECN; `DSCP` leaves it ' +
    'alone. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--set-tos',
      values: [{ kind: 'tos' }],
      excludes: ['--and-tos', '--or-tos', '--xor-tos'],
      summary: 'Clears the bits of the mask, then flips those of the value.',
      detail: '`0x10/0x3f` or a name such as `Minimize-Delay`. A name has the mask 0x3f, a number alone 0xff.',
    },
    {
      name: '--and-tos',
      values: [BITS],
      excludes: ['--set-tos', '--or-tos', '--xor-tos'],
      summary: 'Keeps these bits of the field and clears all others.',
    },
    {
      name: '--or-tos',
      values: [BITS],
      excludes: ['--set-tos', '--and-tos', '--xor-tos'],
      summary: 'Sets these bits of the field.',
    },
    {
      name: '--xor-tos',
      values: [BITS],
      excludes: ['--set-tos', '--and-tos', '--or-tos'],
      summary: 'Flips these bits of the field.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--set-tos', '--and-tos', '--or-tos', '--xor-tos'] }],
  examples: [
    { table: 'mangle', rule: '-A OUTPUT -p tcp -m tcp --dport 22 -j TOS --set-tos Minimize-Delay' },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TOS --and-tos 0x03' },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TOS --or-tos 0x10' },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TOS --xor-tos 0x10' },
  ],
  source: 'iptables-extensions(8), TOS; libxt_TOS revision 1, by running 1.8.9 and 1.8.11',
};
