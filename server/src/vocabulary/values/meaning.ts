// What values mean to the kernel: the one form in which hover, commands, fixes, lint rules and packet analysis see them.

import type { Choice } from './kinds.ts';

/** An address or mask as unsigned words of 32 bits, the highest first: one word for IPv4, four for IPv6. */
export type Address = readonly number[];

/**
 * The addresses that agree with `address` in the bits of `mask`, which need not be a prefix (`prefixLength` tells).
 * A mask of zeros takes every address.
 */
export interface Network {
  readonly kind: 'network';
  /** With the bits of `mask` alone, as the tools save it. */
  readonly address: Address;
  readonly mask: Address;
  /** With all bits that were written; all zeros where the tools don't look at the address (`any/0`). */
  readonly written: Address;
}

/** A host name: the machine says which addresses it has while the rules load. The mask holds for each of them. */
export interface HostName {
  readonly kind: 'host';
  readonly name: string;
  readonly mask: Address;
}

/**
 * What the tools in question make of one word, at least two networks: the first as it was written, as the newest version
 * has it. Only masks with holes come to that; with a `version` in the context few are left.
 */
export interface DifferingNetworks {
  readonly kind: 'differs';
  readonly networks: readonly Network[];
}

/** One address of a network's list. */
export type NetworkOrHost = Network | HostName | DifferingNetworks;

/** Packets to or from any of these. The kernel gets a rule for each. */
export interface NetworksMeaning {
  readonly kind: 'networks';
  /** At least one; exactly one where the kind takes no list. `host` values have a mask of ones. */
  readonly networks: readonly NetworkOrHost[];
}

/** Both ends included. A range whose first address is above its last holds none. */
export interface AddressRangeMeaning {
  readonly kind: 'address-range';
  readonly first: Address;
  readonly last: Address;
}

/** A mask alone. */
export interface MaskMeaning {
  readonly kind: 'mask';
  readonly mask: Address;
  /** The versions in question make different things of it; `mask` is the newest's. */
  readonly differs?: true;
}

/** Numbers from the first to the last, both included. A range whose first is above its last holds none. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Any of these ports. */
export interface PortsMeaning {
  readonly kind: 'ports';
  /** At least one; a single port has both ends alike. */
  readonly ranges: readonly Range[];
}

/** A protocol's number; 0 is every protocol. */
export interface ProtocolMeaning {
  readonly kind: 'protocol';
  readonly number: number;
}

/** One ICMP type with some of its codes; `any` takes every message whatever its code. */
export interface IcmpTypeMeaning {
  readonly kind: 'icmp-type';
  readonly type: number | 'any';
  /** Reversed, it takes no message, unless the type is `any`. */
  readonly codes: Range;
}

/** A set of TCP flags as bits of the header's byte: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32. */
export interface TcpFlagsMeaning {
  readonly kind: 'tcp-flags';
  readonly flags: number;
}

/** One interface, or with `prefix` all whose names begin with `name`, which may be empty: any interface. */
export interface InterfaceMeaning {
  readonly kind: 'interface';
  readonly name: string;
  readonly prefix: boolean;
}

/** Some of a literal's choices. */
export interface ChoiceMeaning {
  readonly kind: 'choice';
  /** Whole entries whatever was cut, each once, in the order in which they were written first. */
  readonly choices: readonly Choice[];
  /** Numbers that were written instead of names. */
  readonly numbers: readonly number[];
}

/**
 * A value of 32 bits and the mask behind its slash, all ones without. Neither cuts the other: a mark of `5/3` is never
 * there, and what an option such as --set-mark makes of the two is the option's affair.
 */
export interface MarkMeaning {
  readonly kind: 'mark';
  readonly value: number;
  readonly mask: number;
}

/** A whole number, exactly. */
export interface IntegerMeaning {
  readonly kind: 'integer';
  readonly value: bigint;
}

/** Numbers from the first to the last, both included, exactly. A range whose first is above its last holds none. */
export interface IntegerRangeMeaning {
  readonly kind: 'integer-range';
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * So many packets in so many seconds, as written. The kernel has one packet every so many `ticks` of a second's
 * `ticksPerSecond`, rounded down, and so a little more: of 9999 a second it makes 10000.
 */
export interface PacketRateMeaning {
  readonly kind: 'rate';
  readonly of: 'packets';
  readonly packets: number;
  readonly seconds: 1 | 60 | 3600 | 86400;
  readonly ticks: number;
  readonly ticksPerSecond: number;
}

/**
 * So many bytes a second, as written. The kernel counts pieces of sixteen bytes, a packet one more than it fills; each
 * costs `cost` of the 2^32 that a second brings.
 */
export interface ByteRateMeaning {
  readonly kind: 'rate';
  readonly of: 'bytes';
  readonly bytes: bigint;
  readonly cost: number;
}

export type RateMeaning = PacketRateMeaning | ByteRateMeaning;

/** A type of service and which of its eight bits count; a name counts six, as neither cuts the other. */
export interface TosMeaning {
  readonly kind: 'tos';
  readonly value: number;
  readonly mask: number;
}

/** The six bytes of an Ethernet address. */
export interface MacMeaning {
  readonly kind: 'mac';
  readonly bytes: readonly number[];
}

/** A syslog level from 0 (emerg) to 7 (debug). */
export interface LogLevelMeaning {
  readonly kind: 'log-level';
  readonly level: number;
}

/** Ports that NAT writes; with `base`, the port that becomes the first of them, the distance to it is kept. */
export interface NatPorts extends Range {
  readonly base?: number;
}

export interface NatPortsMeaning extends NatPorts {
  readonly kind: 'nat-ports';
}

/** What NAT writes: addresses, ports or both; what is missing stays as it is. The order of addresses is as written. */
export interface NatRangeMeaning {
  readonly kind: 'nat-range';
  readonly addresses?: { readonly first: Address; readonly last: Address };
  readonly ports?: NatPorts;
  /** The versions in question make different things of it; this is the newest's. */
  readonly differs?: true;
}

/** Seconds since midnight, below 86400. */
export interface TimeOfDayMeaning {
  readonly kind: 'time-of-day';
  readonly seconds: number;
}

/** Seconds since 1970-01-01T00:00:00; whether of UTC or of the kernel's time zone, another option says. */
export interface DateTimeMeaning {
  readonly kind: 'date-time';
  readonly seconds: number;
}

/** A number as a double; NaN loads. */
export interface DecimalMeaning {
  readonly kind: 'decimal';
  readonly value: number;
}

/** Numbers of users or groups, both ends included. */
export interface AccountMeaning extends Range {
  readonly kind: 'account';
}

/** A name whose meaning the machine decides while the rules load. */
export interface UnknownMeaning {
  readonly kind: 'unknown';
  readonly name: string;
}

/** A text as it arrives, cut where the tools cut it; nobody reads anything in it here. */
export interface TextMeaning {
  readonly kind: 'text';
  readonly text: string;
}

/** Which address or port of the packet each dimension of a set's entry is compared with. */
export interface SetDirectionsMeaning {
  readonly kind: 'set-directions';
  readonly directions: readonly ('src' | 'dst')[];
}

/** What each kind of value means. */
export interface MeaningOf {
  readonly account: AccountMeaning | UnknownMeaning;
  readonly 'address-range': AddressRangeMeaning;
  readonly bpf: TextMeaning;
  readonly choice: ChoiceMeaning;
  readonly 'date-time': DateTimeMeaning;
  readonly decimal: DecimalMeaning;
  readonly host: NetworksMeaning;
  readonly 'icmp-type': IcmpTypeMeaning;
  readonly integer: IntegerMeaning;
  readonly 'integer-range': IntegerRangeMeaning;
  readonly interface: InterfaceMeaning;
  readonly irregular: TextMeaning;
  readonly 'log-level': LogLevelMeaning;
  readonly mac: MacMeaning;
  readonly mark: MarkMeaning;
  readonly 'nat-ports': NatPortsMeaning;
  readonly 'nat-range': NatRangeMeaning;
  readonly network: NetworksMeaning;
  readonly port: PortsMeaning;
  readonly 'port-list': PortsMeaning;
  readonly 'port-range': PortsMeaning;
  readonly 'prefix-length': MaskMeaning;
  readonly protocol: ProtocolMeaning;
  readonly rate: RateMeaning;
  readonly 'set-directions': SetDirectionsMeaning;
  readonly 'tcp-flags': TcpFlagsMeaning;
  readonly text: TextMeaning;
  readonly 'time-of-day': TimeOfDayMeaning;
  readonly tos: TosMeaning;
  readonly u32: TextMeaning;
}

/** The meaning of any value. */
export type Meaning = MeaningOf[keyof MeaningOf];
