// Owns the breaking of lines: words too many, too few or in another order, other commands, chains, tables, families.
import { ALL_PLACES } from '../pool.ts';
import { optionWords } from '../rule.ts';
import { type Breakage, splice, word } from './spans.ts';

/** Words that may stand anywhere, wrongly or not. */
const LOOSE_WORDS = [
  'junk',
  '#',
  '"# note"',
  '!',
  '--',
  '-',
  '""',
  '-4',
  '-6',
  '-v',
  '-n',
  '-x',
  '-f',
  '-V',
  '-h',
  '--line-numbers',
  '-w',
  '-t filter',
  '-c 1 2',
  '-c 1',
  '--modprobe=x',
  '-vv',
  '-fv',
  '\\',
  "'",
  '--set-counters 3 4',
  '-s 192.0.2.1',
  '-i lo',
  '--dport 22',
  '-A INPUT',
  '-P INPUT',
  '=',
  '-j',
  '-m',
  '-m comment --comment x',
] as const;

export const LINE_BREAKAGES: Readonly<Record<string, Breakage>> = {
  'word-added': (rule, random) => splice(rule, random.int(0, rule.words.length), 0, random.pick(LOOSE_WORDS)),
  'word-last': (rule, random) => splice(rule, rule.words.length, 0, random.pick(LOOSE_WORDS)),
  'word-dropped': (rule, random) => splice(rule, random.int(0, rule.words.length - 1), 1),
  'last-dropped': (rule) => splice(rule, rule.words.length - 1, 1),
  'words-swapped': (rule, random) => {
    const at = random.int(0, rule.words.length - 2);
    return splice(rule, at, 2, word(rule, at + 1), word(rule, at));
  },
  'words-joined': (rule, random) => {
    const at = random.int(0, rule.words.length - 2);
    return splice(rule, at, 2, word(rule, at) + word(rule, at + 1));
  },
  'word-doubled': (rule, random) => {
    const at = random.int(0, rule.words.length - 1);
    return splice(rule, at, 0, word(rule, at));
  },
  'other-option': (rule, random, pool) => {
    const extension = random.pick(pool.all);
    const option = extension && random.pick(extension.options);
    return (
      extension &&
      option &&
      splice(rule, random.int(2, rule.words.length), 0, ...optionWords(extension, option, rule.family, random))
    );
  },
  'other-family': (rule) => ({ ...rule, family: rule.family === 4 ? 6 : 4 }),
  'other-place': (rule, random) => {
    const place = random.pick(ALL_PLACES);
    return place && { ...splice(rule, 1, 1, place.hook), table: place.table };
  },
  'other-chain': (rule, random) =>
    splice(
      rule,
      1,
      1,
      random.pick([
        'INPUT',
        'OUTPUT',
        'FORWARD',
        'PREROUTING',
        'POSTROUTING',
        'input',
        'NOSUCH',
        '""',
        'ACCEPT',
        '-x',
        'x'.repeat(28),
        'x'.repeat(29),
      ]),
    ),
  'other-command': (rule, random) =>
    splice(
      rule,
      0,
      1,
      random.pick([
        '-I',
        '--append',
        '--app',
        '--insert',
        '-D',
        '-C',
        '-R',
        '-a',
        '-Z',
        '-L',
        '-F',
        '-N',
        '-S',
        '--ins',
        '-X',
        '-P',
        '-E',
      ]),
    ),
  'rule-number': (rule, random) =>
    splice(
      splice(rule, 0, 1, random.pick(['-I', '-I', '-R', '-D', '-A', '-Z'])),
      2,
      0,
      random.pick(['1', '0', '2', '-1', 'x', '01', '0x1', '1x', '99999999999']),
    ),
};
