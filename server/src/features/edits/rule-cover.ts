// Compares rules: does one let through all that another is wanted for, does it block it, does it log or end a chain.

import type { Conditions } from './rule-conditions.ts';
import { portsWithin } from './rule-values.ts';

const REFUSALS: ReadonlySet<string> = new Set(['DROP', 'REJECT']);
const LOGS: ReadonlySet<string> = new Set(['LOG', 'NFLOG', 'ULOG']);

/**
 * True where `existing` does for every packet of `wanted` what `wanted` would do. Two exceptions, on purpose: a rule
 * for new connections counts as a rule for all (what follows is established), and a rule for all sources does not
 * count as one for some, because who restricts a rule wants to see the restriction.
 */
export function covers(existing: Conditions, wanted: Conditions): boolean {
  if (existing.words === wanted.words) return true;
  if (existing.opaque || existing.limited || existing.goto || wanted.opaque) return false;
  return (
    existing.verdict === wanted.verdict &&
    sameOrAny(existing.protocol, wanted.protocol) &&
    sameOrAny(existing.interfaceIn, wanted.interfaceIn) &&
    sameOrAny(existing.interfaceOut, wanted.interfaceOut) &&
    sameOrAny(existing.icmpType, wanted.icmpType) &&
    within(wanted.sources, existing.sources) &&
    within(wanted.destinations, existing.destinations) &&
    (!existing.ports || (wanted.ports !== undefined && portsWithin(wanted.ports, existing.ports))) &&
    (!existing.sourcePorts ||
      (wanted.sourcePorts !== undefined && portsWithin(wanted.sourcePorts, existing.sourcePorts))) &&
    statesCover(existing.states, wanted.states)
  );
}

function sameOrAny<T>(existing: T | undefined, wanted: T): boolean {
  return existing === undefined || existing === wanted;
}

/** Restricted in the same way: both not at all, or every wanted network is one of those that are there. */
function within(wanted: readonly string[] | undefined, existing: readonly string[] | undefined): boolean {
  if (!wanted || !existing) return !wanted && !existing;
  return wanted.every((network) => existing.includes(network));
}

function statesCover(existing: readonly string[] | undefined, wanted: readonly string[] | undefined): boolean {
  if (!existing) return true;
  return (wanted ?? ['NEW']).every((state) => existing.includes(state));
}

/** True where the rules together cover `wanted`: one by one, or each taking some of its connection states. */
export function coveredByAll(rules: readonly Conditions[], wanted: Conditions): boolean {
  if (rules.some((rule) => covers(rule, wanted))) return true;
  const { states } = wanted;
  if (!states) return false;
  return states.every((state) => rules.some((rule) => covers(rule, { ...wanted, states: [state], words: '' })));
}

/** The rule asks nothing of the packet but its protocol and that it begins a connection. */
function isWide(rule: Conditions): boolean {
  const { interfaceIn, interfaceOut, sources, destinations, sourcePorts, ports, icmpType } = rule;
  const narrow = [interfaceIn, interfaceOut, sources, destinations, sourcePorts, ports, icmpType];
  if (rule.opaque || rule.limited || narrow.some((condition) => condition !== undefined)) return false;
  return statesCover(rule.states, undefined);
}

/** Every packet matches. */
export function isUnconditional(rule: Conditions): boolean {
  return isWide(rule) && rule.protocol === undefined && rule.states === undefined;
}

/** Drops or rejects what begins a connection, whatever it is or of one whole protocol. */
export function isWideRefusal(rule: Conditions): boolean {
  return rule.verdict !== undefined && REFUSALS.has(rule.verdict) && isWide(rule);
}

/** A wide refusal that the packets of `wanted` would meet. */
export function refuses(rule: Conditions, wanted: Conditions): boolean {
  return (
    isWideRefusal(rule) &&
    (rule.protocol === undefined || wanted.protocol === undefined || rule.protocol === wanted.protocol)
  );
}

/** Logs whatever comes, maybe only so many packets a time. */
export function isGeneralLog(rule: Conditions): boolean {
  return isLog(rule) && isUnconditional({ ...rule, limited: false });
}

/** Any rule whose target logs. */
export function isLog(rule: Conditions): boolean {
  return rule.verdict !== undefined && LOGS.has(rule.verdict);
}
