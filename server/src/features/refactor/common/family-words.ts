// Writes a rule of one family for the other, where every word has its like there.

import type { Rule, RuleOption } from '../../../ruleset/rule.ts';
import type { Family } from '../../../vocabulary/schema.ts';
import { inPlaceOf, rewritten, wordsOf } from './words.ts';

/** Addresses that mean the same in both families, IPv4 first. */
const ADDRESSES: readonly (readonly [string, string])[] = [
  ['127.0.0.0/8', '::1/128'],
  ['127.0.0.1', '::1'],
  ['127.0.0.1/32', '::1/128'],
  ['0.0.0.0/0', '::/0'],
];

/** Names of ICMP that both know by the same meaning; of all others nobody can say. */
const ICMP_TYPES: readonly (readonly [string, string])[] = [
  ['echo-request', 'echo-request'],
  ['echo-reply', 'echo-reply'],
  ['8', '128'],
  ['0', '129'],
  ['destination-unreachable', 'destination-unreachable'],
  ['time-exceeded', 'time-exceeded'],
  ['parameter-problem', 'parameter-problem'],
];

/** Options with something in them that one family alone has. */
const FAMILY_BOUND: ReadonlySet<string> = new Set([
  '--src-range',
  '--dst-range',
  '--to-destination',
  '--to-source',
  '--to',
  '--gateway',
  '--reject-with',
  '--match-set',
  '--ttl-set',
  '--ctorigsrc',
  '--ctorigdst',
  '--ctreplsrc',
  '--ctrepldst',
]);

/** The rule as the other family writes it; undefined where some word has no like there. */
export function translated(rule: Rule, family: Family): string | undefined {
  const changes = new Map<number, string>();
  for (const option of rule.options) {
    const text = translatedOption(option, rule, family);
    if (text === undefined) return undefined;
    if (text === '') continue;
    const negation = option.negated ? '! ' : '';
    for (const [word, fresh] of inPlaceOf(wordsOf(rule, option), negation + text)) changes.set(word, fresh);
  }
  return rewritten(rule, changes);
}

/** The option's new words, empty where it stays as it is; undefined where it has no like. */
function translatedOption({ name, letter, values }: RuleOption, rule: Rule, family: Family): string | undefined {
  const value = values[0]?.text ?? '';
  if (letter === 's' || letter === 'd') return withName(`-${letter}`, ADDRESSES, value, family);
  if (letter === '4' || letter === '6' || letter === 'f') return undefined;
  if (letter === 'p' && rule.namedProtocol === (family === 6 ? ICMP : ICMPV6))
    return family === 6 ? '-p ipv6-icmp' : '-p icmp';
  if (letter === 'm' && value === (family === 6 ? 'icmp' : 'icmp6')) return family === 6 ? '-m icmp6' : '-m icmp';
  if (name === '--icmp-type' || name === '--icmpv6-type')
    return withName(family === 6 ? '--icmpv6-type' : '--icmp-type', ICMP_TYPES, value, family);
  return FAMILY_BOUND.has(name) ? undefined : '';
}

const ICMP = 1;
const ICMPV6 = 58;

function withName(
  name: string,
  pairs: readonly (readonly [string, string])[],
  value: string,
  family: Family,
): string | undefined {
  const pair = pairs.find(([four, six]) => value === (family === 6 ? four : six));
  return pair && `${name} ${family === 6 ? pair[1] : pair[0]}`;
}
