// Runs long work in slices and gives way between them: a cancellation, a newer change, a short request is heard meanwhile.

import { type CancellationToken, LSPErrorCodes, RAL, ResponseError } from 'vscode-languageserver';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { RulesDocument } from './documents.ts';

/** Milliseconds of work at a time: as long as somebody who types may have to wait and not feel it. */
const SLICE = 8;
/** A stretch of so many milliseconds that cannot be cut is long: giving way, which takes one or two, is worth it. */
const LONG = 2 * SLICE;

/** Documents whose last work had a long stretch. */
const slow = new WeakSet<RulesDocument>();

/** Work on this document had a long stretch the last time, so give way before it begins. */
export function isSlow(open: RulesDocument): boolean {
  return slow.has(open);
}

/**
 * Lets the event loop turn, so that messages are read and dealt with. Each time deals with one at least where some wait:
 * Node runs timers, then reads, then does what is immediate, and dealing with a message is; a browser has only timers.
 */
export function giveWay(): Promise<void> {
  const { timer } = RAL();
  return new Promise((resolve) => {
    timer.setTimeout(() => timer.setImmediate(resolve), 0);
  });
}

/**
 * All sliced work shares a turn of the event loop: however many requests are being answered, no more than a slice is worked
 * between two looks at what came in. Who began first goes on first.
 */
class Turns {
  /** When the slice of this turn is over; 0: none was begun. */
  private end = 0;
  private readonly waiting: (() => void)[] = [];
  /** How many requests came. */
  private requests = 0;

  /** A request came: others may have come with it, each of which the event loop deals with in a turn of its own. */
  hear(): void {
    this.requests++;
  }

  /** The time at which the caller's slice is over, which begins now. Waits where others have worked in this turn. */
  async mine(): Promise<number> {
    while (!this.isFree()) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.end;
  }

  private isFree(): boolean {
    const now = Date.now();
    if (this.end === 0) {
      this.end = now + SLICE;
      void this.listen().then(() => {
        this.end = 0;
        this.waiting.shift()?.();
      });
    }
    return now < this.end;
  }

  /** Gives way until no more requests come. */
  private async listen(): Promise<void> {
    let before = this.requests;
    await giveWay();
    for (let i = 0; i < MOST_HEARD && this.requests > before; i++) {
      before = this.requests;
      await new Promise<void>((resolve) => void RAL().timer.setImmediate(resolve));
    }
  }
}

/** After so many requests in a row long work goes on. */
const MOST_HEARD = 32;

const turns = new Turns();

/** To be called with each request that comes. */
export function hearRequest(): void {
  turns.hear();
}

/** Throws the protocol's answer to a request that is not wanted any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** Throws the protocol's answer to a request about a document that is another now. */
export function throwIfChanged(open: RulesDocument, edition: number): void {
  if (open.edition !== edition)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document changed in the meantime.');
}

/** Does what cannot be cut, and remembers whether it was long. */
export function atOnce<T>(open: RulesDocument, work: (rules: RulesFile) => T): T {
  const from = Date.now();
  const result = work(open.rules);
  remember(open, Date.now() - from);
  return result;
}

/**
 * The result of long work on a document. Rejects with RequestCancelled where the client does not want it any more, with
 * ContentModified where the document changed, was closed or got other settings before the work was done.
 */
export async function inSlices<T>(
  open: RulesDocument,
  token: CancellationToken,
  work: (rules: RulesFile) => Steps<T>,
): Promise<T> {
  const { edition } = open;
  const throwIfMoot = (): void => {
    throwIfCancelled(token);
    throwIfChanged(open, edition);
  };
  if (isSlow(open)) await giveWay();
  throwIfMoot();
  const { result, longest } = await runSteps(work(open.rules), throwIfMoot);
  remember(open, longest);
  return result;
}

/** The result of long work that is about no open document. `throwIfMoot` ends it; it is asked after each slice. */
export async function stepsInSlices<T>(steps: Steps<T>, throwIfMoot: () => void): Promise<T> {
  return (await runSteps(steps, throwIfMoot)).result;
}

/** The result, and how many milliseconds the longest step took. */
async function runSteps<T>(steps: Steps<T>, throwIfMoot: () => void): Promise<{ result: T; longest: number }> {
  let longest = 0;
  for (;;) {
    const end = await turns.mine();
    throwIfMoot();
    for (let from = Date.now(); from < end; ) {
      const step = steps.next();
      const now = Date.now();
      longest = Math.max(longest, now - from);
      if (step.done) return { result: step.value, longest };
      from = now;
    }
  }
}

function remember(open: RulesDocument, longest: number): void {
  if (longest > LONG) slow.add(open);
  else slow.delete(open);
}
