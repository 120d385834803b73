// -m ipcomp: the header of compressed IP payload.

import type { Extension } from '../schema.ts';

export const ipcomp: Extension = {
  kind: 'match',
  name: 'ipcomp',
  families: [4, 6],
  summary: 'Matches packets with compressed payload (IPComp) by their compression index.',
  detail: 'Loaded by itself when an unknown option follows `-p ipcomp`.',
  protocols: ['ipcomp'],
  options: [
    {
      name: '--ipcompspi',
      values: [{ kind: 'integer-range', min: 0, max: 4294967295, ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The compression parameter index of the header, a number or a range.',
      detail: 'The field has 16 bits, so what is over 65535 never matches.',
      default: 'any',
    },
    {
      name: '--compres',
      values: [],
      summary: "Taken for the header's reserved field, and without effect: the kernel does not look at it.",
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p ipcomp -m ipcomp --ipcompspi 2:4 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p ipcomp -m ipcomp --ipcompspi 0:255 --compres -j DROP' },
  ],
  source: 'iptables-extensions(8), ipcomp; libxt_ipcomp and xt_ipcomp, by running 1.8.9 and 1.8.11',
};
