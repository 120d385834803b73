// A unified diff, as `diff -u` writes it and `patch -p0` reads it.

import { type Change, changesOf } from './line-diff.ts';

/** Lines around a change that show where it is. */
const CONTEXT = 3;

/** The lines of the diff between two texts of a file, each with its line end; none where they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const hunks = hunksOf(changesOf(old, fresh), old.length);
  if (hunks.length === 0) return [];
  const name = shownName(path);
  return [`--- ${name}\n`, `+++ ${name}\n`, ...hunks.flatMap((hunk) => hunkLines(hunk, old, fresh))];
}

/** Lines with their ends; a CR belongs to its line. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** A tab or a line break would end a name, quotes would begin one. */
function shownName(path: string): string {
  return /["\\\p{Cc}]/u.test(path) ? JSON.stringify(path) : path;
}

/** Changes so near to each other that their contexts meet. */
type Hunk = readonly [Change, ...Change[]];

function hunksOf(changes: readonly Change[], count: number): Hunk[] {
  const hunks: [Change, ...Change[]][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.before.start - end > 2 * CONTEXT) hunks.push([change]);
    else hunks.at(-1)?.push(change);
    end = Math.min(change.before.end, count);
  }
  return hunks;
}

function hunkLines(hunk: Hunk, old: readonly string[], fresh: readonly string[]): string[] {
  const [first] = hunk;
  const last = hunk.at(-1) ?? first;
  const start = Math.max(0, first.before.start - CONTEXT);
  const end = Math.min(old.length, last.before.end + CONTEXT);
  const lines: string[] = [];
  let at = start;
  for (const { before, after } of hunk) {
    lines.push(...marked(' ', old.slice(at, before.start)));
    lines.push(
      ...marked('-', old.slice(before.start, before.end)),
      ...marked('+', fresh.slice(after.start, after.end)),
    );
    at = before.end;
  }
  lines.push(...marked(' ', old.slice(at, end)));
  const freshStart = first.after.start - (first.before.start - start);
  const freshEnd = last.after.end + (end - last.before.end);
  return [`@@ -${range(start, end)} +${range(freshStart, freshEnd)} @@\n`, ...lines];
}

/** Lines counted from 1; an empty range names the line before it. */
function range(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}
