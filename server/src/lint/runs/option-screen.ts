// Tells from the text of a line which lint rules it may concern, by the options that stand in it, without reading it.

import { MATCHES, TARGETS } from '../../vocabulary/extensions.ts';
import { GENERIC_OPTIONS } from '../../vocabulary/generic-options.ts';

/** What a rule asks for; without options every line may concern it. */
interface Concern {
  readonly options?: readonly string[];
}

/** Each known option in all of its spellings. Of iptables' own those with one letter are one option. */
const SPELLINGS: readonly (readonly string[])[] = [
  ...GENERIC_OPTIONS.map(({ name, letter }) => {
    if (letter === undefined) return [name];
    return [`-${letter}`, ...GENERIC_OPTIONS.filter((one) => one.letter === letter).map((one) => one.name)];
  }),
  ...[...MATCHES, ...TARGETS].flatMap(({ options }) => options.map(({ name, aliases = [] }) => [name, ...aliases])),
];

/** Values of the most frequent options that are written as they should be, so that nothing is to be said of them. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  '-s': /^(?:0\.0\.0\.0\/0|(?:\d{1,3}\.){3}(?:[1-9]\d{0,2}(?:\/32)?|0\/24))$/,
  '-d': /^(?:0\.0\.0\.0\/0|(?:\d{1,3}\.){3}(?:[1-9]\d{0,2}(?:\/32)?|0\/24))$/,
  '-m': /^(?!limit$|state$|conntrack$|connmark$|statistic$|hashlimit$)/,
  '-p': /^(?:tcp|udp|icmp|icmpv6|ipv6-icmp|esp|gre|all)$/,
};

/** All other spellings of each spelling, and itself. */
const SAME: ReadonlyMap<string, readonly string[]> = sameWords();

function sameWords(): ReadonlyMap<string, readonly string[]> {
  const same = new Map<string, readonly string[]>();
  for (const spellings of SPELLINGS)
    for (const word of spellings) same.set(word, [...new Set([...(same.get(word) ?? []), ...spellings])]);
  return same;
}

/** The rules that ask for an option, by a word for it. */
interface Asking {
  readonly rules: readonly number[];
  readonly plain: RegExp | undefined;
}

export class OptionScreen {
  private readonly asking = new Map<string, Asking>();
  private readonly all: readonly number[];
  /** Whom every line concerns. */
  private readonly always: readonly number[];

  constructor(rules: readonly Concern[]) {
    this.all = rules.map((_rule, at) => at);
    this.always = this.all.filter((at) => rules[at]?.options === undefined);
    for (const [at, { options = [] }] of rules.entries()) {
      for (const word of new Set(options.flatMap((option) => SAME.get(option) ?? []))) {
        const before = this.asking.get(word)?.rules ?? [];
        this.asking.set(word, { rules: [...before, at], plain: PLAIN[word] });
      }
    }
  }

  /** Indices of the rules that the line may concern, in order. */
  concerned(text: string): readonly number[] {
    if (text.includes('\t')) return this.all;
    let found: number[] | undefined;
    for (let at = text.indexOf(' -'); at >= 0; at = text.indexOf(' -', at + 1)) {
      const end = endOfWord(text, at + 1);
      const word = text.slice(at + 1, end);
      const asking = this.asking.get(word);
      if (asking === undefined) {
        // A lone dash stands in comments; a cut or joined option may be any.
        if (word !== '-' && !SAME.has(word)) return this.all;
      } else if (!asking.plain?.test(text.slice(end + 1, endOfWord(text, end + 1)))) {
        found = found === undefined ? [...this.always, ...asking.rules] : [...found, ...asking.rules];
      }
    }
    return found === undefined ? this.always : [...new Set(found)].sort((a, b) => a - b);
  }
}

function endOfWord(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}
