// iptables-lint explain: what the rules of a file let in and out.

import { explainSteps } from '../../features/explain/explanation.ts';
import { explanationMarkdown } from '../../features/explain/markdown.ts';
import { explanationText } from '../../features/explain/text.ts';
import { readFamily } from '../../lsp/settings.ts';
import { complete } from '../../ruleset/steps.ts';
import { readBackend } from '../options/common.ts';
import { helpOf } from '../options/help.ts';
import { type Otherwise, readOptions } from '../options/read.ts';
import { plainLines } from '../plain.ts';
import { fail, print, printVersion } from '../print.ts';
import { type RulesOf, rulesOf } from '../rules-of.ts';
import { EXPLAIN, EXPLAIN_FORMATS } from './command-line.ts';

type Format = (typeof EXPLAIN_FORMATS)[number];

type Parsed = { readonly kind: 'run'; readonly rules: RulesOf; readonly format: Format } | Otherwise;

/** Runs the command with the words behind `explain`; answers the exit status. */
export function explain(words: readonly string[]): number {
  const parsed = parse(words);
  if (parsed.kind === 'help') {
    print(1, helpOf(EXPLAIN));
    return 0;
  }
  if (parsed.kind === 'version') return printVersion();
  if (parsed.kind === 'wrong') return fail(parsed.sentence, 'iptables-lint explain');
  const read = rulesOf(parsed.rules);
  if ('unreadable' in read) return fail(`Cannot read "${parsed.rules.path}": ${read.unreadable}.`);
  const explanation = complete(explainSteps(read.file));
  const { path } = parsed.rules;
  const texts: Readonly<Record<Format, () => string>> = {
    text: () => plainLines(explanationText(explanation)),
    markdown: () => plainLines(explanationMarkdown(explanation, path === '-' ? 'the file' : path)),
    json: () => `${JSON.stringify(explanation)}\n`,
  };
  print(1, texts[parsed.format]());
  return 0;
}

function parse(words: readonly string[]): Parsed {
  const given = readOptions(words, EXPLAIN);
  if (given.kind !== 'given') return given;
  const { values, paths } = given;
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) return wrong('Name one file, or "-" for standard input.');
  const format = EXPLAIN_FORMATS.find((one) => one === values.get('format')) ?? 'text';
  const rules = { path, family: readFamily(values.get('family')), backend: readBackend(values.get('backend')) };
  return { kind: 'run', rules, format };
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence };
}
