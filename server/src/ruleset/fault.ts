// What a line has wrong, in the loader's terms, with columns and without words. The words are in check/codes.

import type { Extension, RefusedBy } from '../vocabulary/schema.ts';
import { isEveryTool } from '../vocabulary/versions.ts';

/** Stable names: they are shown to people, stand in configuration and never change their meaning. */
export type FaultCode =
  | 'ambiguous-option'
  | 'bad-counters'
  | 'bad-rule-number'
  | 'bad-use'
  | 'bad-value'
  | 'blank-in-list'
  | 'carriage-return'
  | 'chain-clashes-with-target'
  | 'chain-name-start'
  | 'chain-name-too-long'
  | 'command-missing'
  | 'commit-not-alone'
  | 'command-twice'
  | 'conflicting-options'
  | 'double-negation'
  | 'fragment-in-ipv6'
  | 'indented-comment'
  | 'indented-line'
  | 'input-interface-in-output'
  | 'line-too-long'
  | 'line-continuation'
  | 'misplaced-option'
  | 'missing-group'
  | 'missing-jump'
  | 'missing-option'
  | 'missing-required'
  | 'missing-value'
  | 'needs-protocol'
  | 'negated-list'
  | 'never-matches'
  | 'not-negatable'
  | 'old-negation'
  | 'option-twice'
  | 'option-with-command'
  | 'outside-option'
  | 'output-interface-in-input'
  | 'program-name'
  | 'removed-from-linux'
  | 'replace-needs-one-address'
  | 'single-dash'
  | 'single-quotes'
  | 'standard-taken'
  | 'stray-negation'
  | 'stray-word'
  | 'syn-flags-missing'
  | 'target-name'
  | 'trailing-comment'
  | 'unexpected-value'
  | 'unknown-extension'
  | 'unknown-option'
  | 'unquoted-text'
  | 'unterminated-quote'
  | 'verdict-not-everywhere'
  | 'word-too-long'
  | 'too-many-words'
  | 'wrong-character'
  | 'wrong-family-extension'
  | 'wrong-family-icmp';

export interface Fault extends RefusedBy {
  readonly code: FaultCode;
  /** Columns of the smallest wrong part, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What the message speaks of, in the order that the code's message wants. */
  readonly about: readonly string[];
  /** Texts that would do in its place, the best first. */
  readonly suggestions?: readonly string[];
  /** `warning`: it loads and is not meant. */
  readonly severity?: 'warning';
  /** Minded when the whole line is read, and so by nobody where the rest of it is skipped. */
  readonly late?: true;
  /** Minded by the kernel alone: legacy asks it only about rules that the table still has at its end. */
  readonly byKernel?: true;
  /** Of what the kernel minds: the tools that mind it by themselves. */
  readonly unreadBy?: RefusedBy;
  /** Minded while the option is read, although the extension's own check finds it. */
  readonly early?: true;
  /** What is missing may still follow in the rule. */
  readonly missing?: true;
  /** For `unknown-option`: the extensions that have this option. */
  readonly owners?: readonly Extension[];
  /** The fault may only follow from a jump target that is not known. */
  readonly followsTarget?: boolean;
}

/** A fault for which every loader refuses the line. */
export function isGrave(fault: Fault): boolean {
  return fault.severity === undefined && isEveryTool(fault);
}
