// Edits of whole lines, as refactorings make them: each line replaced, taken out, or new lines put in front of one.

import type { TextEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../../ruleset/rules-file.ts';
import { LineEdits } from '../../edits/line-edits.ts';

/** By line: the lines that come into its place, none to take it out. */
export type LineChanges = ReadonlyMap<number, readonly string[]>;

/** The edits that put other lines in the place of some, and new ones in front of others. */
export function lineEdits(file: RulesFile, changes: LineChanges, insertions: LineChanges = new Map()): TextEdit[] {
  const edits = new LineEdits(file.lines.all());
  for (const [line, texts] of insertions) edits.insertBefore(line, texts);
  for (const [line, texts] of changes) {
    if (texts.length === 0) edits.remove(line);
    else edits.replace(line, 0, file.lines.line(line).length, texts.join('\n'));
  }
  return edits.toTextEdits();
}

/** New lines right below a line. */
export function insertionBelow(file: RulesFile, line: number, texts: readonly string[]): TextEdit[] {
  return lineEdits(file, new Map(), new Map([[line + 1, texts]]));
}
