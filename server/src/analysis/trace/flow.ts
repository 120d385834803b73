// The packet on its way: what rules see of it now, and what targets and NAT have made of it.

import type { Family } from '../../vocabulary/schema.ts';
import type { Dimension, Packet } from '../dimensions.ts';
import type { Point } from '../sets/intervals.ts';
import { type AddressPoint, readAddress } from './addresses.ts';
import type { Connection, Ends } from './connection.ts';
import type { ConnectionState, HostFacts, PacketFacts } from './facts.ts';
import { type Host, isGroup, isLoopback } from './host.ts';

type View = { -readonly [D in Dimension]?: Point | undefined } & { mark?: number | undefined };

const FLAGS: Readonly<Record<string, number>> = { F: 1, S: 2, R: 4, P: 8, A: 16, U: 32 };
const PACKET_TYPES = { unicast: 0, broadcast: 1, multicast: 2, otherhost: 3 } as const;
/** The kernel's numbers of the types of addresses. */
const TYPES = { UNICAST: 1, LOCAL: 2, BROADCAST: 3, MULTICAST: 5 } as const;
/** The first of four atoms of each state, see `sets/states.ts`; what belongs to no connection has one. */
const ATOMS: Readonly<Record<ConnectionState, number>> = {
  INVALID: 0,
  UNTRACKED: 1,
  NEW: 2,
  ESTABLISHED: 6,
  RELATED: 10,
};
const NO_INTERFACE = '';
const NO_SENDER = -1;
const NO_SOCKET = -1;

/** Protocols whose packets begin with two ports. */
export const WITH_PORTS: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);
export const ICMP: Readonly<Record<Family, number>> = { 4: 1, 6: 58 };

export class Flow {
  readonly family: Family;
  readonly facts: PacketFacts;
  readonly hostFacts: HostFacts;
  /** Undefined: nothing is known of the machine's addresses. */
  readonly host: Host | undefined;
  /** What sets of packets are asked with. */
  private readonly view: View = {};
  /** Undefined: not known. */
  state: ConnectionState | undefined = 'INVALID';
  connection: Connection | undefined;
  /** Tracking has had the packet, or a rule took it away from it. */
  tracked = false;
  /** A CT target has prepared its connection, which keeps it from being taken away from tracking. */
  prepared = false;
  /** Sets that a SET target may have changed. */
  readonly changedSets = new Set<string>();

  constructor(facts: PacketFacts, hostFacts: HostFacts, host: Host | undefined, family: Family) {
    this.family = family;
    this.facts = facts;
    this.hostFacts = hostFacts;
    this.host = host;
    this.source = readAddress(facts.src ?? '', family);
    this.destination = readAddress(facts.dst ?? '', family);
    const { view } = this;
    if (facts.dst === undefined && facts.path === 'input') view.destinationType = TYPES.LOCAL;
    if (facts.src === undefined && facts.origin === 'box') view.sourceType = TYPES.LOCAL;
    view.protocol = facts.proto;
    view.sourcePort = facts.sport;
    view.destinationPort = facts.dport;
    view.icmp =
      facts.icmp_type === undefined || facts.icmp_code === undefined
        ? undefined
        : facts.icmp_type * 256 + facts.icmp_code;
    view.flags =
      facts.flags === undefined ? undefined : [...facts.flags].reduce((all, one) => all | (FLAGS[one] ?? 0), 0);
    view.fragment = (facts.frag?.offset ?? 0) > 0 ? 1 : 0;
    view.ttl = facts.ttl ?? 64;
    view.tos = facts.tos ?? 0;
    view.mark = facts.mark ?? 0;
    view.length = facts.length;
    view.mac = facts.origin === 'box' ? NO_SENDER : senderOf(facts.mac_src);
    view.packetType = PACKET_TYPES[facts.pkttype ?? 'unicast'];
    view.user = facts.origin === 'box' ? (facts.uid === null ? NO_SOCKET : facts.uid) : NO_SOCKET;
    view.group = facts.origin === 'box' ? (facts.gid === null ? NO_SOCKET : facts.gid) : NO_SOCKET;
    this.leave(NO_INTERFACE, NO_INTERFACE);
    this.showState();
  }

  /** As rules see it. A dimension that is not known is undefined. */
  get packet(): Packet {
    return this.view as Packet;
  }

  /** Whether a socket of this machine sends it; undefined where that is not known. */
  get hasSocket(): boolean | undefined {
    const { user, group } = this.view;
    if (user === NO_SOCKET || group === NO_SOCKET) return false;
    return user === undefined && group === undefined ? undefined : true;
  }

  get source(): AddressPoint | undefined {
    return addressOf(this.view.source);
  }

  set source(address: AddressPoint | undefined) {
    this.view.source = address;
    this.view.sourceType = this.typeOf(address);
  }

  get destination(): AddressPoint | undefined {
    return addressOf(this.view.destination);
  }

  set destination(address: AddressPoint | undefined) {
    this.view.destination = address;
    this.view.destinationType = this.typeOf(address);
  }

  get sourcePort(): number | undefined {
    return numberOf(this.view.sourcePort);
  }

  set sourcePort(port: number | undefined) {
    this.view.sourcePort = port;
  }

  get destinationPort(): number | undefined {
    return numberOf(this.view.destinationPort);
  }

  set destinationPort(port: number | undefined) {
    this.view.destinationPort = port;
  }

  get ttl(): number | undefined {
    return numberOf(this.view.ttl);
  }

  set ttl(hops: number | undefined) {
    this.view.ttl = hops;
  }

  get tos(): number | undefined {
    return numberOf(this.view.tos);
  }

  set tos(byte: number | undefined) {
    this.view.tos = byte;
  }

  get mark(): number | undefined {
    return this.view.mark;
  }

  set mark(mark: number | undefined) {
    this.view.mark = mark === undefined ? undefined : mark >>> 0;
  }

  get input(): string | undefined {
    return nameOf(this.view.inputInterface);
  }

  get output(): string | undefined {
    return nameOf(this.view.outputInterface);
  }

  get packetType(): number | undefined {
    return numberOf(this.view.packetType);
  }

  get hasPorts(): boolean {
    return WITH_PORTS.has(this.facts.proto);
  }

  get isFragment(): boolean {
    const { frag } = this.facts;
    return frag !== undefined && (frag.offset > 0 || frag.mf);
  }

  get isLaterFragment(): boolean {
    return this.view.fragment === 1;
  }

  /** Between these interfaces it is now; the empty text where there is none, undefined where it is not known. */
  leave(input: string | undefined, output: string | undefined): void {
    this.view.inputInterface = input;
    this.view.outputInterface = output;
  }

  /** It comes back by the loopback interface, which has no hardware addresses; its socket stays behind. */
  comeBack(): void {
    this.view.mac = NO_SENDER;
    this.view.packetType = PACKET_TYPES.unicast;
  }

  /** Both ends as tracking sees them. */
  ends(): Ends {
    const { source: src, destination: dst, facts, family } = this;
    if (this.hasPorts) return { src, dst, sport: this.sourcePort, dport: this.destinationPort };
    if (facts.proto !== ICMP[family]) return { src, dst, sport: 0, dport: 0 };
    return { src, dst, sport: facts.icmp_id, dport: numberOf(this.view.icmp) };
  }

  /** Makes rules see the state of the connection as it is now. */
  showState(): void {
    const { state, connection } = this;
    if (state === undefined) this.view.state = undefined;
    else this.view.state = ATOMS[state] + (connection?.snat ? 1 : 0) + (connection?.dnat ? 2 : 0);
  }

  private typeOf(address: AddressPoint | undefined): number | undefined {
    if (typeof address !== 'number') return undefined;
    if (this.host) return TYPES[this.host.typeOf(address)];
    if (isGroup(address)) return TYPES.MULTICAST;
    if (isLoopback(address)) return TYPES.LOCAL;
    return address === 0 || address === 0xffffffff ? TYPES.BROADCAST : undefined;
  }
}

function senderOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text.replaceAll(/[:-]/g, ''), 16);
}

function numberOf(point: Point | undefined): number | undefined {
  return typeof point === 'number' ? point : undefined;
}

function nameOf(point: Point | undefined): string | undefined {
  return typeof point === 'string' ? point : undefined;
}

function addressOf(point: Point | undefined): AddressPoint | undefined {
  return typeof point === 'string' ? undefined : point;
}
