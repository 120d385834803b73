// Compares rules: does one let through all that another is wanted for, does it block it, does it log or end a chain.

import { Box } from '../../analysis/box.ts';
import { Conditions } from '../../analysis/conditions.ts';
import { AXES } from '../../analysis/dimensions.ts';
import type { Axis, Intervals } from '../../analysis/sets/intervals.ts';
import { statesSet } from '../../analysis/sets/states.ts';
import { isSameVerdict } from '../../analysis/verdict.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { RuleMeaning } from './rule-meaning.ts';

/** These let through a part of the packets that their rule is about; what it is about is all that counts here. */
const LIMITS: ReadonlySet<string> = new Set(['limit', 'hashlimit']);

/**
 * True where the rules together do for every packet of `wanted` what it would do. A rule for new connections counts as
 * one for all: what follows is established. `restricted`: a rule for all sources does not count as one for some, because
 * who asks for a restriction wants to see it.
 */
export function* coveredByAll(rules: readonly RuleMeaning[], wanted: RuleMeaning, restricted = false): Steps<boolean> {
  const asked = asWanted(wanted.conditions);
  const boxes: Box[] = [];
  for (const [at, rule] of rules.entries()) {
    if (at % RULES_AT_A_STEP === 0) yield;
    if (rule.isDoubtful || !isSameVerdict(rule.verdict, wanted.verdict)) continue;
    if (rule.isSame(wanted)) return true;
    if (!restricted || isRestrictedAlike(rule.conditions, asked)) boxes.push(...rule.conditions.boxes);
  }
  return new Conditions(asked.family, boxes).contains(asked);
}

/** How many rules are compared at a step. */
const RULES_AT_A_STEP = 256;

/**
 * The packets that a wanted rule is for. Without a state it is for connections that begin, and the rest of them passes
 * as established. Fragments are joined before the filter tracks connections. Neighbour and router discovery is only
 * valid with the hop limit of a packet from the same link.
 */
export function asWanted(wanted: Conditions): Conditions {
  const { state, fragment, icmp, protocol, ttl } = AXES[wanted.family];
  const boxes = wanted.boxes.flatMap((box) => {
    const sets = [...box.sets, fragment.point(0)];
    const begins = statesSet(state, [{ name: 'NEW' }]);
    if (box.on(state).isEverything && begins) sets.push(begins);
    const isDiscovery =
      box.on(protocol).equals(protocol.point(ICMPV6)) && icmp.span(...DISCOVERY).contains(box.on(icmp));
    if (isDiscovery) sets.push(ttl.point(255));
    return Box.of(sets, box.literals) ?? [];
  });
  return new Conditions(wanted.family, boxes);
}

const ICMPV6 = 58;
/** Types 133 to 137, with every code. */
const DISCOVERY = [133 * 256, 137 * 256 + 255] as const;

/** Restricted to addresses in the same way: both not at all, or every wanted network is one of those that are there. */
function isRestrictedAlike(existing: Conditions, wanted: Conditions): boolean {
  const { source, destination } = AXES[wanted.family];
  return [source, destination].every((axis) => {
    const own = onAxis(existing, axis);
    const asked = onAxis(wanted, axis);
    if (own.isEverything || asked.isEverything) return own.isEverything && asked.isEverything;
    return asked.parts().every((part) => own.parts().some((one) => one.equals(part)));
  });
}

/** What conditions take in one dimension. */
export function onAxis({ boxes }: Conditions, axis: Axis): Intervals {
  const [only] = boxes;
  if (only && boxes.length === 1) return only.on(axis);
  return boxes.reduce((all, box) => all.union(box.on(axis)), axis.nothing);
}

/** The rule asks nothing of the packet but its protocol and that it begins a connection. */
function isWide({ conditions }: RuleMeaning): boolean {
  const { protocol, state, fragment } = AXES[conditions.family];
  const begins = statesSet(state, [{ name: 'NEW' }]) ?? state.nothing;
  return conditions.boxes.some(
    (box) =>
      box.literals.length === 0 &&
      box.sets.every(({ axis }) => axis === protocol || axis === state || axis === fragment) &&
      box.on(state).contains(begins) &&
      box.on(fragment).has(0),
  );
}

/** Every packet matches. */
export function isUnconditional({ conditions }: RuleMeaning): boolean {
  return conditions.isEverything;
}

/** Every packet matches, maybe only so many a time. */
export function isAboutAll({ conditions }: RuleMeaning): boolean {
  return conditions.boxes.some(
    ({ sets, literals }) => sets.length === 0 && literals.every(({ match }) => LIMITS.has(match)),
  );
}

/** Drops or rejects what begins a connection, whatever it is or of one whole protocol. */
export function isWideRefusal(rule: RuleMeaning): boolean {
  const { kind } = rule.verdict;
  return (kind === 'drop' || kind === 'reject') && isWide(rule);
}

/** A wide refusal that the packets of `wanted` would meet. */
export function refuses(rule: RuleMeaning, wanted: RuleMeaning): boolean {
  const { protocol } = AXES[wanted.conditions.family];
  return isWideRefusal(rule) && onAxis(rule.conditions, protocol).intersects(onAxis(wanted.conditions, protocol));
}

/** Logs whatever comes, maybe only so many packets a time. */
export function isGeneralLog(rule: RuleMeaning): boolean {
  return isLog(rule) && isAboutAll(rule);
}

/** Any rule whose target logs. */
export function isLog({ verdict }: RuleMeaning): boolean {
  return verdict.kind === 'continue' && verdict.logs;
}
