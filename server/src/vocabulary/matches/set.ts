// -m set: addresses, ports and networks kept in an ipset.

import type { Extension, Option } from '../schema.ts';

const COUNTER_MOST = 18446744073709551615n;

/** The three comparisons of one counter, of which one may stand. */
function counters(unit: 'packets' | 'bytes'): readonly Option[] {
  const names = [`--${unit}-eq`, `--${unit}-lt`, `--${unit}-gt`];
  const words = ['exactly', 'less than', 'more than'];
  return names.map((name, index) => ({
    name,
    values: [{ kind: 'integer', min: 0, max: COUNTER_MOST, unit }],
    ...(index === 0 ? { negatable: true } : {}),
    excludes: names.filter((other) => other !== name),
    hangsOn: 'state',
    summary: `The entry's counter of ${unit} is ${words[index] ?? ''} this.`,
    detail: 'The set must have been made with `counters`; in another this is not looked at.',
  }));
}

export const set: Extension = {
  kind: 'match',
  name: 'set',
  families: [4, 6],
  summary: 'Matches if what the packet says of itself is in an ipset.',
  detail:
    'One rule instead of thousands, and the set can be changed while the rules stand. ' +
    'The set must exist before the rules are loaded, and its family must be that of the rules.',
  hangsOn: 'machine',
  options: [
    {
      name: '--match-set',
      aliases: ['--set'],
      values: [{ kind: 'text', what: "a set's name", minBytes: 1, maxBytes: 31 }, { kind: 'set-directions' }],
      negatable: true,
      required: true,
      summary: "The set's name, and for each part of its entries whether source or destination is looked up.",
      detail:
        'For a set of type `hash:ip` that is `src` or `dst`; for `hash:ip,port` two of them: `src,dst` is the source address and the destination port. Too few of them load and never match. ' +
        'The old spelling `--set` still loads, with a warning.',
    },
    {
      name: '--return-nomatch',
      values: [],
      repeatable: true,
      summary: 'Entries with the flag `nomatch` match, and the others do not.',
      detail: 'For sets of networks with exceptions.',
    },
    {
      name: '--update-counters',
      values: [],
      negatable: true,
      repeatable: true,
      summary: 'With `!`: this rule does not count in the counters of the entry.',
      default: 'counters are counted up',
    },
    {
      name: '--update-subcounters',
      values: [],
      negatable: true,
      repeatable: true,
      summary: 'With `!`: this rule does not count in the counters of the sets in a list of sets.',
      default: 'counters are counted up',
    },
    ...counters('packets'),
    ...counters('bytes'),
  ],
  needs: 'an ipset of that name and family, made before the rules are loaded',
  examples: [
    { table: 'filter', rule: '-A INPUT -m set --match-set blocklist src -j DROP' },
    { table: 'filter', rule: '-A INPUT -p tcp -m set ! --match-set allowed src,dst -j REJECT' },
    { table: 'filter', rule: '-A FORWARD -m set --match-set seen dst --packets-gt 100 ! --update-counters -j DROP' },
    {
      table: 'filter',
      rule: '-A INPUT -m set --match-set offices src --return-nomatch ! --update-subcounters -j DROP',
    },
    { table: 'filter', rule: '-A INPUT -m set --match-set seen src --packets-lt 5 --bytes-lt 1000 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -m set --match-set seen src --packets-eq 1 --bytes-eq 40 -j ACCEPT' },
    { table: 'filter', rule: '-A FORWARD -m set --match-set seen src --bytes-gt 1000000000 -j DROP' },
  ],
  source: 'iptables-extensions(8), set; libxt_set revision 4, by running 1.8.9',
};
