// Owns the breaking of a rule in one place: the mistakes that people make, and some that only a fuzz makes.
import type { Extension, Option } from '../../../server/src/vocabulary/schema.ts';
import { ALL_PLACES, type Pool } from './pool.ts';
import type { Random } from './random.ts';
import { optionWords, quote, type Rule } from './rule.ts';
import { makeValue } from './values/index.ts';

/** Answers the broken rule, or undefined where this rule has nothing to break in that way. */
export type Breakage = (rule: Rule, random: Random, pool: Pool) => Rule | undefined;

/** A stretch of words: an option with its values, or a generic option with its word. */
interface Span {
  readonly at: number;
  readonly length: number;
  readonly option: Option | undefined;
  readonly extension: Extension | undefined;
}

const WITH_WORD: ReadonlySet<string> = new Set([
  '-A',
  '-I',
  '-s',
  '-d',
  '-p',
  '-i',
  '-o',
  '-m',
  '-j',
  '-g',
  '--source',
  '--destination',
]);

/** The options of a rule as its words say them, the generic ones with `extension` undefined. */
function spansOf(rule: Rule, pool: Pool): Span[] {
  const spans: Span[] = [];
  const loaded: Extension[] = [];
  for (let at = 0; at < rule.words.length; at++) {
    const word = rule.words[at] ?? '';
    if (word === '-m' || word === '-j')
      loaded.push(...[pool.find(rule.words[at + 1] ?? '')].filter((found) => found !== undefined));
    const protocol = word === '-p' ? pool.find(rule.words[at + 1] ?? '') : undefined;
    if (protocol) loaded.push(protocol);
    const extension = loaded.find(({ options }) =>
      options.some(({ name, aliases }) => name === word || aliases?.includes(word)),
    );
    const option = extension?.options.find(({ name, aliases }) => name === word || aliases?.includes(word));
    if (option || WITH_WORD.has(word))
      spans.push({ at, length: option ? option.values.length + 1 : 2, option, extension });
  }
  return spans;
}

function splice(rule: Rule, at: number, removed: number, ...words: readonly string[]): Rule {
  const broken = [...rule.words];
  broken.splice(at, removed, ...words);
  return { ...rule, words: broken };
}

/** A breakage of one of the options of extensions, or of the spans that fit. */
function onSpan(
  fits: (span: Span, rule: Rule) => boolean,
  make: (rule: Rule, span: Span, random: Random, pool: Pool) => Rule | undefined,
): Breakage {
  return (rule, random, pool) => {
    const span = random.pick(spansOf(rule, pool).filter((one) => fits(one, rule)));
    return span && make(rule, span, random, pool);
  };
}

const anyOption = ({ option }: Span): boolean => option !== undefined;
const withValue = ({ option, length }: Span): boolean => option !== undefined && length > 1;
const isSwitch = ({ option, length }: Span): boolean => option !== undefined && length === 1;
const named =
  (...names: readonly string[]) =>
  (span: Span, rule: Rule): boolean =>
    names.includes(rule.words[span.at] ?? '');
const word = (rule: Rule, at: number): string => rule.words[at] ?? '';
const span = (rule: Rule, { at, length }: Span): readonly string[] => rule.words.slice(at, at + length);

/** Changes an option's name. */
function rename(change: (name: string, random: Random) => string): Breakage {
  return onSpan(anyOption, (rule, { at }, random) => splice(rule, at, 1, change(word(rule, at), random)));
}

/** Changes one value of an option, or the word of a generic one. */
function revalue(change: (value: string, random: Random) => string): Breakage {
  return onSpan(
    (one, rule) => withValue(one) || named('-s', '-d', '-p', '-i', '-o', '-m', '-j')(one, rule),
    (rule, { at, length }, random) => {
      const place = at + random.int(1, length - 1);
      return splice(rule, place, 1, change(word(rule, place), random));
    },
  );
}

const inner = (value: string): string => value.replace(/^"|"$/g, '');
const cutAt = (text: string, length: number): string => text.slice(0, Math.max(3, length));

const OPTIONS: Readonly<Record<string, Breakage>> = {
  'option-typo': rename((name, random) => {
    const at = random.int(2, name.length);
    return random.chance(0.5) ? `${name.slice(0, at)}x${name.slice(at)}` : `${name.slice(0, at)}${name.slice(at + 1)}`;
  }),
  'option-cut-1': rename((name) => cutAt(name, name.length - 1)),
  'option-cut-half': rename((name) => cutAt(name, Math.ceil(name.length / 2))),
  'option-cut': rename((name, random) => cutAt(name, random.int(3, name.length))),
  'option-upper': rename((name) => name.toUpperCase()),
  'single-dash': rename((name) => name.slice(1)),
  'triple-dash': rename((name) => `-${name}`),
  'option-equals': onSpan(withValue, (rule, { at }) => splice(rule, at, 2, `${word(rule, at)}=${word(rule, at + 1)}`)),
  'switch-equals': onSpan(isSwitch, (rule, { at }) => splice(rule, at, 1, `${word(rule, at)}=1`)),
  'option-twice': onSpan(anyOption, (rule, one) => splice(rule, one.at + one.length, 0, ...span(rule, one))),
  'option-removed': onSpan(anyOption, (rule, { at, length }) => splice(rule, at, length)),
  'value-missing': onSpan(withValue, (rule, { at, length }) => splice(rule, at + length - 1, 1)),
  'flag-with-value': onSpan(isSwitch, (rule, { at }) => splice(rule, at + 1, 0, '1')),
  negated: onSpan(
    () => true,
    (rule, { at }) => splice(rule, at, 0, '!'),
  ),
  'negated-twice': onSpan(anyOption, (rule, { at }) => splice(rule, at, 0, '!', '!')),
  'old-negation': onSpan(
    () => true,
    (rule, { at }) => splice(rule, at + 1, 0, '!'),
  ),
  'joined-negation': onSpan(
    () => true,
    (rule, { at }) => splice(rule, at, 1, `!${word(rule, at)}`),
  ),
  'option-moved': onSpan(anyOption, (rule, one, random) => {
    const rest = splice(rule, one.at, one.length);
    return splice(rest, random.int(2, rest.words.length), 0, ...span(rule, one));
  }),
  'option-first': onSpan(anyOption, (rule, one) => splice(splice(rule, one.at, one.length), 0, 0, ...span(rule, one))),
  'option-added': onSpan(anyOption, (rule, { at, length, extension }, random) => {
    const other = extension && random.pick(extension.options);
    return extension && other && splice(rule, at + length, 0, ...optionWords(extension, other, rule.family, random));
  }),
  'value-anew': onSpan(withValue, (rule, { at, length, option, extension }, random) => {
    const index = random.int(1, length - 1);
    const value = option?.values[index - 1];
    if (!value || !extension || !option) return undefined;
    const owner = { extension: extension.name, option: option.name };
    return splice(
      rule,
      at + index,
      1,
      quote(makeValue(value, owner, random.chance(0.2) ? (rule.family === 4 ? 6 : 4) : rule.family, random)),
    );
  }),
};

const VALUES: Readonly<Record<string, Breakage>> = {
  'value-fixed': revalue((_, random) =>
    random.pick([
      '""',
      '!',
      'zzz',
      '0',
      '-1',
      '99999999999',
      '0x10',
      '010',
      '1:2',
      '2:1',
      '1-2',
      '2-1',
      '1,2',
      '256',
      '65536',
      '4294967296',
      '1.2.3.4',
      '::1',
      '" "',
      '*',
      '@',
      '$X',
      '#',
      '\t',
    ]),
  ),
  'value-comma': revalue((value) => `${value},`),
  'value-upper': revalue((value) => value.toUpperCase()),
  'value-lower': revalue((value) => value.toLowerCase()),
  'value-cut': revalue((value) => value.slice(0, -1)),
  'value-tail': revalue(
    (value, random) =>
      `${value}${random.pick(['x', ':', '/', '-', '.', ';', '1', '"', "'", '\\', '/24', ':1', '+', '\u00a0'])}`,
  ),
  'value-head': revalue(
    (value, random) => `${random.pick(['x', ':', '/', '-', ',', '+', '0', '0x', '!', "'", '"', '\\', '='])}${value}`,
  ),
  'value-twice': revalue((value, random) => `${value}${random.pick([',', ':', '-', '/', ''])}${value}`),
  'value-blank': revalue((value, random) =>
    random.pick([`" ${inner(value)}"`, `"${inner(value)} "`, `"\t${inner(value)}"`]),
  ),
  'value-single-quoted': revalue((value) => `'${value}'`),
  'value-quoted': revalue((value) => `"${inner(value)}"`),
  'value-part-quoted': revalue((value, random) => {
    const at = random.int(0, value.length);
    return `${value.slice(0, at)}"${value.slice(at)}"`;
  }),
  'value-open-quote': revalue((value) => `"${inner(value)}`),
  'value-long': revalue((value, random) => value + 'a'.repeat(random.pick([14, 26, 30, 255, 1020, 1024]))),
};

const TARGETS: Readonly<Record<string, Breakage>> = {
  'match-typo': onSpan(named('-m'), (rule, { at }) => splice(rule, at + 1, 1, `${word(rule, at + 1)}x`)),
  'match-upper': onSpan(named('-m'), (rule, { at }) => splice(rule, at + 1, 1, word(rule, at + 1).toUpperCase())),
  'match-removed': onSpan(named('-m'), (rule, { at }) => splice(rule, at, 2)),
  'match-twice': onSpan(named('-m'), (rule, { at }) => splice(rule, at, 0, '-m', word(rule, at + 1))),
  'match-last': onSpan(named('-m'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'match-other': onSpan(named('-m'), (rule, { at }, random, pool) =>
    splice(rule, at + 1, 1, random.pick(pool.all)?.name ?? 'tcp'),
  ),
  'match-added': (rule, random, pool) =>
    splice(rule, random.int(2, rule.words.length), 0, '-m', random.pick(pool.all)?.name ?? 'tcp'),
  'target-typo': onSpan(named('-j'), (rule, { at }) => splice(rule, at + 1, 1, `${word(rule, at + 1)}X`)),
  'target-lower': onSpan(named('-j'), (rule, { at }) => splice(rule, at + 1, 1, word(rule, at + 1).toLowerCase())),
  'target-removed': onSpan(named('-j'), (rule, { at }) => splice(rule, at, 2)),
  'target-other': onSpan(named('-j'), (rule, { at }, random, pool) =>
    splice(
      rule,
      at + 1,
      1,
      random.pick([
        'ACCEPT',
        'DROP',
        'QUEUE',
        'RETURN',
        'INPUT',
        'NOSUCH',
        'standard',
        random.pick(pool.all)?.name ?? 'LOG',
      ]),
    ),
  ),
  'target-last': onSpan(named('-j'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'target-first': onSpan(named('-j'), (rule, one) => splice(splice(rule, one.at, 2), 2, 0, ...span(rule, one))),
  'target-twice': (rule, random) =>
    splice(rule, random.int(2, rule.words.length), 0, '-j', random.pick(['ACCEPT', 'LOG', 'DROP'])),
  'target-goto': onSpan(named('-j'), (rule, { at }) => splice(rule, at, 1, '-g')),
  'protocol-removed': onSpan(named('-p'), (rule, { at }) => splice(rule, at, 2)),
  'protocol-last': onSpan(named('-p'), (rule, one) =>
    splice(splice(rule, one.at, 2), rule.words.length, 0, ...span(rule, one)),
  ),
  'protocol-twice': onSpan(named('-p'), (rule, one) => splice(rule, one.at, 0, ...span(rule, one))),
  'protocol-other': onSpan(named('-p'), (rule, { at }, random) =>
    splice(
      rule,
      at + 1,
      1,
      random.pick([
        'udp',
        'tcp',
        'all',
        '0',
        'icmp',
        'ipv6-icmp',
        'sctp',
        'udplite',
        'dccp',
        '6',
        '17',
        'esp',
        'TCP',
        'ICMPV6',
      ]),
    ),
  ),
  'protocol-added': (rule, random) =>
    splice(rule, random.int(2, rule.words.length), 0, '-p', random.pick(['tcp', 'udp', 'all', 'sctp'])),
};

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

const LINES: Readonly<Record<string, Breakage>> = {
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

/** All breakages by name. */
export const BREAKAGES: ReadonlyMap<string, Breakage> = new Map(
  Object.entries({ ...OPTIONS, ...VALUES, ...TARGETS, ...LINES }),
);
