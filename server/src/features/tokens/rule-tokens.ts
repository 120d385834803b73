// The tokens of one command, word by word. Rules of the same words and other values have the same tokens, so most are
// known by the shape of their line.

import type { Command } from '../../ruleset/command.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin } from '../../ruleset/table-block.ts';
import { splitWords } from '../../syntax/words.ts';
import type { TableName } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { BUILT_IN, DECLARATION, Kind, kindOf } from './legend.ts';
import { LineShape } from './line-shape.ts';
import type { TokenList } from './token-list.ts';

/** A token as it stands in a word. */
interface WordToken {
  readonly word: number;
  /** Columns from the word's first. */
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly modifiers: number;
}

/** The column where every word has ended: a small integer, which costs less than Infinity. */
const END = 0x3fffffff;
/** More shapes than this and it begins anew: only a made-up file comes here. */
const MOST_SHAPES = 5000;

export class RuleTokens {
  private readonly line = new LineShape();
  private readonly shapes = new Map<number, readonly WordToken[]>();

  /** Adds the tokens of a command's line in their order. `from` is the column behind its counters. */
  tell(
    file: RulesFile,
    index: number,
    command: Command,
    from: number,
    table: TableName | undefined,
    list: TokenList,
  ): void {
    const text = file.lines.line(index);
    const { start, end } = this.line.read(text, from);
    const isKnown = command.faults.length === 0 && !command.skipped && !file.settings.template && !file.taken.any;
    const tokens = isKnown ? this.byShape(file, index) : tokensOf(file.rule(index));
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) break;
      const first = start[token.word] ?? 0;
      const last = end[token.word] ?? first;
      const to = Math.min(first + token.to, last);
      if (to <= first + token.from) continue;
      const isBuiltIn = token.kind === Kind.chain && isBuiltin(table, unquoted(text.slice(first, last)));
      list.add(
        first + token.from,
        to - first - token.from,
        token.kind,
        isBuiltIn ? token.modifiers | BUILT_IN : token.modifiers,
      );
    }
  }

  private byShape(file: RulesFile, index: number): readonly WordToken[] {
    const { shape } = this.line;
    const known = this.shapes.get(shape);
    if (known) return known;
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    const tokens = tokensOf(file.rule(index));
    this.shapes.set(shape, tokens);
    return tokens;
  }
}

/** A word as the loader gets it. */
function unquoted(word: string): string {
  return word.includes('"') ? (splitWords(word).text[0] ?? '') : word;
}

function tokensOf(rule: Rule): WordToken[] {
  const tokens: WordToken[] = [];
  rule.words.forEach(({ role, text }, word) => {
    const kind = kindOfRole(rule, role, text, word);
    if (kind !== undefined)
      tokens.push({ word, from: 0, to: END, kind, modifiers: declares(rule, word) ? DECLARATION : 0 });
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
  const to = columns.end === end ? END : columns.end - start;
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
