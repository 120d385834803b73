// Sorted lists of line numbers: which lines of a file speak of something, kept up to date edit by edit.

/** Line numbers of a file, ascending, each once. */
export type Lines = readonly number[];

/** The list of nothing, shared by all that have no lines. Never written to: `withLine` makes a new one. */
export const NO_LINES: number[] = [];

/** Puts a line into a list, or takes it out of one; the list that comes back takes the old one's place. */
export type Put = (lines: number[], line: number) => number[];

/** The place of the first line that is not before `line`; the length where there is none. */
export function placeOf(lines: Lines, line: number): number {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle] ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function hasLine(lines: Lines, line: number): boolean {
  return lines[placeOf(lines, line)] === line;
}

/** The first line in `from <= line < to`, -1 without. */
export function firstBetween(lines: Lines, from: number, to: number): number {
  const line = lines[placeOf(lines, from)];
  return line !== undefined && line < to ? line : -1;
}

export function firstOf(lines: Lines): number {
  return lines[0] ?? Number.POSITIVE_INFINITY;
}

/** The last line, -1 of none. */
export function lastOf(lines: Lines): number {
  return lines[lines.length - 1] ?? -1;
}

/** The list with a line that it lacks. */
export const withLine: Put = (lines, line) => {
  const own = lines === NO_LINES ? [] : lines;
  if (own.length === 0 || line > lastOf(own)) own.push(line);
  else {
    const at = placeOf(own, line);
    if (own[at] !== line) own.splice(at, 0, line);
  }
  return own;
};

/** The list without a line. */
export const withoutLine: Put = (lines, line) => {
  const at = placeOf(lines, line);
  if (lines[at] !== line) return lines;
  if (lines.length === 1) return NO_LINES;
  if (at === lines.length - 1) lines.pop();
  else lines.splice(at, 1);
  return lines;
};

/** Adds `by` to every line from `from` on. The lines in between must not be in the list. */
export function shiftLines(lines: number[], from: number, by: number): void {
  for (let i = placeOf(lines, from); i < lines.length; i++) lines[i] = (lines[i] ?? 0) + by;
}
