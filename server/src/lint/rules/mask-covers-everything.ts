// An address with the mask /0: whatever stands before it, it is every address.

import { addressNumber } from '../../vocabulary/values/address-words.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import { ADDRESS_OPTIONS, addressesOf } from '../common/addresses.ts';
import { lintRule } from '../rule.ts';

export const maskCoversEverything = lintRule({
  name: 'mask-covers-everything',
  severity: 'warning',
  category: 'packets',
  finds: 'An address with the mask `/0`, which takes every address.',
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  when: { may: () => true, maybe: (text) => text.includes('/0') },
  check(rule, { line }, report) {
    for (const { address, mask, network, start, end, option } of addressesOf(rule)) {
      if (mask === undefined || !network?.mask.every((word) => word === 0)) continue;
      const [alone] = readValue(address, { kind: 'network', list: true }, { family: rule.family })?.networks ?? [];
      if (alone?.kind !== 'network' || addressNumber(alone.written) === 0n) continue;
      const what = option.negated ? 'so with the "!" before it the rule never matches' : 'not only that network';
      report({
        message: `The mask "/${mask}" takes every address, ${what}. Write the length of the network, such as ${rule.family === 4 ? '/24' : '/64'}.`,
        line,
        start,
        end,
      });
    }
  },
});
