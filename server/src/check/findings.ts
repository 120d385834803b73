// Collects the findings of a file, each as grave as the settings make it.

import type { Fault } from '../ruleset/fault.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { refusersIn } from '../vocabulary/versions.ts';
import { sayFault } from './codes/index.ts';
import { type Finding, graded, gravity, type Refusal } from './finding.ts';

/** A finding that only some of the tools in question share. */
interface Disputed {
  /** Its place in the list. */
  readonly at: number;
  readonly refusedBy: RefusedBy | readonly RefusedBy[];
}

export class Findings {
  private readonly list: Finding[] = [];
  private readonly disputed: Disputed[] = [];
  private readonly file: RulesFile;

  constructor(file: RulesFile) {
    this.file = file;
  }

  readonly add = (finding: Finding): void => {
    this.list.push(finding);
  };

  /** Adds what a line has wrong by itself. */
  fault({ severity, ...fault }: Fault, line: number): void {
    const { settings } = this.file;
    const { code, start, end, suggestions } = fault;
    const message = sayFault(fault, settings.family);
    const what = { code, message, line, start, end, ...(suggestions && { suggestions }) };
    if (!severity) this.refusal({ ...what, refusedBy: fault });
    else if (gravity(fault, settings)) this.add({ ...what, severity });
  }

  /** Adds what the tools in question refuse. */
  readonly refusal = (refusal: Refusal): void => {
    const finding = graded(refusal, this.file.settings);
    if (!finding) return;
    if (finding.severity === 'warning') {
      this.disputed.push({ at: this.list.length, refusedBy: refusal.refusedBy ?? {} });
    }
    this.list.push(finding);
  };

  /** The same for a table whose COMMIT is never read: nft asks nothing of its chains. */
  readonly unsent = ({ refusedBy = {}, ...what }: Refusal): void => {
    const refusals = refusersIn(refusedBy).filter(({ backend }) => backend !== 'nft');
    if (refusals.length === 0) return;
    this.refusal({ ...what, refusedBy: refusals.map(({ also: _, ...one }) => ({ ...one, backend: 'legacy' })) });
  };

  /** All of them by line and column. */
  sorted(): Finding[] {
    this.join();
    return this.list.sort((a, b) => a.line - b.line || a.start - b.start);
  }

  /** A line that every tool refuses, each for a reason of its own, is an error all the same. */
  private join(): void {
    const lines = new Map<number, Disputed[]>();
    const once = new Set<number>();
    for (const { at } of this.disputed) {
      const line = this.list[at]?.line ?? -1;
      if (once.has(line)) lines.set(line, []);
      else once.add(line);
    }
    if (lines.size === 0) return;
    for (const one of this.disputed) lines.get(this.list[one.at]?.line ?? -1)?.push(one);
    for (const [first, ...others] of lines.values()) {
      const finding = first && this.list[first.at];
      if (!first || !finding) continue;
      const refusals = [first, ...others].flatMap(({ refusedBy }) => refusedBy);
      if (gravity(refusals, this.file.settings)?.severity !== 'error') continue;
      this.list[first.at] = { ...finding, severity: 'error' };
    }
  }
}
