// Rules before which nft puts others: what 1.8.9 puts before a rule that goes again finds no place any more.

import type { LiveList } from './live-list.ts';

export class Anchors {
  /** Lines of -I, by the rule before which they put theirs. */
  private readonly lines = new Map<string, number[]>();
  /** Lines of -I whose anchor is gone. */
  readonly adrift: number[] = [];

  /** The -I at a line put its rules before the one at `position` now. */
  hold(rules: LiveList, position: number, line: number): void {
    const rule = rules.ruleAt(position);
    if (rule === undefined) return;
    const before = this.lines.get(rule);
    if (before) before.push(line);
    else this.lines.set(rule, [line]);
  }

  /** The rule at `position` is about to go. */
  pull(rules: LiveList, position: number): void {
    const rule = this.lines.size > 0 ? rules.ruleAt(position) : undefined;
    if (rule === undefined) return;
    this.adrift.push(...(this.lines.get(rule) ?? []));
    this.lines.delete(rule);
  }
}
