// What is known of a command line while its words are read.

import { Words } from '../../syntax/words.ts';
import { matchNameOfProtocol } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { checkValue } from '../../vocabulary/values/index.ts';
import { type CommandLetter, Jump, type ReadingEnd } from '../command.ts';
import type { Fault, FaultCode } from '../fault.ts';
import { type Known, knownMatch, knownTarget } from '../known.ts';
import { type ExtensionOption, type GenericFound, OptionScope } from '../option-scope.ts';
import { type GenericUse, type Instance, Role, type Use } from '../rule.ts';
import { NONE_TAKEN } from '../taken-names.ts';

/** What the loaders take of a chain's name and of any word, in UTF-8 bytes. */
export const MAX_CHAIN_BYTES = 28;
export const MAX_WORD_BYTES = 1023;

/** An extension while the rule that loads it is read. */
export interface Loading extends Instance {
  seen: number;
}

/** Empties an array for the next line; `length = 0` would give its memory away. */
function empty(array: unknown[]): void {
  while (array.length > 0) array.pop();
}

const SCOPES = { 4: OptionScope.base(4), 6: OptionScope.base(6) } as const;
const CONTEXT4 = { family: 4 } as const;
const CONTEXT6 = { family: 6 } as const;

/** The state of a reading, and the steps that several kinds of words have in common. */
export class RuleState {
  readonly words = new Words();
  readonly roles: Role[] = [];
  readonly found: (ExtensionOption | GenericFound | undefined)[] = [];
  /** For values: which of the option's values. */
  readonly part: number[] = [];
  readonly instances: Loading[] = [];
  /** Options of extensions. */
  readonly uses: Use[] = [];
  /** iptables' own options. */
  readonly generics: GenericUse[] = [];
  /** The index of the letter that is being read in its word; 0 for options that are written out. */
  at = 0;
  lineLength = 0;
  family: Family = 4;
  scope = SCOPES[4];
  faults: Fault[] = [];

  /** Letters of the generic options that stand, in order of appearance. */
  letters = '';
  /** The word index of each of `letters`, at the same place. */
  readonly letterWords: number[] = [];
  /** Letters of the conditions that are negated. */
  negatedLetters = '';
  /** How many of `letters` are conditions. */
  conditions = 0;
  /** Some of `letters` are neither conditions nor a jump. */
  unusual = false;
  letter: CommandLetter | undefined;
  commandWord = -1;
  chain: string | undefined;
  chainWord = -1;
  number = 0;
  object: string | undefined;
  objectWord = -1;
  jump: Jump = Jump.none;
  target: Known | undefined;
  /** Number of -p; undefined without one, or where it is negated or not known. */
  protocol: number | undefined;
  /** The number that -p names, negated or not. */
  namedProtocol: number | undefined;
  sources = 1;
  destinations = 1;

  extensions: readonly string[] = [];
  /** Names of targets that chains have taken; see taken-names.ts. Holds for every line until it is set anew. */
  taken: ReadonlySet<string> = NONE_TAKEN;
  i = 0;
  negation = -1;
  protocolName: string | undefined;
  protocolWord = -1;
  protocolUsed = false;
  /** Bits of `Trait` that single words give. */
  traits = 0;
  /** An option or extension before is not known: what follows may belong to it. */
  foreign = false;
  skipped = false;
  ends: ReadingEnd = false;

  /** Set by finishRule. */
  allowedLegacy = 0;
  allowedNft = 0;
  allowedNftCalled = 0;

  /** The target extension of this name, where no chain has taken it. */
  targetCalled(name: string): Known | undefined {
    return this.taken.has(name) ? undefined : knownTarget(name, this.family);
  }

  /** Notes a fault on word `index`, or on a part of it. */
  fault(
    code: FaultCode,
    index: number,
    about: readonly string[],
    more?: Partial<Fault>,
    from?: number,
    to?: number,
  ): void {
    const { start, end } = this.words.columns(index, from, to);
    this.faults.push({ code, start, end, about, ...more });
  }

  /** True where one of the generic options with this letter stands. */
  has(letter: string): boolean {
    return this.letters.includes(letter);
  }

  reset(family: Family, extensions: readonly string[]): void {
    this.family = family;
    this.scope = SCOPES[family];
    this.extensions = extensions;
    empty(this.instances);
    empty(this.uses);
    empty(this.generics);
    empty(this.letterWords);
    if (this.faults.length > 0) this.faults = [];
    this.letters = '';
    this.negatedLetters = '';
    this.conditions = 0;
    this.unusual = false;
    this.letter = undefined;
    this.commandWord = this.chainWord = this.objectWord = this.negation = this.protocolWord = -1;
    this.chain = this.object = this.target = this.protocol = this.namedProtocol = this.protocolName = undefined;
    this.number = 0;
    this.jump = Jump.none;
    this.sources = this.destinations = 1;
    this.i = 0;
    this.protocolUsed = this.foreign = this.skipped = false;
    this.ends = false;
    this.traits = 0;
  }

  /** Notes that a generic option stands; a fault where it stood already. */
  note(letter: string, index: number): void {
    if (this.letters.includes(letter) && letter !== 'v') {
      this.fault('option-twice', index, [this.words.text[index] ?? '']);
    }
    this.letters += letter;
    this.letterWords.push(index);
  }

  /** The word (or rest of word `index` from `joined` on) that an option takes; -1 and a fault where there is none. */
  takeValue(index: number, joined: number): number {
    if (joined >= 0) return index;
    if (this.i >= this.words.count) {
      this.fault('missing-value', index, [this.words.text[index] ?? '']);
      return -1;
    }
    return this.i++;
  }

  /** The next word exists and begins neither with `-` nor with `!`. */
  nextIsOperand(): boolean {
    if (this.i >= this.words.count) return false;
    const code = (this.words.text[this.i] ?? '').charCodeAt(0);
    return code !== 45 && code !== 33;
  }

  takeOperand(): number {
    if (!this.nextIsOperand() || (this.words.text[this.i] ?? '').startsWith('#')) return -1;
    this.roles[this.i] = Role.operand;
    return this.i++;
  }

  /** iptables loads the protocol's match once, when an option is not known. True: it did, look again. */
  loadProtocol(): boolean {
    if (this.protocolName === undefined || this.protocolUsed) return false;
    this.protocolUsed = true;
    const name = matchNameOfProtocol(this.protocolName);
    const known = name === undefined ? undefined : knownMatch(name, this.family);
    if (!known) return false;
    this.load(known, this.protocolWord, true);
    return true;
  }

  load(known: Known, word: number, implicit: boolean): Loading {
    const instance: Loading = { known, word, implicit, seen: 0 };
    this.instances.push(instance);
    this.scope = this.scope.with(known.extension);
    return instance;
  }

  lastInstance(extension: Known['extension']): Loading | undefined {
    for (let i = this.instances.length - 1; i >= 0; i--) {
      if (this.instances[i]?.known.extension === extension) return this.instances[i];
    }
    return undefined;
  }

  /** Checks a value; false where the old `--option ! value` made what follows its value. */
  judge(kind: Parameters<typeof checkValue>[1], value: string, word: number, from: number, part: number): boolean {
    const wrong = checkValue(value, kind, this.family === 4 ? CONTEXT4 : CONTEXT6);
    if (!wrong && value !== '!') return true;
    if (value === '!' && part === 0 && ((wrong && !wrong.severity) || this.nextIsOperand())) {
      this.fault('old-negation', word, [this.words.text[word - 1] ?? '']);
      this.roles[word] = Role.negation;
      if (this.nextIsOperand()) this.roles[this.i++] = Role.value;
      return false;
    }
    if (!wrong) return true;
    const { message, start, end, suggestions, ...rest } = wrong;
    const first = start === undefined && from === 0 ? undefined : from + (start ?? 0);
    this.fault(
      'bad-value',
      word,
      [message],
      { ...rest, ...(suggestions ? { suggestions } : {}) },
      first,
      end === undefined ? undefined : from + end,
    );
    return true;
  }
}
