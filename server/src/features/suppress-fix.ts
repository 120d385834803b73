// The fix that keeps a finding and says why: a comment above its line that suppresses it.

import { type Fix, replaceColumns } from '../check/fix.ts';
import type { AnyFinding } from '../lint/lint-file.ts';
import { directiveIn, nextLineDirective } from '../lint/suppression/directive.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';

/** What is said of comments that suppress is mended there. */
const OF_COMMENTS: ReadonlySet<string> = new Set([
  'invalid-suppression',
  'suppression-without-reason',
  'unused-suppression',
]);

/** A comment above the line with a place for the reason, or one more name in the comment that is there; errors stay. */
export function suppressFixes(file: RulesFile, { code, severity, line }: AnyFinding): Fix[] {
  if (severity === 'error' || file.settings.suppressions === false || OF_COMMENTS.has(code)) return [];
  const title = `Suppress ${code} in this line`;
  const above = line > 0 ? directiveIn(file.lines.line(line - 1)) : undefined;
  const last = above?.kind === 'disable-next-line' ? above.names.at(-1) : undefined;
  const edit = last
    ? replaceColumns(line - 1, last.end, last.end, `, ${code}`)
    : replaceColumns(line, 0, 0, `${nextLineDirective(code)}\n`);
  return [{ title, edits: [edit] }];
}
