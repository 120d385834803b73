// What a file that is not open names is what the same file says once it is open.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver-types';
import { namesInTextSteps } from '../../../server/src/features/symbols/names-in-text.ts';
import { MOST_SYMBOLS, symbolsNamed, workspaceSymbolSteps } from '../../../server/src/features/workspace-symbols.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';

const URI = 'file:///rules.v4';
const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples');

/** The symbols of a text that is closed, and of the same text in an editor. */
function bothOf(text: string, template = false) {
  const names = complete(namesInTextSteps(text, template, MOST_SYMBOLS));
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, template });
  return {
    closed: symbolsNamed(names, URI, '', MOST_SYMBOLS),
    open: complete(workspaceSymbolSteps(file, URI, '')),
  };
}

/** Table, name and line of each. */
function shortly(text: string, template = false): readonly string[] {
  return complete(namesInTextSteps(text, template, MOST_SYMBOLS)).map(
    ({ name, table, line }) => `${line} ${table ?? ''}*${name}`,
  );
}

/** Each symbol with its table and, where a line declares it, that line: where rules alone make a chain there are several. */
const declared = (symbols: readonly SymbolInformation[], lines: readonly string[]): readonly string[] =>
  symbols
    .map(({ name, containerName, location: { range } }) => {
      const isDeclared = /^[:*]/.test(lines[range.start.line] ?? '');
      return `${containerName} ${name} ${isDeclared ? JSON.stringify(range) : ''}`;
    })
    .sort();

const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.v[46]$/.test(name));

test('there are examples', () => expect(examples.length).toBeGreaterThan(2));

describe.each(examples)('%s', (name) => {
  test('names the same, closed and open', () => {
    const text = readFileSync(join(EXAMPLES, name), 'utf8');
    const { closed, open } = bothOf(text);
    expect(closed.length).toBeGreaterThan(0);
    expect(declared(closed, text.split('\n'))).toEqual(declared(open, text.split('\n')));
  });
});

test('chains that only commands name, at their first rule, or where they are made; a line that declares one wins', () => {
  const text = [
    '-A before -j ACCEPT',
    '*filter',
    '-N made',
    '-N filled',
    '-P INPUT DROP',
    '-A filled -j ACCEPT',
    '-A filled -j DROP',
    '[1:2] -A "quoted" -j ACCEPT',
    '--append long -j ACCEPT',
    '# -A comment -j ACCEPT',
    ':late - [0:0]',
    ':INPUT ACCEPT [0:0]',
    'COMMIT',
    '-A after -j ACCEPT',
    '*nat\r',
    ':late - [0:0]\r',
    'COMMIT\r',
  ].join('\n');
  expect(shortly(text)).toEqual([
    '1 *filter',
    '2 filter*made',
    '5 filter*filled',
    '11 filter*INPUT',
    '7 filter*quoted',
    '8 filter*long',
    '10 filter*late',
    '14 *nat',
    '15 nat*late',
  ]);
});

test('placeholders of a template name nothing', () => {
  const text =
    '*filter\n:{{ chain }} - [0:0]\n:fixed - [0:0]\n{% if a %}\n-A {{ chain }} -j ACCEPT\n{% endif %}\nCOMMIT\n';
  expect(shortly(text, true)).toEqual(['0 *filter', '2 filter*fixed']);
  const { closed, open } = bothOf(text, true);
  expect(closed).toEqual(open);
});

test('no more than are wanted', () => {
  const text = `*filter\n${Array.from({ length: 50 }, (_, i) => `:c${i} - [0:0]\n`).join('')}COMMIT\n`;
  expect(complete(namesInTextSteps(text, false, 10))).toHaveLength(10);
});
