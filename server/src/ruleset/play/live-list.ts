// The rules of a chain in their order while commands put rules in and take them out: a few stretches of lines, so that
// a chain of a hundred thousand rules costs what its commands cost.

import type { Chain } from '../table/chain.ts';

/** A chain that rules are appended to. */
export interface Source {
  readonly chain: Chain;
  /** How many rules the lines at places `from <= place < to` of its `appends` make. */
  readonly count: (from: number, to: number) => number;
}

/** Rules that stand one behind the other. */
export type Stretch = Run | Single;

/** The rules of the lines at places `from <= place < to` of a chain's `appends`. */
export interface Run {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly rules: number;
}

/** Rules of one line. */
export interface Single {
  readonly source: undefined;
  readonly line: number;
  readonly rules: number;
  /** Which of the line's rules they are, counted from 0; missing: its first ones, in their order. */
  readonly copies?: readonly number[];
}

/** Which of its line's rules the rule at an index of a stretch is. */
export function copyAt({ copies }: Single, index: number): number {
  return copies ? (copies[index] ?? index) : index;
}

/** The lines of a list's rules, in their order; a line of several rules once for each stretch of them. */
export function linesOf(rules: LiveList): number[] {
  const lines: number[] = [];
  for (const stretch of rules.stretches()) {
    if (!stretch.source) lines.push(stretch.line);
    else for (let i = stretch.from; i < stretch.to; i++) lines.push(stretch.source.chain.appends[i] ?? -1);
  }
  return lines;
}

/** A line's rules at one place of a chain: all of them in their order, or `copies` of them, counted from 0. */
export interface LineCopies {
  readonly line: number;
  readonly copies?: readonly number[];
}

/** The same with which of the line's rules stand there, where a command has parted them. */
export function copiesOf(rules: LiveList): readonly LineCopies[] {
  const all: LineCopies[] = [];
  for (const stretch of rules.stretches()) {
    if (stretch.source) {
      const { appends } = stretch.source.chain;
      for (let i = stretch.from; i < stretch.to; i++) all.push({ line: appends[i] ?? -1 });
    } else {
      const { line, rules: count } = stretch;
      all.push({ line, copies: Array.from({ length: count }, (_, index) => copyAt(stretch, index)) });
    }
  }
  return all;
}

interface Chunk {
  readonly stretches: Stretch[];
  rules: number;
}

/** Longer chunks are cut in two, so that no command moves more than this. */
const MOST_STRETCHES = 256;

/** Positions are zero-based. */
export class LiveList {
  private chunks: Chunk[] = [];
  /** How many rules there are. */
  length = 0;

  /** All stretches from the first rule to the last. */
  *stretches(): Generator<Stretch> {
    for (const { stretches } of this.chunks) yield* stretches;
  }

  /** Another list of the same rules. */
  copy(): LiveList {
    const other = new LiveList();
    other.chunks = this.chunks.map(({ stretches, rules }) => ({ stretches: stretches.slice(), rules }));
    other.length = this.length;
    return other;
  }

  clear(): void {
    this.chunks = [];
    this.length = 0;
  }

  push(stretch: Stretch): void {
    if (stretch.rules > 0) this.splice(this.length, 0, [stretch]);
  }

  /** Puts a stretch before the rule that is at `position` now. */
  insert(position: number, stretch: Stretch): void {
    this.splice(position, 0, [stretch]);
  }

  /** Takes the rule at `position` out and answers its line. */
  remove(position: number): number {
    return this.splice(position, 1, []);
  }

  /** Puts a stretch in the place of the rule at `position`, and answers the line of that rule. */
  replace(position: number, stretch: Stretch): number {
    return this.splice(position, 1, [stretch]);
  }

  /** The line of the rule at `position`, -1 past the end. */
  lineAt(position: number): number {
    const { chunk, index, before } = this.find(position);
    const stretch = chunk?.stretches[index];
    return stretch ? lineIn(stretch, position - before) : -1;
  }

  /** A name for the rule at `position` that no other has; undefined past the end. */
  ruleAt(position: number): string | undefined {
    const { chunk, index, before } = this.find(position);
    const stretch = chunk?.stretches[index];
    if (!stretch) return undefined;
    const offset = position - before;
    if (!stretch.source) return `${stretch.line} ${copyAt(stretch, offset)}`;
    const { source, from } = stretch;
    const place = placeIn(stretch, offset);
    return `${source.chain.appends[place]} ${offset - source.count(from, place)}`;
  }

  /** Answers the line of the first rule that it takes out, -1 without. */
  private splice(position: number, remove: 0 | 1, fresh: readonly Stretch[]): number {
    const { chunk, index, before, at } = this.find(position);
    const added = fresh.reduce((sum, { rules }) => sum + rules, 0);
    this.length += added - remove;
    const stretch = chunk?.stretches[index];
    if (!chunk || !stretch) {
      this.append(fresh);
      return -1;
    }
    const [head, tail] = cut(stretch, position - before);
    const line = remove === 1 ? lineIn(stretch, position - before) : -1;
    const rest = remove === 1 ? tail.flatMap((part, i) => (i === 0 ? cut(part, 1)[1] : [part])) : tail;
    chunk.stretches.splice(index, 1, ...head, ...fresh, ...rest);
    chunk.rules += added - remove;
    this.balance(at);
    return line;
  }

  private append(fresh: readonly Stretch[]): void {
    const last = this.chunks.at(-1);
    const chunk = last ?? { stretches: [], rules: 0 };
    if (!last) this.chunks.push(chunk);
    for (const stretch of fresh) {
      chunk.stretches.push(stretch);
      chunk.rules += stretch.rules;
    }
    this.balance(this.chunks.length - 1);
  }

  private balance(at: number): void {
    const chunk = this.chunks[at];
    if (!chunk) return;
    if (chunk.rules === 0) this.chunks.splice(at, 1);
    else if (chunk.stretches.length > MOST_STRETCHES) {
      const stretches = chunk.stretches.splice(MOST_STRETCHES / 2);
      const rules = stretches.reduce((sum, one) => sum + one.rules, 0);
      chunk.rules -= rules;
      this.chunks.splice(at + 1, 0, { stretches, rules });
    }
  }

  /** The stretch with the rule at `position`, and how many rules are before it. */
  private find(position: number): { chunk: Chunk | undefined; index: number; before: number; at: number } {
    let before = 0;
    for (let at = 0; at < this.chunks.length; at++) {
      const chunk = this.chunks[at];
      if (!chunk) break;
      if (before + chunk.rules <= position) {
        before += chunk.rules;
        continue;
      }
      for (let index = 0; index < chunk.stretches.length; index++) {
        const rules = chunk.stretches[index]?.rules ?? 0;
        if (before + rules > position) return { chunk, index, before, at };
        before += rules;
      }
    }
    return { chunk: undefined, index: -1, before, at: -1 };
  }
}

/** The line of a stretch's rule at `offset`. */
function lineIn(stretch: Stretch, offset: number): number {
  if (!stretch.source) return stretch.line;
  return stretch.source.chain.appends[placeIn(stretch, offset)] ?? -1;
}

/** The place of the line that makes a run's rule at `offset`. */
function placeIn({ source, from, to }: Run, offset: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (source.count(from, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A stretch cut before its rule at `offset`. */
function cut(stretch: Stretch, offset: number): readonly [readonly Stretch[], readonly Stretch[]] {
  if (offset <= 0) return [[], [stretch]];
  if (offset >= stretch.rules) return [[stretch], []];
  if (!stretch.source) {
    const { line, rules, copies } = stretch;
    return [[single(line, offset, copies)], [single(line, rules - offset, copies ?? indices(rules), offset)]];
  }
  const { source, from, to } = stretch;
  const place = placeIn(stretch, offset);
  const before = source.count(from, place);
  const left = runOf(source, from, place);
  if (before === offset) return [left, runOf(source, place, to)];
  // The cut goes through the rules of one line.
  const line = source.chain.appends[place] ?? -1;
  const own = source.count(place, place + 1);
  const first = offset - before;
  return [
    [...left, single(line, first)],
    [single(line, own - first, indices(own), first), ...runOf(source, place + 1, to)],
  ];
}

/** Some of a line's rules as a stretch: `rules` of `copies` from index `from` on. */
function single(line: number, rules: number, copies?: readonly number[], from = 0): Single {
  return { source: undefined, line, rules, ...(copies && { copies: copies.slice(from, from + rules) }) };
}

/** All rules of a line in their order, or the other way round. */
export function allOf(line: number, rules: number, order: 1 | -1): Single {
  return single(line, rules, order === 1 || rules === 1 ? undefined : indices(rules).reverse());
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function runOf(source: Source, from: number, to: number): readonly Run[] {
  const rules = source.count(from, to);
  return rules > 0 ? [{ source, from, to, rules }] : [];
}
