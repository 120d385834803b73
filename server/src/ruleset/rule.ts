// A rule as a value: what one command line says, word by word and option by option. Nothing changes it once it is made.

import type { Piece } from '../syntax/line.ts';
import type { Extension, Family, OptionUse } from '../vocabulary/schema.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import type { CommandLetter, Jump } from './command.ts';
import type { Fault } from './fault.ts';
import type { Known } from './known.ts';
import type { ExtensionOption, GenericFound, OptionScope } from './option-scope.ts';

/** What a word turned out to be. */
export const Role = {
  unknown: 0,
  option: 1,
  value: 2,
  negation: 3,
  /** The name after -m. */
  match: 4,
  /** The name after -j or -g. */
  target: 5,
  /** The chain of the command. */
  chain: 6,
  /** Rule number, new name or policy after the chain. */
  operand: 7,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** Columns of a line in UTF-16 units, end exclusive. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

export interface Word extends Columns {
  /** What the loader takes it for: quotes and escapes resolved. A placeholder of a template stands as it is written. */
  readonly text: string;
  /** The column of a character in `text` is not `start` plus its index. */
  readonly quoted: boolean;
  readonly role: Role;
  /** Of an option's name and of its values: which option. */
  readonly found: ExtensionOption | GenericFound | undefined;
  /** Of a value: which of its option's values. */
  readonly part: number;
  /** It holds a placeholder of a template, so that nobody knows what it says. */
  readonly unknown: boolean;
}

/** One extension as the rule loads it. */
export interface Instance {
  readonly known: Known;
  /** The word that names it; the protocol's word where -p loaded it. */
  readonly word: number;
  /** -p loaded it, and not -m or -j. */
  readonly implicit: boolean;
  /** Bit n: `extension.options[n]` stands. */
  readonly seen: number;
}

/** One option of an extension, as the extension's own check sees it. */
export interface Use extends OptionUse {
  readonly found: ExtensionOption;
  readonly instance: Instance;
  readonly slot: number;
  readonly word: number;
  /** Indices of the words of its values; of a joined value (`--dport=22`) the option's own. */
  readonly valueWords: readonly number[];
}

/** One of iptables' own options, where it stands. */
export interface GenericUse {
  readonly found: GenericFound;
  readonly word: number;
  /** The index in the word of its letter; 0 where the option is written out. */
  readonly at: number;
  /** The index in the word of the value that is joined to it, -1 without. */
  readonly joined: number;
  /** The word of the ! before it, -1 without. */
  readonly negation: number;
}

/** A value of an option: its text without quotes, its columns, its kind. */
export interface OptionValue extends Columns {
  readonly text: string;
  /** Undefined where iptables does not judge it: names of chains and extensions, counters. */
  readonly kind: Value | undefined;
  readonly word: number;
  readonly unknown: boolean;
}

/** An option as it stands in a rule, one of iptables' own or one of an extension. Columns are those of all of it. */
export interface RuleOption extends Columns {
  readonly found: ExtensionOption | GenericFound;
  /** Its usual name in full: `--dport`, and `--source` for -s. */
  readonly name: string;
  /** The letter of iptables' own options that have one. */
  readonly letter: string | undefined;
  /** The extension that it belongs to; undefined for iptables' own. */
  readonly instance: Instance | undefined;
  readonly negated: boolean;
  /** The word of its name. */
  readonly word: number;
  readonly nameColumns: Columns;
  readonly values: readonly OptionValue[];
}

/** What a rule is made of; see the fields of `Rule`. */
export interface RuleParts {
  readonly text: string;
  readonly family: Family;
  readonly words: readonly Word[];
  readonly openQuote: number;
  readonly counters: Piece | undefined;
  readonly letter: CommandLetter | undefined;
  readonly commandWord: number;
  readonly chain: string | undefined;
  readonly chainWord: number;
  readonly number: number;
  readonly object: string | undefined;
  readonly objectWord: number;
  readonly jump: Jump;
  readonly target: Known | undefined;
  readonly protocol: number | undefined;
  readonly namedProtocol: number | undefined;
  readonly protocolName: string | undefined;
  readonly instances: readonly Instance[];
  readonly uses: readonly Use[];
  readonly generics: readonly GenericUse[];
  readonly scope: OptionScope;
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  /** `-4` or `-6` of the other family: the loader skips the line from there on. */
  readonly skipped: boolean;
  /** `-V` or `-h`: the loader stops there, as if all were well. */
  readonly ends: boolean;
  readonly faults: readonly Fault[];
}

/** One command line, read. Of a line that is no command these are its words, read as if it were one. */
export class Rule {
  /** The line. */
  readonly text: string;
  readonly family: Family;
  readonly words: readonly Word[];
  /** The column of a `"` that nothing closes, -1 without. */
  readonly openQuote: number;
  /** `[packets:bytes]` in front of the command. */
  readonly counters: Piece | undefined;
  /** Undefined: there is no command, or one that cannot be told. */
  readonly letter: CommandLetter | undefined;
  /** Words by index, -1 without. */
  readonly commandWord: number;
  /** Undefined as well where a placeholder of a template stands for it, and so is `object`. */
  readonly chain: string | undefined;
  readonly chainWord: number;
  /** Rule number of -I, -D, -R and the like; 0 without. */
  readonly number: number;
  /** -j or -g as written; of -E the new name, of -P the policy. */
  readonly object: string | undefined;
  readonly objectWord: number;
  readonly jump: Jump;
  /** The target extension that -j names. */
  readonly target: Known | undefined;
  /** Number of -p; undefined without one, or where it is negated or not known. */
  readonly protocol: number | undefined;
  /** The number that -p names, negated or not. */
  readonly namedProtocol: number | undefined;
  /** What -p says, in lower case. */
  readonly protocolName: string | undefined;
  /** Extensions in the order in which they are loaded. */
  readonly instances: readonly Instance[];
  /** Options of extensions, in order. */
  readonly uses: readonly Use[];
  /** The long options that are known behind the last word. */
  readonly scope: OptionScope;
  /** Where each back end's kernel takes the rule, see places.ts. */
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  readonly skipped: boolean;
  readonly ends: boolean;
  /** What is wrong word by word; a slip behind several of these is found by the file. */
  readonly faults: readonly Fault[];
  private readonly generics: readonly GenericUse[];
  private all: readonly RuleOption[] | undefined;

  constructor(parts: RuleParts) {
    this.text = parts.text;
    this.family = parts.family;
    this.words = parts.words;
    this.openQuote = parts.openQuote;
    this.counters = parts.counters;
    this.letter = parts.letter;
    this.commandWord = parts.commandWord;
    this.chain = parts.chain;
    this.chainWord = parts.chainWord;
    this.number = parts.number;
    this.object = parts.object;
    this.objectWord = parts.objectWord;
    this.jump = parts.jump;
    this.target = parts.target;
    this.protocol = parts.protocol;
    this.namedProtocol = parts.namedProtocol;
    this.protocolName = parts.protocolName;
    this.instances = parts.instances;
    this.uses = parts.uses;
    this.generics = parts.generics;
    this.scope = parts.scope;
    this.allowedLegacy = parts.allowedLegacy;
    this.allowedNft = parts.allowedNft;
    this.skipped = parts.skipped;
    this.ends = parts.ends;
    this.faults = parts.faults;
  }

  /** Columns of word `index`, or of a part of it; of the whole word where quotes or escapes moved the characters. */
  columns(index: number, from?: number, to?: number): Columns {
    const word = this.words[index];
    if (!word) return { start: 0, end: 0 };
    const { start, end, quoted } = word;
    if (from === undefined || quoted) return { start, end };
    const first = Math.min(start + from, end);
    return { start: first, end: to === undefined ? end : Math.max(first, Math.min(start + to, end)) };
  }

  /** The index of the word that holds or touches a column, -1 without. */
  at(column: number): number {
    return this.words.findIndex(({ start, end }) => column >= start && column <= end);
  }

  /** Every option, iptables' own and those of extensions, in the order in which they stand. */
  get options(): readonly RuleOption[] {
    this.all ??= optionsOf(this, this.generics);
    return this.all;
  }

  /** iptables' own option with this letter, the first that stands; -j and -g are one. */
  option(letter: string): RuleOption | undefined {
    return this.has(letter)
      ? this.options.find((one) => one.letter !== undefined && slotOf(one.letter) === slotOf(letter))
      : undefined;
  }

  /** Whether iptables' own option with this letter stands; -j and -g are one. */
  has(letter: string): boolean {
    return this.generics.some(({ found }) => slotOf(found.option.letter) === slotOf(letter));
  }

  /** The options of one extension. */
  usesOf(instance: Instance): readonly Use[] {
    return this.uses.filter((use) => use.instance === instance);
  }

  /** The extension of this name and kind that the rule loads last. */
  instanceOf(kind: Extension['kind'], name: string): Instance | undefined {
    return this.instances.findLast(({ known }) => known.extension.kind === kind && known.extension.name === name);
  }
}

/** -j and -g are one to iptables: the rule takes one of them. */
export function slotOf(letter: string | undefined): string | undefined {
  return letter === 'g' ? 'j' : letter;
}

function optionsOf(rule: Rule, generics: readonly GenericUse[]): readonly RuleOption[] {
  const own = generics.map((use) => ownOption(rule, use));
  if (rule.uses.length === 0) return own;
  const others = rule.uses.map((use) => extensionOption(rule, use));
  return [...own, ...others].sort((a, b) => a.word - b.word || a.nameColumns.start - b.nameColumns.start);
}

function ownOption(rule: Rule, { found, word, at, joined, negation }: GenericUse): RuleOption {
  const { option } = found;
  const words = option.takes === 'nothing' ? [] : valueWordsOf(rule, word, joined);
  const isOld = words.length > 0 && rule.words[word + 1]?.role === Role.negation;
  const values = words.map((index, i) => optionValue(rule, index, index === word ? joined : 0, option.values[i]));
  const nameColumns = at > 0 ? rule.columns(word, at === 1 ? 0 : at, at + 1) : nameOf(rule, word, joined);
  return {
    found,
    name: option.name,
    letter: option.letter,
    instance: undefined,
    negated: negation >= 0 || isOld,
    word,
    start: rule.words[negation]?.start ?? nameColumns.start,
    end: values.at(-1)?.end ?? nameColumns.end,
    nameColumns,
    values,
  };
}

function extensionOption(rule: Rule, use: Use): RuleOption {
  const { found, instance, word, valueWords, negated } = use;
  const joined = valueWords[0] === word ? (rule.words[word]?.text ?? '').indexOf('=') + 1 : -1;
  const kinds = found.option.values;
  const values = valueWords.map((index, i) => optionValue(rule, index, index === word ? joined : 0, kinds[i]));
  const nameColumns = nameOf(rule, word, joined);
  return {
    found,
    name: use.name,
    letter: undefined,
    instance,
    negated,
    word,
    start: (negated ? rule.words[word - 1]?.start : undefined) ?? nameColumns.start,
    end: values.at(-1)?.end ?? nameColumns.end,
    nameColumns,
    values,
  };
}

/** The words that one of iptables' own options took: its own where a value is joined to it, and those behind it. */
function valueWordsOf({ words }: Rule, word: number, joined: number): number[] {
  const found = joined >= 0 ? [word] : [];
  // `-s ! 10.0.0.1`, as old versions wrote it.
  const isOld = words[word + 1]?.role === Role.negation && words[word + 2]?.role === Role.value;
  for (let i = isOld ? word + 2 : word + 1; takesPart(words[i]?.role); i++) found.push(i);
  return found;
}

function takesPart(role: Role | undefined): boolean {
  return role !== undefined && role !== Role.unknown && role !== Role.option && role !== Role.negation;
}

function nameOf(rule: Rule, word: number, joined: number): Columns {
  return joined < 0 ? rule.columns(word) : rule.columns(word, 0, Math.max(joined - 1, 0));
}

function optionValue(rule: Rule, index: number, from: number, kind: Value | undefined): OptionValue {
  const { text = '', unknown = false } = rule.words[index] ?? {};
  const value = from > 0 ? text.substring(from) : text;
  return { text: value, kind, word: index, unknown, ...rule.columns(index, from > 0 ? from : undefined) };
}
