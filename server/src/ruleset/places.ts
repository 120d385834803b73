// Tables and hooks as bits, so that a rule's place is checked with one AND.

import type { Backend, Family, Hook, Placement, TableName } from '../vocabulary/schema.ts';

export const TABLE_ORDER: readonly TableName[] = ['filter', 'nat', 'mangle', 'raw', 'security'];
export const HOOK_ORDER: readonly Hook[] = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'];

/** Bits a table takes: one a hook, and one for the table itself, which counts in chains that no hook reaches. */
const STRIDE = 6;
const TABLE_BIT = 1 << HOOK_ORDER.length;

/** Every table and hook. */
export const EVERYWHERE = (1 << (STRIDE * TABLE_ORDER.length)) - 1;

/** The bit of a hook in a mask of hooks; 0 for a name that is no hook. */
export function hookBit(chain: string): number {
  for (let i = 0; i < HOOK_ORDER.length; i++) if (HOOK_ORDER[i] === chain) return 1 << i;
  return 0;
}

/** The hooks of a mask, in the order in which a packet meets them. */
export function hooksOf(mask: number): Hook[] {
  return HOOK_ORDER.filter((_, i) => mask & (1 << i));
}

/** Where placements allow a rule, for one family and back end: the AND of all that speak of it. */
export function placeMask(places: readonly Placement[] | undefined, family: Family, backend: Backend): number {
  let mask = EVERYWHERE;
  for (const place of places ?? []) {
    if (place.family !== undefined && place.family !== family) continue;
    if (place.backend !== undefined && place.backend !== backend) continue;
    mask &= oneMask(place);
  }
  return mask;
}

function oneMask(place: Placement): number {
  let hooks = TABLE_BIT;
  for (const hook of place.hooks ?? HOOK_ORDER) hooks |= hookBit(hook);
  let mask = 0;
  TABLE_ORDER.forEach((table, i) => {
    if (!place.tables || place.tables.includes(table)) mask |= hooks << (i * STRIDE);
  });
  return mask;
}

/** What a mask allows in one table: undefined where not even the table is allowed, else the hooks. */
export function allowedHooks(mask: number, table: TableName): number | undefined {
  const bits = (mask >> (TABLE_ORDER.indexOf(table) * STRIDE)) & (TABLE_BIT * 2 - 1);
  return bits & TABLE_BIT ? bits & (TABLE_BIT - 1) : undefined;
}

/** True where a rule with this mask may stand in a chain of `table` that the hooks of `reached` lead to. */
export function mayStand(mask: number, table: number, reached: number): boolean {
  const wanted = (reached | TABLE_BIT) << (table * STRIDE);
  return (mask & wanted) === wanted;
}
