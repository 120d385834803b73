// The ICMP error by which a router says that packets are too big, and what becomes of it.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { refuserOf } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { PacketTable } from '../packets.ts';

/** The chains of each table through which packets come to this machine, go through it, or go back to who sent too much. */
const HOOKS: Readonly<Record<string, readonly string[]>> = {
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD'],
  raw: ['PREROUTING'],
};

/** Type and code: fragmentation needed, and packet too big. */
export const TOO_BIG = {
  4: { protocol: 'icmp', icmp: [[3, 4]] },
  6: { protocol: 'icmpv6', icmp: [[2, 0]] },
} as const;

export type Stopped = { readonly kind: 'rule'; readonly step: Step } | { readonly kind: 'rest' };

/** So many interfaces are looked at by themselves. */
const MOST_INTERFACES = 8;

/**
 * What keeps the error out of INPUT or FORWARD while connections pass, be it by one interface alone: a rule for ICMP, or what
 * refuses the rest.
 */
export function stoppedErrors(table: PacketTable, hook: string): Stopped | undefined {
  if (hook === 'OUTPUT') return stoppedGoing(table);
  const whole = stoppedWithin(table, hook, Box.everything);
  if (whole) return whole;
  for (const within of interfacesRefusing(table, hook)) {
    const stopped = stoppedWithin(table, hook, within);
    if (stopped?.kind === 'rule') return stopped;
  }
  return undefined;
}

/** A router that drops its own errors. */
function stoppedGoing(table: PacketTable): Stopped | undefined {
  const { family } = table;
  if (table.mayUntrack || !table.mayPass('FORWARD', packetBox(family, { protocol: 'tcp', states: ['ESTABLISHED'] })))
    return undefined;
  const error = packetBox(family, { ...TOO_BIG[family], output: 'not lo', states: ['RELATED'] });
  const others = packetBox(family, { protocol: 'tcp', output: 'not lo', states: ['ESTABLISHED'] });
  if (table.mayPass('OUTPUT', error) || !table.mayPass('OUTPUT', others)) return undefined;
  const refuser = refuserOf(table.reach, 'OUTPUT', error, table.policyOf('OUTPUT'));
  return refuser !== undefined && refuser !== 'policy' && isForIcmp(table, refuser)
    ? { kind: 'rule', step: refuser }
    : undefined;
}

/** A rule asks for ICMP, or the jumps to its chain do. */
function isForIcmp({ reach, chains }: PacketTable, step: Step): boolean {
  if (step.parts.every(({ box }) => asksForIcmp(box.sets))) return true;
  const home = [...chains].find(({ steps }) => steps[step.at] === step);
  const paths = (home && reach.pathsTo(home)) ?? [];
  return paths.length > 0 && paths.every(({ boxes }) => boxes.every((box) => asksForIcmp(box.sets)));
}

/** Interfaces for which some rule of a built-in chain, or of one to which packets come from there, refuses ICMP. */
function interfacesRefusing({ reach, chains, family }: PacketTable, hook: string): readonly Box[] {
  const { inputInterface } = AXES[family];
  const found: Box[] = [];
  for (const chain of chains) {
    const steps = refusingIcmp(chain);
    if (steps.length === 0 || !reach.hooksOf(chain).has(hook)) continue;
    const boxes = steps.flatMap(({ parts }) => parts.map(({ box }) => box));
    for (const path of reach.pathsTo(chain) ?? []) {
      for (const box of joint(path.boxes, boxes) ?? []) {
        const own = box.on(inputInterface).isEverything ? undefined : Box.of([box.on(inputInterface)]);
        const isNew = own && !found.some((one) => one.contains(own));
        if (isNew && found.length < MOST_INTERFACES) found.push(own);
      }
    }
  }
  return found;
}

const refusingIcmp = ofSteps((steps) =>
  steps.filter(
    ({ verdict, parts }) =>
      (verdict.kind === 'drop' || verdict.kind === 'reject') && parts.every(({ box }) => asksForIcmp(box.sets)),
  ),
);

function stoppedWithin(table: PacketTable, hook: string, within: Box): Stopped | undefined {
  const hooks = HOOKS[table.block.table ?? ''];
  if (!hooks?.includes(hook) || table.mayUntrack) return undefined;
  const { family } = table;
  // Nothing has a state before conntrack looked at it.
  const isEarly = table.block.table === 'raw';
  const connections = packetBox(family, {
    protocol: 'tcp',
    input: 'not lo',
    ...(isEarly ? {} : { states: ['ESTABLISHED'] }),
  }).intersect(within);
  const error = packetBox(family, {
    ...TOO_BIG[family],
    input: 'not lo',
    ...(isEarly ? {} : { states: ['RELATED'] }),
  }).intersect(within);
  if (!connections || !error) return undefined;
  if (table.mayPass(hook, error) || !table.mayPass(hook, connections)) return undefined;
  const refuser = refuserOf(table.reach, hook, error, table.policyOf(hook));
  if (refuser === undefined) return undefined;
  return refuser !== 'policy' && isForIcmp(table, refuser) ? { kind: 'rule', step: refuser } : { kind: 'rest' };
}

function asksForIcmp(
  sets: readonly { readonly axis: { readonly name: string }; has(point: number): boolean }[],
): boolean {
  return sets.some((set) => set.axis.name === 'protocol' && !set.has(6) && !set.has(17));
}
