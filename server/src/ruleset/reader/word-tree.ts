// A tree of words: what follows what in rules that were read before. Words are looked up in a line without cutting them out.

/** A place in the tree, reached by the words of a rule so far. */
export interface Place<Hole, End> {
  /** Makes hashes of the same word differ from place to place. */
  readonly salt: number;
  /** Where rules differ here: what may stand in place of a known word. */
  hole: Hole | undefined;
  /** Rules may end here. */
  end: End | undefined;
}

/** A known word, and where it leads. */
export interface Edge<P> {
  readonly from: P;
  readonly word: string;
  readonly hash: number;
  readonly to: P;
  /** What the word is to the rule; the tree does not look at it. */
  readonly role: number;
}

const FIRST_SIZE = 256;
const SALT = 0x9e3779b1;

/** One step of a word's hash; 0 is the hash of no letters. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** All edges in one table with open addressing. At most `most` edges: the caller begins anew when `isFull`. */
export class WordTree<Hole, End> {
  readonly root: Place<Hole, End> = { salt: 0, hole: undefined, end: undefined };
  private places = 0;
  private edges = 0;
  private table: (Edge<Place<Hole, End>> | undefined)[] = new Array(FIRST_SIZE).fill(undefined);
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get isFull(): boolean {
    return this.edges >= this.most;
  }

  place(): Place<Hole, End> {
    this.places++;
    return { salt: Math.imul(this.places, SALT), hole: undefined, end: undefined };
  }

  /** The edge for the word that `line` has from `start` to `end`, whose hash is `hash`; undefined where there is none. */
  find(
    from: Place<Hole, End>,
    line: string,
    start: number,
    end: number,
    hash: number,
  ): Edge<Place<Hole, End>> | undefined {
    const mask = this.table.length - 1;
    for (let at = slot(hash, from.salt) & mask; ; at = (at + 1) & mask) {
      const edge = this.table[at];
      if (edge === undefined) return undefined;
      if (edge.hash === hash && edge.from === from && stands(edge.word, line, start, end)) return edge;
    }
  }

  /** Adds an edge where there is none for this word; answers where the word leads. */
  add(from: Place<Hole, End>, word: string, role: number, to?: Place<Hole, End>): Place<Hole, End> {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
    const known = this.find(from, word, 0, word.length, hash);
    if (known) return known.to;
    const edge = { from, word, hash, to: to ?? this.place(), role };
    if (++this.edges * 2 > this.table.length) this.grow();
    this.insert(edge);
    return edge.to;
  }

  private insert(edge: Edge<Place<Hole, End>>): void {
    const mask = this.table.length - 1;
    let at = slot(edge.hash, edge.from.salt) & mask;
    while (this.table[at] !== undefined) at = (at + 1) & mask;
    this.table[at] = edge;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Array(old.length * 2).fill(undefined);
    for (const edge of old) if (edge !== undefined) this.insert(edge);
  }
}

function slot(hash: number, salt: number): number {
  const mixed = Math.imul(hash ^ salt, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function stands(word: string, line: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== line.charCodeAt(start + i)) return false;
  return true;
}
