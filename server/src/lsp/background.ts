// Work on an open document while nobody types: in slices so short that no request waits for it, and dropped at a change.

import { RAL } from 'vscode-languageserver';
import type { Steps } from '../ruleset/steps.ts';
import type { RulesDocument } from './documents.ts';
import { giveWay } from './slices.ts';

/** Milliseconds at a time. */
const SLICE = 2;

/** What was done, and the milliseconds that it took. */
export interface Done<T> {
  readonly result: T;
  readonly took: number;
}

/** One kind of such work, of which a document has one at a time. */
export class Background {
  private readonly latest = new WeakMap<RulesDocument, object>();

  /** Such work on the document was begun before. */
  knows(open: RulesDocument): boolean {
    return this.latest.has(open);
  }

  /**
   * Does the steps once so many milliseconds have passed. Undefined where the document changed, was closed, or such work on
   * it was begun again meanwhile.
   */
  async run<T>(open: RulesDocument, rest: number, steps: Steps<T>): Promise<Done<T> | undefined> {
    const own = {};
    this.latest.set(open, own);
    const { edition } = open;
    const isMoot = () => open.edition !== edition || this.latest.get(open) !== own;
    if (rest > 0) await new Promise<void>((resolve) => void RAL().timer.setTimeout(resolve, rest));
    for (let took = 0; !isMoot(); await giveWay()) {
      const from = Date.now();
      let step = steps.next();
      while (!step.done && Date.now() - from < SLICE) step = steps.next();
      took += Date.now() - from;
      if (step.done) return { result: step.value, took };
    }
    return undefined;
  }
}
