// Every extension, option and name of the vocabulary has a hover, and it holds what the vocabulary says of it.

import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { genericExample } from '../../../server/src/features/hover/generic.ts';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import { GENERIC_OPTIONS } from '../../../server/src/vocabulary/generic-options.ts';
import type { Extension, Family, Option } from '../../../server/src/vocabulary/schema.ts';
import { TABLES } from '../../../server/src/vocabulary/tables.ts';
import type { Choice } from '../../../server/src/vocabulary/values/kinds.ts';
import { VERDICTS } from '../../../server/src/vocabulary/verdicts.ts';

const FAMILIES = [4, 6] as const;

/** The hover on the last word of a rule that stands alone in a table. */
function hoverOnLast(rule: string, family: Family, table = 'filter'): string {
  const file = new RulesFile(`*${table}\n${rule}\nCOMMIT\n`, { ...DEFAULT_SETTINGS, family });
  const found = hoverOf(file, { line: 1, character: rule.length - 1 });
  return found && MarkupContent.is(found.contents) ? found.contents.value : '';
}

/** Gaps, in words: a hover that lacks what it must say. */
function lacks(what: string, says: string, wanted: readonly string[]): string[] {
  if (says === '') return [`${what}: no hover`];
  return wanted.filter((text) => !says.includes(text)).map((text) => `${what}: does not say ${JSON.stringify(text)}`);
}

/** The rule up to the extension: enough for its options to be known. */
function start({ kind, name }: Extension): string {
  return `-A INPUT -${kind === 'match' ? 'm' : 'j'} ${name}`;
}

function inFamily(families: readonly Family[] | undefined, family: Family): boolean {
  return families === undefined || families.includes(family);
}

const LOADED = [...MATCHES, ...TARGETS].filter(({ name }) => name !== 'standard');
const PAIRS = FAMILIES.flatMap((family) =>
  LOADED.filter((one) => one.families.includes(family)).map((extension) => ({ extension, family })),
);

test('there is a vocabulary to cover', () => {
  expect(LOADED.length).toBeGreaterThanOrEqual(100);
});

test('every match and target says what it is, where it may stand, and shows a rule of its family', () => {
  const gaps = PAIRS.flatMap(({ extension, family }) => {
    const { kind, name, summary, detail = '', needs = '', source, examples } = extension;
    const says = hoverOnLast(start(extension), family);
    const rules = examples.filter((one) => one.family === undefined || one.family === family).map(({ rule }) => rule);
    const shown = rules.some((rule) => says.includes(rule))
      ? []
      : [`${kind} ${name} v${family}: shows no example of its family`];
    return [...lacks(`${kind} ${name} v${family}`, says, [summary, detail, needs, source, '**Where:**']), ...shown];
  });
  expect(gaps).toEqual([]);
});

test('every option, in each of its spellings, says what it does and shows a rule', () => {
  const gaps = PAIRS.flatMap(({ extension, family }) =>
    extension.options
      .filter(({ families }) => inFamily(families, family))
      .flatMap((option) =>
        [option.name, ...(option.aliases ?? [])].flatMap((name) => optionGaps(extension, option, name, family)),
      ),
  );
  expect(gaps).toEqual([]);
});

function optionGaps(extension: Extension, option: Option, name: string, family: Family): string[] {
  const says = hoverOnLast(`${start(extension)} ${name}`, family);
  return lacks(`${extension.name} ${name} v${family}`, says, [
    option.summary,
    option.detail ?? '',
    option.default ?? '',
    '```iptables',
  ]);
}

test('every name that a value may have says what it stands for', () => {
  const gaps = PAIRS.flatMap(({ extension, family }) =>
    extension.options
      .filter(({ families }) => inFamily(families, family))
      .flatMap((option) =>
        option.values.flatMap((value, part) => {
          if (value.kind !== 'choice') return [];
          const here = value.choices.filter((choice) => choice.family === undefined || choice.family === family);
          return here.flatMap((choice) => choiceGaps(extension, option, part, choice, family));
        }),
      ),
  );
  expect(gaps).toEqual([]);
});

function choiceGaps(extension: Extension, option: Option, part: number, choice: Choice, family: Family): string[] {
  const before = option.values
    .slice(0, part)
    .map((value) => (value.kind === 'choice' ? (value.choices[0]?.name ?? 'x') : 'x'));
  const rule = [start(extension), option.name, ...before, choice.name].join(' ');
  return lacks(`${extension.name} ${option.name} ${choice.name} v${family}`, hoverOnLast(rule, family), [
    choice.summary,
  ]);
}

test('every generic option, long and short, says what it does; those that load show how', () => {
  const gaps = FAMILIES.flatMap((family) =>
    GENERIC_OPTIONS.flatMap((option) => {
      const { name, letter, summary, role } = option;
      const what = `${name} v${family}`;
      const long = lacks(what, hoverOnLast(name, family), [summary]);
      const short =
        letter === undefined ? [] : lacks(`-${letter} v${family}`, hoverOnLast(`-${letter}`, family), ['Source']);
      const example =
        role === 'outside' || role === 'end' || genericExample(option, family) !== undefined
          ? []
          : [`${what}: no example`];
      return [...long, ...short, ...example];
    }),
  );
  expect(gaps).toEqual([]);
});

test('every verdict, table and built-in chain has its hover', () => {
  const gaps = [
    ...VERDICTS.flatMap(({ name, summary, detail }) =>
      lacks(name, hoverOnLast(`-A INPUT -j ${name}`, 4), [summary, detail]),
    ),
    ...TABLES.flatMap(({ name, summary, chains }) => {
      const file = new RulesFile(`*${name}\nCOMMIT\n`);
      const found = hoverOf(file, { line: 0, character: 1 });
      const says = found && MarkupContent.is(found.contents) ? found.contents.value : '';
      const ofChains = chains.flatMap((chain) =>
        lacks(`${name} ${chain}`, hoverOnLast(`-F ${chain}`, 4, name), [`built-in chain of table \`${name}\``]),
      );
      return [...lacks(name, says, [summary]), ...ofChains];
    }),
  ];
  expect(gaps).toEqual([]);
});
