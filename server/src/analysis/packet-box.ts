// Packets by what people say of them: TCP to a port, new, by any interface but loopback.

import type { Family } from '../vocabulary/schema.ts';
import { readValue } from '../vocabulary/values/index.ts';
import type { Network } from '../vocabulary/values/meaning.ts';
import { Box } from './box.ts';
import { AXES } from './dimensions.ts';
import { networksSet } from './sets/addresses.ts';
import type { Axis, Intervals, Span } from './sets/intervals.ts';
import { statesSet } from './sets/states.ts';

export interface PacketWords {
  readonly protocol?: keyof typeof PROTOCOLS;
  /** Type and code of ICMP, several: one of them. */
  readonly icmp?: readonly (readonly [type: number, code: number])[];
  readonly sourcePorts?: readonly number[];
  /** The end of the client, whose port is one that programs get by themselves. */
  readonly client?: 'source' | 'destination';
  /** Addresses and networks of which it comes from one, or to which it goes. Empty: whichever. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly destinationPorts?: readonly number[];
  readonly input?: 'lo' | 'not lo';
  readonly output?: 'lo' | 'not lo';
  /** Exactly these flags are set; several: one of them. */
  readonly flags?: readonly (keyof typeof FLAGS)[];
  /** One of these, whether NAT changes the connection or not. */
  readonly states?: readonly ('NEW' | 'ESTABLISHED' | 'RELATED' | 'INVALID' | 'UNTRACKED')[];
}

const PROTOCOLS = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 } as const;

const FLAGS = { SYN: 0x02, 'SYN,ACK': 0x12, ACK: 0x10, 'PSH,ACK': 0x18 } as const;

/** Lower ports are for services. */
const FIRST_FREE = 1024;

/** So many boxes are kept: the same few are asked for in every file. */
const MOST_KEPT = 512;
const kept = new Map<string, Box>();

/** All packets of which this is so, whole or the first fragment. */
export function packetBox(family: Family, words: PacketWords): Box {
  const key = `${family}${JSON.stringify(words)}`;
  let box = kept.get(key);
  if (!box) {
    if (kept.size >= MOST_KEPT) kept.clear();
    box = freshBox(family, words);
    kept.set(key, box);
  }
  return box;
}

function freshBox(family: Family, words: PacketWords): Box {
  const axes = AXES[family];
  const sets: Intervals[] = [axes.fragment.point(0)];
  const { protocol, icmp, client, sourcePorts, destinationPorts, from, to, input, output, flags, states } = words;
  if (protocol !== undefined) sets.push(axes.protocol.point(PROTOCOLS[protocol]));
  if (icmp) sets.push(axes.icmp.spans(icmp.map(([type, code]) => point(type * 256 + code))));
  if (sourcePorts) sets.push(axes.sourcePort.spans(sourcePorts.map(point)));
  if (destinationPorts) sets.push(axes.destinationPort.spans(destinationPorts.map(point)));
  if (client) sets.push((client === 'source' ? axes.sourcePort : axes.destinationPort).span(FIRST_FREE, 0xffff));
  const sources = from && addresses(axes.source, from, family);
  if (sources) sets.push(sources);
  const destinations = to && addresses(axes.destination, to, family);
  if (destinations) sets.push(destinations);
  if (input) sets.push(interfaceSet(axes.inputInterface, input));
  if (output) sets.push(interfaceSet(axes.outputInterface, output));
  if (flags) sets.push(axes.flags.spans(flags.map((name) => ({ first: FLAGS[name], last: FLAGS[name] }))));
  const asked =
    states &&
    statesSet(
      axes.state,
      states.map((name) => ({ name })),
    );
  if (asked) sets.push(asked);
  return Box.of(sets) ?? Box.everything;
}

function interfaceSet(axis: Axis, which: 'lo' | 'not lo'): Intervals {
  const loopback = axis.point('lo');
  return which === 'lo' ? loopback : loopback.complement();
}

function point(number: number): Span {
  return { first: number, last: number };
}

/** Those of the family; undefined for whichever, and where one is no address. */
function addresses(axis: Axis, texts: readonly string[], family: Family): Intervals | undefined {
  const known: Network[] = [];
  for (const text of texts) {
    // An address of the other family says nothing here.
    if (text.includes(':') !== (family === 6)) continue;
    const meaning = readValue(text, { kind: 'network' }, { family });
    for (const network of meaning?.networks ?? []) {
      if (network.kind !== 'network') return undefined;
      known.push(network);
    }
  }
  return known.length === 0 ? undefined : networksSet(axis, known);
}
