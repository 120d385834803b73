// iptables-lint: the checks on the command line.

import process from 'node:process';
import { type LintArguments, parseArguments, USAGE } from './cli/arguments.ts';
import { explain } from './cli/explain/explain.ts';
import { type Input, inputsOf } from './cli/files.node.ts';
import { fail, print, printVersion } from './cli/print.ts';
import { asJson, asText, type Result } from './cli/report.ts';
import { rulesIn } from './cli/rules-of.ts';
import { trace } from './cli/trace/trace.ts';
import { twinOf } from './cli/twin.node.ts';
import { allFindingsOf } from './lint/lint-file.ts';

function check(input: Input, { family, backend, version, management }: LintArguments): Result {
  if ('unreadable' in input) {
    const message = `Cannot read "${input.path}": ${input.unreadable}.`;
    return {
      path: input.path,
      family: family ?? 4,
      findings: [{ code: 'unreadable', severity: 'error', message, line: 0, start: 0, end: 0 }],
    };
  }
  const twin = twinOf(input.path);
  const file = rulesIn(input.text, input.path, { family, backend, version, management, ...(twin && { twin }) });
  return { path: input.path, family: file.settings.family, findings: allFindingsOf(file) };
}

function lint(given: LintArguments): number {
  const results: Result[] = [];
  let unreadable = false;
  for (const path of given.paths) {
    for (const input of inputsOf(path)) {
      const result = check(input, given);
      results.push(result);
      if (!('unreadable' in input)) continue;
      unreadable = true;
      print(2, `iptables-lint: Cannot read "${input.path}": ${input.unreadable}.\n`);
    }
  }
  const readable =
    given.format === 'text' ? results.filter(({ findings }) => findings[0]?.code !== 'unreadable') : results;
  print(1, given.format === 'json' ? asJson(results) : asText(readable));
  if (unreadable) return 2;
  return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function main(): number {
  const words = process.argv.slice(2);
  // Files of these names are ./trace and ./explain.
  if (words[0] === 'trace') return trace(words.slice(1));
  if (words[0] === 'explain') return explain(words.slice(1));
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'run':
      return lint(parsed.arguments);
    case 'help':
      print(1, USAGE);
      return 0;
    case 'version':
      return printVersion();
    default:
      return fail(parsed.sentence, 'iptables-lint');
  }
}

process.exitCode = main();
