// A rule that accepts by the source port alone: the sender chooses that port, and reaches every port.

import { replaceColumns } from '../../check/fix.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { asksOnlyFor, hands, portsOf, STATE_OPTIONS, statesOf } from '../common/conditions.ts';
import type { Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

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
  '--out-interface',
  '--destination',
  '--limit',
  '--limit-burst',
  '--syn',
  '--dport',
]);

/** Interfaces whose names say that the Internet is behind them; of others nobody knows it in FORWARD. */
const PROVIDER = /^(?:ppp|pppoe|wan|wwan)/;

/** Whether packets that begin a connection may match, from whoever sends them. */
function isOpen(rule: Rule): boolean {
  if (!asksOnlyFor(rule, OPEN)) return false;
  const inward = rule.option('i');
  const from = inward?.values[0]?.text ?? '';
  if (inward && (inward.negated || from === 'lo')) return false;
  if (!reachesMost(rule)) return false;
  if (rule.options.some((option) => option.negated) || rule.option('d')?.values.some(isGroup)) return false;
  return rule.options.every(
    (option) => !STATE_OPTIONS.includes(option.name) || statesOf(rule, option)?.includes('NEW') === true,
  );
}

/** What FORWARD gets by an interface comes from outside where the rules of nat translate what goes out by it. */
function isFromOutside({ table }: ChainView, rule: Rule): boolean {
  const inward = rule.option('i')?.values[0]?.text;
  if (rule.chain !== 'FORWARD' || (inward === undefined && !rule.has('o'))) return true;
  if (inward === undefined) return false;
  if (PROVIDER.test(inward) && !rule.has('o')) return true;
  return table.rulesOf(translates, 'POSTROUTING').some((one) => {
    const out = one.option('o');
    return out?.negated === false && out.values[0]?.text === inward;
  });
}

/** Hides who sends. */
const translates: Fact = { may: ({ object }) => object === 'MASQUERADE' || object === 'SNAT' };

/** It asks for no port of its own, or for half of them at least, as in `1024:65535`. */
function reachesMost(rule: Rule): boolean {
  const option = rule.options.find(({ name }) => name === '--dport');
  if (!option) return true;
  return portsOf(rule, option)?.some(({ first, last }) => last - first >= 0x8000) === true;
}

function openPort(rule: Rule): RuleOption | undefined {
  return hands(rule, 'ACCEPT') && isOpen(rule) ? portOf(rule) : undefined;
}

function portOf(rule: Rule): RuleOption | undefined {
  return rule.options.find(({ name }) => MEANT[name] !== undefined);
}

/** The chain gets what comes to INPUT or FORWARD from anybody; one that rules lead to only from these. */
function isForAnybody(chain: ChainView): boolean {
  if (HOOKS.has(chain.name)) return true;
  const callers = [...chain.callers()];
  return (
    callers.length > 0 &&
    callers.every(({ chain: from, line }) => {
      const rule = from.rule(line);
      return HOOKS.has(from.name) && isOpen(rule) && isFromOutside(from, rule);
    })
  );
}

const HOOKS: ReadonlySet<string> = new Set(['INPUT', 'FORWARD']);

const acceptsBySource: Fact = {
  may: ({ object, chain }) => object === 'ACCEPT' && chain !== 'OUTPUT',
  maybe: (text) => /--(?:s|source-)?ports? /.test(text) && (!text.includes('ESTABLISHED') || text.includes('NEW')),
  holds: (rule) => openPort(rule) !== undefined,
};

/** An address of many receivers, to which services such as mDNS send from a port of their own. */
function isGroup({ text }: { readonly text: string }): boolean {
  return /^(?:22[4-9]|23\d|255)\.|^ff/i.test(text);
}

export const acceptsAnyPortBySourcePort = lintRule({
  name: 'accepts-any-port-by-source-port',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule for what comes to INPUT or FORWARD that accepts by the source port, which the sender chooses.',
  looksAt: 'chain',
  check(chain, report) {
    if (chain.table.block.table !== 'filter' || chain.table.isPartial) return;
    const lines = chain.all(acceptsBySource);
    if (lines.length === 0 || !isForAnybody(chain)) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      const option = openPort(rule);
      if (!option || !isFromOutside(chain, rule)) continue;
      const ports = `${option.name} ${option.values[0]?.text ?? ''}`;
      const reached = rule.options.find(({ name }) => name === '--dport')?.values[0]?.text;
      report({
        message: `The sender chooses its source port, so "${ports}" opens ${reached === undefined ? 'every port' : `the ports ${reached}`} to whoever sends from it. Use "${MEANT[option.name]}" for a service, or "-m conntrack --ctstate ESTABLISHED" for answers.`,
        line,
        start: option.start,
        end: option.end,
      });
    }
  },
  fix(file, { line }) {
    const option = openPort(file.rule(line));
    const meant = option && MEANT[option.name];
    if (!option || meant === undefined || file.rule(line).options.some(({ name }) => name === '--dport')) return [];
    const { start, end } = option.nameColumns;
    return [{ title: `Use ${meant}`, edits: [replaceColumns(line, start, end, meant)] }];
  },
});
