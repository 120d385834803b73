// An address of a host with the mask of its network: the rule takes the whole network.

import type { Rule } from '../../ruleset/rule.ts';
import { addressText, prefixLength } from '../../vocabulary/values/address-words.ts';
import {
  ADDRESS_OPTIONS,
  type AskedAddress,
  addressAt,
  addressesOf,
  hasHostBits,
  rewritten,
} from '../common/addresses.ts';
import { lintRule } from '../rule.ts';

/** The same network without the bits that nobody looks at; undefined where there are none. */
function cleared({ mask, network }: AskedAddress): string | undefined {
  if (mask === undefined || !network || !hasHostBits(network)) return undefined;
  const length = prefixLength(network.mask);
  return length === undefined || length === 0 ? undefined : `${addressText(network.address)}/${mask}`;
}

function found(rule: Rule): readonly AskedAddress[] {
  return addressesOf(rule).filter((one) => cleared(one) !== undefined);
}

export const hostBitsSet = lintRule({
  name: 'host-bits-set',
  severity: 'information',
  category: 'packets',
  finds: "A host's address with the mask of its network, which is the whole network.",
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  when: { may: () => true, maybe: (text) => text.includes('/') },
  check(rule, { line }, report) {
    for (const one of found(rule)) {
      report({
        message: `"${one.text}" is the whole network ${cleared(one)}, not one host. Write the network, or leave the mask out for the host.`,
        line,
        start: one.start,
        end: one.end,
      });
    }
  },
  fix(file, { line, start }) {
    const one = addressAt(file, line, start);
    const network = one && cleared(one);
    const edits = one && network !== undefined ? rewritten(line, one, network) : undefined;
    return edits ? [{ title: `Write the network as ${network}`, edits, preferred: true, safe: true }] : [];
  },
});
