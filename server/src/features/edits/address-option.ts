// Writes the -s or -d of a rule: what to put where, with everything else in the line as it is.

import type { Rule } from '../../ruleset/rule.ts';

/** `source` is -s, `destination` -d. */
export type PacketEnd = 'source' | 'destination';

const LETTERS = { source: 's', destination: 'd' } as const;

/** Columns of one line, end exclusive, and what comes into their place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The address that the rule has at this end, as written, without a negation; undefined without one. */
export function addressOf(rule: Rule, end: PacketEnd): string | undefined {
  return rule.option(LETTERS[end])?.values[0]?.text;
}

/**
 * What makes `address` the only one of the rule at this end: its value, however spelled, and its negation are replaced,
 * or the option is put in right behind the chain and rule number. Undefined where it is so already. The address is
 * written as given.
 */
export function withAddress(rule: Rule, end: PacketEnd, address: string): Replacement | undefined {
  return withOption(rule, LETTERS[end], address);
}

/** The same for any of iptables' own options that take one word, by its letter. */
export function withOption(rule: Rule, letter: string, value: string): Replacement | undefined {
  const option = rule.option(letter);
  const own = option?.values[0];
  if (!option || !own) return behindChain(rule, `-${letter} ${value}`);
  const { negated } = option;
  if (own.text === value && !negated) return undefined;
  const isJoined = own.word === option.word;
  const name = rule.words[option.word];
  // 1.8.9 refuses `-s192.0.2.1`, and a quoted word hides where its value begins.
  const isTied = isJoined && (!name?.text.startsWith('--') || name.quoted);
  const isWhole = negated || isTied;
  return {
    start: isWhole ? option.start : own.start,
    end: own.end,
    text: isWhole ? `-${letter} ${value}` : value,
  };
}

/** Words behind the chain of a rule, or behind its number. */
export function behindChain({ words, number, chainWord }: Rule, text: string): Replacement {
  const behind = number > 0 ? chainWord + 1 : chainWord;
  const column = words[behind]?.end ?? 0;
  // A quoted chain may touch the next word.
  const touches = words[behind + 1]?.start === column;
  return { start: column, end: column, text: ` ${text}${touches ? ' ' : ''}` };
}

/** A line with replacements made, of which none overlaps another. */
export function replaced(line: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), line);
}
