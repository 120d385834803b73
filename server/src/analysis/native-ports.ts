// Where nft makes something else of ports than legacy: it compares them itself, and of some negations makes another question.

import type { Rule, RuleOption } from '../ruleset/rule.ts';
import type { Range } from '../vocabulary/values/meaning.ts';
import { meaningOf } from './rule-literals.ts';

const EVERY_PORT = 65535;

/**
 * The options of tcp or udp that nft takes otherwise than legacy: of `! --sport 53 ! --dport 80` it makes one comparison
 * that holds as soon as one port is another, and `! --dport :65535` it leaves out, so that it holds instead of never; so
 * does `--tcp-flags NONE ALL`, which looks at no flag and wants some.
 * Source: add_nft_tcpudp in iptables/nft.c of 1.8.9; packets sent through both back ends.
 */
export function differOnNft(rule: Rule, options: readonly RuleOption[]): readonly RuleOption[] {
  const negated = options.filter(
    (option) => option.negated && (option.name === '--sport' || option.name === '--dport'),
  );
  const lost = options.filter((option) => isLostMask(rule, option));
  if (negated.length === 0) return lost;
  const ranges = negated.map((option) => rangeOf(rule, option));
  if (negated.length === 2 && ranges.every((range) => range && range.first === range.last && range.first > 0))
    return [...negated, ...lost];
  return [...negated.filter((_option, at) => ranges[at]?.first === 0 && ranges[at]?.last === EVERY_PORT), ...lost];
}

/** Whether an option may be among them, by anything but its values. */
export function mayDifferOnNft({ name, negated }: RuleOption): boolean {
  return name === '--tcp-flags' ? !negated : negated && (name === '--sport' || name === '--dport');
}

/** Flags are wanted of which none is looked at. */
function isLostMask(rule: Rule, { name, negated, values: [mask, flags] }: RuleOption): boolean {
  if (name !== '--tcp-flags' || negated || !mask || !flags) return false;
  const [looked, wanted] = [meaningOf(rule, mask), meaningOf(rule, flags)];
  return looked?.kind === 'tcp-flags' && looked.flags === 0 && wanted?.kind === 'tcp-flags' && wanted.flags !== 0;
}

function rangeOf(rule: Rule, { values: [value] }: RuleOption): Range | undefined {
  const meaning = value && meaningOf(rule, value);
  return meaning?.kind === 'ports' ? meaning.ranges[0] : undefined;
}
