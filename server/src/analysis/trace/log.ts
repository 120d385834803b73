// What a trace tells on its way to whoever prints it.

import type { Hook, TableName } from '../../vocabulary/schema.ts';
import type { Unknown } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Prepared } from './prepared.ts';

/** Gets every step of the first course that the packet may take. */
export interface TraceLog {
  readonly hook: (hook: Hook, flow: Flow) => void;
  /** Rules of a table are asked, from its built-in chain on. */
  readonly table: (table: TableName, hook: Hook) => void;
  /** A chain is entered, or entered again behind the rule that left it. */
  readonly chain: (name: string) => void;
  /** Rules that do not match are passed over. */
  readonly passed: (rules: readonly Prepared[]) => void;
  /** A rule matches, or may: then `unknown` says on what that hangs, and the course is that of its not matching. */
  readonly rule: (rule: Prepared, unknown: readonly Unknown[]) => void;
  /** What the rule did to the packet. */
  readonly changed: (what: string) => void;
  readonly policy: (chain: string, policy: string) => void;
  readonly note: (sentence: string) => void;
}
