// iptables-lint --watch: checks again whenever something that matters has changed, until somebody ends it.

import { relative } from 'node:path';
import process from 'node:process';
import type { LintArguments } from '../arguments.ts';
import { plural } from '../formats/text.ts';
import { plain } from '../plain.ts';
import { complain, print } from '../print.ts';
import { Folders } from './folders.node.ts';
import { Sight } from './sight.node.ts';

/** Milliseconds without news after which it is time to look: who saves a file does several things to it. */
const QUIET = 100;
/** Milliseconds after which it is time, news or not. */
const LONGEST = 1000;

/**
 * Checks once, and again whenever something changes. Ctrl+C ends the process with status 0; rejects with what a check throws.
 * `check` checks everything.
 */
export function watchFiles(given: LintArguments, check: () => Promise<number>): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  return new Promise((resolve, reject) => new Watching(given, check, resolve, reject).start());
}

class Watching {
  private readonly given: LintArguments;
  private readonly check: () => Promise<number>;
  private readonly resolve: (status: number) => void;
  private readonly reject: (why: unknown) => void;
  private readonly folders = new Folders((folder, name) => this.hear(folder, name));
  private sight: Sight;
  private timer: NodeJS.Timeout | undefined;
  /** Since when there is news; undefined while there is none. */
  private newsSince: number | undefined;
  private isChecking = false;
  private complained = false;

  constructor(
    given: LintArguments,
    check: () => Promise<number>,
    resolve: (status: number) => void,
    reject: (why: unknown) => void,
  ) {
    this.given = given;
    this.check = check;
    this.resolve = resolve;
    this.reject = reject;
    this.sight = new Sight(given);
  }

  start(): void {
    // What happens while the linter looks is heard afterwards.
    this.watchFolders();
    const what = `watching ${plural(this.sight.count, 'file')}, Ctrl+C ends it`;
    this.run(what).then(() => {
      // Nobody would ever hear of anything.
      if (this.folders.count === 0) this.resolve(2);
    }, this.fail);
  }

  private hear(folder: string, name: string | undefined): void {
    if (name !== undefined && !this.sight.concerns(folder, name)) return;
    const now = performance.now();
    this.newsSince ??= now;
    const wait = Math.max(0, Math.min(QUIET, this.newsSince + LONGEST - now));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look().catch(this.fail), wait);
  }

  /** Looks whether something changed; what is heard meanwhile waits for the check that runs. */
  private async look(): Promise<void> {
    if (this.isChecking) return;
    this.newsSince = undefined;
    const sight = new Sight(this.given);
    const changes = sight.changesSince(this.sight);
    this.sight = sight;
    this.watchFolders();
    if (changes.length === 0) return;
    await this.run(newsOf(changes));
  }

  private watchFolders(): void {
    this.folders.set(this.sight.folders);
    const { trouble } = this.folders;
    if (trouble !== undefined && !this.complained) complain(`Not every folder is watched: ${trouble}.`);
    this.complained ||= trouble !== undefined;
  }

  private async run(news: string): Promise<void> {
    this.isChecking = true;
    print(1, `[${new Date().toTimeString().slice(0, 8)}] ${news}\n`);
    await this.check();
    print(1, '\n');
    this.isChecking = false;
    if (this.newsSince !== undefined) await this.look();
  }

  private readonly fail = (why: unknown): void => {
    clearTimeout(this.timer);
    this.folders.set(new Set());
    this.reject(why);
  };
}

function newsOf(changes: readonly string[]): string {
  const [first = '', ...others] = changes;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${plain(relative(process.cwd(), first) || first)}${more} changed`;
}
