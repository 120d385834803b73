// iptables-lint: the checks on the command line.

import process from 'node:process';
import { parseArguments } from './cli/arguments.ts';
import { explain } from './cli/explain/explain.ts';
import { codeOf } from './cli/files.node.ts';
import { LINT } from './cli/lint/command-line.ts';
import { lint } from './cli/lint/lint.ts';
import { explainRule, listRules } from './cli/lint/rules.ts';
import { helpOf } from './cli/options/help.ts';
import { fail, print, printVersion } from './cli/print.ts';
import { trace } from './cli/trace/trace.ts';

function main(): number {
  const words = process.argv.slice(2);
  // Files of these names are ./trace and ./explain.
  if (words[0] === 'trace') return trace(words.slice(1));
  if (words[0] === 'explain') return explain(words.slice(1));
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'run':
      return lint(parsed.arguments);
    case 'list-rules':
      return listRules();
    case 'explain':
      return explainRule(parsed.name);
    case 'help':
      print(1, helpOf(LINT));
      return 0;
    case 'version':
      return printVersion();
    default:
      return fail(parsed.sentence, 'iptables-lint');
  }
}

/** A fault of the program, or a full disk, is no finding: status 1 is for those. */
function guarded(): number {
  try {
    return main();
  } catch (error) {
    try {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      print(2, `iptables-lint: ${codeOf(error) === '' ? (stack ?? message) : message}\n`);
    } catch {
      // Nobody can be told.
    }
    return 2;
  }
}

process.exitCode = guarded();
