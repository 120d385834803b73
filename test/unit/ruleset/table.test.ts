// What a table knows of its chains and rules, and what commands in their order make of them.

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, isRule, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Chain, TableBlock } from '../../../server/src/ruleset/table-block.ts';

function tableOf(...lines: readonly string[]): { file: RulesFile; table: TableBlock } {
  const file = new RulesFile(['*filter', ...lines, 'COMMIT', ''].join('\n'));
  const [table] = file.blocks;
  if (!table) throw new Error('There is no table.');
  return { file, table };
}

function chainOf(table: TableBlock, name: string): Chain {
  const chain = table.chains.get(name);
  if (!chain) throw new Error(`Nothing speaks of ${name}.`);
  return chain;
}

describe('who speaks of a chain', () => {
  const { table } = tableOf(
    ':INPUT DROP [0:0]',
    ':web - [0:0]',
    '-A INPUT -j web',
    '-A web -j ACCEPT',
    '-I INPUT -g web',
    '-D INPUT -j web',
    '-A web --nothing',
    '-P INPUT ACCEPT',
    '-F web',
    '-A INPUT -j LOG',
    '-N late',
    '-E late later',
  );
  it('is told by line', () => {
    const web = chainOf(table, 'web');
    expect([web.declarations, web.appends, web.commands, web.jumps]).toEqual([[2], [4], [7, 9], [3, 5, 6]]);
    expect([web.ruleLines, web.firstLine, web.firstMaker, web.firstRule]).toEqual([2, 2, 2, 4]);
    expect(chainOf(table, 'late').makers).toEqual([11]);
    expect(chainOf(table, 'later').makers).toEqual([12]);
  });
  it('is no jump to a target', () => {
    expect(table.chains.has('LOG')).toBe(false);
  });
  it('tells the line that gives the policy, the last one', () => {
    const { policy, policyLine } = chainOf(table, 'INPUT');
    expect([policy, policyLine]).toEqual(['ACCEPT', 8]);
  });
  it('has chains in an order of their own, whatever was edited', () => {
    const { file, table: edited } = tableOf(':b - [0:0]', ':a - [0:0]', '-A INPUT -j y', '-A INPUT -j x');
    const names = () => edited.chains.values().map(({ name }) => name);
    expect(names()).toEqual(['INPUT', 'FORWARD', 'OUTPUT', 'b', 'a', 'y', 'x']);
    file.edit({ start: { line: 1, character: 0 }, end: { line: 2, character: 2 } }, ':a - [0:0]\n:b');
    file.edit({ start: { line: 3, character: 0 }, end: { line: 4, character: 13 } }, '-A INPUT -j x\n-A INPUT -j y');
    expect(names()).toEqual(['INPUT', 'FORWARD', 'OUTPUT', 'a', 'b', 'x', 'y']);
  });
});

describe('where a table stands in the end', () => {
  it('has rules in the order in which commands put them', () => {
    const { table } = tableOf(
      '-A INPUT -p tcp --dport 1 -j ACCEPT',
      '-A INPUT -p tcp --dport 2 -j ACCEPT',
      '-I INPUT 2 -p tcp --dport 3 -j ACCEPT',
      '-I INPUT -p tcp --dport 4 -j ACCEPT',
      '-D INPUT 2',
      '-D INPUT -p tcp --dport 2 -j ACCEPT',
      '-A INPUT -j DROP',
    );
    expect(table.standing.rulesOf('INPUT')).toEqual([4, 3, 7]);
    expect([1, 2, 3].map((line) => table.standing.fateOf(line))).toEqual(['gone', 'gone', 'live']);
    expect(table.standing.incidents.map(({ kind }) => kind)).toEqual(['insert-fails-on-nft']);
  });
  it('tells what exists at a line', () => {
    const { table } = tableOf(':web - [0:0]', '-N late', '-X web', '-A late -j ACCEPT');
    const at = (line: number) => ['web', 'late'].map((name) => table.standing.existsAt(name, line));
    expect([1, 2, 3, 4].map(at)).toEqual([
      [false, false],
      [true, false],
      [true, true],
      [false, true],
    ]);
    expect(table.standing.has('web')).toBe(false);
  });
  it('is not the same for both kernels', () => {
    const { table } = tableOf(
      ':web - [0:0]',
      ':ssh - [0:0]',
      ':dns - [0:0]',
      '-A INPUT -j web',
      '-F',
      '-A FORWARD -j ssh',
      '-F FORWARD',
      '-A OUTPUT -j ACCEPT',
      '-A OUTPUT -j dns',
    );
    const { legacy, nft } = table.standing;
    const hooks = (name: string) => [legacy.hooks(name) !== 0, nft.hooks(name) !== 0];
    expect([hooks('web'), hooks('ssh'), hooks('dns')]).toEqual([
      [false, true],
      [false, false],
      [false, true],
    ]);
    expect([4, 6, 9].map((line) => table.standing.fateOf(line))).toEqual(['kept', 'flushed', 'live']);
    expect([table.standing.rulesOf('INPUT'), table.standing.rulesOf('INPUT', 'nft')]).toEqual([[], [4]]);
  });
  it('takes all for standing where chains may be made elsewhere', () => {
    const text = '*filter\n-A web -j ACCEPT\n-I INPUT 7 -j web\n-F web\n-A INPUT -j nowhere\nCOMMIT\n';
    const [table] = new RulesFile(text, { ...DEFAULT_SETTINGS, fragment: true }).blocks;
    expect(table?.standing.incidents).toEqual([]);
    expect(table?.standing.fateOf(4)).toBe('live');
  });
});

describe('an edit of a condition', () => {
  const lines = ['-A INPUT -p tcp --dport 22 -j ACCEPT', '-D INPUT -p tcp --dport 23 -j ACCEPT'];
  const codes = (file: RulesFile) => findingsOf(file).flatMap(({ code }) => (code === 'no-such-rule' ? code : []));
  it('is seen where a -D names the rule by its words', () => {
    const { file } = tableOf(...lines);
    const range = (line: number) => ({ start: { line, character: 24 }, end: { line, character: 26 } });
    expect(codes(file)).toEqual(['no-such-rule']);
    file.edit(range(1), '23');
    expect(codes(file)).toEqual([]);
    file.edit(range(2), '24');
    expect(codes(file)).toEqual(['no-such-rule']);
    file.edit(range(1), '24');
    expect(codes(file)).toEqual([]);
    file.edit(range(1), '25');
    expect(codes(file)).toEqual(['no-such-rule']);
  });
});

describe('what an edit of rules asks', () => {
  const { file, table } = tableOf(
    ':INPUT DROP [0:0]',
    ':INPUT ACCEPT [0:0]',
    '-A INPUT -i lo -j ACCEPT',
    '-A INPUT -p tcp --dport 22 -j ACCEPT',
    '-D INPUT 1',
    '-I INPUT -p tcp --dport 80 -j ACCEPT',
    '-A FORWARD -j DROP',
  );
  const letterOf = (line: number) => {
    const entry = file.entry(line);
    return entry.kind === 'command' ? entry.letter : undefined;
  };

  it('begins, ends and is committed', () => {
    expect([table.firstLine, table.commitLine, table.lastLine]).toEqual([0, 8, 8]);
  });
  it('has the `:` line and the policy that decide', () => {
    const { declarations, policyLine } = chainOf(table, 'INPUT');
    expect([declarations.at(-1), policyLine]).toEqual([2, 2]);
  });
  it('has the rules that are left, appended and inserted', () => {
    const rules = table.standing.rulesOf('INPUT');
    expect(rules.filter((line) => letterOf(line) === 'A')).toEqual([4]);
    expect(rules.filter((line) => letterOf(line) === 'I')).toEqual([6]);
  });
  it('has the last line that picks or takes rules of a chain, behind which a new one may stand', () => {
    const picks = (line: number) => {
      const entry = file.entry(line);
      if (entry.kind !== 'command') return false;
      return 'DRF'.includes(entry.letter ?? ' ') || (entry.letter === 'I' && entry.number > 1);
    };
    expect(chainOf(table, 'INPUT').commands.findLast(picks)).toBe(5);
    expect(chainOf(table, 'FORWARD').commands.findLast(picks)).toBeUndefined();
  });
  it('knows the lines of all rules', () => {
    const lines = Array.from({ length: file.lineCount }, (_, line) => line).filter((line) => isRule(file.entry(line)));
    expect(lines.map((line) => table.chainOfRule(line))).toEqual(['INPUT', 'INPUT', 'INPUT', 'FORWARD']);
  });
});
