// What is being typed: the word at the cursor, the words before it as iptables reads them, what may come next.

import { type Known, knownMatch } from '../../ruleset/known.ts';
import type { ExtensionOption } from '../../ruleset/option-scope.ts';
import { readRule } from '../../ruleset/read-rule.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { placeholderAt } from '../../syntax/template.ts';
import { Words } from '../../syntax/words.ts';
import type { GenericOption } from '../../vocabulary/generic-options.ts';
import { matchNameOfProtocol } from '../../vocabulary/protocols.ts';
import type { Extension, Family } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { joinedAt } from '../hover/letters.ts';

/** What the word at the cursor is going to be. */
export type Expected =
  | { readonly kind: 'command' }
  | { readonly kind: 'option'; readonly negated: boolean }
  | { readonly kind: 'value'; readonly value: Value; readonly option: string; readonly owner?: Extension }
  | { readonly kind: 'counters' }
  | { readonly kind: 'number' }
  | { readonly kind: 'match' }
  | { readonly kind: 'target'; readonly goto: boolean }
  | { readonly kind: 'chain'; readonly letter: string; readonly optional: boolean }
  | { readonly kind: 'policy' }
  | { readonly kind: 'nothing' };

export interface Cursor {
  readonly file: RulesFile;
  readonly family: Family;
  readonly block: TableBlock | undefined;
  readonly line: number;
  readonly column: number;
  /** Columns and text of what is being typed; of `--dport=22` only what is behind the sign. */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The words before, read. */
  readonly head: Rule;
  /** All words but the one at the cursor, read. */
  readonly rest: Rule;
  /** The match that the protocol of the words before loads, where it is not loaded yet. */
  readonly implied: Known | undefined;
  readonly expected: Expected;
}

/** The cursor in a command line whose words begin at column `from`; undefined inside quotes and comments. */
export function cursorAt(file: RulesFile, line: number, column: number, from: number): Cursor | undefined {
  const text = file.lines.line(line);
  if (file.settings.template && isInPlaceholder(text, column)) return undefined;
  const words = new Words().read(text, from);
  const index = words.at(column);
  const inWord = index >= 0 && (words.start[index] ?? 0) < column;
  if (inWord && words.quoted[index]) return undefined;
  let start = inWord ? (words.start[index] ?? column) : column;
  const end = inWord ? (words.end[index] ?? column) : column;
  const { family } = file.settings;
  const taken = file.taken.above(line);
  const head = readRule(text.slice(0, start), file.settings, from, taken);
  if (isInComment(head)) return undefined;
  const isLast = text.slice(end).trim() === '';
  const rest = isLast ? head : readRule(text.slice(0, start) + text.slice(end), file.settings, from, taken);
  const implied = impliedMatch(head, family);
  let expected = expectedAfter(head);
  const word = text.slice(start, end);
  const equals = word.indexOf('=');
  if (expected.kind === 'option' && word.startsWith('--') && equals >= 0 && column > start + equals) {
    expected = joinedValue(head, implied, word.slice(0, equals));
    start += equals + 1;
  }
  const block = file.blockAt(line);
  return { file, family, block, line, column, start, end, word: text.slice(start, end), head, rest, implied, expected };
}

function isInPlaceholder(text: string, column: number): boolean {
  const found = placeholderAt(text, column);
  return found !== undefined && found.start < column;
}

function isInComment({ words, openQuote }: Rule): boolean {
  const begins = words.some(({ role, text, quoted }) => role === Role.unknown && text.startsWith('#') && !quoted);
  return begins || openQuote >= 0;
}

/** The match of the rule's -p, which iptables loads at the first option that it does not know. */
function impliedMatch(head: Rule, family: Family): Known | undefined {
  const value = head.option('p')?.values[0]?.text ?? '';
  const name = matchNameOfProtocol(value.toLowerCase());
  const known = name === undefined ? undefined : knownMatch(name, family);
  return known && !head.scope.extensions.includes(known.extension) ? known : undefined;
}

function joinedValue(head: Rule, implied: Known | undefined, name: string): Expected {
  const scope = implied ? head.scope.with(implied.extension) : head.scope;
  const found = scope.find(name);
  if (!found || found.kind === 'ambiguous') return { kind: 'nothing' };
  return found.kind === 'generic' ? afterGeneric(found.option) : afterExtension(found, 0);
}

/** What the last of the words wants behind it. */
function expectedAfter(head: Rule): Expected {
  const last = head.words.at(-1);
  if (!last) return { kind: 'command' };
  const { text, found, part } = last;
  switch (last.role) {
    case Role.option:
      if (!found || text === '--') return { kind: 'nothing' };
      if (isJoined(text)) return { kind: 'option', negated: false };
      return found.kind === 'generic' ? afterGeneric(found.option) : afterExtension(found, 0);
    case Role.value:
      return found?.kind === 'extension' ? afterExtension(found, part + 1) : { kind: 'option', negated: false };
    case Role.negation:
      return { kind: 'option', negated: true };
    case Role.chain:
      if (head.letter === 'P') return { kind: 'policy' };
      if (head.letter === 'R') return { kind: 'number' };
      return head.letter === 'E' ? { kind: 'nothing' } : { kind: 'option', negated: false };
    default:
      return { kind: 'option', negated: false };
  }
}

/** `--dport=22`, `-ieth0`: the value is there already. */
function isJoined(text: string): boolean {
  return text.startsWith('--') ? text.includes('=') : joinedAt(text) < text.length;
}

const OPTION: Expected = { kind: 'option', negated: false };

function afterGeneric(option: GenericOption): Expected {
  const letter = option.letter ?? '';
  switch (option.role) {
    case 'command':
      return { kind: 'chain', letter, optional: option.takes === 'optional' };
    case 'load':
      return { kind: 'match' };
    case 'target':
      return { kind: 'target', goto: letter === 'g' };
    default: {
      const value = option.values[0];
      if (option.takes !== 'word') return OPTION;
      if (option.role === 'counters') return { kind: 'counters' };
      return value && option.role === 'condition' ? { kind: 'value', value, option: option.name } : { kind: 'nothing' };
    }
  }
}

function afterExtension({ option, extension }: ExtensionOption, part: number): Expected {
  const value = option.values[part];
  return value ? { kind: 'value', value, option: option.name, owner: extension } : OPTION;
}
