// -m esp: IPsec's encapsulating security payload.

import type { Extension } from '../schema.ts';

export const esp: Extension = {
  kind: 'match',
  name: 'esp',
  families: [4, 6],
  summary: 'Matches IPsec ESP packets by their security parameter index.',
  detail: 'Loaded by itself when an unknown option follows `-p esp`, so `-m esp` may be left out.',
  protocols: ['esp'],
  options: [
    {
      name: '--espspi',
      values: [{ kind: 'integer-range', min: 0, max: 4294967295, ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The security parameter index, a number or a range.',
      default: 'any',
    },
  ],
  examples: [{ table: 'filter', rule: '-A INPUT -p esp -m esp --espspi 0x100:0x1ff -j ACCEPT' }],
  source: 'iptables-extensions(8), esp; libxt_esp, by running 1.8.9 and 1.8.11',
};
