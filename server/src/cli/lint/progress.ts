// A line on a terminal that says how far a long run is. It stands on the error stream, and nowhere else.

import process from 'node:process';
import { print } from '../print.ts';

/** A run that is shorter says nothing, and then it says so often. */
const FIRST_AFTER = 500;
const EVERY = 100;

const ERASE_LINE = '\r\x1b[K';

export class Progress {
  private readonly total: number;
  private readonly isWanted: boolean;
  private next = performance.now() + FIRST_AFTER;
  private done = 0;
  private isShown = false;

  constructor(total: number) {
    this.total = total;
    const { TERM = '' } = process.env;
    this.isWanted = process.stderr.isTTY === true && TERM !== 'dumb';
  }

  /** One more file is done. `isFree`: no text that goes on stands on the same terminal. */
  step(isFree: boolean): void {
    this.done++;
    if (!this.isWanted) return;
    const now = performance.now();
    if (now < this.next || !(isFree || process.stdout.isTTY !== true)) return;
    this.next = now + EVERY;
    this.isShown = true;
    print(2, `${ERASE_LINE}Checked ${this.done} of ${this.total} files`);
  }

  /** Takes the line away, before anything else is printed. */
  clear(): void {
    if (this.isShown) print(2, ERASE_LINE);
    this.isShown = false;
  }
}
