// Tables that nobody means well get an answer in time, and no wrong one: circles, very many chains, very many ways.

import { describe, expect, test } from 'vitest';
import { TableReach } from '../../../../server/src/analysis/reach/table-reach.ts';
import { allFindingsOf } from '../../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../../server/src/ruleset/rules-file.ts';

const CHAINS = 5_000;
const names = Array.from({ length: CHAINS }, (_, i) => `C${i}`);
const later = names.slice(1);
const last = names.at(-1) ?? '';

function fileOf(chains: readonly string[], rules: readonly string[], template = false): RulesFile {
  const text = [
    '*filter',
    ':INPUT DROP [0:0]',
    ...chains.map((name) => `:${name} - [0:0]`),
    ...rules,
    'COMMIT',
    '',
  ].join('\n');
  return new RulesFile(text, { ...DEFAULT_SETTINGS, template });
}

/** What is known of the rules of INPUT, in their order. */
function fatesOf(file: RulesFile): (string | undefined)[] {
  allFindingsOf(file);
  const reach = file.blocks[0] && TableReach.of(file, file.blocks[0]);
  const chain = reach?.chain('INPUT');
  return chain?.steps.map((step) => reach?.fateOf(chain, step).kind) ?? [];
}

describe(`${CHAINS} chains`, { timeout: 300_000 }, () => {
  test('in a row, each calling the next', () => {
    const calls = later.map((name, i) => `-A C${i} -j ${name}`);
    const rules = ['-A INPUT -j C0', ...calls, `-A ${last} -j DROP`, '-A INPUT -p tcp -j ACCEPT', '-A INPUT -j DROP'];
    expect(fatesOf(fileOf(names, rules))).toEqual(['live', 'live', 'live']);
  });

  test('in a circle', () => {
    const calls = names.map((name, i) => `-A ${name} -j C${(i + 1) % CHAINS}`);
    expect(fatesOf(fileOf(names, ['-A INPUT -j C0', ...calls, '-A INPUT -j DROP', '-A INPUT -j ACCEPT']))).toEqual([
      'live',
      'live',
      'covered',
    ]);
  });

  test('all called from one: nothing is said of what stands behind too many', () => {
    const calls = names.map((name) => `-A INPUT -j ${name}`);
    const ends = names.map((name) => `-A ${name} -s 192.0.2.1 -j DROP`);
    const fates = fatesOf(fileOf(names, [...calls, ...ends]));
    expect([fates[0], fates[100], fates.at(-1)]).toEqual(['live', 'live', 'unknown']);
  });
});

test('a million ways to a chain', () => {
  const chains = names.slice(0, 21);
  const calls = chains.slice(1).flatMap((name, i) => [`-A C${i} -p tcp -j ${name}`, `-A C${i} -j ${name}`]);
  const rules = ['-A INPUT -j C0', ...calls, '-A C20 -j DROP', '-A C20 -j ACCEPT'];
  const file = fileOf(chains, rules);
  const unreachable = allFindingsOf(file).filter(({ code }) => code === 'unreachable-rule');
  // The second ends what the first left; all later ways are no ways, and whatever is at the end takes everything.
  expect(unreachable.map(({ line }) => file.lines.line(line)).at(-1)).toBe('-A C20 -j ACCEPT');
});

describe('an edit', () => {
  test('closes a circle and opens it again', () => {
    const text = [
      '-A INPUT -j a',
      '-A INPUT -s 192.0.2.1 -j ACCEPT',
      '-A a -j b',
      '-A b -p udp -j RETURN',
      '-A b -s 192.0.2.0/24 -p tcp -j DROP',
      '-A INPUT -s 192.0.2.1 -p tcp -j ACCEPT',
    ];
    const file = fileOf(['a', 'b'], text);
    const before = allFindingsOf(file);
    expect(before.some(({ code }) => code === 'unreachable-rule')).toBe(true);
    const at = { line: 7, character: 0 };
    for (const insert of ['-A b -s 198.51.100.1 -j a\n', '']) {
      file.edit({ start: at, end: insert === '' ? { line: 8, character: 0 } : at }, insert);
      expect(allFindingsOf(file)).toEqual(allFindingsOf(new RulesFile(file.lines.text())));
    }
    expect(allFindingsOf(file)).toEqual(before);
  });
});

describe('nothing is said', () => {
  const silent = (...rules: string[]) =>
    allFindingsOf(fileOf(['web'], rules, true)).flatMap(({ code, line }) =>
      code === 'unreachable-rule' || code === 'redundant-rule' || code === 'match-never' || code === 'match-always'
        ? [line]
        : [],
    );

  test('of what hangs on a rule that does not load', () => {
    expect(silent('-A INPUT -p tcp --dport 22x -j DROP', '-A INPUT -p tcp --dport 22 -j ACCEPT')).toEqual([]);
    expect(silent('-A INPUT -p tcp -j ACCEPT', '-A INPUT --no-such -j DROP', '-A INPUT -p udp -j ACCEPT')).toEqual([]);
    expect(
      silent('-A web --no-such -j RETURN', '-A web -j DROP', '-A INPUT -p tcp -j web', '-A INPUT -p tcp -j ACCEPT'),
    ).toEqual([]);
  });

  test('of what hangs on a placeholder', () => {
    expect(silent('-A INPUT -s {{ net }} -j DROP', '-A INPUT -s 192.0.2.1 -j ACCEPT')).toEqual([]);
    expect(silent('-A INPUT -p tcp -j {{ target }}', '-A INPUT -p tcp --dport 22 -j ACCEPT')).toEqual([]);
    expect(
      silent(
        '{% if open %}',
        '-A INPUT -j ACCEPT',
        '{% endif %}',
        '-A INPUT -p tcp -j ACCEPT',
        '-A INPUT -p udp -j ACCEPT',
      ),
    ).toEqual([]);
  });
});
