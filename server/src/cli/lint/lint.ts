// Checks files, in one process or in several threads, prints what is found in their order, and tells the exit status.

import { availableParallelism } from 'node:os';
import process from 'node:process';
import type { LintArguments } from '../arguments.ts';
import { Finder, type Source } from '../files/find.node.ts';
import { openKeeper } from '../known/open.ts';
import { complain } from '../print.ts';
import { Judge } from './judge.ts';
import { Report, TROUBLE } from './report.ts';
import { Settings } from './settings.ts';
import { judgeInThreads, type Work } from './threads.node.ts';

/** Files with fewer bytes in all are checked sooner than threads have started. */
const FEW_BYTES = 256 * 1024;

/** Runs the linter; answers the exit status. `program`: what a thread is to run. */
export async function lint(given: LintArguments, program: URL): Promise<number> {
  for (const note of given.notes) complain(note);
  const settings = new Settings(given);
  if (settings.isMissing) {
    complain(`Cannot read the configuration "${given.config}": there is no such file.`);
    return TROUBLE;
  }
  const keeper = given.known && openKeeper(given.known);
  if (given.known && !keeper) return TROUBLE;
  const finder = new Finder(given.asksGit);
  const paths = given.paths.map((path) => finder.find(path));
  const sources = paths.flatMap((path) => path.sources);
  const report = new Report(given, paths, keeper);
  const circumstances = { colours: wantsColours() };
  const threads = threadsFor(given, sources);
  if (threads > 1) {
    const work: Work = { given, circumstances };
    await judgeInThreads({ program, threads, work, sources, take: report.next, interrupted: () => report.clear() });
  } else {
    const judge = new Judge(given, settings, circumstances, keeper);
    for (const source of sources) report.next(judge.judge(source));
  }
  return report.end();
}

function wantsColours(): boolean {
  const { NO_COLOR = '', TERM = '' } = process.env;
  return process.stdout.isTTY && NO_COLOR === '' && TERM !== 'dumb';
}

/** How many threads are worth their start. */
function threadsFor({ jobs, known }: LintArguments, sources: readonly Source[]): number {
  // Who keeps findings aside has to see all of them.
  if (known) return 1;
  const most = Math.min(jobs ?? availableParallelism(), sources.length);
  if (jobs !== undefined) return most;
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  return bytes < FEW_BYTES ? 1 : most;
}
