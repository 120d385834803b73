// What the last edits of a file changed, for whoever keeps something that it found there.

import type { Entry } from './reader/entry-reader.ts';

/** The lines from `first` on: those that stood there, and those that took their place. */
export interface LineEdit {
  readonly first: number;
  readonly old: readonly Entry[];
  readonly fresh: readonly Entry[];
}

/** Whoever is further behind than this reads the file anew. */
const MOST_EDITS = 64;
/** An edit of more lines than this is as well told by reading the file anew. */
const MOST_LINES = 200;

export class EditLog {
  private edits: LineEdit[] = [];
  private forgotten = 0;

  /** How many edits there were. */
  get edition(): number {
    return this.forgotten + this.edits.length;
  }

  add(edit: LineEdit): void {
    this.edits.push(edit);
    if (edit.old.length > MOST_LINES || edit.fresh.length > MOST_LINES) this.forgetAll();
    else if (this.edits.length > MOST_EDITS) this.forget(this.edits.length - MOST_EDITS);
  }

  /** The edits after the first `edition`, in order; undefined where some of them are forgotten. */
  since(edition: number): readonly LineEdit[] | undefined {
    return edition < this.forgotten ? undefined : this.edits.slice(edition - this.forgotten);
  }

  /** The last edit changed lines that it does not tell: whoever does not know it yet reads the file anew. */
  forgetAll(): void {
    this.forget(this.edits.length);
  }

  private forget(count: number): void {
    this.forgotten += count;
    this.edits = this.edits.slice(count);
  }
}

/** Where lines are after some edits. */
export interface Renumbering {
  /** The number now of what was line `line` before the edits; -1 where it was replaced. */
  readonly now: (line: number) => number;
  /** Lines that took the place of others, ascending. */
  readonly fresh: readonly number[];
}

/** What several edits, one after the other, make of the numbers of lines. */
export function renumbering(edits: readonly LineEdit[]): Renumbering {
  let fresh: number[] = [];
  for (const edit of edits) {
    const { first } = edit;
    const moved = fresh.map((line) => moverOf(edit)(line)).filter((line) => line >= 0);
    fresh = [...moved, ...edit.fresh.map((_, i) => first + i)].sort((a, b) => a - b);
  }
  const [only] = edits;
  return { now: only && edits.length === 1 ? moverOf(only) : (line) => edits.reduce(movedOn, line), fresh };
}

/** Where one edit moves lines; -1 for those that it replaces. */
function moverOf({ first, old, fresh }: LineEdit): (line: number) => number {
  const end = first + old.length;
  const by = fresh.length - old.length;
  return (line) => (line < first ? line : line < end ? -1 : line + by);
}

function movedOn(line: number, edit: LineEdit): number {
  return line < 0 ? line : moverOf(edit)(line);
}
