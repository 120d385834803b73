// Which fix a finding gets where many are made at once.

import { isCode } from '../../check/codes/index.ts';
import type { Fix } from '../../check/fix.ts';
import { isSafe, safeFixFor } from '../../check/fixes/registry.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { type AnyFinding, allFixesFor } from '../lint-file.ts';

/** Which fixes are made: those that change nothing of what the rules do, or of each finding the first. */
export type FixKind = 'safe' | 'any';

type Choice = (file: RulesFile, finding: AnyFinding) => Fix | undefined;

/** The fix of a finding, by which are made; undefined where it has none such. */
export const CHOICES: Readonly<Record<FixKind, Choice>> = {
  safe(file, finding) {
    if (isCode(finding.code)) return safeFixFor(file, finding);
    const [first] = allFixesFor(file, finding);
    return first && isSafe(first) ? first : undefined;
  },
  any(file, finding) {
    const [first] = allFixesFor(file, finding);
    return first?.lastResort === true ? undefined : first;
  },
};
