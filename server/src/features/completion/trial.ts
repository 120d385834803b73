// Tries offers in the rule at the cursor, and leaves out those with which the loaders would refuse it.

import { gravity } from '../../check/finding.ts';
import type { Fault, FaultCode } from '../../ruleset/fault.ts';
import { readRule } from '../../ruleset/read-rule.ts';
import { allowedBy, maskFits } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './offer.ts';

/** Reading a rule takes some microseconds; longer lists are of names that need no trial. */
const MOST_TRIED = 120;

/** What is only missing yet. */
const INCOMPLETE: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'command-missing',
  'missing-group',
  'missing-option',
  'missing-required',
  'missing-value',
  'needs-protocol',
  'syn-flags-missing',
]);

/** The offers that stand for columns from `start` on without a fault that the words before do not have. */
export function withoutRefused(cursor: Cursor, offers: readonly Offer[], start = cursor.start): readonly Offer[] {
  if (offers.length > MOST_TRIED) return offers;
  const { file, line, head } = cursor;
  const { settings } = file;
  const taken = file.taken.above(line);
  const text = file.lines.line(line).slice(0, start);
  const known = new Set(head.faults.map(keyOf));
  const fitted = maskFits(cursor, allowedBy(cursor, head));
  const isRefusal = (fault: Fault): boolean =>
    !known.has(keyOf(fault)) &&
    !INCOMPLETE.has(fault.code) &&
    fault.severity === undefined &&
    fault.missing === undefined &&
    gravity(fault, settings) !== undefined;
  return offers.filter(({ label, text: written = label, also }) => {
    const typed = also ? text.slice(0, also.column) + also.text + text.slice(also.column) : text;
    const rule = readRule(typed + written, settings, head.counters?.end, taken);
    if (rule.faults.some(isRefusal)) return false;
    return !fitted || maskFits(cursor, allowedBy(cursor, rule));
  });
}

function keyOf({ code, about, missing }: Fault): string {
  return `${code} ${missing === true} ${about.join(' ')}`;
}
