// A MASQUERADE or SNAT of what goes to an inner server: the server sees one client for all of them.

import type { Rule } from '../../ruleset/rule.ts';
import { addressesOf } from '../common/addresses.ts';
import { asksOnlyFor, hands, STATE_OPTIONS } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** What leaves a rule open to clients of any address. */
const OPEN: ReadonlySet<string> = new Set([
  ...STATE_OPTIONS,
  ...['--protocol', '--destination', '--dport', '--dports', '--out-interface', '--sport', '--sports'],
]);

/** Only goes to private addresses, of IPv6 to unique local ones. */
function goesInside(rule: Rule): boolean {
  const addresses = addressesOf(rule);
  return addresses.length > 0 && addresses.every(({ option, address }) => !option.negated && PRIVATE.test(address));
}

const PRIVATE = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|f[cd])/i;

export const snatHidesClients = lintRule({
  name: 'snat-hides-clients',
  severity: 'information',
  category: 'packets',
  finds: 'A MASQUERADE or SNAT to an inner server for clients from anywhere, which it then cannot tell apart.',
  looksAt: 'rule',
  tables: ['nat'],
  targets: ['MASQUERADE', 'SNAT'],
  when: { may: ({ chain, object }) => chain === 'POSTROUTING' && (object === 'MASQUERADE' || object === 'SNAT') },
  check(rule, { line }, report) {
    if (!hands(rule, 'MASQUERADE', 'SNAT') || !asksOnlyFor(rule, OPEN) || !goesInside(rule)) return;
    report({
      message: `Without "-s" this ${rule.object} also takes clients from outside: the server sees all of them with the address of this machine. Add your own network with "-s" if only its packets must come back this way.`,
      line,
      ...rule.columns(rule.objectWord),
    });
  },
});
