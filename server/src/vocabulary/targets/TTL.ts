// -j TTL: the time to live of the IPv4 header.

import type { Extension } from '../schema.ts';
import type { IntegerValue } from '../values/kinds.ts';

const STEP: IntegerValue = { kind: 'integer', min: 1, max: 255, unit: 'hops' };

export const TTL: Extension = {
  kind: 'target',
  name: 'TTL',
  families: [4],
  summary: 'Changes the time to live, the number of routers that the packet may still pass.',
  detail: 'Raising it can make packets circle for ever. The packet goes on to the next rule. For IPv6 there is `HL`.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--ttl-set',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--ttl-dec', '--ttl-inc'],
      summary: 'Sets it to this number.',
    },
    {
      name: '--ttl-dec',
      values: [STEP],
      excludes: ['--ttl-set', '--ttl-inc'],
      summary: 'Lowers it by this number, to 0 at least.',
    },
    {
      name: '--ttl-inc',
      values: [STEP],
      excludes: ['--ttl-set', '--ttl-dec'],
      summary: 'Raises it by this number, to 255 at most.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--ttl-set', '--ttl-dec', '--ttl-inc'] }],
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -o wwan0 -j TTL --ttl-set 64', family: 4 },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j TTL --ttl-inc 1', family: 4 },
    { table: 'mangle', rule: '-A POSTROUTING -o eth0 -j TTL --ttl-dec 1', family: 4 },
  ],
  source: 'iptables-extensions(8), TTL; libipt_TTL, by running 1.8.9 and 1.8.11',
};
