// Owns where the options of a rule stand in its words, and how a breakage takes hold of one of them.
import type { Extension, Option } from '../../../../server/src/vocabulary/schema.ts';
import type { Pool } from '../pool.ts';
import type { Random } from '../random.ts';
import type { Rule } from '../rule.ts';

/** Answers the broken rule, or undefined where this rule has nothing to break in that way. */
export type Breakage = (rule: Rule, random: Random, pool: Pool) => Rule | undefined;

/** A stretch of words: an option with its values, or a generic option with its word. */
export interface Span {
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

export function splice(rule: Rule, at: number, removed: number, ...words: readonly string[]): Rule {
  const broken = [...rule.words];
  broken.splice(at, removed, ...words);
  return { ...rule, words: broken };
}

/** A breakage of one of the options of extensions, or of the spans that fit. */
export function onSpan(
  fits: (span: Span, rule: Rule) => boolean,
  make: (rule: Rule, span: Span, random: Random, pool: Pool) => Rule | undefined,
): Breakage {
  return (rule, random, pool) => {
    const span = random.pick(spansOf(rule, pool).filter((one) => fits(one, rule)));
    return span && make(rule, span, random, pool);
  };
}

export const anyOption = ({ option }: Span): boolean => option !== undefined;
export const withValue = ({ option, length }: Span): boolean => option !== undefined && length > 1;
export const isSwitch = ({ option, length }: Span): boolean => option !== undefined && length === 1;
export const named =
  (...names: readonly string[]) =>
  (span: Span, rule: Rule): boolean =>
    names.includes(rule.words[span.at] ?? '');
export const word = (rule: Rule, at: number): string => rule.words[at] ?? '';
export const span = (rule: Rule, { at, length }: Span): readonly string[] => rule.words.slice(at, at + length);
