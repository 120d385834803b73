// A rule that accepts by the source port alone: the sender chooses that port, and reaches every port.

import { replaceColumns } from '../../check/fix.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { asksOnlyFor, hands, STATE_OPTIONS, statesOf } from '../conditions.ts';
import { lintRule } from '../rule.ts';

/** The option that was meant for each. */
const MEANT: Readonly<Record<string, string>> = {
  '--sport': '--dport',
  '--sports': '--dports',
  '--ports': '--dports',
};

/** What such a rule may ask for beside it, and is open all the same. */
const OPEN: ReadonlySet<string> = new Set([
  ...Object.keys(MEANT),
  ...STATE_OPTIONS,
  '--protocol',
  '--in-interface',
  '--destination',
  '--limit',
  '--limit-burst',
  '--syn',
]);

function openPort(rule: Rule): RuleOption | undefined {
  if (!hands(rule, 'ACCEPT') || !asksOnlyFor(rule, OPEN)) return undefined;
  const inward = rule.option('i');
  if (inward && (rule.chain !== 'INPUT' || inward.negated || inward.values[0]?.text === 'lo')) return undefined;
  if (rule.options.some((option) => option.negated) || rule.option('d')?.values.some(isGroup)) return undefined;
  for (const option of rule.options) {
    if (STATE_OPTIONS.includes(option.name) && statesOf(rule, option)?.includes('NEW') !== true) return undefined;
  }
  return rule.options.find(({ name }) => MEANT[name] !== undefined);
}

/** An address of many receivers, to which services such as mDNS send from a port of their own. */
function isGroup({ text }: { readonly text: string }): boolean {
  return /^(?:22[4-9]|23\d|255)\.|^ff/i.test(text);
}

export const acceptsAnyPortBySourcePort = lintRule({
  name: 'accepts-any-port-by-source-port',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule of INPUT or FORWARD that accepts by the source port, which the sender chooses.',
  looksAt: 'rule',
  options: Object.keys(MEANT),
  when: { may: ({ chain, object }) => object === 'ACCEPT' && (chain === 'INPUT' || chain === 'FORWARD') },
  check(rule, { line, table }, report) {
    const option = openPort(rule);
    if (!option || table === 'nat') return;
    const ports = `${option.name} ${option.values[0]?.text ?? ''}`;
    report({
      message: `The sender chooses its source port, so "${ports}" opens every port to whoever sends from it. Use "${MEANT[option.name]}" for a service, or "-m conntrack --ctstate ESTABLISHED" for answers.`,
      line,
      start: option.start,
      end: option.end,
    });
  },
  fix(file, { line }) {
    const option = openPort(file.rule(line));
    const meant = option && MEANT[option.name];
    if (!option || meant === undefined) return [];
    const { start, end } = option.nameColumns;
    return [{ title: `Use ${meant}`, edits: [replaceColumns(line, start, end, meant)] }];
  },
});
