// A host name in place of an address: it is looked up once, while the file is loaded.

import { ADDRESS_OPTIONS, addressesOf } from '../common/addresses.ts';
import { lintRule } from '../rule.ts';

export const hostNameInRule = lintRule({
  name: 'host-name-in-rule',
  severity: 'warning',
  category: 'loading',
  finds: 'A host name in place of an address, which must be looked up while the file is loaded.',
  looksAt: 'rule',
  options: ADDRESS_OPTIONS,
  when: { may: () => true, maybe: (text) => /[a-z]\.[a-z]|\.[a-z]{2}/i.test(text) },
  check(rule, { line }, report) {
    for (const { hostName, start, end } of addressesOf(rule)) {
      // A name without a dot is one of /etc/hosts, which is there at boot.
      if (!hostName?.replace(/\.$/, '').includes('.') || /localhost|localdomain/.test(hostName)) continue;
      report({
        message: `"${hostName}" is looked up once, while the file is loaded. At boot there is often no DNS yet, and then nothing of the file is loaded; later changes of the address go unnoticed. Write the address, or fill an ipset.`,
        line,
        start,
        end,
      });
    }
  },
});
