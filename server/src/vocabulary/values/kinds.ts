// The kinds of values an option can take, as data. What each kind accepts is in the file of its name beside this one.

import type { Placement, Version, VersionRange } from '../schema.ts';

/** A whole number, decimal, 0x hexadecimal or 0 octal, as strtoul reads it. */
export interface IntegerValue {
  readonly kind: 'integer';
  readonly min: number | bigint;
  readonly max: number | bigint;
  /** What is counted, for people: `packets`, `seconds`. */
  readonly unit?: string;
  /** Only decimal digits; no 0x and no octal. */
  readonly decimal?: boolean;
}

/** `N`, `N:`, `:N` or `N:M`, both ends within the limits. */
export interface IntegerRangeValue {
  readonly kind: 'integer-range';
  readonly min: number | bigint;
  readonly max: number | bigint;
  readonly unit?: string;
  /** A number alone: itself when missing, `least` is that much and more. */
  readonly alone?: 'least';
  /** Between the ends; a colon when missing. */
  readonly separator?: ':' | '-';
  /** Missing: `4:3` loads. Otherwise who refuses it: every tool, or these versions. */
  readonly ordered?: 'always' | VersionRange;
}

/** Any text within these byte lengths. */
export interface TextValue {
  readonly kind: 'text';
  /** Bytes; 0 when missing. */
  readonly minBytes?: number;
  /** Bytes; longer is refused. */
  readonly maxBytes?: number;
  /** Bytes past which the tools cut silently; a warning. */
  readonly cutAfterBytes?: number;
  /** For people: `a text`, `a set's name`. */
  readonly what: string;
  /** Characters that are refused, with the reason in `forbiddenWhy`. */
  readonly forbidden?: string;
  readonly forbiddenWhy?: string;
}

/** One of some names, or a list of them. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** For people: `a state`. */
  readonly what: string;
  /** The tools take any word, and the kernel minds. */
  readonly late?: true;
  /** `exact` when missing. */
  readonly letterCase?: 'exact' | 'any';
  /** A name may be cut: `unique` while only one fits, `first` takes the first that fits. */
  readonly cut?: 'unique' | 'first';
  /** Several names with this between them. */
  readonly list?: ',' | '+';
  /** The most names that a list may have. */
  readonly maxItems?: number;
  /** A number in this range does instead of a name. */
  readonly orInteger?: { readonly min: number; readonly max: number };
  /** The word stands for each entry only while no other entry does: a name given twice is refused. */
  readonly distinct?: boolean;
  /**
   * Empty entries of a list, as in `a,,b` or nothing at all. Refused when missing. `skipped`: they do not count.
   * `needs-one`: they do not count, but one entry must be there.
   */
  readonly empty?: 'skipped' | 'needs-one';
  /** This may stand between the names of a list, too. */
  readonly orList?: '|';
  /** What follows a name is not looked at: `EFx` loads as EF. */
  readonly tail?: 'ignored';
  /** What people write for parts of the names, for "did you mean": `denied` for `prohibited`. */
  readonly synonyms?: Readonly<Record<string, string>>;
}

export interface Choice {
  readonly name: string;
  /** What it stands for, one sentence. */
  readonly summary: string;
  readonly family?: 4 | 6;
  /** First version that knows the name; all when missing. */
  readonly since?: Version;
  /** The number behind the name, for people. */
  readonly number?: number;
  /** The usual name that this one is another for. */
  readonly aliasOf?: string;
  /** Where the kernel takes a rule that says this, if not everywhere; the word must be spelled out. */
  readonly places?: readonly Placement[];
}

/** A port: 0 to 65535 or a service name. */
export interface PortValue {
  readonly kind: 'port';
}

/** `port`, `port:port`, `:port` or `port:`. */
export interface PortRangeValue {
  readonly kind: 'port-range';
  /**
   * The old parser of tcp and sctp: numbers in strtoul's base 0, services of this protocol only. Missing:
   * getaddrinfo's, with decimal numbers cut to 16 bits and services of any protocol.
   */
  readonly protocol?: 'tcp' | 'sctp';
  /** Who refuses `4:3`: nobody when missing. */
  readonly ordered?: 'always' | VersionRange;
}

/** Ports and ranges with commas between them; a range counts as two. */
export interface PortListValue {
  readonly kind: 'port-list';
  readonly maxPorts: number;
}

/** A protocol: 0 to 255, a name, or `all`. */
export interface ProtocolValue {
  readonly kind: 'protocol';
  /** Names as they stand in /etc/protocols; `-p` alone turns the word into lower case first. */
  readonly exactCase?: boolean;
}

/** An address or a host name, without a mask. */
export interface HostValue {
  readonly kind: 'host';
}

/** Address with an optional /mask (length or dotted); with `list`, several with commas. */
export interface NetworkValue {
  readonly kind: 'network';
  readonly list?: boolean;
}

/** A prefix length alone: 0-32 or 0-128; with `mask`, a dotted mask too. */
export interface PrefixLengthValue {
  readonly kind: 'prefix-length';
  readonly mask?: boolean;
}

/** `address-address` or one address. */
export interface AddressRangeValue {
  readonly kind: 'address-range';
}

/** NAT's `[address[-address]][:port[-port]]`. */
export interface NatRangeValue {
  readonly kind: 'nat-range';
  /** Of a base port, as in `:80-90/1080`, the kernel gets 0; kept when missing. */
  readonly base?: 'lost';
}

/** NAT's `port[-port]`, for --to-ports. */
export interface NatPortsValue {
  readonly kind: 'nat-ports';
  /** A base port may follow a range, as in `80-90/1080`. `lost`: it is taken and the kernel gets 0. */
  readonly base?: 'lost' | false;
  /** Before 1.8.9 names of services are taken, too, at the end of a range as well. */
  readonly namesBefore9?: true;
}

/** aa:bb:cc:dd:ee:ff. */
export interface MacValue {
  readonly kind: 'mac';
}

/** `value[/mask]`, 32 bits each. */
export interface MarkValue {
  readonly kind: 'mark';
  /** A mask may follow; true when missing. */
  readonly mask?: boolean;
}

/** A type of service, by name or `value[/mask]`, 8 bits each. */
export interface TosValue {
  readonly kind: 'tos';
}

/** A syslog level by name or 0 to 7. */
export interface LogLevelValue {
  readonly kind: 'log-level';
}

/** An interface name of 1 to 15 bytes; a `+` at the end stands for any rest. */
export interface InterfaceValue {
  readonly kind: 'interface';
  /** An empty word is taken for any interface; `-i` and `-o` refuse it. */
  readonly empty?: boolean;
}

/** `N[/unit]` with unit second, minute, hour or day, cut as one likes. */
export interface RateValue {
  readonly kind: 'rate';
  /** Highest rate, in packets a second. */
  readonly perSecond: number;
  /** Bytes a second (`512kb/s`) are taken too. */
  readonly bytes?: boolean;
}

/** Names of TCP flags with commas, ALL or NONE. */
export interface TcpFlagsValue {
  readonly kind: 'tcp-flags';
  /** Which of the two lists it is: the flags to look at, or those among them that must be set. */
  readonly of?: 'mask' | 'set';
}

/** An ICMP type by name, `type` or `type/code`. */
export interface IcmpTypeValue {
  readonly kind: 'icmp-type';
}

/** `hh:mm[:ss]`. */
export interface TimeOfDayValue {
  readonly kind: 'time-of-day';
}

/** `YYYY[-MM[-DD[Thh[:mm[:ss]]]]]`. */
export interface DateTimeValue {
  readonly kind: 'date-time';
}

/** A floating point number within the limits. */
export interface DecimalValue {
  readonly kind: 'decimal';
  readonly min: number;
  readonly max: number;
}

/** A user or group: a name (the machine decides) or a number, or a range of numbers. */
export interface AccountValue {
  readonly kind: 'account';
  readonly of: 'user' | 'group';
}

/** A u32 expression. */
export interface U32Value {
  readonly kind: 'u32';
}

/** A BPF program as `count,code jt jf k,...`. */
export interface BpfValue {
  readonly kind: 'bpf';
}

/** Two lists of directions for a set: `src,dst`. */
export interface SetDirectionsValue {
  readonly kind: 'set-directions';
}

/** A value that only the extension's own check can judge. */
export interface IrregularValue {
  readonly kind: 'irregular';
  /** Its syntax, for people: `chunk[:flags],...`. */
  readonly syntax: string;
  /** The library takes the next word for it, unless that begins with `-` or `!`; getopt knows nothing of it. */
  readonly optional?: boolean;
}

export type Value =
  | IntegerValue
  | IntegerRangeValue
  | TextValue
  | ChoiceValue
  | PortValue
  | PortRangeValue
  | PortListValue
  | ProtocolValue
  | HostValue
  | NetworkValue
  | PrefixLengthValue
  | AddressRangeValue
  | NatRangeValue
  | NatPortsValue
  | MacValue
  | MarkValue
  | TosValue
  | LogLevelValue
  | InterfaceValue
  | RateValue
  | TcpFlagsValue
  | IcmpTypeValue
  | TimeOfDayValue
  | DateTimeValue
  | DecimalValue
  | AccountValue
  | U32Value
  | BpfValue
  | SetDirectionsValue
  | IrregularValue;
