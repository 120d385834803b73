// iptables-lint: the checks on the command line.

import process from 'node:process';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { parseArguments } from './cli/arguments.ts';
import { COMPLETIONS } from './cli/completions/index.ts';
import { explain } from './cli/explain/explain.ts';
import { guarded } from './cli/guarded.ts';
import { LINT } from './cli/lint/command-line.ts';
import { lint } from './cli/lint/lint.ts';
import { explainRule, listRules } from './cli/lint/rules.ts';
import { isWork, serve } from './cli/lint/threads.node.ts';
import { helpOf } from './cli/options/help.ts';
import { fail, print, printVersion } from './cli/print.ts';
import { trace } from './cli/trace/trace.ts';
import { watchFiles } from './cli/watch/watch.node.ts';

/** The bundle itself, which each thread runs. */
const PROGRAM = new URL(import.meta.url);

function main(): number | Promise<number> {
  const words = process.argv.slice(2);
  // Files of these names are ./trace and ./explain.
  if (words[0] === 'trace') return trace(words.slice(1));
  if (words[0] === 'explain') return explain(words.slice(1));
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'run': {
      const check = () => lint(parsed.arguments, PROGRAM);
      return parsed.arguments.watches ? watchFiles(parsed.arguments, check) : check();
    }
    case 'list-rules':
      return listRules();
    case 'explain':
      return explainRule(parsed.name);
    case 'completions':
      print(1, COMPLETIONS.get(parsed.shell)?.() ?? '');
      return 0;
    case 'help':
      print(1, helpOf(LINT));
      return 0;
    case 'version':
      return printVersion();
    default:
      return fail(parsed.sentence, 'iptables-lint');
  }
}

if (!isMainThread && parentPort && isWork(workerData)) serve(parentPort, workerData);
else process.exitCode = await guarded(main);
