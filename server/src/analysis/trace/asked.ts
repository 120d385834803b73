// Answers to what rules ask beyond the sets of packets: by match, from its options.

import type { Instance, Rule, RuleOption } from '../../ruleset/rule.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import { isRepeatable, type Literal } from '../literal.ts';
import { differOnNft } from '../native-ports.ts';
import { literalOf } from '../rule-literals.ts';
import { addrtypeAsked, setAsked } from './asked-address.ts';
import { type Asked, connmarkAsked, conntrackAsked } from './asked-connection.ts';
import type { Flow } from './flow.ts';
import { Said } from './said.ts';

/** The bits of each header in the match ipv6header, by the number of the header. Source: ip6t_ipv6header.h. */
const HEADERS: Readonly<Record<number, number>> = { 0: 128, 60: 64, 43: 32, 44: 16, 51: 8, 50: 4, 59: 2, 255: 1 };
const AUTH = 51;

/** Source: net/ipv6/netfilter/ip6t_ipv6header.c. */
function headersAsked(said: Said): Asked | undefined {
  const option = said.options.find(({ name }) => name === '--header');
  const value = said.value('--header', 'choice');
  if (!option || !value) return undefined;
  const asked = value.choices.reduce((bits, { number }) => bits | (HEADERS[number ?? -1] ?? 0), 0);
  const soft = said.has('--soft');
  return ({ facts }) => {
    // What follows an authentication header is not told.
    if (facts.proto === AUTH) return undefined;
    const headers = [...(facts.exthdr ?? []), ...(facts.frag && !facts.exthdr?.includes(44) ? [44] : [])];
    let bits = headers.reduce((all, number) => all | (HEADERS[number] ?? 0), 0);
    bits |= facts.proto === 50 || facts.proto === 59 ? (HEADERS[facts.proto] ?? 0) : 1;
    if (soft) return ((bits ^ asked ^ (option.negated ? 0xff : 0)) & asked) === 0;
    return (bits === asked) !== option.negated;
  };
}

/** A header that the packet does not have fits nothing. */
const needsHeader =
  (number: number) =>
  (): Asked =>
  ({ facts }) =>
    facts.exthdr?.includes(number) || (number === 44 && facts.frag) ? undefined : false;

function ownerAsked(said: Said): Asked | undefined {
  const option = said.options.find(({ name }) => name === '--socket-exists');
  if (!option || !said.only('--socket-exists')) return undefined;
  return ({ hasSocket }) => (hasSocket === undefined ? undefined : hasSocket !== option.negated);
}

/**
 * Negated ports as nft makes them: of two single ones it holds as soon as one port is another, and that none of all
 * ports is there is left out.
 */
function nativePortsAsked(said: Said): Asked {
  const ports = said.options.map(({ name, meanings: [value] }) => ({
    name,
    range: value?.kind === 'ports' ? value.ranges[0] : undefined,
  }));
  const single = ports.filter(({ range }) => range && range.first === range.last);
  return (flow) => {
    if (single.length < 2) return true;
    let isSure = true;
    for (const { name, range } of single) {
      const port = name === '--sport' ? flow.sourcePort : flow.destinationPort;
      if (port === undefined) isSure = false;
      else if (port !== range?.first) return true;
    }
    return isSure ? false : undefined;
  };
}

const MAKERS: Readonly<Record<string, (said: Said) => Asked | undefined>> = {
  addrtype: addrtypeAsked,
  connmark: connmarkAsked,
  conntrack: conntrackAsked,
  dst: needsHeader(60),
  frag: needsHeader(44),
  hbh: needsHeader(0),
  ipv6header: headersAsked,
  mh: needsHeader(135),
  owner: ownerAsked,
  rt: needsHeader(43),
  set: setAsked,
  tcp: nativePortsAsked,
  udp: nativePortsAsked,
};

/** Answers by the keys of literals. */
export type Answers = ReadonlyMap<string, Asked>;

/** How to answer what of the rule's matches became literals. */
export function answersOf(rule: Rule, backend: Backend): Answers {
  const answers = new Map<string, Asked>();
  for (const instance of rule.instances) {
    const { kind, name } = instance.known.extension;
    if (kind !== 'match' || !Object.hasOwn(MAKERS, name)) continue;
    const options = rule.options.filter((option) => option.instance === instance);
    const parts =
      name === 'tcp' || name === 'udp' ? [differOnNft(rule, options)] : [options, ...options.map((one) => [one])];
    for (const part of parts) addAnswer(answers, rule, part, instance, backend);
  }
  return answers;
}

function addAnswer(
  answers: Map<string, Asked>,
  rule: Rule,
  options: readonly RuleOption[],
  instance: Instance,
  backend: Backend,
): void {
  if (options.length === 0) return;
  const literal = literalOf(rule, options, instance, backend);
  if (!isRepeatable(literal)) return;
  const asked = MAKERS[instance.known.extension.name]?.(new Said(rule, options, backend));
  if (asked) answers.set(literal.key, asked);
}

/** Whether a literal holds without its `!`; undefined where that is not known. */
export function answer(literal: Literal, answers: Answers, flow: Flow): boolean | undefined {
  const holds = answers.get(literal.key)?.(flow);
  return holds === undefined ? undefined : holds !== literal.negated;
}
