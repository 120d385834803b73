// What makes a finding the same one in another edition of its file: its code and the words of its line.

import { createHash } from 'node:crypto';
import { dirname, relative, resolve, sep } from 'node:path';

/** So many characters of a line are written down; of a longer one the beginning, and a sum of all. */
const LONGEST = 200;
const HEAD = 120;

/** The words of a line: without spaces that nobody sees, and without counters, which change by themselves. */
export function wordsIn(line: string): string {
  const words = line.trim().replace(/\s+/g, ' ');
  const bare = words.startsWith(':') ? words.replace(/ \[\d+:\d+\]$/, '') : words.replace(/^\[\d+:\d+\] /, '');
  if (bare.length <= LONGEST) return bare;
  return `${bare.slice(0, HEAD)}... ${createHash('sha256').update(bare).digest('hex').slice(0, 16)}`;
}

/** The path of a file from the record's folder on, the same on every system; `-` stays what it is. */
export function pathFrom(record: string, path: string): string {
  if (path === '-') return path;
  return relative(dirname(resolve(record)), resolve(path))
    .split(sep)
    .join('/');
}
