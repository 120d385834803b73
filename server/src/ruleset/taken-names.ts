// Names of targets that `:` lines have turned into names of chains: from such a line on the loaders find no target of
// that name any more, in any table of the file. Source: runs; libxtables notes each chain's name as no target's.

import type { Family } from '../vocabulary/schema.ts';
import { knownTarget } from './known.ts';

/** The target behind every verdict and every jump, which most files have used before a chain could take its name. */
export const STANDARD = 'standard';

/** No name is taken. */
export const NONE_TAKEN: ReadonlySet<string> = new Set();

/** Whether a chain of this name takes it from a target. */
export function takesName(name: string, family: Family): boolean {
  return name === STANDARD || knownTarget(name, family) !== undefined;
}

/** Each taken name with the line that takes it. */
export class TakenNames {
  private readonly lines: ReadonlyMap<string, number>;

  constructor(lines: ReadonlyMap<string, number> = new Map()) {
    this.lines = lines;
  }

  get any(): boolean {
    return this.lines.size > 0;
  }

  /** The names that are taken above a line. */
  above(line: number): ReadonlySet<string> {
    if (this.lines.size === 0) return NONE_TAKEN;
    return new Set([...this.lines].flatMap(([name, taker]) => (taker < line ? [name] : [])));
  }

  /** The line that takes a name; undefined where nothing does. */
  takerOf(name: string): number | undefined {
    return this.lines.get(name);
  }

  /** The same names and lines. */
  equals(other: TakenNames): boolean {
    return this.lines.size === other.lines.size && [...this.lines].every(([name, at]) => other.lines.get(name) === at);
  }

  /** The same below an edit of lines `first` and on, of which there are `by` more now. */
  moved(first: number, by: number): TakenNames {
    if (this.lines.size === 0 || by === 0) return this;
    return new TakenNames(new Map([...this.lines].map(([name, line]) => [name, line > first ? line + by : line])));
  }
}
