// Formatting: a whole document, a range of it, or the line that was just finished.

import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { formatLine, formatSteps } from '../format/format.ts';
import type { FormatEdit, FormatOptions } from '../format/options.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';

/** The edits that bring a file into form, in the order of the document. */
export function* documentFormatSteps(file: RulesFile, options: FormatOptions): Steps<TextEdit[]> {
  const edits = yield* formatSteps(file, options, { first: 0, last: file.lineCount - 1 });
  return edits.map(textEdit);
}

/** The same for the lines of a range; a range that ends where a line begins does not mean that line. */
export function* rangeFormatSteps(file: RulesFile, options: FormatOptions, { start, end }: Range): Steps<TextEdit[]> {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const edits = yield* formatSteps(file, options, { first: start.line, last });
  return edits.map(textEdit);
}

/** The edits of the line above the one that a line break has just begun. */
export function typedLineEdits(file: RulesFile, options: FormatOptions, { line }: Position): TextEdit[] {
  return formatLine(file, options, line - 1).map(textEdit);
}

function textEdit({ range, text }: FormatEdit): TextEdit {
  return { range, newText: text };
}
