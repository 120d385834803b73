// Selection ranges: from a word outwards, as "Expand Selection" goes.

import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Rule, RuleOption } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Piece } from '../syntax/line.ts';
import { rangeOf, rangeOfLines } from './navigation/ranges.ts';
import { chainOfLine, commentBlockAt, runAt } from './navigation/runs.ts';

/** The smallest first: value, option, match with its options, rule, line, block or run, table, file. One for each place. */
export function selectionRangesOf(file: RulesFile, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRangeAt(file, file.lines.clamp(position)));
}

function selectionRangeAt(file: RulesFile, position: Position): SelectionRange {
  const { line, character } = position;
  const ranges = [
    ...columnsAt(file, line, character).map((part) => rangeOf({ line, ...part })),
    ...linesAt(file, line),
  ];
  let selection: SelectionRange | undefined;
  for (const range of ranges.reverse()) {
    if (!holds(range, position)) continue;
    if (!selection) selection = { range };
    else if (isWithin(range, selection.range)) selection = { range, parent: selection };
  }
  return selection ?? { range: { start: position, end: position } };
}

function holds({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

/** Within the other, and smaller. */
function isWithin(inner: Range, outer: Range): boolean {
  const startsIn = compare(inner.start, outer.start);
  const endsIn = compare(outer.end, inner.end);
  return startsIn >= 0 && endsIn >= 0 && startsIn + endsIn > 0;
}

function compare(a: Position, b: Position): number {
  return Math.sign(a.line - b.line || a.character - b.character);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function touches({ start, end }: Span, column: number): boolean {
  return column >= start && column <= end;
}

/** The parts of its line that touch a column, the smallest first. */
function columnsAt(file: RulesFile, line: number, column: number): readonly Span[] {
  const entry = file.entry(line);
  switch (entry.kind) {
    case 'table':
      return piecesAt([entry.name], column);
    case 'chain':
      return piecesAt([entry.name, entry.policy, entry.counters], column);
    case 'comment': {
      const text = file.lines.line(line);
      const start = text.search(/[^#\s]/);
      return start < 0 ? [] : [{ start, end: text.length }].filter((prose) => touches(prose, column));
    }
    case 'command':
      return rulePartsAt(file.rule(line), column);
    default:
      return [];
  }
}

function piecesAt(pieces: readonly (Piece | undefined)[], column: number): readonly Span[] {
  return pieces.flatMap((piece) => (piece && touches(piece, column) ? [piece] : []));
}

function rulePartsAt(rule: Rule, column: number): readonly Span[] {
  const { counters, words, options } = rule;
  if (counters && column <= counters.end) return [counters];
  // Between two options that touch, the one behind the cursor.
  const option = options.findLast((one) => touches(one, column));
  const parts: Span[] = option ? [...option.values, option.nameColumns].filter((part) => touches(part, column)) : [];
  if (option) parts.push(option, groupOf(options, option));
  else parts.push(...words.filter((word) => touches(word, column)));
  const [first] = words;
  const last = words.at(-1);
  if (first && last) parts.push({ start: first.start, end: last.end });
  return parts;
}

/** The options around one that are of the same match or target, from the -m or -j that loads it on. */
function groupOf(options: readonly RuleOption[], option: RuleOption): Span {
  const at = options.indexOf(option);
  const owner = option.instance?.word ?? option.values.at(-1)?.word;
  const belongs = (one: RuleOption | undefined) =>
    one !== undefined && owner !== undefined && (one.instance?.word === owner || one.values.at(-1)?.word === owner);
  let first = at;
  let last = at;
  while (belongs(options[first - 1])) first--;
  while (belongs(options[last + 1])) last++;
  return { start: options[first]?.start ?? option.start, end: options[last]?.end ?? option.end };
}

/** What the line is a part of, the smallest first, from the line itself to the file. */
function linesAt(file: RulesFile, line: number): readonly Range[] {
  const ranges = [rangeOfLines(file, line)];
  const { kind } = file.entry(line);
  const comments = kind === 'comment' ? commentBlockAt(file, line) : undefined;
  if (comments) ranges.push(rangeOfLines(file, comments.first, comments.last));
  // A comment belongs to the rules below it.
  const ruleLine = comments ? comments.last + 1 : line;
  if (kind === 'chain' || chainOfLine(file, ruleLine) !== undefined) {
    const run = runAt(file, ruleLine);
    const above = commentBlockAt(file, run.first - 1);
    ranges.push(rangeOfLines(file, run.first, run.last), rangeOfLines(file, above?.first ?? run.first, run.last));
  }
  const block = file.blockAt(line);
  if (block) ranges.push(rangeOfLines(file, block.firstLine, block.lastLine));
  return [...ranges, rangeOfLines(file, 0, file.lineCount - 1)];
}
