// An IPv4 address with less than four numbers: iptables fills it up at the end, and everything else in the middle.

import { addressText } from '../../vocabulary/values/address-words.ts';
import {
  ADDRESS_OPTIONS,
  type AskedAddress,
  addressAt,
  addressesOf,
  hasHostBits,
  rewritten,
} from '../common/addresses.ts';
import { lintRule } from '../rule.ts';

/** The address in full; undefined where it stands so, or where `0/0` says everything. */
function full({ address, mask, network }: AskedAddress): string | undefined {
  if (mask === undefined || !network || network.mask.length > 1 || network.mask[0] === 0) return undefined;
  // Of bits that nobody looks at another rule speaks.
  if (hasHostBits(network) || address.split('.').length === 4) return undefined;
  return `${addressText(network.written)}/${mask}`;
}

export const abbreviatedAddress = lintRule({
  name: 'abbreviated-address',
  severity: 'information',
  category: 'packets',
  finds: 'An IPv4 address with less than four numbers, such as `10.1/16`.',
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  when: { may: () => true, maybe: (text) => text.includes('/') },
  check(rule, { line }, report) {
    for (const one of addressesOf(rule)) {
      const whole = full(one);
      if (whole === undefined) continue;
      report({
        message: `iptables reads "${one.text}" as ${whole}; other tools put the zeros elsewhere. Write all four numbers.`,
        line,
        start: one.start,
        end: one.end,
      });
    }
  },
  fix(file, { line, start }) {
    const one = addressAt(file, line, start);
    const whole = one && full(one);
    const edits = one && whole !== undefined ? rewritten(line, one, whole) : undefined;
    return edits ? [{ title: `Write ${whole}`, edits, preferred: true, safe: true }] : [];
  },
});
