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

interface Known {
  readonly rules: readonly number[];
  readonly plain: RegExp | undefined;
}

export class OptionScreen {
  private readonly words = new Map<string, Known>();
  private readonly all: readonly number[];
  /** Whom every line concerns. */
  private readonly always: readonly number[];

  constructor(rules: readonly Concern[]) {
    this.all = rules.map((_rule, at) => at);
    this.always = this.all.filter((at) => rules[at]?.options === undefined);
    for (const spellings of SPELLINGS) {
      for (const word of spellings) {
        const before = this.words.get(word)?.rules ?? [];
        const asking = this.all.filter((at) => spellings.some((one) => rules[at]?.options?.includes(one)));
        this.words.set(word, { rules: [...new Set([...before, ...asking])], plain: PLAIN[word] });
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
      const known = this.words.get(word);
      // A lone dash stands in comments; a cut or joined option may be any.
      if (known === undefined) {
        if (word !== '-') return this.all;
      } else if (known.rules.length > 0 && !known.plain?.test(text.slice(end + 1, endOfWord(text, end + 1)))) {
        found = found === undefined ? [...this.always, ...known.rules] : [...found, ...known.rules];
      }
    }
    return found === undefined ? this.always : [...new Set(found)].sort((a, b) => a - b);
  }
}

function endOfWord(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}
