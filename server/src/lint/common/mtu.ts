// The ICMP error by which a router says that packets are too big, and what becomes of it.

import { packetBox } from '../../analysis/packet-box.ts';
import { refuserOf } from '../../analysis/reach/admission.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { PacketTable } from '../packets.ts';

/** The chains of each table through which packets come to this machine or go through it. */
const HOOKS: Readonly<Record<string, readonly string[]>> = {
  filter: ['INPUT', 'FORWARD'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD'],
  raw: ['PREROUTING'],
};

/** Type and code: fragmentation needed, and packet too big. */
export const TOO_BIG = {
  4: { protocol: 'icmp', icmp: [[3, 4]] },
  6: { protocol: 'icmpv6', icmp: [[2, 0]] },
} as const;

export type Stopped = { readonly kind: 'rule'; readonly step: Step } | { readonly kind: 'rest' };

/** What keeps the error out of INPUT or FORWARD while connections pass: a rule for ICMP, or what refuses the rest. */
export function stoppedErrors(table: PacketTable, hook: string): Stopped | undefined {
  const hooks = HOOKS[table.block.table ?? ''];
  if (!hooks?.includes(hook) || table.mayUntrack) return undefined;
  const { family } = table;
  // Nothing has a state before conntrack looked at it.
  const isEarly = table.block.table === 'raw';
  const connections = packetBox(family, {
    protocol: 'tcp',
    input: 'not lo',
    ...(isEarly ? {} : { states: ['ESTABLISHED'] }),
  });
  const error = packetBox(family, { ...TOO_BIG[family], input: 'not lo', ...(isEarly ? {} : { states: ['RELATED'] }) });
  if (table.mayPass(hook, error) || !table.mayPass(hook, connections)) return undefined;
  const refuser = refuserOf(table.reach, hook, error, table.policyOf(hook));
  if (refuser === undefined) return undefined;
  return refuser === 'policy' || refuser.parts.some(({ box }) => !asksForIcmp(box.sets))
    ? { kind: 'rest' }
    : { kind: 'rule', step: refuser };
}

function asksForIcmp(
  sets: readonly { readonly axis: { readonly name: string }; has(point: number): boolean }[],
): boolean {
  return sets.some((set) => set.axis.name === 'protocol' && !set.has(6) && !set.has(17));
}
