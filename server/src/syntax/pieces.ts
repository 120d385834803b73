// The pieces in which a loader reads a line that is longer than its buffer.

import { byteLength } from './bytes.ts';

/** The reader's buffer holds so many bytes of a line, line break included. */
export const LINE_BYTES = 10239;

/** The pieces of a line that does not fit, and the column of each; undefined for one that does. */
export function pieces(line: string): { text: string; start: number }[] | undefined {
  if (line.length * 3 < LINE_BYTES || byteLength(line) < LINE_BYTES) return undefined;
  const found: { text: string; start: number }[] = [];
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    // A character of several bytes may be torn in two; the pieces are then as good as the loader's for every check.
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
    if (bytes < LINE_BYTES) continue;
    found.push({ text: line.substring(start, i + 1), start });
    start = i + 1;
    bytes = 0;
  }
  found.push({ text: line.substring(start), start });
  return found;
}
