// One fix for each finding: one that is still there afterwards, or comes again, is left alone.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { AnyFinding } from '../lint-file.ts';

export class Budget {
  /** How many findings of the same words there were at once. */
  private readonly most = new Map<string, number>();
  private readonly spent = new Map<string, number>();

  /** To be told of all findings of a round before any of them is fixed. */
  see(file: RulesFile, findings: readonly AnyFinding[]): void {
    const counts = new Map<string, number>();
    for (const finding of findings) add(counts, keyOf(file, finding));
    for (const [key, count] of counts) this.most.set(key, Math.max(count, this.most.get(key) ?? 0));
  }

  allows(file: RulesFile, finding: AnyFinding): boolean {
    const key = keyOf(file, finding);
    return (this.spent.get(key) ?? 0) < (this.most.get(key) ?? 0);
  }

  spend(file: RulesFile, finding: AnyFinding): void {
    add(this.spent, keyOf(file, finding));
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Messages may name lines, which move. */
function keyOf({ lines }: RulesFile, { code, line }: AnyFinding): string {
  return `${code}\n${lines.line(line)}`;
}
