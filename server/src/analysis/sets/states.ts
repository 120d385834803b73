// Connection states as sets of fourteen atoms: a connection may be NEW, ESTABLISHED or RELATED with either end translated.

import type { Choice } from '../../vocabulary/values/kinds.ts';
import type { Axis, Intervals, Span } from './intervals.ts';

/**
 * The atoms of each name that --ctstate knows. The three states of a connection come four times each: as it is, its
 * source translated, its destination, both. INVALID and UNTRACKED belong to no connection, so nothing is translated.
 * Source: conntrack_mt in net/netfilter/xt_conntrack.c.
 */
const ATOMS: Readonly<Record<string, readonly number[]>> = {
  INVALID: [0],
  UNTRACKED: [1],
  NEW: [2, 3, 4, 5],
  ESTABLISHED: [6, 7, 8, 9],
  RELATED: [10, 11, 12, 13],
  SNAT: [3, 5, 7, 9, 11, 13],
  DNAT: [4, 5, 8, 9, 12, 13],
};

/** The atom of a new connection that nat leaves as it is. */
export const NEW_UNTRANSLATED = 2;

/** Any of these states; undefined where one is not known. */
export function statesSet(axis: Axis, choices: readonly Pick<Choice, 'name'>[]): Intervals | undefined {
  const spans: Span[] = [];
  for (const { name } of choices) {
    const atoms = ATOMS[name];
    if (!atoms) return undefined;
    for (const atom of atoms) spans.push({ first: atom, last: atom });
  }
  return axis.spans(spans);
}
