// A MASQUERADE or SNAT of what goes to an inner server: the server sees one client for all of them.

import { AXES } from '../../analysis/dimensions.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { addressesOf } from '../common/addresses.ts';
import { asksOnlyFor, STATE_OPTIONS } from '../common/conditions.ts';
import { PRIVATE as INNER, nameIn } from '../common/outside.ts';
import { rulesTo, SOURCE_TRANSLATORS } from '../common/targets.ts';
import { rewritingOf } from '../common/translated.ts';
import type { PacketTable } from '../packets.ts';
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
  looksAt: 'packets',
  checkHook(table, chain, report) {
    if (table.block.table !== 'nat' || chain.name !== 'POSTROUTING') return;
    for (const step of translating(chain)) {
      if (!step.isSure) continue;
      const rule = table.file.rule(step.line);
      if (!asksOnlyFor(rule, OPEN)) continue;
      const forwarding = goesInside(rule) ? undefined : forwardingTo(table, chain, step);
      if (!forwarding && !goesInside(rule)) continue;
      const clients = forwarding
        ? `those whose connections line ${forwarding.line + 1} forwards`
        : 'clients from outside';
      report({
        message: `Without "-s" this ${rule.object} also takes ${clients}: the server sees all of them with the address of this machine. Add your own network with "-s" if only its packets must come back this way.`,
        line: step.line,
        ...rule.columns(rule.objectWord),
      });
    }
  },
});

const translating = rulesTo(...SOURCE_TRANSLATORS);
const forwarding = rulesTo('DNAT');

/**
 * A DNAT for what comes in by another interface, to which the way out is translated as well: what it forwards leaves by the
 * interface of the rule.
 */
function forwardingTo(table: PacketTable, chain: ChainSteps, step: Step): Step | undefined {
  const { outputInterface, inputInterface, destination } = AXES[table.family];
  const own = nameOf(step, table.family, 'outputInterface');
  if (own === undefined || !step.parts.every(({ box }) => box.on(destination).isEverything)) return undefined;
  const exits = new Set(
    translating(chain).flatMap(({ parts }) => parts.flatMap(({ box }) => nameIn(box.on(outputInterface)) ?? [])),
  );
  const top = table.reach.chain('PREROUTING');
  const inward = (top ? forwarding(top) : []).filter(({ parts }) =>
    parts.every(({ box }) => {
      const name = nameIn(box.on(inputInterface));
      return name !== undefined && name !== own && exits.has(name);
    }),
  );
  return inward.find(({ line, isSure }) => {
    const first = isSure ? rewritingOf(table, line, 'DNAT')?.addresses?.first : undefined;
    return first !== undefined && INNER[table.family].has(first);
  });
}

function nameOf({ parts }: Step, family: Family, dimension: 'outputInterface'): string | undefined {
  const [only, ...more] = parts;
  return only && more.length === 0 ? nameIn(only.box.on(AXES[family][dimension])) : undefined;
}
