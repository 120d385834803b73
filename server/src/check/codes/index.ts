// All codes: every finding of the checks has one of these, with what is declared of it.

import type { Fault, FaultCode } from '../../ruleset/fault.ts';
import type { Family, RefusedBy } from '../../vocabulary/schema.ts';
import { CHAIN_CODES } from './chains.ts';
import { COMMAND_CODES } from './commands.ts';
import type { Declaration, SayFault } from './declaration.ts';
import { OPTION_CODES } from './options.ts';
import { PLACE_CODES } from './places.ts';
import { TABLE_CODES } from './tables.ts';
import { TARGET_CODES } from './targets.ts';
import { TEXT_CODES } from './text.ts';
import { VALUE_CODES } from './values.ts';

/** The subjects, each with its codes. */
export const SUBJECTS = {
  'Letters, quotes, lines': TEXT_CODES,
  Tables: TABLE_CODES,
  Chains: CHAIN_CODES,
  Commands: COMMAND_CODES,
  Options: OPTION_CODES,
  Values: VALUE_CODES,
  'Targets and jumps': TARGET_CODES,
  Places: PLACE_CODES,
} as const;

const DECLARED = {
  ...TEXT_CODES,
  ...TABLE_CODES,
  ...CHAIN_CODES,
  ...COMMAND_CODES,
  ...OPTION_CODES,
  ...VALUE_CODES,
  ...TARGET_CODES,
  ...PLACE_CODES,
};
type Declared = typeof DECLARED;

/** Stable names: they are shown to people, stand in configuration and never change their meaning. */
export type Code = keyof Declared;

export const CODES: Readonly<Record<Code, Declaration>> = DECLARED;

/** True for the codes of the checks; those of lint rules are others. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(CODES, code);
}

/** The compiler sees here that each code that the reader gives has its sentence. */
const FAULTS: Readonly<Record<FaultCode, { readonly fault: SayFault }>> = DECLARED;

/** The sentence for a fault. */
export function sayFault(fault: Fault, family: Family): string {
  return FAULTS[fault.code].fault((index) => fault.about[index] ?? '', fault, family);
}

/** A code with its sentence, and who refuses where that is declared. */
export interface Told<C extends Code = Code> {
  readonly code: C;
  readonly message: string;
  readonly refusedBy?: RefusedBy;
}

/** What a check of the whole file says: `told('jump-loop', ({ says }) => says(path))`. */
export function told<C extends Code>(code: C, say: (declared: Declared[C]) => string): Told<C> {
  const { refusedBy } = CODES[code];
  return { code, message: say(DECLARED[code]), ...(refusedBy && { refusedBy }) };
}
