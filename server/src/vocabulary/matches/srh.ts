// -m srh: the segment routing header of IPv6.

import type { Extension, Option } from '../schema.ts';

const COMPARISONS: readonly (readonly [string, string])[] = [
  ['eq', 'exactly'],
  ['gt', 'more than'],
  ['lt', 'less than'],
];

/** The three comparisons of one field of eight bits; they may stand together. */
function comparisons(field: string, what: string, detail: string): readonly Option[] {
  return COMPARISONS.map(([suffix, words]) => ({
    name: `--srh-${field}-${suffix}`,
    values: [{ kind: 'integer', min: 0, max: 255 }],
    negatable: true,
    summary: `${what} is ${words} this.`,
    detail,
  }));
}

function segment(name: string, summary: string): Option {
  return { name, values: [{ kind: 'network' }], negatable: true, summary };
}

export const srh: Extension = {
  kind: 'match',
  name: 'srh',
  families: [6],
  summary: 'Matches IPv6 packets by their segment routing header.',
  detail: 'Without any option it matches every packet that carries such a header.',
  options: [
    {
      name: '--srh-next-hdr',
      values: [{ kind: 'integer', min: 0, max: 255 }],
      negatable: true,
      summary: 'The number of the header that follows: 6 for TCP, 17 for UDP.',
      detail: 'A number, not a name.',
    },
    ...comparisons('hdr-len', 'The length of the header', 'Counted in units of 8 bytes, without the first 8.'),
    ...comparisons('segs-left', 'The number of segments that are left', 'It goes down by one at each segment.'),
    ...comparisons('last-entry', 'The index of the last entry in the list of segments', 'Counted from 0.'),
    {
      name: '--srh-tag',
      values: [{ kind: 'integer', min: 0, max: 65535 }],
      negatable: true,
      summary: 'The tag, a number that marks packets of one kind.',
    },
    segment('--srh-psid', 'The segment that was visited before this one.'),
    segment('--srh-nsid', 'The segment that is visited next.'),
    segment('--srh-lsid', 'The segment that is visited last.'),
  ],
  examples: [
    { table: 'filter', rule: '-A FORWARD -m srh --srh-segs-left-gt 0 --srh-nsid 2001:db8::/32 -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A INPUT -m srh ! --srh-tag 7 -j DROP', family: 6 },
    {
      table: 'filter',
      rule: '-A FORWARD -m srh --srh-next-hdr 6 --srh-hdr-len-eq 4 --srh-segs-left-eq 1 --srh-last-entry-eq 1 -j ACCEPT',
      family: 6,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m srh --srh-hdr-len-gt 2 --srh-last-entry-gt 0 --srh-psid 2001:db8:1::/48 --srh-lsid 2001:db8::9 -j ACCEPT',
      family: 6,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m srh --srh-hdr-len-lt 20 --srh-segs-left-lt 8 --srh-last-entry-lt 8 -j ACCEPT',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), srh; libip6t_srh revision 1, by running 1.8.9 and 1.8.11',
};
