// The tokens of one command, word by word. Rules of the same words and other values have the same tokens, so most are
// known by the shape of their line.

import type { Command } from '../../ruleset/command.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { Words } from '../../syntax/words.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { DECLARATION, Kind, kindOf } from './legend.ts';

/** A token as it stands in a word. */
export interface WordToken {
  readonly word: number;
  /** Columns from the word's first. */
  readonly from: number;
  /** Infinite: to the word's end. */
  readonly to: number;
  readonly kind: number;
  readonly modifiers: number;
}

/** More shapes than this and it begins anew: only a made-up file comes here. */
const MOST_SHAPES = 5000;
/** Options whose value tells what may follow: it belongs to the shape. */
const NAMING: ReadonlySet<string> = new Set(['-j', '-g', '-m', '-p', '--jump', '--goto', '--match', '--protocol']);

/** Takes a token: its columns, its kind, its modifiers. */
export type Emit = (start: number, end: number, kind: number, modifiers: number, text: string) => void;

export class RuleTokens {
  private readonly words = new Words();
  private readonly shapes = new Map<number, readonly WordToken[]>();

  /** Emits the tokens of a command's line in their order. `from` is the column behind its counters. */
  tell(file: RulesFile, line: number, command: Command, from: number, emit: Emit): void {
    const text = file.lines.line(line);
    const words = this.words.read(text, from);
    const isKnown = command.faults.length === 0 && !command.skipped && !file.settings.template && !file.taken.any;
    const tokens = isKnown ? this.byShape(file, line, words) : tokensOf(file.rule(line));
    for (const token of tokens) {
      const start = words.start[token.word] ?? 0;
      const end = words.end[token.word] ?? start;
      const to = Math.min(start + token.to, end);
      emit(start + token.from, to, token.kind, token.modifiers, words.text[token.word] ?? '');
    }
  }

  private byShape(file: RulesFile, line: number, words: Words): readonly WordToken[] {
    const shape = shapeOf(words);
    const known = this.shapes.get(shape);
    if (known) return known;
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    const tokens = tokensOf(file.rule(line));
    this.shapes.set(shape, tokens);
    return tokens;
  }
}

/**
 * Two rules that load and have the same shape have the same words in the same roles. The number is a hash of 53 bits,
 * since a text of its own for each of 100,000 lines costs more than all the rest.
 */
function shapeOf({ count, text, quoted }: Words): number {
  let high = 0x811c9dc5;
  let low = 0x12345;
  let naming = false;
  for (let i = 0; i < count; i++) {
    const word = text[i] ?? '';
    const isLiteral: boolean = naming || word.charCodeAt(0) === 0x2d || word === '!';
    if (isLiteral) {
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        high = Math.imul(high ^ code, 0x01000193);
        low = Math.imul(low + code, 0x5bd1e995) ^ (low >>> 15);
      }
    }
    const end = isLiteral ? (quoted[i] ? 2 : 1) : 3;
    high = Math.imul(high ^ end, 0x01000193);
    low = Math.imul(low + end, 0x5bd1e995) ^ (low >>> 15);
    naming = isLiteral && NAMING.has(word);
  }
  return (high >>> 0) * 0x200000 + (low & 0x1fffff);
}

function tokensOf(rule: Rule): WordToken[] {
  const tokens: WordToken[] = [];
  rule.words.forEach(({ role, text }, word) => {
    const kind = kindOfRole(rule, role, text, word);
    if (kind !== undefined)
      tokens.push({ word, from: 0, to: Infinity, kind, modifiers: declares(rule, word) ? DECLARATION : 0 });
  });
  for (const { word, nameColumns, values } of rule.options) {
    if (word !== rule.commandWord) tokens.push(partOf(rule, word, nameColumns, Kind.option));
    for (const value of values)
      if (value.kind && rule.words[value.word]?.role !== Role.match)
        tokens.push(partOf(rule, value.word, value, kindOf(value.kind)));
  }
  const sorted = tokens.sort((a, b) => a.word - b.word || a.from - b.from);
  return sorted.filter((token, i) => !overlaps(sorted[i - 1], token));
}

function overlaps(before: WordToken | undefined, { word, from }: WordToken): boolean {
  return before?.word === word && before.to > from;
}

function partOf(rule: Rule, word: number, columns: { start: number; end: number }, kind: number): WordToken {
  const { start = 0, end = 0 } = rule.words[word] ?? {};
  const to = columns.end === end ? Infinity : columns.end - start;
  return { word, from: columns.start - start, to, kind, modifiers: 0 };
}

function kindOfRole(rule: Rule, role: Role, text: string, word: number): number | undefined {
  switch (role) {
    case Role.negation:
      return Kind.negation;
    case Role.match:
      return Kind.match;
    case Role.chain:
      return Kind.chain;
    case Role.target:
      return rule.target ? Kind.target : isVerdict(text) ? Kind.verdict : Kind.chain;
    case Role.operand:
      return /^\d+$/.test(text) ? Kind.number : rule.letter === 'P' ? Kind.verdict : Kind.chain;
    default:
      return word === rule.commandWord ? Kind.command : undefined;
  }
}

/** -N makes a chain, -E one of another name. */
function declares({ letter, chainWord, objectWord }: Rule, word: number): boolean {
  return (letter === 'N' && word === chainWord) || (letter === 'E' && word === objectWord);
}
