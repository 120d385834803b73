// A command of a template: nothing is said of a placeholder, nor of what hangs on one.

import { UNKNOWN } from '../../syntax/template.ts';
import type { Command } from '../command.ts';
import { Jump } from '../command.ts';
import type { Fault, FaultCode } from '../fault.ts';
import { EVERYWHERE } from '../places.ts';
import { Role } from '../rule.ts';
import type { RuleState } from './rule-state.ts';

/** Faults that a placeholder which may hold options, a match or a protocol could mend. */
const HANGING: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'ambiguous-option',
  'bad-use',
  'command-missing',
  'missing-group',
  'missing-option',
  'missing-required',
  'missing-value',
  'needs-protocol',
  'not-negatable',
  'option-with-command',
  'stray-negation',
  'stray-word',
  'unknown-option',
]);

/** Commands that need no chain. */
const MAY_GO_WITHOUT = 'FLSXZ';

/** The command that `reader` has just read from `masked`, without what the placeholders in it may change. */
export function softened(command: Command, masked: string, reader: RuleState): Command {
  const object = knownName(command.object);
  const chain = knownName(command.chain);
  // Without its chain such a command would be one on all chains.
  const isOnAll = chain === undefined && command.chain !== undefined && MAY_GO_WITHOUT.includes(command.letter ?? '-');
  return {
    ...command,
    letter: isOnAll ? undefined : command.letter,
    chain,
    object,
    jump: object === undefined ? Jump.none : command.jump,
    faults: softFaults(command.faults, masked, reader),
    ...(mayHoldOptions(reader)
      ? { allowedLegacy: EVERYWHERE, allowedNft: EVERYWHERE, allowedNftCalled: EVERYWHERE }
      : {}),
  };
}

/** The faults that stand whatever the placeholders in the line turn out to be. */
export function softFaults(faults: readonly Fault[], masked: string, reader: RuleState): readonly Fault[] {
  if (faults.length === 0) return faults;
  const open = mayHoldOptions(reader);
  return faults.filter(({ code, start, end }) => {
    return !(open && HANGING.has(code)) && !masked.substring(start, end).includes(UNKNOWN);
  });
}

/** A name without a placeholder in it. */
export function knownName(name: string | undefined): string | undefined {
  return name?.includes(UNKNOWN) ? undefined : name;
}

/** True where a placeholder stands for more than the value of an option that is no -p. */
function mayHoldOptions(reader: RuleState): boolean {
  const { words, roles, found } = reader;
  for (let i = 0; i < words.count; i++) {
    if (!words.text[i]?.includes(UNKNOWN)) continue;
    const of = found[i];
    const protocol = of?.kind === 'generic' && of.option.letter === 'p';
    if (roles[i] !== Role.value && roles[i] !== Role.operand && roles[i] !== Role.chain) return true;
    if (protocol) return true;
  }
  return false;
}
