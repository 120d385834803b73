// A port in a NAT target needs a protocol that has ports: the check of DNAT, and of its relatives.

import type { ExtensionUse, UseCheck, UseFault } from '../schema.ts';

/** ICMP, TCP, UDP, DCCP and SCTP: those whose packets NAT can tell apart by a number. Source: a run of all 256. */
const WITH_PORTS: ReadonlySet<number> = new Set([1, 6, 17, 33, 132]);

/** Whether a NAT range names ports, as the tools look for them: one colon alone, or a colon after a bracket. */
function namesPort(text: string): boolean {
  const open = text.indexOf('[');
  if (open < 0) return text.split(':').length === 2;
  const close = text.indexOf(']', open);
  return close >= 0 && text.includes(':', close);
}

function portFaults(use: ExtensionUse, name: string, asksForPort: (text: string) => boolean): readonly UseFault[] {
  return use.options.flatMap((option, index) => {
    if (option.protocol !== undefined && WITH_PORTS.has(option.protocol)) return [];
    const text = option.values[0];
    if (option.name !== name || text === undefined || !asksForPort(text)) return [];
    const message = 'A port needs a protocol with ports; write "-p" with tcp, udp, sctp, dccp or icmp before it.';
    return [{ message, option: index, value: 0, early: true }];
  });
}

/** The check of a target whose option `name` takes a NAT range: its port wants a protocol. */
export function natRangeCheck(name: string): UseCheck {
  return (use) => portFaults(use, name, namesPort);
}

/** The check of a target whose option `name` takes ports and nothing else. */
export function natPortsCheck(name: string): UseCheck {
  return (use) => portFaults(use, name, () => true);
}

/** Judges `--to-destination`. */
export const check: UseCheck = natRangeCheck('--to-destination');
