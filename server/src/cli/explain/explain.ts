// iptables-lint explain: what the rules of a file let in and out.

import { explainSteps } from '../../features/explain/explanation.ts';
import { explanationMarkdown } from '../../features/explain/markdown.ts';
import { explanationText } from '../../features/explain/text.ts';
import { readFamily } from '../../lsp/settings.ts';
import { complete } from '../../ruleset/steps.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import { print } from '../print.ts';
import { type RulesOf, rulesOf } from '../rules-of.ts';

const USAGE = `iptables-lint explain: what the rules of a file let in and out

Usage: iptables-lint explain [OPTION]... FILE
       iptables-lint explain [OPTION]... -    reads standard input

For each hook of the filter (of other tables where they stop something): the packets that are accepted, rejected, dropped,
logged, with the lines that do so, and what becomes of the rest.

  --format text|markdown|json  how to print it (text)
  --family 4|6|auto            iptables or ip6tables (auto: the file tells)
  --backend both|nft|legacy    whose reading of the file (both: what they do differently is unknown)
  --help

Exit status: 0, or 2 for wrong usage or a file that cannot be read.
`;

const FORMATS = ['text', 'markdown', 'json'] as const;
type Format = (typeof FORMATS)[number];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--format': FORMATS,
  '--family': ['4', '6', 'auto'],
  '--backend': ['both', 'nft', 'legacy'],
};

type Parsed =
  | { readonly kind: 'run'; readonly rules: RulesOf; readonly format: Format }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Runs the command with the words behind `explain`; answers the exit status. */
export function explain(words: readonly string[]): number {
  const parsed = parse(words);
  if (parsed.kind === 'help') {
    print(1, USAGE);
    return 0;
  }
  if (parsed.kind === 'wrong') return fail(`${parsed.sentence}\nSee iptables-lint explain --help.`);
  const read = rulesOf(parsed.rules);
  if ('unreadable' in read) return fail(`Cannot read "${parsed.rules.path}": ${read.unreadable}.`);
  const explanation = complete(explainSteps(read.file));
  const { path } = parsed.rules;
  const texts: Readonly<Record<Format, () => string>> = {
    text: () => explanationText(explanation),
    markdown: () => explanationMarkdown(explanation, path === '-' ? 'the file' : path),
    json: () => `${JSON.stringify(explanation)}\n`,
  };
  print(1, texts[parsed.format]());
  return 0;
}

function parse(words: readonly string[]): Parsed {
  const given = new Map<string, string>();
  const paths: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--') {
      paths.push(...words.slice(i + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const allowed = VALUES[name];
    if (!allowed) return wrong(`Unknown option "${name}".`);
    const value = equals < 0 ? words[++i] : word.slice(equals + 1);
    if (value === undefined) return wrong(`"${name}" needs a value: ${allowed.join(', ')}.`);
    if (!allowed.includes(value)) return wrong(`"${name}" takes ${allowed.join(', ')}, not "${value}".`);
    given.set(name, value);
  }
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) return wrong('Name one file, or "-" for standard input.');
  const backend = given.get('--backend');
  const format = FORMATS.find((one) => one === given.get('--format')) ?? 'text';
  const rules = { path, family: readFamily(given.get('--family')), backend: backendOf(backend) };
  return { kind: 'run', rules, format };
}

function backendOf(word: string | undefined): Backend | 'both' {
  return word === 'nft' || word === 'legacy' ? word : 'both';
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence };
}

function fail(sentence: string): number {
  print(2, `iptables-lint: ${sentence}\n`);
  return 2;
}
