// Which lines two texts have in common: lines that both have once are held on to, and what is between them is compared
// alone. So a file of any size is soon through, and a line that moved is told as that.

/** Lines of one text, from `start` up to `end`, in the place of lines of the other. One of the two may be empty. */
export interface Change {
  readonly before: Stretch;
  readonly after: Stretch;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Larger stretches without a line to hold on to are told as one change. */
const MOST_CELLS = 250_000;

/** What has to change in lines to make other lines of them, from top to bottom. */
export function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const open: Change[] = [{ before: { start: 0, end: before.length }, after: { start: 0, end: after.length } }];
  for (let next = open.pop(); next; next = open.pop()) {
    const change = trimmed(next, before, after);
    const hasBoth = change.before.start < change.before.end && change.after.start < change.after.end;
    const same = hasBoth ? anchorsIn(change, before, after) : [];
    if (same.length > 0) open.push(...between(change, same).reverse());
    else if (change.before.start < change.before.end || change.after.start < change.after.end) add(changes, change);
  }
  return changes;
}

/** A change that begins where the last one ends is the same change. */
function add(changes: Change[], change: Change): void {
  const last = changes.at(-1);
  if (last?.before.end !== change.before.start || last.after.end !== change.after.start) changes.push(change);
  else {
    changes[changes.length - 1] = {
      before: { start: last.before.start, end: change.before.end },
      after: { start: last.after.start, end: change.after.end },
    };
  }
}

/** Without the lines at both ends that are the same. */
function trimmed(change: Change, before: readonly string[], after: readonly string[]): Change {
  let [from, to] = [change.before.start, change.before.end];
  let [start, end] = [change.after.start, change.after.end];
  while (from < to && start < end && before[from] === after[start]) {
    from++;
    start++;
  }
  while (from < to && start < end && before[to - 1] === after[end - 1]) {
    to--;
    end--;
  }
  return { before: { start: from, end: to }, after: { start, end } };
}

/** A line of one text and the same line of the other. */
type Pair = readonly [before: number, after: number];

/** Pairs of the same lines within a change, each further down than the last in both texts. */
function anchorsIn(change: Change, before: readonly string[], after: readonly string[]): readonly Pair[] {
  const pairs = uniquePairs(change, before, after);
  if (pairs.length > 0) return rising(pairs);
  const cells = (change.before.end - change.before.start) * (change.after.end - change.after.start);
  return cells > MOST_CELLS ? [] : commonPairs(change, before, after);
}

/** The lines that stand once in both. */
function uniquePairs(change: Change, before: readonly string[], after: readonly string[]): Pair[] {
  const places = placesOf(after, change.after);
  const pairs: Pair[] = [];
  for (const [line, at] of placesOf(before, change.before)) {
    const other = places.get(line);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  return pairs;
}

/** Where each line of a stretch stands, -1 where it stands several times. */
function placesOf(lines: readonly string[], { start, end }: Stretch): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at < end; at++) {
    const line = lines[at] ?? '';
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

/** The most pairs that rise in both texts; those given rise in the first. */
function rising(pairs: readonly Pair[]): readonly Pair[] {
  /** The index of the pair with which the best row of each length ends, and the pair before each. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, other], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  });
  const row: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/** The longest common subsequence, by the table of all lengths. */
function commonPairs(change: Change, before: readonly string[], after: readonly string[]): readonly Pair[] {
  const { start: top, end: bottom } = change.before;
  const { start: left, end: right } = change.after;
  const width = right - left + 1;
  const lengths = new Uint32Array((bottom - top + 1) * width);
  const lengthAt = (a: number, b: number) => lengths[(a - top) * width + b - left] ?? 0;
  for (let a = bottom - 1; a >= top; a--) {
    for (let b = right - 1; b >= left; b--) {
      const length =
        before[a] === after[b] ? lengthAt(a + 1, b + 1) + 1 : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1));
      lengths[(a - top) * width + b - left] = length;
    }
  }
  const pairs: Pair[] = [];
  for (let a = top, b = left; a < bottom && b < right; ) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (lengthAt(a + 1, b) >= lengthAt(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

/** What is left of a change between lines that are the same. */
function between(change: Change, same: readonly Pair[]): Change[] {
  const parts: Change[] = [];
  let { start: from } = change.before;
  let { start } = change.after;
  for (const [a, b] of [...same, [change.before.end, change.after.end] as const]) {
    if (a > from || b > start) parts.push({ before: { start: from, end: a }, after: { start, end: b } });
    from = a + 1;
    start = b + 1;
  }
  return parts;
}
