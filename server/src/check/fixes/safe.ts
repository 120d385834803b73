// The fixes that an editor may apply unasked, all at once.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { checkFile } from '../check-file.ts';
import type { Finding } from '../finding.ts';
import type { Edit, Fix } from '../fix.ts';
import { safeFixFor } from './registry.ts';

/**
 * The preferred fixes of a file that change how it is written and not what it says, none touching a line that another
 * one touches. Applying them may make room for more: ask again until there are none.
 */
export function safeFixesOf(file: RulesFile): Fix[] {
  return [...safeFixes(file)].filter((fix) => fix !== undefined);
}

/**
 * The same one by one, undefined for each finding without: whoever takes them may stop between two. What `hopeless` has
 * is not tried again, and what has no such fix is added: a finding of the same words in the same lines.
 */
export function* safeFixes(
  file: RulesFile,
  hopeless: Set<string> = new Set(),
): Generator<Fix | undefined, void, undefined> {
  const taken = new Set<number>();
  for (const finding of checkFile(file)) {
    const key = keyOf(file, finding);
    const fix = hopeless.has(key) ? undefined : safeFixFor(file, finding);
    if (!fix) hopeless.add(key);
    const lines = fix ? linesOf(fix.edits) : [];
    if (lines.some((line) => taken.has(line))) yield undefined;
    else {
      for (const line of lines) taken.add(line);
      yield fix;
    }
  }
}

/** What a fix hangs on: the finding, its line and those beside it. */
function keyOf({ lines }: RulesFile, { line, start, end, code, message }: Finding): string {
  const around = [line - 1, line, line + 1].map((at) => lines.line(at));
  return [start, end, code, message, ...around].join('\n');
}

function linesOf(edits: readonly Edit[]): number[] {
  const lines = new Set<number>();
  for (const { range } of edits) for (let line = range.start.line; line <= range.end.line; line++) lines.add(line);
  return [...lines];
}
