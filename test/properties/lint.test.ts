// Whatever lint rules look at, what is kept of their findings equals a fresh look at the file, whatever the edits.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionsOf, statesOf } from '../../server/src/lint/common/conditions.ts';
import { endsAll, type Fact, logs } from '../../server/src/lint/fact.ts';
import { LINT_RULES } from '../../server/src/lint/registry.ts';
import { type LintRule, lintRule } from '../../server/src/lint/rule.ts';
import { Runner } from '../../server/src/lint/runner.ts';
import type { ChainView } from '../../server/src/lint/view.ts';
import { Trait } from '../../server/src/ruleset/command.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { complete } from '../../server/src/ruleset/steps.ts';

const declared = { severity: 'warning', category: 'packets', finds: 'For this test.' } as const;

/** Facts that are told by the command alone, by a look at the text, and only by reading the rule. */
const accepts: Fact = { may: ({ traits }) => (traits & Trait.accept) !== 0 };
const acceptsLoopbackIn: Fact = {
  ...accepts,
  maybe: (text) => text.includes(' lo'),
  holds: (rule) => {
    const [condition, ...others] = conditionsOf(rule);
    return others.length === 0 && condition?.letter === 'i' && condition.values[0]?.text === 'lo' && !condition.negated;
  },
};
const acceptsEstablished: Fact = {
  ...accepts,
  maybe: (text) => text.includes('state'),
  holds: (rule) => {
    const [condition, ...others] = conditionsOf(rule);
    if (!condition || others.length > 0 || condition.negated) return false;
    return statesOf(rule, condition)?.includes('ESTABLISHED') === true;
  },
};

const opensTelnet: Fact = {
  may: ({ object }) => object === 'ACCEPT',
  maybe: (text) => text.includes('23'),
  holds: (rule) => rule.options.some(({ name, values }) => name === '--dport' && values[0]?.text === '23'),
};

/** All that a chain can be asked, as one text. */
function summary(chain: ChainView, depth = 0): string {
  const facts = [accepts, acceptsEstablished, acceptsLoopbackIn, endsAll, logs, opensTelnet];
  const places = facts.map((fact) => `${chain.first(fact)}-${chain.last(fact)}`);
  const end = chain.first(endsAll);
  const names = depth > 2 ? [] : [...new Set(chain.callees(end))].sort();
  const callees = names.flatMap((name) => chain.table.chain(name) ?? []).map((callee) => summary(callee, depth + 1));
  const order = chain.isBefore(chain.first(logs), chain.last(accepts));
  return `${chain.name} ${chain.policy} ${places} ${order} (${callees.join(' ')})`;
}

const RULES: readonly LintRule<string>[] = [
  ...LINT_RULES,
  lintRule({
    ...declared,
    name: 'telnet',
    looksAt: 'rule',
    when: opensTelnet,
    check: (rule, { line, table }, report) => report({ message: `${table} ${rule.chain}`, line, start: 0, end: 2 }),
  }),
  lintRule({
    ...declared,
    name: 'every-word',
    looksAt: 'rule',
    check: (rule, { line }, report) => report({ message: String(rule.words.length), line, start: 0, end: 1 }),
  }),
  lintRule({
    ...declared,
    name: 'every-chain',
    looksAt: 'chain',
    check: (chain, report) => report({ message: summary(chain), ...chain.policyPlace }),
  }),
  lintRule({
    ...declared,
    name: 'every-table',
    looksAt: 'table',
    check: (table, report) => {
      const input = table.chain('INPUT');
      const message = `${table.firstRule} ${table.commands.map(({ line, letter }) => `${line}${letter}`)} ${input && summary(input)}`;
      report({ message, line: table.block.firstLine, start: 0, end: 1 });
    },
  }),
  lintRule({
    ...declared,
    name: 'every-file',
    looksAt: 'file',
    check: ({ tables }, report) => report({ message: String(tables.length), line: 0, start: 0, end: 0 }),
  }),
];

const LINES = [
  '*filter',
  '*nat',
  ':INPUT DROP [0:0]',
  ':OUTPUT DROP [0:0]',
  ':web - [0:0]',
  'COMMIT',
  '# a comment',
  '-P INPUT ACCEPT',
  '-N late',
  '-F web',
  '-F',
  '-X web',
  '-E web late',
  '-I INPUT -i lo -j ACCEPT',
  '-I INPUT 2 -p tcp --dport 23 -j ACCEPT',
  '-R INPUT 1 -j LOG',
  '-D INPUT 1',
  '-D INPUT -i lo -j ACCEPT',
  '-A INPUT -i lo -j ACCEPT',
  '-A INPUT -s 192.0.2.1,192.0.2.2 -j DROP',
  '-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT',
  '-A INPUT -p tcp --dport 22 -j ACCEPT',
  '-A INPUT -p tcp --dport 23 -j ACCEPT',
  '-A INPUT -j LOG',
  '-A INPUT -j DROP',
  '-A INPUT -j web',
  '-A OUTPUT -j web',
  '-A web -o lo -j ACCEPT',
  '-A web -j late',
  '-A late -j ACCEPT',
  '-A late -p tcp --dport 70000 -j ACCEPT',
  '-A INPUT -m limit --limit 5/min -j web',
  '-A OUTPUT -m limit --limit 5/min -j web',
  '-A web -j LOG',
  '-A late ! -i eth0 -j DROP',
  '-A web -f -j DROP',
  '-A web -p tcp',
  '-A INPUT -m statistic --mode random --probability 0.5 -j web',
  '-4 -A INPUT -p udp -j DROP',
  '-6 -A INPUT -p udp -j DROP',
  '-V',
];
const line = fc.constantFrom(...LINES);
const text = fc
  .array(line, { maxLength: 14 })
  .map((lines) => `*filter\n:INPUT DROP [0:0]\n:web - [0:0]\n${lines.join('\n')}\nCOMMIT\n`);
const edit = fc.record({
  line: fc.nat(17),
  column: fc.nat(40),
  lines: fc.nat(2),
  end: fc.nat(40),
  insert: fc.oneof(
    fc.constantFrom('', '2', '3', ' ', '\n', '# ', 'web', 'lo'),
    line,
    line.map((one) => `${one}\n`),
  ),
});

test('findings that were kept through edits equal those of a fresh look', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(text, fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), (start, rounds) => {
      const file = new RulesFile(start);
      const runner = new Runner(file, RULES);
      runner.findings();
      for (const edits of rounds) {
        for (const { line: at, column, lines, end, insert } of edits)
          file.edit({ start: { line: at, character: column }, end: { line: at + lines, character: end } }, insert);
        const fresh = new RulesFile(file.lines.text(), DEFAULT_SETTINGS);
        expect(runner.findings()).toEqual(new Runner(fresh, RULES).findings());
      }
    }),
    { numRuns: 3000 },
  );
});

const trial = fc.record({ steps: fc.nat(12), end: fc.constantFrom('edit', 'ask', 'finish'), edit });

test('a first look in steps, broken off or overtaken, ends with what a look at once finds', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(text, fc.array(trial, { maxLength: 5 }), (start, trials) => {
      const file = new RulesFile(start);
      const runner = new Runner(file, RULES);
      for (const { steps, end: ending, edit: one } of trials) {
        const look = runner.firstLook();
        for (let i = 0; i < steps; i++) look.next();
        if (ending === 'ask') runner.findings();
        if (ending !== 'edit') complete(look);
        const fresh = new RulesFile(file.lines.text(), DEFAULT_SETTINGS);
        if (ending !== 'edit') expect(runner.findings()).toEqual(new Runner(fresh, RULES).findings());
        const { line: at, column, lines, end, insert } = one;
        file.edit({ start: { line: at, character: column }, end: { line: at + lines, character: end } }, insert);
      }
      const fresh = new RulesFile(file.lines.text(), DEFAULT_SETTINGS);
      expect(runner.findings()).toEqual(new Runner(fresh, RULES).findings());
    }),
    { numRuns: 1500 },
  );
});

test('a rule that asks for a port speaks up when the port is typed', () => {
  const file = new RulesFile('*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n');
  const telnet = RULES.filter(({ name }) => name === 'telnet');
  const runner = new Runner(file, telnet);
  expect(runner.findings()).toEqual([]);
  file.edit({ start: { line: 2, character: 25 }, end: { line: 2, character: 26 } }, '3');
  expect(runner.findings().map(({ line: at }) => at)).toEqual([2]);
});
