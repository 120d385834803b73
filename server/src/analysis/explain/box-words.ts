// A box in words, one for each column of a table of packets.

import type { Family } from '../../vocabulary/schema.ts';
import type { Box } from '../box.ts';
import { AXES, type Dimension } from '../dimensions.ts';
import type { Literal } from '../literal.ts';
import type { Intervals } from '../sets/intervals.ts';
import { addressesText, interfacesText, portsText, protocolsText, statesText } from './set-words.ts';

/** Undefined: whatever. */
export interface BoxWords {
  /** `tcp 22 (ssh)`, `everything` */
  readonly service: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly state: string | undefined;
  /** What else is asked for: `in set office`, `source port 53`. */
  readonly others: readonly string[];
}

export function boxWords(box: Box, family: Family): BoxWords {
  const axes = AXES[family];
  const on = (dimension: Dimension): Intervals | undefined => box.sets.find(({ axis }) => axis === axes[dimension]);
  const source = on('source');
  const destination = on('destination');
  const input = on('inputInterface');
  const output = on('outputInterface');
  const state = on('state');
  return {
    service: serviceText(on),
    from: source && addressesText(source, family),
    to: destination && addressesText(destination, family),
    input: input && interfacesText(input),
    output: output && interfacesText(output),
    state: state && statesText(state),
    others: [...otherWords(box), ...box.literals.map(literalText)],
  };
}

function serviceText(on: (dimension: Dimension) => Intervals | undefined): string {
  const protocol = on('protocol');
  if (!protocol) return 'everything';
  const only = protocol.cuts.length === 2 ? Number(protocol.least) : undefined;
  const words = [protocolsText(protocol)];
  const port = on('destinationPort');
  if (port) words.push(portsText(port, only));
  const icmp = on('icmp');
  if (icmp) words.push(icmpText(icmp));
  const own = on('sourcePort');
  if (own) words.push(`from port ${portsText(own, only)}`);
  return words.join(' ');
}

/** `type 8`, `type 3 code 4` */
function icmpText(set: Intervals): string {
  const first = Number(set.least ?? 0);
  const end = set.cuts[1] === undefined ? 65536 : Number(set.cuts[1]);
  if (set.cuts.length !== 2 || first >> 8 !== (end - 1) >> 8) return 'some types';
  return end - first === 256 ? `type ${first >> 8}` : `type ${first >> 8} code ${first & 255}`;
}

/** Dimensions that have no column, by what they are called. */
const NAMES: Partial<Record<Dimension, string>> = {
  flags: 'some TCP flags',
  ttl: 'some TTLs',
  tos: 'some types of service',
  length: 'some lengths',
  mac: 'some hardware addresses',
  packetType: 'some packet types',
  user: 'some users',
  group: 'some groups',
  sourceType: 'some types of source address',
  destinationType: 'some types of destination address',
};
/** A new TCP connection: of SYN, ACK, FIN and RST only SYN is set. */
const SYN = new Set([2, 10, 34, 42]);

function otherWords(box: Box): readonly string[] {
  return box.sets.flatMap((set) => {
    const { name } = set.axis;
    if (name === 'fragment') return set.has(1) ? ['later fragments'] : [];
    if (name === 'flags' && isSyn(set)) return ['opening a connection'];
    const word = NAMES[name];
    return word === undefined ? [] : [word];
  });
}

function isSyn(set: Intervals): boolean {
  return Array.from({ length: 64 }, (_, flags) => set.has(flags) === SYN.has(flags)).every(Boolean);
}

function literalText({ match, negated, set }: Literal): string {
  const words = set === undefined ? `as ${match === '' ? 'the line' : match} asks` : `in set ${set}`;
  return negated ? `not ${words}` : words;
}
