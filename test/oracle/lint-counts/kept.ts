// The counts of what each lint rule finds in real files, as they were counted last.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the counts are kept, for the list of rules and for those who have no real files. */
export const COUNTS = join(import.meta.dirname, 'counts.json');

/** In how many files a rule finds something, and how often. */
export interface Count {
  readonly files: number;
  readonly findings: number;
}

export interface Counts {
  readonly files: number;
  readonly rules: Readonly<Record<string, Count>>;
}

/** The counts that are kept. */
export function keptCounts(): Counts {
  const { files, rules }: Counts = JSON.parse(readFileSync(COUNTS, 'utf8'));
  return { files, rules };
}
