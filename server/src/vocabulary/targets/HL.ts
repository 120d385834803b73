// -j HL: the hop limit of the IPv6 header.

import type { Extension } from '../schema.ts';
import type { IntegerValue } from '../values/kinds.ts';

const STEP: IntegerValue = { kind: 'integer', min: 1, max: 255, unit: 'hops' };

export const HL: Extension = {
  kind: 'target',
  name: 'HL',
  families: [6],
  summary: 'Changes the hop limit, the number of routers that the packet may still pass.',
  detail: 'Raising it can make packets circle for ever. The packet goes on to the next rule. For IPv4 there is `TTL`.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--hl-set',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--hl-dec', '--hl-inc'],
      summary: 'Sets it to this number.',
    },
    {
      name: '--hl-dec',
      values: [STEP],
      excludes: ['--hl-set', '--hl-inc'],
      summary: 'Lowers it by this number, to 0 at least.',
    },
    {
      name: '--hl-inc',
      values: [STEP],
      excludes: ['--hl-set', '--hl-dec'],
      summary: 'Raises it by this number, to 255 at most.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--hl-set', '--hl-dec', '--hl-inc'] }],
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -o wwan0 -j HL --hl-set 64', family: 6 },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j HL --hl-inc 1', family: 6 },
    { table: 'mangle', rule: '-A POSTROUTING -o eth0 -j HL --hl-dec 1', family: 6 },
  ],
  source: 'iptables-extensions(8), HL; libip6t_HL, by running 1.8.9 and 1.8.11',
};
