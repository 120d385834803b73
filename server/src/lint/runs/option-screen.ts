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
const PLAIN: Readonly<Record<string, (value: string) => boolean>> = {
  '-s': isPlainNetwork,
  '-d': isPlainNetwork,
  '-m': (name) => !SPOKEN_OF.has(name),
  '-p': (name) => PLAIN_PROTOCOLS.has(name),
};

const SPOKEN_OF: ReadonlySet<string> = new Set(['limit', 'state', 'conntrack', 'connmark', 'statistic', 'hashlimit']);
const PLAIN_PROTOCOLS: ReadonlySet<string> = new Set([
  'tcp',
  'udp',
  'icmp',
  'icmpv6',
  'ipv6-icmp',
  'esp',
  'gre',
  'all',
]);

/** A host or network of IPv4 in full: of a network no bit is written that its mask does not look at. */
function isPlainNetwork(text: string): boolean {
  const slash = text.indexOf('/');
  const address = addressIn(text, slash < 0 ? text.length : slash);
  if (address === undefined) return false;
  if (slash < 0) return address % 256 !== 0;
  const length = numberIn(text, slash + 1, text.length);
  if (length === undefined || length > 32) return false;
  return length === 32 ? address % 256 !== 0 : address % 2 ** (32 - length) === 0;
}

/** Four numbers in the first `end` characters, as one. */
function addressIn(text: string, end: number): number | undefined {
  let address = 0;
  let from = 0;
  for (let at = 0; at < 4; at++) {
    const dot = at < 3 ? text.indexOf('.', from) : end;
    const part = dot < 0 || dot > end ? undefined : numberIn(text, from, dot);
    if (part === undefined || part > 255) return undefined;
    address = address * 256 + part;
    from = dot + 1;
  }
  return address;
}

/** Up to three digits that are one decimal number, without leading zeros. */
function numberIn(text: string, from: number, to: number): number | undefined {
  const count = to - from;
  if (count < 1 || count > 3 || (count > 1 && text.charCodeAt(from) === ZERO)) return undefined;
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

const ZERO = 48;

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
  readonly plain: ((value: string) => boolean) | undefined;
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
      } else if (!asking.plain?.(text.slice(end + 1, endOfWord(text, end + 1)))) this.note(asking.rules);
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
