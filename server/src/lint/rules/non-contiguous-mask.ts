// A mask with holes, such as a wildcard mask out of a router's configuration: it takes other addresses than it seems to.

import { gravity } from '../../check/finding.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { FileSettings } from '../../ruleset/rules-file.ts';
import { addressText, maskOfLength, prefixLength } from '../../vocabulary/values/address-words.ts';
import type { Address } from '../../vocabulary/values/meaning.ts';
import {
  ADDRESS_OPTIONS,
  type AskedAddress,
  addressAt,
  addressesOf,
  hasHostBits,
  rewritten,
  trailingZeros,
} from '../common/addresses.ts';
import { lintRule } from '../rule.ts';

/** The mask that a router's wildcard mask stands for: 0.0.0.255 means /24 there. */
function turnedAround(mask: Address): number | undefined {
  return prefixLength(mask.map((word) => ~word >>> 0));
}

/** The length of the network that is most likely meant; undefined for what may be anything. */
function meantLength({ network }: AskedAddress): number | undefined {
  if (!network) return undefined;
  const bits = 32 * network.mask.length;
  const filled = bits - trailingZeros(network.mask);
  return turnedAround(network.mask) ?? (filled < bits ? filled : undefined);
}

/** Whole bytes that are looked at or not are a pattern that somebody may want; others are slips such as 255.225.255.0. */
function isPattern({ network }: AskedAddress): boolean {
  if (!network || hasHostBits(network)) return false;
  const bytes = network.mask.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  return turnedAround(network.mask) !== undefined || bytes.every((byte) => byte === 0 || byte === 0xff);
}

/** What the tools in question make of such a mask is told already. */
function isTold({ faults }: Rule, { start, end }: AskedAddress, settings: FileSettings): boolean {
  return faults.some((fault) => fault.start < end && fault.end > start && gravity(fault, settings) !== undefined);
}

export const nonContiguousMask = lintRule({
  name: 'non-contiguous-mask',
  severity: 'warning',
  category: 'packets',
  finds: 'A mask with holes, such as the wildcard mask 0.0.0.255, that does not fit its address.',
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  when: { may: () => true, maybe: (text) => /\/[\da-f]*[.:]/i.test(text) },
  check(rule, { line, settings }, report) {
    for (const one of addressesOf(rule)) {
      const { mask, network, start, end } = one;
      if (mask === undefined || !network || prefixLength(network.mask) !== undefined) continue;
      if (isPattern(one) || isTold(rule, one, settings)) continue;
      const length = turnedAround(network.mask);
      const why =
        length === undefined
          ? `The mask "${mask}" has a hole, so this matches addresses of many networks. Write a mask that is ones and then zeros.`
          : `The mask "${mask}" is turned around: it looks at the last bits and takes any network. Write /${length} if ${addressText(one.network?.written ?? [])} is a network.`;
      report({ message: why, line, start, end });
    }
  },
  fix(file, { line, start }) {
    const one = addressAt(file, line, start);
    const length = one && meantLength(one);
    if (!one?.network || length === undefined) return [];
    const { written } = one.network;
    const whole = maskOfLength(length, file.settings.family);
    const fresh = `${addressText(written.map((word, at) => (word & (whole[at] ?? 0)) >>> 0))}/${length}`;
    const edits = rewritten(line, one, fresh);
    return edits ? [{ title: `Match the network ${fresh}`, edits }] : [];
  },
});
