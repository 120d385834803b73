// The connection of a packet as tracking has it: both directions, what NAT wrote, status, mark.

import type { Family } from '../../vocabulary/schema.ts';
import { type AddressPoint, readAddress } from './addresses.ts';
import type { EntryFacts, Tuple } from './facts.ts';

/**
 * One direction: where its packets come from and go to. Of ICMP the source port is the id, the other one type x 256 +
 * code; protocols without ports have zeros. Undefined: not known.
 */
export interface Ends {
  src: AddressPoint | undefined;
  dst: AddressPoint | undefined;
  sport: number | undefined;
  dport: number | undefined;
}

export type Direction = 'original' | 'reply';
export type Side = 'src' | 'dst';

/** ICMP types that answer each other. */
const ANSWERS: Readonly<Record<Family, Readonly<Record<number, number>>>> = {
  4: { 0: 8, 8: 0, 13: 14, 14: 13, 15: 16, 16: 15, 17: 18, 18: 17 },
  6: { 128: 129, 129: 128, 139: 140, 140: 139 },
};

const ICMP: Readonly<Record<Family, number>> = { 4: 1, 6: 58 };

export interface Connection {
  /** Of an ICMP error that of the packet that it speaks of. */
  readonly protocol: number | undefined;
  readonly orig: Ends;
  readonly reply: Ends;
  /** Undefined: not known. */
  readonly direction: Direction | undefined;
  /** NAT wrote another source, another destination. */
  snat: boolean;
  dnat: boolean;
  /** The kernel's names of what holds. */
  readonly status: Set<string>;
  /** Status that this very packet may or may not have brought. */
  readonly unsure: ReadonlySet<string>;
  mark: number | undefined;
  /** NAT has decided about the source, about the destination. */
  readonly decided: Set<Side>;
}

/** What the answer to a packet looks like. */
export function answerTo({ src, dst, sport, dport }: Ends, protocol: number | undefined, family: Family): Ends {
  if (protocol !== ICMP[family]) return { src: dst, dst: src, sport: dport, dport: sport };
  const type = dport === undefined ? undefined : ANSWERS[family][dport >> 8];
  const code = dport === undefined ? 0 : dport & 255;
  return { src: dst, dst: src, sport, dport: type === undefined ? undefined : type * 256 + code };
}

/** A direction of an entry as it is given. */
export function endsOf(tuple: Tuple, family: Family): Ends {
  const { sport, dport, icmp_id, icmp_type, icmp_code = 0 } = tuple;
  return {
    src: readAddress(tuple.src, family),
    dst: readAddress(tuple.dst, family),
    sport: sport ?? icmp_id ?? 0,
    dport: dport ?? (icmp_type === undefined ? 0 : icmp_type * 256 + icmp_code),
  };
}

/** The connection of a packet that begins it. */
export function newConnection(orig: Ends, protocol: number | undefined, family: Family): Connection {
  return {
    protocol,
    orig,
    reply: answerTo(orig, protocol, family),
    direction: 'original',
    snat: false,
    dnat: false,
    status: new Set(),
    unsure: new Set(),
    mark: 0,
    decided: new Set(),
  };
}

const TCP = 6;
const UDP = 17;
const BOTH: readonly Side[] = ['src', 'dst'];

/** The connection of an entry that the packet finds. `isPart`: the packet is one of the connection's own. */
export function knownConnection(
  entry: EntryFacts,
  direction: Direction | undefined,
  isPart: boolean,
  family: Family,
): Connection {
  const status = new Set(entry.status ?? []);
  if (isPart && direction === 'reply') status.add('SEEN_REPLY');
  const protocol = entry.orig.proto_num;
  // TCP tells by its states, UDP by the time since the first answer.
  const mayBeAssured = protocol === TCP || (protocol === UDP && status.has('SEEN_REPLY'));
  return {
    protocol,
    orig: endsOf(entry.orig, family),
    reply: endsOf(entry.reply, family),
    direction,
    snat: status.has('SRC_NAT'),
    dnat: status.has('DST_NAT'),
    status,
    unsure: new Set(mayBeAssured && !status.has('ASSURED') ? ['ASSURED'] : []),
    mark: entry.mark ?? 0,
    decided: new Set(BOTH),
  };
}

/** The connection of a later packet that comes without an entry: one that NAT leaves alone. */
export function plainConnection(
  ends: Ends,
  protocol: number | undefined,
  direction: Direction | undefined,
  family: Family,
): Connection {
  const nothing: Ends = { src: undefined, dst: undefined, sport: undefined, dport: undefined };
  const other = answerTo(ends, protocol, family);
  const [orig, reply] =
    direction === 'original' ? [ends, other] : direction === 'reply' ? [other, ends] : [nothing, { ...nothing }];
  return {
    protocol,
    orig,
    reply,
    direction,
    snat: false,
    dnat: false,
    status: new Set(['CONFIRMED', 'SEEN_REPLY']),
    unsure: new Set(['ASSURED', 'EXPECTED']),
    mark: undefined,
    decided: new Set(BOTH),
  };
}
