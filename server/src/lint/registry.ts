// All lint rules, in alphabetical order.

import type { LintRule } from './rule.ts';
import { bareFlush } from './rules/bare-flush.ts';
import { defaultDenyWithoutEstablished } from './rules/default-deny-without-established.ts';
import { defaultDenyWithoutLoopback } from './rules/default-deny-without-loopback.ts';
import { logBeforeAccept } from './rules/log-before-accept.ts';
import { tableTwice } from './rules/table-twice.ts';

export const LINT_RULES: readonly LintRule[] = [
  bareFlush,
  defaultDenyWithoutEstablished,
  defaultDenyWithoutLoopback,
  logBeforeAccept,
  tableTwice,
];
