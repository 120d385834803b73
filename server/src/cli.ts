// iptables-lint: the checks on the command line.

import process from 'node:process';
import { type LintArguments, parseArguments, USAGE } from './cli/arguments.ts';
import { explain } from './cli/explain/explain.ts';
import { type Input, inputsOf } from './cli/files.node.ts';
import { print } from './cli/print.ts';
import { asJson, asText, type Result } from './cli/report.ts';
import { trace } from './cli/trace/trace.ts';
import { VERSION } from './cli/version.ts';
import { allFindingsOf } from './lint/lint-file.ts';
import { familyOf, isFragment } from './ruleset/family.ts';
import { RulesFile } from './ruleset/rules-file.ts';
import { LineArray } from './syntax/lines.ts';
import { isTemplateName } from './syntax/template.ts';

function check(input: Input, { family, backend, version, management }: LintArguments): Result {
  if ('unreadable' in input) {
    const message = `Cannot read "${input.path}": ${input.unreadable}.`;
    return {
      path: input.path,
      family: family ?? 4,
      findings: [{ code: 'unreadable', severity: 'error', message, line: 0, start: 0, end: 0 }],
    };
  }
  const lines = new LineArray(input.text, 'loader');
  const settings = {
    family: familyOf(lines, input.path, undefined, family),
    backend,
    version,
    extensions: [],
    management,
    template: isTemplateName(input.path),
    fragment: isFragment(lines, input.path),
  };
  return { path: input.path, family: settings.family, findings: allFindingsOf(new RulesFile(lines, settings)) };
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
      print(1, `iptables-lint ${VERSION}\n`);
      return 0;
    default:
      print(2, `iptables-lint: ${parsed.sentence}\nSee iptables-lint --help.\n`);
      return 2;
  }
}

process.exitCode = main();
