// The fixes of a finding: those that its code declares, each tried before it is offered.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Declaration } from '../codes/declaration.ts';
import { CODES, isCode } from '../codes/index.ts';
import type { Finding } from '../finding.ts';
import type { Fix, Fixer } from '../fix.ts';
import { commentOut } from './options.ts';
import { errorsOf, proofOf } from './proof.ts';
import { joinFromAbove } from './slips.ts';
import { useSuggestion } from './values.ts';

/**
 * The fixes for a finding of the checks, the best first, each of which takes the finding away and adds no error. For an
 * error that none mends, the line can be turned into a comment; that is never the preferred fix.
 */
export const fixesFor: Fixer = (file, finding) => {
  const { fixes, untried } = wantedFor(file, finding);
  if (!untried) return fixes;
  const good: Fix[] = [];
  const others: Fix[] = [];
  for (const fix of fixes) {
    const worth = worthOf(file, finding, fix);
    if (worth === 'good') good.push(fix);
    else if (worth === 'fair') others.push(fix);
  }
  if (good.length === 0) good.push(...others);
  if (good.length === 0) return finding.severity === 'error' ? commentOut(file, finding.line) : [];
  return good.map((fix, i) => (i > 0 && fix.preferred ? { ...fix, preferred: false } : fix));
};

/**
 * The first of these fixes, where it is preferred and safe; undefined otherwise. It tries no fix where none is safe, so
 * a file with many mistakes is soon through.
 */
export function safeFixFor(file: RulesFile, finding: Finding<string>): Fix | undefined {
  const { fixes, untried } = wantedFor(file, finding);
  if (!fixes.some(isSafe)) return undefined;
  if (!untried) return fixes.find(isSafe);
  let fair: Fix | undefined;
  for (const fix of fixes) {
    const worth = worthOf(file, finding, fix);
    if (worth === 'good') return isSafe(fix) ? fix : undefined;
    if (worth === 'fair') fair ??= fix;
  }
  return fair && isSafe(fair) ? fair : undefined;
}

/** An editor may apply it unasked. */
export function isSafe({ preferred, safe }: Fix): boolean {
  return preferred === true && safe === true;
}

/** What may mend a finding; `untried` where a line alone can tell whether it does. */
function wantedFor(
  file: RulesFile,
  finding: Finding<string>,
): { readonly fixes: readonly Fix[]; readonly untried: boolean } {
  const joined = joinFromAbove(file, finding);
  if (joined) return { fixes: joined, untried: false };
  const declared = declarationOf(finding);
  const wanted = (declared?.fixes ?? useSuggestion)(file, finding, errorsOf);
  if (declared?.ofFrame) return { fixes: wanted, untried: false };
  const seen = new Set<string>();
  const fixes = wanted.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
  return { fixes, untried: true };
}

function declarationOf({ code }: Finding<string>): Declaration | undefined {
  return isCode(code) ? CODES[code] : undefined;
}

/** `good`: it mends and nothing else changes; `fair`: it warns of something, or uncovers what was hidden; else undefined. */
function worthOf(file: RulesFile, finding: Finding<string>, fix: Fix): 'good' | 'fair' | undefined {
  const proof = proofOf(file, finding, fix);
  if (proof === 'good') return 'good';
  return proof === 'warns' || (proof === 'shows-more' && declarationOf(finding)?.uncovers) ? 'fair' : undefined;
}
