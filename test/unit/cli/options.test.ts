// The options of each command as data: help and reading are made of it, so neither knows one that the other does not.

import { describe, expect, test } from 'vitest';
import { FIELD_WORDS, HOST_WORDS, SWITCH_WORDS } from '../../../server/src/analysis/trace/words.ts';
import { EXPLAIN } from '../../../server/src/cli/explain/command-line.ts';
import { LINT } from '../../../server/src/cli/lint/command-line.ts';
import { type CommandLine, choicesOf, optionsOf } from '../../../server/src/cli/options/command-line.ts';
import { helpOf } from '../../../server/src/cli/options/help.ts';
import { readOptions } from '../../../server/src/cli/options/read.ts';
import { TRACE } from '../../../server/src/cli/trace/command-line.ts';

describe.each<[string, CommandLine]>([LINT, TRACE, EXPLAIN].map((line) => [line.name, line]))('%s', (_, line) => {
  const options = optionsOf(line);

  test('each option is named once, and the help says what it does', () => {
    const help = helpOf(line).replace(/\s+/g, ' ');
    for (const { name, about } of options) {
      expect(help.split(`--${name}`).length).toBeGreaterThan(1);
      expect(help).toContain(about);
    }
    const names = options.flatMap(({ name, letter }) => (letter === undefined ? [name] : [name, letter]));
    expect(new Set(names).size).toBe(names.length);
  });

  test('no line of the help is longer than a screen', () => {
    expect(
      helpOf(line)
        .split('\n')
        .filter((one) => one.length > 120),
    ).toEqual([]);
  });

  test('each option is read', () => {
    for (const option of options) {
      const { name, value } = option;
      if (name === 'help' || name === 'version') expect(readOptions([`--${name}`], line).kind).toBe(name);
      else if (value === undefined) expect(readOptions([`--${name}`], line)).toMatchObject({ kind: 'given' });
      else expect(readOptions([`--${name}`, choicesOf(option)?.[0] ?? 'x'], line)).toMatchObject({ kind: 'given' });
    }
  });
});

test('a trace takes all words of a packet and of the machine, and what several values may follow', () => {
  const names = optionsOf(TRACE).map(({ name }) => name);
  const others = ['packets', 'format', 'family', 'backend', 'help', 'version'];
  expect(names.sort()).toEqual([...FIELD_WORDS.keys(), ...SWITCH_WORDS, ...HOST_WORDS, ...others].sort());
  const lists = optionsOf(TRACE).filter(({ isList }) => isList);
  expect(lists.map(({ name }) => name)).toEqual([...HOST_WORDS]);
});

test.each<[readonly string[], string]>([
  [['--famly', '4'], 'Unknown option "--famly". Did you mean "--family"?'],
  [['--quiet=yes'], '"--quiet" takes no value.'],
  [['--format'], '"--format" needs a value: text, json, sarif, github, gitlab, junit, checkstyle.'],
  [['--backend', 'nftables'], '"--backend" takes both, nft, legacy, not "nftables".'],
  [['-x'], 'Unknown option "-x".'],
])('%j is refused', (words, sentence) => {
  expect(readOptions(words, LINT)).toEqual({ kind: 'wrong', sentence });
});

test('what comes after two dashes is a path, and so is one dash', () => {
  expect(readOptions(['-', '--', '--family'], LINT)).toMatchObject({ kind: 'given', paths: ['-', '--family'] });
});
