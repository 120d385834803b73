// -j SET: the packet's address, put into a set or taken out of it.

import type { Extension } from '../schema.ts';
import type { Value } from '../values/kinds.ts';

const ENTRY: readonly Value[] = [{ kind: 'text', what: "a set's name", maxBytes: 31 }, { kind: 'set-directions' }];

/** A `!` is taken before every option of this target and changes nothing. */
const IGNORED_NEGATION = 'A `!` before it is read over.';

export const SET: Extension = {
  kind: 'target',
  name: 'SET',
  families: [4, 6],
  summary: 'Adds the address of the packet to a set, deletes it, or takes a mark out of the set.',
  detail:
    'The set must be there when the rules are loaded: `ipset restore` comes before `iptables-restore`. The packet goes ' +
    'on to the next rule. The match `set` asks whether an address is in it.',
  options: [
    {
      name: '--add-set',
      values: ENTRY,
      negatable: true,
      summary: 'Adds an entry: the name of the set, and which side of the packet goes into it.',
      detail: `\`--add-set blocked src\` adds the source address. ${IGNORED_NEGATION}`,
    },
    {
      name: '--del-set',
      values: ENTRY,
      negatable: true,
      summary: 'Deletes an entry: the name of the set, and which side of the packet names it.',
      detail: IGNORED_NEGATION,
    },
    {
      name: '--exist',
      values: [],
      negatable: true,
      repeatable: true,
      requires: ['--add-set'],
      summary: 'Starts the timeout of an entry anew that is in the set already.',
    },
    {
      name: '--timeout',
      values: [{ kind: 'integer', min: 0, max: 4294967294, unit: 'seconds' }],
      negatable: true,
      repeatable: true,
      requires: ['--add-set'],
      summary: 'How long the entry stays in the set.',
      detail:
        'The set must have been created with a timeout, or this is ignored. 0 means for ever; more than 2147483 counts as 2147483.',
      default: 'the timeout of the set',
    },
    {
      name: '--map-set',
      values: ENTRY,
      negatable: true,
      places: [{ tables: ['mangle'] }],
      summary: 'Looks the packet up in a set and gives it what the entry carries.',
      detail: 'The set must have been made with `skbinfo`. Say with the options below what to take.',
    },
    {
      name: '--map-mark',
      values: [],
      negatable: true,
      repeatable: true,
      requires: ['--map-set'],
      summary: "Takes the packet's mark from the entry.",
    },
    {
      name: '--map-prio',
      values: [],
      negatable: true,
      repeatable: true,
      requires: ['--map-set'],
      places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
      summary: 'Takes the class for `tc` from the entry.',
    },
    {
      name: '--map-queue',
      values: [],
      negatable: true,
      repeatable: true,
      requires: ['--map-set'],
      places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
      summary: "Takes the network card's queue from the entry.",
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--add-set', '--del-set', '--map-set'] }],
  needs: 'The set, made by ipset before.',
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 23 -j SET --add-set scanners src --exist --timeout 3600' },
    { table: 'mangle', rule: '-A POSTROUTING -j SET --map-set classes dst --map-mark' },
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 7000 -j SET --del-set scanners src' },
    { table: 'mangle', rule: '-A POSTROUTING -j SET --map-set classes dst --map-prio --map-queue' },
  ],
  source: 'iptables-extensions(8), SET; libxt_SET revision 3 and xt_set, by running 1.8.9',
};
