// Whatever is offered may be taken: at no place does an offer make the loaders refuse what they did not refuse before.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind, TextEdit } from 'vscode-languageserver-types';
import { checkFile } from '../../../server/src/check/check-file.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { completionsOf } from '../../../server/src/features/completion.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { splitWords } from '../../../server/src/syntax/words.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { plainSnippet } from '../../../server/src/vocabulary/snippet-text.ts';
import { builtinChains, TABLE_NAMES } from '../../../server/src/vocabulary/tables.ts';

/** What a rule may lack while it is being typed. */
const INCOMPLETE: ReadonlySet<string> = new Set([
  'bad-counters',
  'command-missing',
  'missing-commit',
  'missing-group',
  'missing-option',
  'missing-policy',
  'missing-required',
  'missing-value',
  'needs-protocol',
  'syn-flags-missing',
]);
/** Of so many offers all are taken, of more so many spread over the list. */
const TAKEN = 40;

interface Spot {
  readonly text: string;
  readonly line: number;
  readonly character: number;
  readonly settings: FileSettings;
}

const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;

function refusals(file: RulesFile): Finding[] {
  const misses = ({ code, line, start }: Finding) =>
    code === 'bad-use' && file.rule(line).faults.some((fault) => fault.missing && fault.start === start);
  return checkFile(file).filter(
    (finding) =>
      !misses(finding) &&
      !INCOMPLETE.has(finding.code) &&
      (finding.severity === 'error' || (finding.severity === 'warning' && finding.message.includes('Refused by'))),
  );
}

/** The file after an item was taken, its snippet left as it is. */
function taken({ text, settings }: Spot, item: CompletionItem): RulesFile {
  const file = new RulesFile(text, settings);
  const own = TextEdit.is(item.textEdit) ? item.textEdit : expect.fail(`${item.label} has no edit.`);
  const edits = [own, ...(item.additionalTextEdits ?? [])];
  for (const { range, newText } of edits.sort((a, b) => b.range.start.character - a.range.start.character))
    file.edit(range, item.insertTextFormat === 2 ? plainSnippet(newText) : newText);
  const says = /^# iptables: family=([46])$/m.exec(file.lines.text())?.[1];
  return says === undefined ? file : new RulesFile(file.lines, { ...settings, family: says === '4' ? 4 : 6 });
}

function sampled(items: readonly CompletionItem[]): readonly CompletionItem[] {
  if (items.length <= TAKEN) return items;
  return Array.from({ length: TAKEN }, (_, i) => items[Math.floor((i * items.length) / TAKEN)]).filter(
    (item) => item !== undefined,
  );
}

/** What is refused anew after one of the offers, with the offer. */
function refusedAt(spot: Spot): string[] {
  const file = new RulesFile(spot.text, spot.settings);
  const before = new Set(refusals(file).map(keyOf));
  // A command without its chain is about all of them, until that is typed.
  const isWhole = ({ kind, label }: CompletionItem) => kind !== CompletionItemKind.Keyword || label === 'COMMIT';
  return sampled(completionsOf(file, spot).filter(isWhole)).flatMap((item) =>
    refusals(taken(spot, item))
      .filter((finding) => !before.has(keyOf(finding)))
      .map(({ message }) => `${item.label}: ${message}`),
  );
}

const EXAMPLES = [...MATCHES, ...TARGETS].flatMap(({ families, examples }) =>
  examples.flatMap(({ rule, table, family }) =>
    families.filter((one) => family === undefined || one === family).map((one) => ({ rule, table, family: one })),
  ),
);

/** A rule cut in front of one of its words, and what is typed of that word. */
const cutExample = fc
  .record({ example: fc.constantFrom(...EXAMPLES), at: fc.nat({ max: 40 }), typed: fc.nat({ max: 3 }) })
  .map(({ example: { rule, table, family }, at, typed }): Spot => {
    const words = splitWords(rule);
    const from = words.start[1 + (at % (words.count - 1))] ?? rule.length;
    const head = rule.slice(0, from) + rule.slice(from, from + typed).replace(/\s.*|"/, '');
    const text = `*${table}\n:own - [0:0]\n-A own -j RETURN\n:other - [0:0]\n-A other -p tcp -j own\n${head}\nCOMMIT\n`;
    return { text, line: 5, character: head.length, settings: { ...DEFAULT_SETTINGS, family } };
  });

describe('in rules that load', () => {
  test('cut anywhere, every offer is taken', () => {
    fc.assert(
      fc.property(cutExample, (spot) => {
        expect(refusedAt(spot), JSON.stringify(spot.text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('with more behind it, no option stands twice or beside what it excludes', () => {
    const codes = new Set(['option-twice', 'conflicting-options', 'command-twice', 'ambiguous-option']);
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat({ max: 40 }), ({ rule, table, family }, at) => {
        const places = [...rule.matchAll(/(?<=\s)(?:! )?-[-a-z]/g)].map(({ index }) => index);
        const place = places[at % places.length] ?? rule.length;
        const text = `*${table}\n${rule.slice(0, place)}- ${rule.slice(place)}\nCOMMIT\n`;
        const spot: Spot = { text, line: 1, character: place + 1, settings: { ...DEFAULT_SETTINGS, family } };
        for (const item of sampled(completionsOf(new RulesFile(text, spot.settings), spot))) {
          // An option that takes a word takes the next one, until its own is typed.
          const found = checkFile(taken(spot, item)).filter(
            ({ code, message }) => codes.has(code) && message.includes(`${item.label} `),
          );
          expect(found, `${item.label} in ${text}`).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const FILES: readonly { readonly text: string; readonly family: Family }[] = [
  { text: read('examples/rules.v4'), family: 4 },
  { text: read('examples/rules.v6'), family: 6 },
  { text: read('examples/router/rules.v4'), family: 4 },
  { text: read('examples/mistakes/rules.v4'), family: 4 },
  { text: read('examples/introduction/rules.v4'), family: 4 },
];

/** A file with one line cut in front of a word, or an empty line put in. */
const cutFile = fc
  .record({ file: fc.constantFrom(...FILES), line: fc.nat(), at: fc.nat({ max: 30 }), dash: fc.boolean() })
  .map(({ file: { text, family }, line, at, dash }): Spot => {
    const lines = text.split('\n');
    const index = line % lines.length;
    const whole = lines[index] ?? '';
    const words = splitWords(whole);
    const cut = at % (words.count + 1);
    const head = cut === 0 ? '' : `${whole.slice(0, words.end[cut - 1] ?? 0)} ${dash ? '-' : ''}`;
    lines.splice(index, cut === 0 ? 0 : 1, head);
    return {
      text: lines.join('\n'),
      line: index,
      character: head.length,
      settings: { ...DEFAULT_SETTINGS, family },
    };
  });

test('in whole files, every offer is taken', () => {
  fc.assert(
    fc.property(cutFile, (spot) => {
      expect(refusedAt(spot), `${spot.line}: ${spot.text.split('\n')[spot.line]}`).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe.each([4, 6] as const)('IPv%d', (family) => {
  const settings = { ...DEFAULT_SETTINGS, family };

  test.each(TABLE_NAMES)('%s: commands, chains and snippets begin a line', (table) => {
    for (const text of [`*${table}\n\nCOMMIT\n`, `*${table}\n:${builtinChains(table)[0]} ACCEPT [0:0]\n\n`]) {
      const line = text.split('\n').indexOf('');
      expect(refusedAt({ text, line, character: 0, settings })).toEqual([]);
    }
  });

  test('whole tables stand outside of tables', () => {
    expect(refusedAt({ text: '', line: 0, character: 0, settings: DEFAULT_SETTINGS })).toEqual([]);
    expect(refusedAt({ text: '*raw\nCOMMIT\n\n', line: 2, character: 0, settings })).toEqual([]);
  });

  test.each(['legacy', 'nft'] as const)('%s alone takes what is offered for it', (backend) => {
    for (const rule of ['-A INPUT -j ', '-A INPUT -m ', '-A OUTPUT -p tcp -', '-A own -m policy --dir ']) {
      const text = `*filter\n:own - [0:0]\n-A INPUT -j own\n${rule}\nCOMMIT\n`;
      expect(refusedAt({ text, line: 3, character: rule.length, settings: { ...settings, backend } })).toEqual([]);
    }
  });
});

test.each([
  '! -p tcp ',
  '-p tcp ! ',
  '-p icmp -',
  '-p all -',
  '-j REJECT -',
  '-m multiport -',
  '-p udp -m multiport --dports 53 --d',
  '-j own -p udp ',
  '-g ',
  '-m conntrack --ctstate NEW,',
  '-m conntrack --ctstate=',
  '-p tcp --dport ssh:',
  '-p tcp --tcp-flags SYN,ACK ',
  '-m set --match-set names src,',
  '-s 10.0.0.1,',
  '! -s ',
  '-c ',
  '-m state --state ',
])('-A INPUT %s', (rule) => {
  const text = `*filter\n:own - [0:0]\n:back - [0:0]\n-A own -m owner --uid-owner 0 -j back\n-A back -j RETURN\n-A INPUT ${rule}\nCOMMIT\n`;
  for (const family of [4, 6] as const)
    expect(
      refusedAt({ text, line: 5, character: 10 + rule.length, settings: { ...DEFAULT_SETTINGS, family } }),
    ).toEqual([]);
});
