// Owns how a kind's meanings are proved: many words in one file, loaded, and what the tools save beside what we read.
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import { readProtocol } from '../../../server/src/vocabulary/protocols.ts';
import type { Backend, Family, TableName, Version } from '../../../server/src/vocabulary/schema.ts';
import { readValue } from '../../../server/src/vocabulary/values/index.ts';
import type { Value } from '../../../server/src/vocabulary/values/kinds.ts';
import type { MeaningOf } from '../../../server/src/vocabulary/values/meaning.ts';
import { save } from '../../support/iptables.ts';
import { Random } from '../fuzz/random.ts';
import type { Release } from '../fuzz/tools.ts';
import { makeValue } from '../fuzz/values/index.ts';
import { otherwise } from './words.ts';

type KindName = Value['kind'];
type ValueOf<K extends KindName> = Extract<Value, { readonly kind: K }>;

/** What is tried: a rule with a word in it, and what both back ends must save of it. */
export interface Probe {
  readonly name: string;
  readonly family: Family;
  readonly table: TableName;
  readonly chain: string;
  /** A word, the same for the same dice; many that are odd, some that are wrong. */
  readonly make: (random: Random) => string;
  /** The rule behind the chain; `@` is where a comment with the word's number goes. */
  readonly rule: (quoted: string) => string;
  /** The rules to be saved, with `@`; undefined where the word is refused or the machine decides. */
  readonly saved: (word: string, version: Version) => readonly string[] | undefined;
  readonly ignored: RegExp | undefined;
}

interface Asked<K extends KindName> {
  readonly family?: Family;
  readonly table?: TableName;
  readonly chain?: string;
  /** The extension's option, or a literal where iptables itself reads the value. */
  readonly of: readonly [extension: string, option: string] | ValueOf<K>;
  readonly rule: (quoted: string) => string;
  readonly saved: (meaning: MeaningOf[K], word: string) => readonly string[] | string | undefined;
  /** More words than the generator of the kind has. */
  readonly words?: (random: Random) => string;
  /** The protocol of the rule's -p. */
  readonly protocol?: number;
  /** What the tools save beside the value and of which nothing is said here. */
  readonly ignored?: RegExp;
}

function isKind<K extends KindName>(value: Value | undefined, kind: K): value is ValueOf<K> {
  return value?.kind === kind;
}

/** The literal of the vocabulary itself, so that what is proved is what is used. */
function literalOf<K extends KindName>(kind: K, of: Asked<K>['of']): ValueOf<K> {
  if ('kind' in of) return of;
  const [extension, name] = of;
  const options = [...MATCHES, ...TARGETS].flatMap((one) => (one.name === extension ? one.options : []));
  const value = options.find((option) => option.name === name)?.values.find((one) => isKind(one, kind));
  if (isKind(value, kind)) return value;
  throw new Error(`${name} of ${extension} has no value of the kind ${kind}.`);
}

/** Describes a probe of a value of this kind. */
export function probe<K extends KindName>(kind: K, name: string, asked: Asked<K>): Probe {
  const { family = 4, table = 'filter', chain = 'INPUT', of, rule, protocol, words } = asked;
  const value: ValueOf<K> & { readonly kind: K } = literalOf(kind, of);
  const owner = 'kind' in of ? { extension: '', option: '' } : { extension: of[0], option: of[1] };
  return {
    name: `${name}, IPv${family}`,
    family,
    table,
    chain,
    rule,
    ignored: asked.ignored,
    make: (random) => {
      if (words && random.chance(0.5)) return words(random);
      const word = makeValue(value, owner, family, random);
      return random.chance(0.4) ? otherwise(word, random) : word;
    },
    saved: (word, version) => {
      const context = { family, version, ...(protocol === undefined ? {} : { protocol }) };
      const meaning = readValue<K>(word, value, context);
      const lines = meaning && asked.saved(meaning, word);
      return typeof lines === 'string' ? [lines] : lines;
    },
  };
}

const quote = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;

interface Case {
  readonly word: string;
  readonly rule: string;
  readonly saved: readonly string[];
}

/** Whether the tool refuses the rule, or may: a service or protocol of IANA's list need not be in this machine's. */
function isRefused(text: string, family: Family, backend: Backend, version: Version): boolean {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, backend, version, family });
  return findingsOf(file).some(({ severity, message }) => severity === 'error' || message.includes('IANA'));
}

/** Words that a back end loads as far as we know; each once, and none with a zone, which is the machine's affair. */
function casesOf(one: Probe, count: number, backend: Backend, version: Version): Case[] {
  const random = new Random(one.name);
  const seen = new Set<string>();
  const cases: Case[] = [];
  for (let tries = 0; tries < 20 * count && cases.length < count; tries++) {
    const word = one.make(random);
    if (seen.has(word) || /[\0\n\r%]/.test(word)) continue;
    seen.add(word);
    const saved = one.saved(word, version);
    if (saved === undefined) continue;
    const number = `-m comment --comment ${cases.length}`;
    const rule = `-A ${one.chain} ${one.rule(quote(word)).replace('@', number)}`;
    const text = `*${one.table}\n${rule}\nCOMMIT\n`;
    if (isRefused(text, one.family, backend, version)) continue;
    cases.push({ word, rule, saved: saved.map((line) => `-A ${one.chain} ${line.replace('@', number)}`) });
  }
  return cases;
}

/** The words of which a back end of a release saves something else than we read, and how many were tried. */
export function disagreementsOf(
  one: Probe,
  count: number,
  backend: Backend,
  { version, folder }: Release,
): { readonly tried: number; readonly wrong: readonly string[] } {
  const cases = casesOf(one, count, backend, version);
  const text = `*${one.table}\n${cases.map(({ rule }) => rule).join('\n')}\nCOMMIT\n`;
  const saved = save(text, one.family, backend, folder);
  const tried = cases.length;
  if ('rc' in saved)
    return {
      tried,
      wrong: [`${backend} ${version} refuses ${text.split('\n')[(saved.line ?? 0) - 1]}: ${saved.message}`],
    };
  const lines = saved.map((line) => plain(one.ignored ? line.replace(one.ignored, '') : line));
  const wrong = cases.flatMap(({ word, saved: wanted }, number) => {
    const mark = new RegExp(`--comment ${number}(?: |$)`);
    const found = lines.filter((line) => mark.test(line)).join('\n');
    const expected = wanted.map(plain).join('\n');
    return found === expected ? [] : [`${backend} ${version} makes of ${quote(word)}:\n${found}\nand not\n${expected}`];
  });
  return { tried, wrong };
}

/**
 * A saved rule without counters, quotes around plain words and double blanks. Protocols become numbers, as 1.8.11 saves
 * some of them; so does the ICMP type `any`, behind which that version shows a code that the kernel ignores.
 */
function plain(line: string): string {
  return line
    .replace(/^\[\d+:\d+\] /, '')
    .replace(/"(\w+)"/g, '$1')
    .replace(/(?<= -p )\S+/, (name) => String(readProtocol(name) ?? name))
    .replace(/(?<=--icmp-type )(?:any|255\/\S+)/, '255')
    .replace(/ +/g, ' ')
    .trimEnd();
}
