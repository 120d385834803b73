// Texts with a `$0` where the cursor is and « » around what is to be found.

import type { Range } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Position } from '../../../server/src/syntax/lines.ts';

export interface Marked {
  readonly file: RulesFile;
  /** Of `$0`; the beginning of the text where there is none. */
  readonly position: Position;
  /** What the marks enclose, in order. */
  readonly marks: readonly Range[];
}

/** The file without its marks, and the places of them. */
export function marked(text: string, settings: Partial<FileSettings> = {}): Marked {
  let plain = '';
  let cursor = 0;
  const starts: number[] = [];
  const spans: [number, number][] = [];
  for (const piece of text.split(/(\$0|«|»)/)) {
    if (piece === '$0') cursor = plain.length;
    else if (piece === '«') starts.push(plain.length);
    else if (piece === '»') spans.push([starts.pop() ?? 0, plain.length]);
    else plain += piece;
  }
  const file = new RulesFile(plain, { ...DEFAULT_SETTINGS, ...settings });
  const at = (offset: number) => file.lines.positionAt(offset);
  const marks = spans.sort((a, b) => a[0] - b[0]).map(([start, end]) => ({ start: at(start), end: at(end) }));
  return { file, position: at(cursor), marks };
}

/** Ranges in the order in which they stand. */
export function inOrder(ranges: readonly Range[]): readonly Range[] {
  return [...ranges].sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}

/** Every place of a file at which a cursor may be, and some beyond. */
export function* everyPlace({ lines }: RulesFile): Generator<Position> {
  for (let line = 0; line <= lines.count + 1; line++) {
    for (let character = 0; character <= lines.line(line).length + 2; character++) yield { line, character };
  }
}
