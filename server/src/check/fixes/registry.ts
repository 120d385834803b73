// Which fixes mend which finding.

import type { Fixer } from '../fix.ts';
import { moveCommentUp, unindent } from './comments.ts';
import { addCommit, addFinalNewline, bareCommit, declareChain } from './tables.ts';
import { addProtocol, moveNegation, removeSecond, useSuggestion } from './words.ts';

/** Fixers by the code of the finding; a code without one still offers the finding's suggestions. */
export const FIXERS: ReadonlyMap<string, Fixer> = new Map<string, Fixer>([
  ['commit-not-alone', bareCommit],
  ['indented-comment', unindent],
  ['indented-line', unindent],
  ['missing-commit', addCommit],
  ['missing-final-newline', addFinalNewline],
  ['old-negation', moveNegation],
  ['option-twice', removeSecond],
  ['trailing-comment', moveCommentUp],
  ['unknown-chain', declareChain],
  ['unknown-option', (file, finding) => [...addProtocol(file, finding), ...useSuggestion(file, finding)]],
  ['unknown-target', declareChain],
]);

/** The fixes for a finding. */
export const fixesFor: Fixer = (file, finding) => (FIXERS.get(finding.code) ?? useSuggestion)(file, finding);
