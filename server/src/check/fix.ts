// A quick fix: a title and the smallest edits that mend a finding.

import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Range } from '../syntax/lines.ts';
import type { TableName } from '../vocabulary/schema.ts';
import type { Finding } from './finding.ts';

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  /** What the fix does, as an order: `Move the comment to a line of its own`. */
  readonly title: string;
  /** All of them at once; they do not overlap. */
  readonly edits: readonly Edit[];
  /** The one that people mean most often. */
  readonly preferred?: boolean;
  /** Surely changes nothing of what becomes of any packet, nor loses anything: it may be made unasked. */
  readonly safe?: boolean;
  /** Mends nothing and only makes the rest load, or changes what fixes beside it rely on: never made for many findings at once. */
  readonly lastResort?: boolean;
}

/** The fixes for a finding, the best first; none where the finding does not fit the file any more. */
export type Fixer = (file: RulesFile, finding: Finding<string>) => readonly Fix[];

/** The errors that rules would have in a table of a file, all chains that they name being there. */
export type ErrorsOf = (file: RulesFile, table: TableName, rules: readonly string[]) => readonly Finding<string>[];

/** A fixer that tries a rule elsewhere before it moves it there. */
export type TryingFixer = (file: RulesFile, finding: Finding<string>, errorsOf: ErrorsOf) => readonly Fix[];

/** Replaces columns of one line. */
export function replaceColumns(line: number, start: number, end: number, text: string): Edit {
  return { range: { start: { line, character: start }, end: { line, character: end } }, text };
}

/** Puts whole lines in front of line `before`; behind the last line where there is none such. */
export function insertLines(file: RulesFile, before: number, lines: readonly string[]): Edit {
  const count = file.lineCount;
  if (before < count) return replaceColumns(before, 0, 0, lines.map((line) => `${line}\n`).join(''));
  const last = count - 1;
  const end = file.lines.line(last).length;
  return replaceColumns(last, end, end, `${end === 0 && count === 1 ? '' : '\n'}${lines.join('\n')}\n`);
}

/** Takes a whole line out. */
export function removeLine(line: number): Edit {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' };
}

/** Takes columns of a line out, with the blanks before them. */
export function removeWords(file: RulesFile, line: number, start: number, end: number): Edit {
  const text = file.lines.line(line);
  let from = start;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  let to = end;
  if (from === 0) while (/[ \t]/.test(text.charAt(to))) to++;
  return replaceColumns(line, from, to, '');
}
