// What a rule asks that is not modelled as a set: a literal, which holds or does not.

import type { Packet } from './dimensions.ts';

/**
 * What decides beside the packet:
 *
 * - `packet`: nothing; the same packet always gets the same answer.
 * - `machine`: what the machine keeps (sets, routes, connections, marks, sockets, names of hosts). Two rules that ask the
 *   same get the same answer while no target in between changes it.
 * - `state`: time, chance or what came before; each time that it is asked, the answer is a new one.
 * - `unread`: nobody knows what is asked: a template's placeholder, a rule that does not load.
 */
export type Nature = 'packet' | 'machine' | 'state' | 'unread';

export interface Literal {
  /** The match and what it says, normalised, without the `!`: `set --match-set office src`. */
  readonly key: string;
  /** The name of the match; empty for iptables' own options and for what cannot be read. */
  readonly match: string;
  /** The set that it asks for, by its name. */
  readonly set?: string;
  readonly negated: boolean;
  readonly nature: Nature;
  /** Whether it holds for a packet, without its `!`, where that can be told from the packet; missing: it never can. */
  readonly test?: (packet: Packet) => boolean | undefined;
}

/** Two evaluations of the same key give the same answer. */
export function isRepeatable({ nature }: Literal): boolean {
  return nature === 'packet' || nature === 'machine';
}

/** Whether both surely give the same answer. */
export function isSame(a: Literal, b: Literal): boolean {
  return a.key === b.key && a.negated === b.negated && isRepeatable(a) && isRepeatable(b);
}

/** Whether one surely holds where the other does not. */
export function isOpposite(a: Literal, b: Literal): boolean {
  return a.key === b.key && a.negated !== b.negated && isRepeatable(a) && isRepeatable(b);
}

export function negation(literal: Literal): Literal {
  return { ...literal, negated: !literal.negated };
}
