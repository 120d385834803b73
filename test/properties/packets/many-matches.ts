// Owns made-up tables of rules with all sorts of matches, in chains that call each other, of both families.

import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { Random } from '../../oracle/fuzz/random.ts';
import { makeRule } from '../conditions/rules.ts';

const BUILT_IN = ['INPUT', 'FORWARD', 'OUTPUT'] as const;
const OWN = ['a', 'b', 'c', 'd'] as const;
const CHAINS = [...BUILT_IN, ...OWN] as const;

/** A chain leads to later ones only, so there is no circle. */
function target(random: Random, at: number): string {
  const callee = random.pick(CHAINS.slice(Math.max(at + 1, BUILT_IN.length)));
  const roll = random.next();
  if (callee !== undefined && roll < 0.3) return ` -${random.pick(['j', 'j', 'j', 'g'] as const)} ${callee}`;
  return random.pick([' -j ACCEPT', ' -j ACCEPT', ' -j DROP', ' -j DROP', ' -j RETURN', ' -j LOG', '', ' -j REJECT']);
}

/** A few rules, some of them in the same words as others, so that there is something to cover. */
function conditionsOf(random: Random, family: Family): string {
  return random.pick([
    () => '',
    () => '-p tcp',
    () => `-s ${family === 4 ? '10.0.0.0/8' : '2001:db8::/32'}`,
    () => makeRule(random, family),
    () => makeRule(random, family),
    () => makeRule(random, family),
    () => makeRule(random, family),
  ])();
}

/** A table as a text; with `rewrites` targets stand in it that change what others look at. */
export function makeTable(random: Random, family: Family): string {
  const isMangle = random.chance(0.2);
  const size = random.int(4, 24);
  const kept: string[] = [];
  const rules = Array.from({ length: size }, () => {
    const at = random.pick([0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 6] as const);
    const asked = kept.length > 0 && random.chance(0.25) ? (random.pick(kept) ?? '') : conditionsOf(random, family);
    kept.push(asked);
    const rewrites =
      isMangle && random.chance(0.1)
        ? random.pick([' -j MARK --set-mark 1', ' -j TOS --set-tos 4'] as const)
        : undefined;
    return `-A ${CHAINS[at]}${asked === '' ? '' : ` ${asked}`}${rewrites ?? target(random, at)}`;
  });
  const policies = BUILT_IN.map((name) => `:${name} ${random.pick(['ACCEPT', 'DROP'] as const)} [0:0]`);
  return [
    isMangle ? '*mangle' : '*filter',
    ...policies,
    ...OWN.map((name) => `:${name} - [0:0]`),
    ...rules,
    'COMMIT',
    '',
  ].join('\n');
}
