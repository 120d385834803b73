// The names nearest to a mistyped word, for "did you mean".

/** Longer words are compared by their first so many characters: no name is longer, and the work stays bounded. */
const MAX_LENGTH = 64;

const above = new Uint8Array(MAX_LENGTH + 1);
const row = new Uint8Array(MAX_LENGTH + 1);
const before = new Uint8Array(MAX_LENGTH + 1);

/**
 * How many single-letter edits lead from `a` to `b`, letter case aside: inserting, dropping, changing a letter or
 * swapping two neighbours. `limit + 1` as soon as it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const width = Math.min(b.length, MAX_LENGTH);
  const height = Math.min(a.length, MAX_LENGTH);
  if (Math.abs(height - width) > limit) return limit + 1;
  const far = limit + 1;
  for (let x = 0; x <= width; x++) row[x] = x;
  for (let y = 1; y <= height; y++) {
    before.set(above);
    above.set(row);
    // Only cells near the diagonal can be within the limit.
    const first = Math.max(1, y - limit);
    const last = Math.min(width, y + limit);
    row[first - 1] = first === 1 ? y : far;
    let least = row[first - 1] ?? far;
    const letter = fold(a.charCodeAt(y - 1));
    for (let x = first; x <= last; x++) {
      const other = fold(b.charCodeAt(x - 1));
      const up = x === y + limit ? far : (above[x] ?? far);
      let cost = Math.min(up + 1, (row[x - 1] ?? far) + 1, (above[x - 1] ?? far) + (letter === other ? 0 : 1));
      const swapped = y > 1 && x > 1 && letter === fold(b.charCodeAt(x - 2)) && other === fold(a.charCodeAt(y - 2));
      if (swapped) cost = Math.min(cost, (before[x - 2] ?? far) + 1);
      row[x] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return far;
  }
  return Math.min(row[width] ?? far, far);
}

function fold(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

/** The first letter, dashes aside. */
function initial(name: string): number {
  let at = 0;
  while (name.charCodeAt(at) === 0x2d) at++;
  return fold(name.charCodeAt(at));
}

/** Edits that still look like a slip: none in a word of one letter, one up to four letters, two up to eight, then three. */
function slips(length: number): number {
  return length < 2 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3;
}

/**
 * The names that `word` may have been meant for, the nearest first, at most `limit` (3) of them; a word that differs
 * only in letter case comes first, a name of which it is the beginning counts as one edit. Empty when nothing is near.
 */
export function nearest(word: string, names: Iterable<string>, limit = 3): string[] {
  const allowed = slips(word.length);
  const found: { name: string; cost: number }[] = [];
  const folded = word.toLowerCase();
  for (const name of names) {
    if (name === word) continue;
    let cost = editDistance(word, name, allowed);
    if (cost > 1 && word.length > 2 && name.toLowerCase().startsWith(folded)) cost = 1;
    if (cost <= allowed) found.push({ name, cost });
  }
  // People rarely mistype the first letter.
  const begins = (name: string) => (initial(name) === initial(folded) ? 0 : 1);
  const apart = (name: string) => Math.abs(name.length - word.length);
  found.sort((a, b) => a.cost - b.cost || begins(a.name) - begins(b.name) || apart(a.name) - apart(b.name));
  return found.slice(0, limit).map((entry) => entry.name);
}
