// The state of a connection where it is not known yet, as in raw, or where it can be one only, as in nat.

import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { conditionsOf, STATE_OPTIONS, statesOf } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** Options that only hold for a packet whose connection is known. */
const CONNECTION: readonly string[] = [
  ...['--connbytes', '--helper', '--ctstatus', '--ctdir', '--ctproto', '--ctexpire', '--ctorigsrc', '--ctorigdst'],
  ...['--ctreplsrc', '--ctrepldst', '--ctorigsrcport', '--ctorigdstport', '--ctreplsrcport', '--ctrepldstport'],
];

/** Whether the option only holds for a packet whose connection is known. */
function needsConnection({ name, instance }: RuleOption): boolean {
  return CONNECTION.includes(name) || (name === '--mark' && instance?.known.extension.name === 'connmark');
}

/** The states that a packet in nat may have, which only sees what begins a connection. */
const IN_NAT: ReadonlySet<string> = new Set(['NEW', 'RELATED', 'SNAT', 'DNAT']);

function inRaw(rule: Rule, option: RuleOption): string | undefined {
  const where = 'The raw table comes before connection tracking';
  const instead = 'Match the state in a table such as mangle or filter.';
  if (needsConnection(option)) return `${where}, so "${option.name}" never matches here. ${instead}`;
  const states = statesOf(rule, option);
  // NOTRACK above makes packets UNTRACKED here already.
  if (!states || states.includes('UNTRACKED')) return undefined;
  return states.includes('INVALID') !== option.negated
    ? `${where}, where every packet counts as INVALID: this matches all of them. ${instead}`
    : `${where}, where every packet counts as INVALID: this never matches. ${instead}`;
}

function inNat(rule: Rule, option: RuleOption): string | undefined {
  const states = option.negated ? undefined : statesOf(rule, option);
  if (!states || states.some((state) => IN_NAT.has(state))) return undefined;
  return `The nat table only sees packets that begin a connection, so "${states.join(',')}" never matches here. Remove the state: what nat decides holds for the rest of the connection.`;
}

export const stateBeforeConntrack = lintRule({
  name: 'state-before-conntrack',
  severity: 'warning',
  category: 'packets',
  finds: 'A connection state in the raw table, where none is known yet, or one that no packet has in nat.',
  looksAt: 'rule',
  tables: ['raw', 'nat'],
  options: [...STATE_OPTIONS, ...CONNECTION, '--mark'],
  check(rule, { line, table }, report) {
    const conditions = conditionsOf(rule);
    const states = conditions.filter(({ name }) => STATE_OPTIONS.includes(name));
    // Beside a state that matches, nothing else is looked at.
    const asked = states.length > 0 || table === 'nat' ? states : conditions.filter(needsConnection);
    for (const option of asked) {
      const message = table === 'raw' ? inRaw(rule, option) : inNat(rule, option);
      if (message !== undefined) report({ message, line, start: option.start, end: option.end });
    }
  },
});
