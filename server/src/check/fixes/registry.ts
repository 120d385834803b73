// Which fixes mend which finding.

import type { Fix, Fixer } from '../fix.ts';
import { negateEach } from './addresses.ts';
import {
  avoidClash,
  declareEarlier,
  dropPolicy,
  dropUnusedChain,
  emptyFirst,
  findChain,
  mendPolicy,
  renameChain,
  writeChainLine,
} from './chains.ts';
import { moveCommentUp, unindent } from './comments.ts';
import { writeForFamily, writeOrSkip } from './family.ts';
import { makeKnown } from './modules.ts';
import { dropInMangle, moveToRightChain, moveToRightTable, swapInterface } from './moves.ts';
import * as options from './options.ts';
import { proofOf } from './proof.ts';
import { addNeededProtocol, addSynFlags, mendUse } from './protocols.ts';
import { useSuccessor } from './removed.ts';
import { removeRepeats } from './repeats.ts';
import * as slips from './slips.ts';
import { joinFromAbove } from './slips.ts';
import { placeStrayWords } from './strays.ts';
import * as tables from './tables.ts';
import { mendValue, useSuggestion } from './values.ts';

/** Fixers by the code of the finding; a code without one still offers the finding's suggestions. */
export const FIXERS: ReadonlyMap<string, Fixer> = new Map<string, Fixer>([
  ['bad-counters', tables.mendCounters],
  ['bad-policy', mendPolicy],
  ['bad-rule-number', options.mendRuleNumber],
  ['bad-use', mendUse],
  ['bad-value', mendValue],
  ['blank-in-list', slips.joinList],
  ['borrowed-chain-name', dropUnusedChain],
  ['byte-order-mark', tables.removeByteOrderMark],
  ['carriage-return', slips.endLinesWithLf],
  ['chain-clashes-with-target', avoidClash],
  ['chain-declared-later', declareEarlier],
  ['chain-exists', slips.removeTheLine],
  ['chain-in-use', slips.removeTheLine],
  ['chain-name-start', renameChain],
  ['chain-name-too-long', renameChain],
  ['chain-not-empty', emptyFirst],
  ['chain-not-made', writeChainLine],
  ['command-missing', options.addCommand],
  ['command-twice', slips.splitCommands],
  ['commit-not-alone', tables.bareCommit],
  ['conflicting-options', options.removeOption],
  ['delete-builtin', slips.removeTheLine],
  ['double-negation', options.removeDoubleNegation],
  ['drop-in-nat', dropInMangle],
  ['fragment-in-ipv6', writeOrSkip],
  ['indented-comment', unindent],
  ['indented-line', unindent],
  ['input-interface-in-output', swapInterface],
  ['line-continuation', slips.joinLines],
  ['misplaced-option', options.separateValue],
  ['missing-commit', tables.addCommit],
  ['missing-final-newline', tables.addFinalNewline],
  ['missing-group', options.addMissing],
  ['missing-jump', slips.writeJump],
  ['missing-policy', tables.addPolicy],
  ['missing-required', options.addMissing],
  ['missing-value', options.addValue],
  ['needs-protocol', addNeededProtocol],
  ['negated-list', negateEach],
  ['no-such-rule', options.mendNumber],
  ['not-negatable', options.removeNegation],
  ['nul-character', slips.removeNuls],
  ['old-negation', options.moveNegation],
  ['option-twice', removeRepeats],
  ['option-with-command', options.removeOption],
  ['output-interface-in-input', swapInterface],
  ['outside-option', slips.removeOutsideOption],
  ['outside-table', tables.takeIntoTable],
  ['policy-on-user-chain', dropPolicy],
  ['program-name', slips.removeProgram],
  ['removed-from-linux', useSuccessor],
  ['rename-builtin', slips.removeTheLine],
  ['single-dash', slips.doubleDash],
  ['single-quotes', slips.writeDoubleQuotes],
  ['stray-negation', options.removeNegation],
  ['stray-word', placeStrayWords],
  ['syn-flags-missing', addSynFlags],
  ['target-name', renameChain],
  ['trailing-comment', moveCommentUp],
  ['unexpected-value', options.removeJoinedValue],
  ['unknown-chain', findChain],
  ['unknown-option', makeKnown],
  ['unknown-target', findChain],
  ['unquoted-text', slips.quoteText],
  ['unterminated-quote', slips.closeQuote],
  ['verdict-not-everywhere', options.useNfqueue],
  ['wrong-chain', moveToRightChain],
  ['wrong-character', slips.writePlainCharacters],
  ['wrong-family-extension', writeOrSkip],
  ['wrong-family-icmp', writeForFamily],
  ['wrong-table', moveToRightTable],
]);

/** These uncover mistakes that they hid, and are right all the same: the words that stood in the way must go. */
const UNCOVERING: ReadonlySet<string> = new Set([
  'blank-in-list',
  'command-twice',
  'old-negation',
  'outside-option',
  'program-name',
  'single-dash',
  'single-quotes',
  'trailing-comment',
  'unknown-extension',
  'unknown-option',
  'wrong-character',
]);

/** What is wrong with the frame of a file: a line alone cannot prove these fixes. */
const OF_THE_FRAME: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'carriage-return',
  'missing-commit',
  'missing-final-newline',
  'outside-table',
  'unknown-table',
]);

/**
 * The fixes for a finding, the best first, each of which takes the finding away and adds no error. For an error that
 * none mends, the line can be turned into a comment; that is never the preferred fix.
 */
export const fixesFor: Fixer = (file, finding) => {
  const joined = joinFromAbove(file, finding);
  if (joined) return joined;
  const wanted = (FIXERS.get(finding.code) ?? useSuggestion)(file, finding);
  if (OF_THE_FRAME.has(finding.code)) return wanted;
  const good: Fix[] = [];
  const others: Fix[] = [];
  const seen = new Set<string>();
  for (const fix of wanted) {
    const key = JSON.stringify(fix.edits);
    if (seen.has(key)) continue;
    seen.add(key);
    const proof = proofOf(file, finding, fix);
    if (proof === 'good') good.push(fix);
    else if (proof === 'warns' || (proof === 'shows-more' && UNCOVERING.has(finding.code))) others.push(fix);
  }
  if (good.length === 0) good.push(...others);
  if (good.length === 0) return finding.severity === 'error' ? options.commentOut(file, finding.line) : [];
  return good.map((fix, i) => (i > 0 && fix.preferred ? { ...fix, preferred: false } : fix));
};
