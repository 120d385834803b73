// Lines that the fixes of one round have to do with, so that no two of them meet.

import type { Edit, Fix } from '../../check/fix.ts';
import type { AnyFinding } from '../lint-file.ts';

export class Locks {
  private readonly written = new Set<number>();
  private readonly read = new Set<number>();

  /** Takes the lines of a fix; false where another fix has one of them, and nothing is taken. */
  take({ edits }: Fix, { related = [] }: AnyFinding): boolean {
    const own = edits.flatMap(linesOf);
    const others = related.map(({ line }) => line);
    // What the finding stands on must stay as it is for as long as the fix is good.
    if (own.some((line) => this.written.has(line) || this.read.has(line))) return false;
    if (others.some((line) => this.written.has(line))) return false;
    for (const line of own) this.written.add(line);
    for (const line of others) this.read.add(line);
    return true;
  }
}

/** The lines that an edit touches. One that takes whole lines out leaves the next alone. */
function linesOf({ range: { start, end }, text }: Edit): number[] {
  const isWhole = text === '' && start.character === 0 && end.character === 0 && end.line > start.line;
  const last = isWhole ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, i) => start.line + i);
}
