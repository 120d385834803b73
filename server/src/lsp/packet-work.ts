// Has the packets of open documents looked at while nobody types: what they tell comes with the diagnostics where that is
// quick, and a little later where it is not.

import { openedSteps } from '../features/opened.ts';
import { type AnyFinding, packetFindingSteps, packetFindingsOf, suppressesPackets } from '../lint/lint-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';
import { Background } from './background.ts';
import type { RulesDocument } from './documents.ts';

/** Milliseconds that a look may take and still be had with each change. */
const QUICK = 1;
/** A file with fewer lines is shown with all that there is to say from the first. */
const FEW_LINES = 200;
/** In a file with more lines even the first look waits until nobody types. */
const MANY_LINES = 20_000;
/** Milliseconds without a change before a look begins that is not quick: more where it takes long. */
const LEAST_REST = 150;
const MOST_REST = 5000;
/** Milliseconds that a look may take and begin after the least rest: a moved rule is to fade while one looks at it. */
const SOON_DONE = 500;
/** How long a look is taken to last before the first one is done: so many lines a millisecond. */
const LINES_A_MILLISECOND = 50;

interface Last {
  /** Milliseconds that it took. */
  readonly took: number;
  readonly edition: number;
}

/** All that is found about the packets of a document. True at its end where lenses have something else to say. */
function* steps(open: RulesDocument): Steps<boolean> {
  yield* packetFindingSteps(open.rules);
  return yield* openedSteps(open.rules);
}

export class PacketWork {
  private readonly refreshLenses: () => void;
  private readonly last = new WeakMap<RulesDocument, Last>();
  private readonly background = new Background();

  /** `refreshLenses` has the client ask for its lenses again. */
  constructor(refreshLenses: () => void) {
    this.refreshLenses = refreshLenses;
  }

  /** A look is short enough to wait for it with an answer. */
  isShort(open: RulesDocument): boolean {
    return open.lineCount < MANY_LINES;
  }

  /** What there is to see of the document as it is now was seen. */
  isDone(open: RulesDocument): boolean {
    return this.last.get(open)?.edition === open.edition;
  }

  /** Looks at once where that is quick. False where it is not, and was not done for this edition. */
  now(open: RulesDocument): boolean {
    if (this.isDone(open)) return true;
    const last = this.last.get(open);
    if (last ? last.took > QUICK : open.lineCount >= FEW_LINES) return false;
    const from = Date.now();
    if (complete(steps(open))) this.refreshLenses();
    this.done(open, Date.now() - from);
    return true;
  }

  /**
   * Looks when the document rests, or at once where an answer waits for it, in slices. True where that tells something new,
   * false where the document changed meanwhile.
   */
  async later(open: RulesDocument, isAwaited = false): Promise<boolean> {
    const isFirst = !this.background.knows(open);
    let before: readonly AnyFinding[] = [];
    const work = function* (): Steps<boolean> {
      before = packetFindingsOf(open.rules);
      return yield* steps(open);
    };
    const rest = isAwaited || (isFirst && this.isShort(open)) ? 0 : this.restOf(open);
    const done = await this.background.run(open, rest, work());
    if (!done) return false;
    if (done.result) this.refreshLenses();
    this.done(open, done.took);
    return suppressesPackets(open.rules) || !isSame(before, packetFindingsOf(open.rules));
  }

  /** Milliseconds. Who types slowly is not to be held up by one look after the other. */
  private restOf(open: RulesDocument): number {
    const took = this.last.get(open)?.took ?? open.lineCount / LINES_A_MILLISECOND;
    return Math.min(MOST_REST, Math.max(LEAST_REST, 4 * (took - SOON_DONE)));
  }

  private done(open: RulesDocument, took: number): void {
    this.last.set(open, { took, edition: open.edition });
  }
}

/** The same is said at the same places. */
function isSame(some: readonly AnyFinding[], others: readonly AnyFinding[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i];
      return (
        one.message === other?.message && one.line === other.line && one.start === other.start && one.end === other.end
      );
    })
  );
}
