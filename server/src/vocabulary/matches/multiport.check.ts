// What the literal of multiport cannot say: the protocol must stand before the ports, and their names are its own.

import type { OptionUse, UseCheck, UseFault } from '../schema.ts';
import { transportOf } from '../transports.ts';
import { portListFault } from '../values/port-list.ts';

const LIST = { kind: 'port-list', maxPorts: 15 } as const;
/** A name that other protocols have, but not the one of this rule. What is wrong for all of them is said elsewhere. */
function nameFaults({ values, protocol }: OptionUse, option: number): readonly UseFault[] {
  const transports = protocol === undefined ? undefined : transportOf(protocol);
  const text = values[0];
  if (transports === undefined || text === undefined || !/[^0-9:,]/.test(text)) return [];
  const known = portListFault(text, LIST);
  if (known && !known.severity) return [];
  const fault = portListFault(text, LIST, transports);
  if (!fault || fault.message === known?.message) return [];
  const { suggestions: _, ...said } = fault;
  return [{ ...said, option, value: 0, early: true }];
}

/** The tools look at the protocol while they read the ports, so a later -p comes too late. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    if (option.protocol !== undefined) return nameFaults(option, index);
    return use.protocol === undefined
      ? []
      : [{ message: `"-p" must come before "${option.name}".`, option: index, early: true }];
  });
