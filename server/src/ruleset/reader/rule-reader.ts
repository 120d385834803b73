// Reads the words of one command line as iptables does: one pass from left to right with getopt's rules.

import { byteLength } from '../../syntax/bytes.ts';
import { matchNameOfProtocol, protocolNumber } from '../../vocabulary/protocols.ts';
import type { Extension, Family, Option } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { type Command, Jump } from '../command.ts';
import type { Fault } from '../fault.ts';
import { ownersOf } from '../known.ts';
import { oddStart } from '../odd-words.ts';
import { type Ambiguous, type ExtensionOption, type Found, type GenericFound, OptionScope } from '../option-scope.ts';
import { Role } from '../rule.ts';
import { sameOption } from '../same-options.ts';
import { checkValuesRead, finishRule } from './finish-rule.ts';
import { readGeneric } from './generic-words.ts';
import { MAX_WORD_BYTES, RuleState } from './rule-state.ts';

const MAX_WORDS = 251;
const NO_FAULTS: readonly Fault[] = [];
const NO_WORDS: readonly number[] = [];
const NO_VALUES: readonly string[] = [];

/**
 * Reads one line after another; what it found of the last one stays in its fields until the next `read`, for hover
 * and completion. Never throws.
 */
export class RuleReader extends RuleState {
  /**
   * Reads the command in `line` from column `from`. `extensions` are names that are taken as known (the setting
   * `iptables.extensions`).
   */
  read(line: string, from: number, family: Family, extensions: readonly string[] = []): Command {
    this.reset(family, extensions);
    this.lineLength = line.length;
    const words = this.words.read(line, from);
    for (let i = 0; i < words.count; i++) {
      this.roles[i] = Role.unknown;
      this.found[i] = undefined;
      this.part[i] = 0;
    }
    this.checkLimits();
    while (this.i < words.count && !this.skipped && !this.ends) {
      const text = words.text[this.i] ?? '';
      if (text.charCodeAt(0) !== 45 || text.length === 1) {
        if (!this.readOperand(text)) break;
      } else if (text.charCodeAt(1) !== 45) this.readShort(text);
      else if (text.length === 2) {
        this.endOptions();
        break;
      } else this.readLong(text);
    }
    if (!this.skipped && !this.ends) return this.command(finishRule(this));
    this.forgetUnread();
    checkValuesRead(this);
    return this.command(0);
  }

  /** Addresses, among others, are looked at when the whole line is read. */
  private forgetUnread(): void {
    const isAddress = ({ code, start }: Fault) => {
      const found = code === 'bad-value' ? this.found[this.words.at(start)] : undefined;
      return found?.kind === 'generic' && (found.option.letter === 's' || found.option.letter === 'd');
    };
    if (this.faults.length > 0) this.faults = this.faults.filter((fault) => !fault.late && !isAddress(fault));
  }

  private command(traits: number): Command {
    return {
      kind: 'command',
      letter: this.letter,
      chain: this.chain,
      number: this.number,
      object: this.object,
      jump: this.jump,
      toExtension: this.target !== undefined,
      allowedLegacy: this.allowedLegacy,
      allowedNft: this.allowedNft,
      allowedNftCalled: this.allowedNftCalled,
      traits,
      rules: this.sources * this.destinations,
      skipped: this.skipped,
      ends: this.ends,
      faults: this.faults.length === 0 ? NO_FAULTS : this.faults,
    };
  }

  private checkLimits(): void {
    const { words } = this;
    if (words.count > MAX_WORDS) {
      this.fault('too-many-words', MAX_WORDS, [String(words.count), String(MAX_WORDS)]);
      this.i = words.count;
      return;
    }
    if (words.longest * 3 > MAX_WORD_BYTES) this.checkLongWords();
    if (words.openQuote >= 0) {
      const last = words.count - 1;
      const from = words.openQuote - (words.start[last] ?? 0);
      this.faults.push({
        code: 'unterminated-quote',
        start: (words.start[last] ?? 0) + from,
        end: words.end[last] ?? 0,
        about: [],
        severity: 'warning',
      });
    }
  }

  private checkLongWords(): void {
    const { words } = this;
    for (let i = 0; i < words.count; i++) {
      const bytes = byteLength(words.text[i] ?? '');
      if (bytes > MAX_WORD_BYTES) this.fault('word-too-long', i, [String(bytes), String(MAX_WORD_BYTES)]);
    }
  }

  /** A word that is no option. False: the rest of the line is not worth reading. */
  private readOperand(text: string): boolean {
    const index = this.i++;
    if (text === '!') {
      this.roles[index] = Role.negation;
      if (this.negation >= 0) this.fault('double-negation', index, []);
      this.negation = index;
      return true;
    }
    if (text.charCodeAt(0) === 35 && !this.words.quoted[index]) {
      const { words } = this;
      const start = words.start[index] ?? 0;
      this.faults.push({
        code: index === 0 ? 'indented-comment' : 'trailing-comment',
        start,
        end: words.end[words.count - 1] ?? start,
        about: [],
      });
      return false;
    }
    if (index === 0) {
      const code = oddStart(text);
      if (code !== undefined) {
        this.fault(code, 0, [text]);
        this.foreign = true;
        return code === 'program-name';
      }
    }
    if (!this.foreign) this.fault('stray-word', index, [text, this.roles[index - 1] === Role.value ? 'value' : '']);
    this.negation = -1;
    return true;
  }

  /** `--` ends the options; the loader takes nothing behind it. */
  private endOptions(): void {
    this.roles[this.i] = Role.option;
    if (this.i + 1 < this.words.count) this.fault('stray-word', this.i + 1, [this.words.text[this.i + 1] ?? '', '--']);
  }

  private readLong(text: string): void {
    const index = this.i++;
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.substring(0, equals);
    let found = this.scope.find(name);
    if ((!found || found.kind === 'ambiguous') && this.loadProtocol()) found = this.scope.find(name);
    if (found?.kind === 'ambiguous' && this.family === 6) found = this.withoutFragments(index, name, found);
    if (!found || found.kind === 'ambiguous') {
      this.unknownLong(index, name, found);
      return;
    }
    this.roles[index] = Role.option;
    this.found[index] = found;
    const takes = found.kind === 'generic' ? found.option.takes : takesWord(found.option) ? 'word' : 'nothing';
    if (takes === 'nothing' && equals >= 0) {
      this.fault('unexpected-value', index, [name], undefined, equals);
      this.negation = -1;
      return;
    }
    this.at = 0;
    if (found.kind === 'generic') readGeneric(this, found, index, equals < 0 ? -1 : equals + 1);
    else this.readExtensionOption(found, index, equals < 0 ? -1 : equals + 1);
  }

  /** ip6tables-legacy has no --fragments that a cut name could mean; ip6tables-nft has. */
  private withoutFragments(index: number, name: string, found: Ambiguous): Found {
    const [only, ...more] = found.names.filter((other) => other !== '--fragments');
    if (only === undefined || more.length > 0) return found;
    this.fault('ambiguous-option', index, [name, ...found.names], { suggestions: [only], backend: 'nft' });
    return this.scope.find(only);
  }

  private unknownLong(index: number, name: string, found: Found): void {
    this.negation = -1;
    if (found) {
      this.fault('ambiguous-option', index, [name, ...(found.kind === 'ambiguous' ? found.names : [])], {
        suggestions: found.kind === 'ambiguous' ? found.names : [],
      });
    } else if (!this.foreign) {
      const owners = ownersOf(name, this.family);
      const suggestions = owners.length > 0 ? [] : this.scope.near(name);
      const more = { suggestions, owners, ...(this.followsUnknownTarget() ? { followsTarget: true } : {}) };
      const { instance, name: there = '' } = sameOption(this.instances, name) ?? {};
      const match = instance?.known.extension.name ?? '';
      const about = [name, this.protocolName ?? '', match, there, this.takenOwner(owners)];
      if (!this.followsUnknownProtocol(owners)) this.fault('unknown-option', index, about, more, 0, name.length);
    }
    this.skipOperands();
  }

  /** The value of an unknown option, if it has one, is not a second mistake. */
  private skipOperands(): void {
    const isOperand = (word: number) => word < this.words.count && !/^[-!#]/.test(this.words.text[word] ?? '');
    while (isOperand(this.i) || (this.words.text[this.i] === '!' && isOperand(this.i + 1))) this.i++;
  }

  /** The word after -p is refused already, and the option may belong to the protocol that is meant. */
  private followsUnknownProtocol(owners: readonly Extension[]): boolean {
    if (this.protocolName === undefined || this.namedProtocol !== undefined) return false;
    return owners.some(({ name }) => matchNameOfProtocol(name) === name && protocolNumber(name) !== undefined);
  }

  /** The name behind -j where it is that of the option's target, and a chain has taken it. */
  private takenOwner(owners: readonly Extension[]): string {
    const { object = '', taken } = this;
    return taken.has(object) && owners.some(({ kind, name }) => kind === 'target' && name === object) ? object : '';
  }

  private followsUnknownTarget(): boolean {
    return this.object !== undefined && this.jump === Jump.jump && !this.target && !isVerdict(this.object);
  }

  /** `-A`, `-ieth0`, `-fj ACCEPT`: letters, until one takes what is behind it or the next word. */
  private readShort(text: string): void {
    const index = this.i++;
    this.roles[index] = Role.option;
    for (let at = 1; at < text.length; at++) {
      const letter = text.charAt(at);
      const found = GENERIC_BY_LETTER.get(letter);
      if (!found) {
        // Where iptables loads the protocol's match now, getopt goes on with the next letter, which may end it all.
        if (this.loadProtocol() && /^[hV46]/.test(text.substring(at + 1))) continue;
        if (!this.foreign) {
          const name = text.length === 2 ? text : `-${letter}`;
          const more = { suggestions: otherCase(text, letter) };
          this.fault('unknown-option', index, [name, ''], more, at === 1 ? 0 : at, at + 1);
        }
        this.negation = -1;
        if (text.length === 2) this.skipOperands();
        return;
      }
      this.found[index] = found;
      const takes = found.option.takes;
      this.at = at;
      if (takes === 'nothing') {
        readGeneric(this, found, index, -1);
        if (this.skipped || this.ends) return;
        continue;
      }
      readGeneric(this, found, index, at + 1 < text.length ? at + 1 : -1);
      return;
    }
  }

  private readExtensionOption(found: ExtensionOption, index: number, joined: number): void {
    const negated = this.negation >= 0;
    const negation = this.negation;
    this.negation = -1;
    const { option, slot, extension } = found;
    const instance = this.lastInstance(extension);
    if (!instance) return;
    if (negated && !option.negatable) this.fault('not-negatable', negation, [option.name]);
    if (instance.seen & (1 << slot) && !option.repeatable) this.fault('option-twice', index, [option.name]);
    instance.seen |= 1 << slot;
    // Most options have one value: an array made for one takes a tenth of what a pushed-to one takes.
    let valueWords: readonly number[] = NO_WORDS;
    let values: readonly string[] = NO_VALUES;
    for (let n = 0; n < option.values.length; n++) {
      if (isOptional(option.values[n]) && !this.nextIsOperand()) break;
      const word = n === 0 ? this.takeValue(index, joined) : this.takeFurther(option.name, index);
      if (word < 0) break;
      const text = this.words.text[word] ?? '';
      const value = word === index ? text.substring(joined) : text;
      if (word !== index) {
        this.roles[word] = Role.value;
        this.found[word] = found;
        this.part[word] = n;
      }
      valueWords = n === 0 ? [word] : [...valueWords, word];
      values = n === 0 ? [value] : [...values, value];
      const kind = option.values[n];
      if (kind && !this.judge(kind, value, word, word === index ? joined : 0, n)) {
        this.takeRest(option.values.length - n - 1);
        break;
      }
    }
    this.uses.push({
      found,
      name: option.name,
      instance,
      slot,
      negated,
      word: index,
      valueWords,
      values,
      protocol: this.namedProtocol,
    });
  }

  /** Behind an old negation the values that follow are no second mistake. */
  private takeRest(count: number): void {
    for (let left = count; left > 0 && this.nextIsOperand(); left--) this.roles[this.i++] = Role.value;
  }

  /** A second word of an option's value may not look like an option. */
  private takeFurther(name: string, index: number): number {
    if (this.nextIsOperand()) return this.i++;
    this.fault('missing-value', index, [name, 'two']);
    return -1;
  }
}

/** What the library takes by itself, if it is there, is no value to getopt: `--option=value` is refused. */
function takesWord(option: Option): boolean {
  return option.values.length > 0 && !isOptional(option.values[0]);
}

function isOptional(value: Value | undefined): boolean {
  return value?.kind === 'irregular' && value.optional === true;
}

const GENERIC_BY_LETTER = lettersOf(OptionScope.base(4));

function lettersOf(scope: OptionScope): ReadonlyMap<string, GenericFound> {
  const map = new Map<string, GenericFound>();
  for (const name of scope.names()) {
    const found = scope.find(name);
    if (found?.kind === 'generic' && found.option.letter && !map.has(found.option.letter))
      map.set(found.option.letter, found);
  }
  return map;
}

/** `-J` for `-j`: the letter in the other case, where that is an option. */
function otherCase(text: string, letter: string): string[] {
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return text.length === 2 && other !== letter && GENERIC_BY_LETTER.has(other) ? [`-${other}`] : [];
}
