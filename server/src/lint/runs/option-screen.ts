// Tells from the text of a line which lint rules it may concern, by the options that stand in it, without reading it.

import { MATCHES, TARGETS } from '../../vocabulary/extensions.ts';
import { GENERIC_OPTIONS } from '../../vocabulary/generic-options.ts';

/** What a rule asks for; without options and targets every line may concern it. */
interface Concern {
  readonly options?: readonly string[];
  readonly targets?: readonly string[];
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
  readonly rules: number[];
  readonly plain: RegExp | undefined;
}

export class OptionScreen {
  private readonly asking = new Map<string, Asking>();
  private readonly byTarget = new Map<string, number[]>();
  /** Whom every line concerns. */
  private readonly always: readonly number[];
  private readonly all: readonly number[];
  /** By rule the number of the last line that concerns it. */
  private readonly marks: Uint32Array;
  private mark = 0;

  constructor(rules: readonly Concern[]) {
    this.marks = new Uint32Array(rules.length);
    this.all = rules.map((_rule, at) => at);
    this.always = this.all.filter((at) => rules[at]?.options === undefined && rules[at]?.targets === undefined);
    for (const [at, { options = [], targets = [] }] of rules.entries()) {
      for (const word of new Set(options.flatMap((option) => SAME.get(option) ?? []))) this.askingFor(word).push(at);
      for (const target of targets) this.byTarget.set(target, [...(this.byTarget.get(target) ?? []), at]);
    }
    for (const word of JUMP) this.askingFor(word);
  }

  private askingFor(word: string): number[] {
    const known = this.asking.get(word) ?? { rules: [], plain: PLAIN[word] };
    this.asking.set(word, known);
    return known.rules;
  }

  /** Looks at another line. */
  take(text: string): void {
    this.mark++;
    this.note(this.always);
    if (text.includes('\t')) this.note(this.all);
    for (let at = text.indexOf(' -'); at >= 0; at = text.indexOf(' -', at + 1)) {
      const end = endOfWord(text, at + 1);
      const word = text.slice(at + 1, end);
      const asking = this.asking.get(word);
      if (asking === undefined) {
        // A lone dash stands in comments; a cut or joined option may be any.
        if (word !== '-' && !SAME.has(word)) this.note(this.all);
      } else if (JUMP.includes(word)) {
        const rules = this.byTarget.get(text.slice(end + 1, endOfWord(text, end + 1)));
        if (rules) this.note(rules);
      } else if (!asking.plain?.test(text.slice(end + 1, endOfWord(text, end + 1)))) this.note(asking.rules);
    }
  }

  /** Whether the line may concern the rule with this index. */
  concerns(at: number): boolean {
    return this.marks[at] === this.mark;
  }

  private note(rules: readonly number[]): void {
    for (let i = 0; i < rules.length; i++) this.marks[rules[i] ?? 0] = this.mark;
  }
}

const JUMP: readonly string[] = ['-j', '--jump'];

function endOfWord(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}
