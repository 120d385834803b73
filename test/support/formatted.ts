// Owns formatting a text in tests, with the edits applied as strictly as an editor does.

import { formatSteps } from '../../server/src/format/format.ts';
import type { FormatEdit, FormatOptions, LineRange } from '../../server/src/format/options.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { complete } from '../../server/src/ruleset/steps.ts';
import { Eol, LineArray, type Position } from '../../server/src/syntax/lines.ts';

export const TIDY: FormatOptions = { style: 'tidy', align: false };
export const CANONICAL: FormatOptions = { style: 'canonical', align: false };
export const TIDY_COLUMNS: FormatOptions = { style: 'tidy', align: true };
export const CANONICAL_COLUMNS: FormatOptions = { style: 'canonical', align: true };
export const EVERY_WAY: readonly FormatOptions[] = [TIDY, CANONICAL, TIDY_COLUMNS, CANONICAL_COLUMNS];

export function fileOf(text: string, settings: Partial<FileSettings> = {}): RulesFile {
  return new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
}

/** The edits of a whole file, or of some of its lines. */
export function editsOf(file: RulesFile, options: FormatOptions, range?: LineRange): readonly FormatEdit[] {
  return complete(formatSteps(file, options, range ?? { first: 0, last: file.lineCount - 1 }));
}

/** The text after the edits. Throws where two overlap or are out of order. */
export function applied(text: string, edits: readonly FormatEdit[]): string {
  const lines = new LineArray(text);
  const starts = [0];
  for (let line = 0; line < lines.count; line++) {
    const eol = lines.eol(line);
    starts.push((starts[line] ?? 0) + lines.line(line).length + (eol === Eol.none ? 0 : eol === Eol.crlf ? 2 : 1));
  }
  const offset = (position: Position): number => {
    const { line, character } = lines.clamp(position);
    return (starts[line] ?? 0) + character;
  };
  let result = '';
  let at = 0;
  for (const { range, text: put } of edits) {
    const from = offset(range.start);
    const to = offset(range.end);
    if (from < at) throw new Error(`Two edits meet at ${from}.`);
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}

/** A text as formatting leaves it. */
export function formatted(text: string, options: FormatOptions, settings: Partial<FileSettings> = {}): string {
  return applied(text, editsOf(fileOf(text, settings), options));
}
