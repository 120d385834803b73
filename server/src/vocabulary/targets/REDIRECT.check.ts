// What the literal of REDIRECT cannot say: a port needs a protocol that has ports, and a range has no base port.

import type { UseCheck, UseFault } from '../schema.ts';
import { natPortsCheck } from './DNAT.check.ts';

const protocolCheck = natPortsCheck('--to-ports');

/** `80-90/100` is DNAT's alone; SNAT and MASQUERADE read the base and drop it, REDIRECT refuses. */
function baseFaults(values: readonly string[], option: number): readonly UseFault[] {
  const text = values[0] ?? '';
  const slash = text.indexOf('/');
  if (slash < 0 || !text.slice(0, slash).includes('-')) return [];
  const message = '"REDIRECT" takes a port or a range without a base port; use "DNAT" to shift ranges.';
  return [{ message, option, value: 0, start: slash, end: text.length }];
}

/** Judges `--to-ports`. */
export const check: UseCheck = (use) => {
  const faults = protocolCheck(use);
  if (faults.length > 0) return faults;
  return use.options.flatMap((option, index) => (option.name === '--to-ports' ? baseFaults(option.values, index) : []));
};
