// The value of an option in plain words, as Markdown: what its kind reads in it, else the word as it is written.

import type { OptionValue, Rule } from '../../ruleset/rule.ts';
import { protocolName } from '../../vocabulary/protocols.ts';
import { usualService } from '../../vocabulary/services.ts';
import { ANY_TRANSPORT, transportOf } from '../../vocabulary/transports.ts';
import { addressText, networkText } from '../../vocabulary/values/address-words.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import type { Meaning, NetworkOrHost, Range } from '../../vocabulary/values/meaning.ts';
import { code } from '../hover/page.ts';
import { list, number } from '../hover/prose.ts';

/** How several are joined; `raw`: the word is not read. */
export type Joint = 'and' | 'or' | 'raw';

const PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [1, 'ICMP'],
  [2, 'IGMP'],
  [6, 'TCP'],
  [17, 'UDP'],
  [33, 'DCCP'],
  [47, 'GRE'],
  [50, 'ESP'],
  [51, 'AH'],
  [58, 'ICMPv6'],
  [89, 'OSPF'],
  [108, 'IPComp'],
  [112, 'VRRP'],
  [132, 'SCTP'],
  [136, 'UDP-Lite'],
]);

/** What people call a protocol; `protocol 200` where it has no name. */
export function protocolText(protocol: number): string {
  const name = protocolName(protocol);
  return PROTOCOLS.get(protocol) ?? (name === undefined ? `protocol ${protocol}` : `protocol ${code(name)}`);
}

const PORTS: ReadonlySet<Value['kind']> = new Set(['port', 'port-range', 'port-list']);

/** Markdown. A word with a placeholder of a template, or one that does not load, as it is written. */
export function valueText(rule: Rule, value: OptionValue, joint: Joint): string {
  const { kind, text, unknown } = value;
  if (!kind || joint === 'raw') return code(text);
  const meaning = unknown ? undefined : readValue(text, kind, { family: rule.family, protocol: rule.namedProtocol });
  return (meaning && meaningText(rule, meaning, kind, joint)) ?? `${PORTS.has(kind.kind) ? 'port ' : ''}${code(text)}`;
}

function meaningText(rule: Rule, meaning: Meaning, kind: Value, joint: 'and' | 'or'): string | undefined {
  switch (meaning.kind) {
    case 'ports':
      return portsText(meaning.ranges, rule.namedProtocol);
    case 'networks':
      return networksText(meaning.networks);
    case 'protocol':
      return protocolText(meaning.number);
    case 'rate':
      return meaning.of === 'packets'
        ? `${number(meaning.packets)} a ${UNITS[meaning.seconds]}`
        : `${number(meaning.bytes)} bytes a second`;
    case 'integer-range':
      return kind.kind === 'integer-range' ? integersText(meaning.first, meaning.last, kind) : undefined;
    case 'choice':
      return list(
        [...meaning.choices.map(({ name }) => code(name)), ...meaning.numbers.map((one) => code(String(one)))],
        joint,
      );
    default:
      return undefined;
  }
}

const UNITS = { 1: 'second', 60: 'minute', 3600: 'hour', 86400: 'day' } as const;

function portsText(ranges: readonly Range[], protocol: number | undefined): string | undefined {
  if (ranges.some(({ first, last }) => first > last)) return undefined;
  const transports = (protocol === undefined ? undefined : transportOf(protocol)) ?? ANY_TRANSPORT;
  const texts = ranges.map(({ first, last }) => {
    if (first < last) return `${code(String(first))} to ${code(String(last))}`;
    const service = usualService(first, transports);
    return code(String(first)) + (service === undefined ? '' : ` (${service})`);
  });
  const isOne = ranges.length === 1 && ranges[0]?.first === ranges[0]?.last;
  return `${isOne ? 'port' : 'ports'} ${list(texts, 'or')}`;
}

function networksText(networks: readonly NetworkOrHost[]): string | undefined {
  const texts: string[] = [];
  for (const network of networks) {
    // The versions in question disagree about it: only the word itself is right.
    if (network.kind === 'differs') return undefined;
    const isEverything = network.mask.every((word) => word === 0);
    if (isEverything) texts.push('any address');
    else if (network.kind === 'network') texts.push(code(networkText(network)));
    else if (network.mask.every((word) => word === 0xffffffff)) texts.push(code(network.name));
    else texts.push(code(`${network.name}/${addressText(network.mask)}`));
  }
  return list(texts, 'or');
}

function integersText(
  first: bigint,
  last: bigint,
  { min, max }: { readonly min: number | bigint; readonly max: number | bigint },
): string | undefined {
  if (first === last) return code(String(first));
  if (first > last) return undefined;
  if (last === BigInt(max)) return `at least ${code(String(first))}`;
  if (first === BigInt(min)) return `at most ${code(String(last))}`;
  return `${code(String(first))} to ${code(String(last))}`;
}

/** Connection states as a verb's phrase: the usual ones say how old the connection is. */
export function statesText(rule: Rule, value: OptionValue): string {
  const read = value.kind && !value.unknown ? readValue(value.text, value.kind, { family: rule.family }) : undefined;
  const states = read?.kind === 'choice' ? read.choices.map(({ name }) => name) : [];
  const usual = states.flatMap((state) => USUAL_STATES.get(state) ?? []);
  if (states.length === 0) return `are in the state ${code(value.text)}`;
  if (usual.length === states.length) return `belong to ${list(usual, 'or')} connections`;
  return `are in the state ${list(states.map(code), 'or')}`;
}

const USUAL_STATES: ReadonlyMap<string, string> = new Map([
  ['NEW', 'new'],
  ['ESTABLISHED', 'established'],
  ['RELATED', 'related'],
]);
