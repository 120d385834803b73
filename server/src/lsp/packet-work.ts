// Has the packets of open documents looked at while nobody types: what they tell comes with the diagnostics where that is
// quick, and a little later where it is not.

import { RAL } from 'vscode-languageserver';
import { complete } from '../features/steps.ts';
import { packetFindingSteps } from '../lint/lint-file.ts';
import type { RulesDocument } from './documents.ts';
import { giveWay } from './slices.ts';

/** Milliseconds that a look may take and still be had with each change. */
const QUICK = 3;
/** The same of a file with few lines, which an editor is to show all at once: it takes so long only when the code is new. */
const QUICK_OF_FEW = 40;
const FEW_LINES = 200;
/** Milliseconds without a change before a look begins that is not quick. */
const REST = 150;
/** Milliseconds at a time. */
const SLICE = 4;

interface Last {
  /** Milliseconds that it took. */
  readonly took: number;
  readonly edition: number;
}

export class PacketWork {
  private readonly last = new WeakMap<RulesDocument, Last>();
  private readonly waiting = new WeakMap<RulesDocument, object>();

  /** What there is to see of the document as it is now was seen. */
  isDone(open: RulesDocument): boolean {
    return this.last.get(open)?.edition === open.edition;
  }

  /** Looks at once where that is quick. False where it is not, and was not done for this edition. */
  now(open: RulesDocument): boolean {
    if (this.isDone(open)) return true;
    const last = this.last.get(open);
    const isSmall = open.lineCount < FEW_LINES;
    const isQuick = last ? last.took <= (isSmall ? QUICK_OF_FEW : QUICK) : isSmall;
    if (!isQuick) return false;
    const from = Date.now();
    complete(packetFindingSteps(open.rules));
    this.done(open, Date.now() - from);
    return true;
  }

  /** Looks when the document rests, in slices. True once that is done, false where it changed meanwhile. */
  async later(open: RulesDocument): Promise<boolean> {
    const own = {};
    this.waiting.set(open, own);
    const { edition } = open;
    const isMoot = () => open.edition !== edition || this.waiting.get(open) !== own;
    if (this.last.has(open)) await rest();
    if (isMoot()) return false;
    const steps = packetFindingSteps(open.rules);
    let took = 0;
    for (;;) {
      const from = Date.now();
      let isDone = false;
      while (!isDone && Date.now() - from < SLICE) isDone = steps.next().done === true;
      took += Date.now() - from;
      if (isDone) break;
      await giveWay();
      if (isMoot()) return false;
    }
    this.done(open, took);
    return true;
  }

  private done(open: RulesDocument, took: number): void {
    this.last.set(open, { took, edition: open.edition });
  }
}

function rest(): Promise<void> {
  return new Promise((resolve) => void RAL().timer.setTimeout(resolve, REST));
}
