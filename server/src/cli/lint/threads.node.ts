// Judges files in several threads, each of which runs this program; what became of them is taken in their order.

import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { LintArguments } from '../arguments.ts';
import type { Source } from '../files/find.node.ts';
import type { Circumstances } from '../formats/format.ts';
import { Judge, type Outcome } from './judge.ts';
import { Settings } from './settings.ts';

/** What a thread is told at its start. */
export interface Work {
  readonly given: LintArguments;
  readonly circumstances: Circumstances;
}

export function isWork(data: unknown): data is Work {
  return typeof data === 'object' && data !== null && 'given' in data && 'circumstances' in data;
}

/** What a thread answers to a batch of files. */
type Answer = { readonly outcomes: readonly Outcome[] } | { readonly fault: unknown };

/** The other end, in a thread: judges what comes. */
export function serve(port: MessagePort, { given, circumstances }: Work): void {
  const judge = new Judge(given, new Settings(given), circumstances);
  port.on('message', (sources: readonly Source[]) => {
    let answer: Answer;
    try {
      answer = { outcomes: sources.map((source) => judge.judge(source)) };
    } catch (fault) {
      answer = { fault };
    }
    port.postMessage(answer);
  });
}

export interface Threads {
  readonly program: URL;
  readonly threads: number;
  readonly work: Work;
  readonly sources: readonly Source[];
  /** Takes what became of each file, in their order. */
  readonly take: (outcome: Outcome) => void;
  /** The user ends the program. */
  readonly interrupted: () => void;
}

/** Judges all files. Rejects with a sentence where a thread ends before it is done, and with what a file threw. */
export async function judgeInThreads(given: Threads): Promise<void> {
  const { program, threads, work, interrupted } = given;
  setFlagsFromString(EARLY_LOOK);
  const workers = Array.from(
    { length: threads },
    () => new Worker(program, { workerData: work, argv: [], execArgv: [], resourceLimits: SMALL_YOUNG }),
  );
  // The process ends by the signal itself, as whoever sent it expects; threads end with it.
  const end = (signal: NodeJS.Signals): void => {
    interrupted();
    process.removeListener(signal, end);
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    await new Promise<void>((resolve, reject) => new Distribution(given, workers, resolve, reject).begin());
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, end);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * What is left of a file when it is done is garbage: little room for what is new, and a first look for what is old early, keep
 * threads from piling it up. Neither is a limit: a large file gets what it needs.
 */
const SMALL_YOUNG = { maxYoungGenerationSizeMb: 16 } as const;
const EARLY_LOOK = '--initial-old-space-size=32';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A thread has so many batches, so that it never waits for the next one. */
const AHEAD = 2;
/** So many batches may be done and wait for their turn. */
const MOST_WAITING = 64;

class Distribution {
  private readonly workers: readonly Worker[];
  private readonly take: Threads['take'];
  private readonly resolve: () => void;
  private readonly reject: (why: unknown) => void;
  private readonly batches: readonly (readonly Source[])[];
  /** Batches that are done and wait for one before them. */
  private readonly waiting = new Map<number, readonly Outcome[]>();
  /** The batches that each thread has, the oldest first. */
  private readonly busy: ReadonlyMap<Worker, number[]>;
  private given = 0;
  private taken = 0;

  constructor(
    { sources, take }: Threads,
    workers: readonly Worker[],
    resolve: () => void,
    reject: (why: unknown) => void,
  ) {
    this.workers = workers;
    this.take = take;
    this.resolve = resolve;
    this.reject = reject;
    this.batches = batchesOf(sources);
    this.busy = new Map(workers.map((worker) => [worker, []]));
  }

  begin(): void {
    for (const worker of this.workers) {
      worker.on('message', (answer: Answer) => this.answered(worker, answer));
      worker.on('error', (error) => this.lost(worker, error instanceof Error ? error.message : String(error)));
      worker.on('exit', () => this.lost(worker, 'it stopped by itself'));
    }
    this.give();
  }

  /** Gives batches to those who have the fewest. */
  private give(): void {
    for (let count = 0; count < AHEAD; count++)
      for (const worker of this.workers) {
        const numbers = this.busy.get(worker);
        const batch = this.batches[this.given];
        if (!numbers || !batch || numbers.length > count || this.given - this.taken >= MOST_WAITING) continue;
        numbers.push(this.given++);
        worker.postMessage(batch);
      }
  }

  private answered(worker: Worker, answer: Answer): void {
    const number = this.busy.get(worker)?.shift();
    if ('fault' in answer || number === undefined) {
      this.reject('fault' in answer ? answer.fault : new Error('A thread answered what it was not asked.'));
      return;
    }
    this.waiting.set(number, answer.outcomes);
    try {
      this.takeWhatIsDue();
    } catch (error) {
      this.reject(error);
      return;
    }
    this.give();
    if (this.taken === this.batches.length) this.resolve();
  }

  private takeWhatIsDue(): void {
    for (;;) {
      const outcomes = this.waiting.get(this.taken);
      if (!outcomes) return;
      this.waiting.delete(this.taken++);
      for (const outcome of outcomes) this.take(outcome);
    }
  }

  private lost(worker: Worker, why: string): void {
    const sources = this.batches[this.busy.get(worker)?.[0] ?? -1] ?? [];
    const [first] = sources;
    const others = sources.length > 1 ? ` or one of the ${sources.length - 1} files after it` : '';
    const doing = first ? ` while it checked "${first.path}"${others}` : '';
    this.reject(new LostThread(`A thread of the program ended${doing}: ${why}.`));
  }
}

/** A thread that ended before it was done. Its message is a sentence for people. */
export class LostThread extends Error {}

/** Batches are so large: few messages, and no thread is left with much while others have nothing. */
const BATCH_BYTES = 64 * 1024;
const BATCH_FILES = 32;

function batchesOf(sources: readonly Source[]): readonly (readonly Source[])[] {
  const batches: Source[][] = [];
  let bytes = 0;
  let batch: Source[] = [];
  for (const source of sources) {
    batch.push(source);
    bytes += source.size;
    if (bytes < BATCH_BYTES && batch.length < BATCH_FILES) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
