// The fixes of a finding: those that its code declares, each tried before it is offered.

import { CODES, isCode } from '../codes/index.ts';
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
  const joined = joinFromAbove(file, finding);
  if (joined) return joined;
  const declared = isCode(finding.code) ? CODES[finding.code] : undefined;
  const wanted = (declared?.fixes ?? useSuggestion)(file, finding, errorsOf);
  if (declared?.ofFrame) return wanted;
  const good: Fix[] = [];
  const others: Fix[] = [];
  const seen = new Set<string>();
  for (const fix of wanted) {
    const key = JSON.stringify(fix.edits);
    if (seen.has(key)) continue;
    seen.add(key);
    const proof = proofOf(file, finding, fix);
    if (proof === 'good') good.push(fix);
    else if (proof === 'warns' || (proof === 'shows-more' && declared?.uncovers)) others.push(fix);
  }
  if (good.length === 0) good.push(...others);
  if (good.length === 0) return finding.severity === 'error' ? commentOut(file, finding.line) : [];
  return good.map((fix, i) => (i > 0 && fix.preferred ? { ...fix, preferred: false } : fix));
};
