// Owns made-up rules: an example of the vocabulary, or one put together from an extension's options.

import { splitWords } from '../../../server/src/syntax/words.ts';
import type { Extension, Family, Option, TableName } from '../../../server/src/vocabulary/schema.ts';
import { ALL_PLACES, MACHINE_BOUND_OPTIONS, type Pool, placesOf } from './pool.ts';
import type { Random } from './random.ts';
import { makeValue } from './values/index.ts';

/** A rule of a table, as the words of its line, quotes included. */
export interface Rule {
  readonly family: Family;
  readonly table: TableName;
  readonly words: readonly string[];
  /** The extension that it was made for. */
  readonly about: string;
}

/** A word as it stands in a file: quoted where it must be. */
export function quote(word: string): string {
  return word === '' || /[\s"]/.test(word) ? `"${word.replaceAll(/["\\]/g, '\\$&')}"` : word;
}

/** The words of a line as they stand there. */
export function rawWords(line: string): string[] {
  const words = splitWords(line);
  return Array.from({ length: words.count }, (_, index) => line.slice(words.start[index], words.end[index]));
}

/** An option with values, now and then by its other name, and negated where that is allowed. */
export function optionWords(extension: Extension, option: Option, family: Family, random: Random): string[] {
  const name = option.aliases && random.chance(0.1) ? (random.pick(option.aliases) ?? option.name) : option.name;
  const owner = { extension: extension.name, option: option.name };
  const values = option.values.map((value) => quote(makeValue(value, owner, family, random)));
  return [...(option.negatable && random.chance(0.15) ? ['!'] : []), name, ...values];
}

/** Options of an extension that go together for the most part. */
function chooseOptions(extension: Extension, family: Family, random: Random): Option[] {
  const open = extension.options.filter(
    ({ name, families }) =>
      (families?.includes(family) ?? true) && !MACHINE_BOUND_OPTIONS.has(`${extension.name} ${name}`),
  );
  const share = random.pick([0.05, 0.2, 0.5]);
  const wanted = new Set(open.filter(({ required }) => random.chance(required ? 0.98 : share)));
  for (const { rule, options } of extension.groups ?? []) {
    const members = open.filter(({ name }) => options.includes(name));
    if (rule !== 'at-least-one' && random.chance(0.97)) for (const member of members) wanted.delete(member);
    if (rule === 'at-most-one' && random.chance(0.5)) continue;
    const chosen = random.pick(members);
    if (chosen && ![...wanted].some((option) => members.includes(option))) wanted.add(chosen);
  }
  for (const option of [...wanted]) {
    for (const name of option.requires ?? []) {
      const other = open.find((candidate) => candidate.name === name);
      if (other && random.chance(0.95)) wanted.add(other);
    }
    if (wanted.has(option) && random.chance(0.97))
      for (const other of wanted) if (option.excludes?.includes(other.name)) wanted.delete(other);
  }
  const repeated = [...wanted].filter(({ repeatable }) => repeatable && random.chance(0.2));
  const chosen = [...wanted, ...repeated];
  return random.chance(0.2) ? random.some(chosen, chosen.length) : chosen;
}

function extensionWords(extension: Extension, family: Family, random: Random): string[] {
  return chooseOptions(extension, family, random).flatMap((option) => optionWords(extension, option, family, random));
}

function protocolWords(extensions: readonly Extension[], family: Family, random: Random): string[] {
  const wanted = extensions.find(({ protocols }) => protocols !== undefined)?.protocols;
  if (wanted && random.chance(0.97)) return ['-p', random.pick(wanted) ?? 'tcp'];
  if (!random.chance(0.25)) return [];
  const value = makeValue({ kind: 'protocol' }, { extension: '', option: '-p' }, family, random);
  return [...(random.chance(0.1) ? ['!'] : []), '-p', quote(value)];
}

const GENERIC = [
  { names: ['-s', '--source', '--src'], kind: 'network' },
  { names: ['-d', '--destination', '--dst'], kind: 'network' },
  { names: ['-i', '--in-interface'], kind: 'interface' },
  { names: ['-o', '--out-interface'], kind: 'interface' },
] as const;

function conditionWords(hook: string, family: Family, random: Random): string[] {
  return GENERIC.flatMap(({ names, kind }) => {
    const impossible = (names[0] === '-i' && /OUT|POST/.test(hook)) || (names[0] === '-o' && /^(INPUT|PRE)/.test(hook));
    if (!random.chance(impossible ? 0.002 : 0.1)) return [];
    const value = kind === 'network' ? ({ kind, list: true } as const) : { kind };
    const text = makeValue(value, { extension: '', option: names[0] }, family, random);
    return [...(random.chance(0.1) ? ['!'] : []), random.chance(0.8) ? names[0] : random.pick(names), quote(text)];
  });
}

const VERDICTS = ['ACCEPT', 'ACCEPT', 'DROP', 'RETURN'] as const;

function targetWords(target: Extension | undefined, table: TableName, family: Family, random: Random): string[] {
  if (target) return ['-j', target.name, ...extensionWords(target, family, random)];
  const verdict = random.pick(VERDICTS);
  return random.chance(0.1) ? [] : ['-j', verdict === 'DROP' && table === 'nat' ? 'ACCEPT' : verdict];
}

/** A rule put together for an extension, with others beside it at times. */
function composed(extension: Extension, pool: Pool, random: Random): Rule {
  const { family } = pool;
  const others = random.some(pool.matches, random.chance(0.3) ? 2 : 0).filter((match) => match !== extension);
  const matches = extension.kind === 'match' ? random.some([extension, ...others]) : others;
  if (extension.kind === 'match' && !matches.includes(extension)) matches.push(extension);
  const target = extension.kind === 'target' ? extension : random.chance(0.15) ? random.pick(pool.targets) : undefined;
  const extensions = [extension, ...matches, ...(target ? [target] : [])];
  const places = random.chance(0.95) ? placesOf(extensions, family) : ALL_PLACES;
  const { table, hook } = random.pick(places) ?? { table: 'filter', hook: 'INPUT' };
  const words = [
    '-A',
    hook,
    ...conditionWords(hook, family, random),
    ...protocolWords(extensions, family, random),
    ...matches.flatMap((match) => ['-m', match.name, ...extensionWords(match, family, random)]),
    ...targetWords(target, table, family, random),
  ];
  return { family, table, words, about: extension.name };
}

/** One of the extension's examples, with another match in it at times. */
function exemplary(extension: Extension, pool: Pool, random: Random): Rule {
  const { family } = pool;
  const examples = extension.examples.filter((one) => one.family === undefined || one.family === family);
  const example = random.pick(examples) ?? extension.examples[0];
  const words = rawWords(example.rule);
  const match = random.chance(0.15) ? random.pick(pool.matches) : undefined;
  if (match)
    words.splice(
      2,
      0,
      ...protocolWords([match], family, random),
      '-m',
      match.name,
      ...extensionWords(match, family, random),
    );
  return { family, table: example.table, words, about: extension.name };
}

/** A rule that loads more often than not. `name` asks for that extension. */
export function makeRule(pool: Pool, random: Random, name?: string): Rule | undefined {
  const extension = random.pick(name === undefined ? pool.all : pool.all.filter((one) => one.name === name));
  if (!extension) return undefined;
  return random.chance(0.4) ? exemplary(extension, pool, random) : composed(extension, pool, random);
}
