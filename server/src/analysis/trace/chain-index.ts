// Which rules of a long chain may take a packet, without a look at all of them.

import type { Flow } from './flow.ts';
import type { Prepared } from './prepared.ts';

/** Hands out the places of rules that may match, in their order. */
export interface Cursor {
  /** The place of the next; -1 after the last. */
  next(): number;
}

export class ChainIndex {
  private readonly count: number;

  constructor(rules: readonly Prepared[]) {
    this.count = rules.length;
  }

  from(_flow: Flow): Cursor {
    const { count } = this;
    let at = -1;
    return { next: () => (++at < count ? at : -1) };
  }
}
