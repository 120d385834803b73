// Edits on plain text, in the way the protocol means them: written anew, so that it can disagree with the server.

import type { Range } from 'vscode-languageserver-protocol';

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** The text after edits that were meant for it as it was; they may not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) lines.push(index + end.length);
  const offset = (line: number, character: number): number => {
    const start = lines[line];
    if (start === undefined) return text.length;
    const next = lines[line + 1] ?? text.length + 1;
    return Math.min(start + character, next - 1, text.length);
  };
  return edits
    .map(({ range, newText }) => ({
      from: offset(range.start.line, range.start.character),
      to: offset(range.end.line, range.end.character),
      newText,
    }))
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, newText }) => now.slice(0, from) + newText + now.slice(to), text);
}

/** An edit that inserts text. */
export function insertion(line: number, character: number, newText: string): Edit {
  const place = { line, character };
  return { range: { start: place, end: place }, newText };
}

/** An edit that replaces a part of one line. */
export function replacement(line: number, from: number, to: number, newText: string): Edit {
  return { range: { start: { line, character: from }, end: { line, character: to } }, newText };
}
