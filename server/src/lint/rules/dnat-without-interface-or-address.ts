// A port forward that says neither where packets come in nor to which address: it takes what the LAN sends out, too.

import type { Rule } from '../../ruleset/rule.ts';
import { asksOnlyFor, hands, optionOf, PLACELESS_OPTIONS, portsOf } from '../common/conditions.ts';
import { toolOf } from '../common/known-tools.ts';
import type { Fact } from '../fact.ts';
import { lintRule, type Report } from '../rule.ts';
import type { ChainView } from '../view.ts';

/** What leaves a rule open to packets from anywhere to anywhere. */
const OPEN: ReadonlySet<string> = new Set([...PLACELESS_OPTIONS, '--syn']);

const isOpen = (rule: Rule): boolean => asksOnlyFor(rule, OPEN);

const forwardsAny: Fact = {
  may: ({ object }) => object === 'DNAT',
  holds: (rule) => hands(rule, 'DNAT') && isOpen(rule),
};

const returns: Fact = { may: ({ object }) => object === 'RETURN' };

/** Whatever comes by gets to the chain: it is PREROUTING, or a rule there leads to it that says no place either. */
function takesAny(chain: ChainView): boolean {
  if (chain.name === 'PREROUTING') return true;
  if (toolOf(chain.name) !== undefined || chain.first(returns) >= 0) return false;
  return [...chain.callers()].some(({ chain: from, line }) => from.name === 'PREROUTING' && isOpen(from.rule(line)));
}

/** Local servers and proxies stand in for these ports. */
const WEB: ReadonlySet<number> = new Set([80, 443]);

const redirectsWeb: Fact = {
  may: ({ object }) => object === 'REDIRECT',
  holds: (rule) => {
    const ports = optionOf(rule, '--dport') ?? optionOf(rule, '--dports');
    const ranges = ports && !ports.negated ? portsOf(rule, ports) : undefined;
    return (
      hands(rule, 'REDIRECT') &&
      isOpen(rule) &&
      ranges?.every(({ first, last }) => first === last && WEB.has(Number(first))) === true
    );
  },
};

const others: Fact = { may: ({ object }) => object !== 'REDIRECT' };

/** A REDIRECT of OUTPUT that takes what this machine asks of other hosts, past no rule that might keep some away. */
function checkOutput(chain: ChainView, report: Report): void {
  const before = chain.first(others);
  for (const line of chain.all(redirectsWeb)) {
    if (before >= 0 && chain.isBefore(before, line)) return;
    report({
      message:
        'This REDIRECT takes every connection of this machine to the port, also those to other hosts. Add "-o lo" or the own address with "-d"; leave a proxy\'s own connections out with "-m owner ! --uid-owner".',
      line,
      ...chain.rule(line).columns(chain.rule(line).objectWord),
    });
  }
}

export const dnatWithoutInterfaceOrAddress = lintRule({
  name: 'dnat-without-interface-or-address',
  severity: 'warning',
  category: 'packets',
  finds:
    'A DNAT, or a REDIRECT of the own connections to web servers, without an interface or address: it takes those to other hosts, too.',
  looksAt: 'chain',
  check(chain, report) {
    if (chain.table.block.table !== 'nat') return;
    if (chain.name === 'OUTPUT') checkOutput(chain, report);
    const lines = chain.all(forwardsAny);
    if (lines.length === 0 || !takesAny(chain)) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      report({
        message:
          'This DNAT takes every connection to the port that comes by, also those from your own network to other servers. Add the interface with "-i" or the public address with "-d".',
        line,
        ...rule.columns(rule.objectWord),
      });
    }
  },
});
