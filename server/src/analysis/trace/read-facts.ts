// Reads what a program or a person says of a packet or the machine, and tells what is wrong with it.

import { readProtocol } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { familyOfAddress, readAddress, readPrefix } from './addresses.ts';
import {
  CONNECTION_STATES,
  type EntryFacts,
  type HostFacts,
  type PacketFacts,
  type RouteFacts,
  type Tuple,
} from './facts.ts';

/** Either what was read, or a sentence about what is wrong: which field, and what it takes. */
export type Reading<T> = { readonly value: T } | { readonly wrong: string };

type Field =
  | keyof PacketFacts
  | keyof HostFacts
  | keyof RouteFacts
  | keyof EntryFacts
  | keyof Tuple
  | 'inner'
  | 'offset'
  | 'mf';
type Json = { readonly [F in Field]?: unknown };
/** What a field has to be, in words; undefined where it is that. */
type Check = (value: unknown, family: Family) => string | undefined;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const whole =
  (most: number): Check =>
  (value) =>
    isWhole(value, most) ? undefined : `a whole number from 0 to ${most}`;
const oneOf =
  (...names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value) ? undefined : `one of ${names.join(', ')}`;
const named: Check = (value) =>
  typeof value === 'string' && value !== '' && !value.includes('/') ? undefined : 'the name of an interface';
const socketId: Check = (value) =>
  value === null || isWhole(value, 0xffffffff) ? undefined : 'a number, or null where no socket sends it';
const address: Check = (value, family) =>
  typeof value === 'string' && readAddress(value, family) !== undefined
    ? undefined
    : `an IPv${family} address such as ${family === 4 ? '192.0.2.1' : '2001:db8::1'}`;
const hardware: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i.test(value)
    ? undefined
    : 'six bytes such as 02:00:00:00:00:01';
const flags: Check = (value) =>
  typeof value === 'string' && /^[SAFRPU]*$/.test(value) ? undefined : 'the letters of SAFRPU that are set';
const protocol: Check = (value) =>
  isWhole(value, 255) || (typeof value === 'string' && protocolOf(value) !== undefined)
    ? undefined
    : 'a protocol such as tcp, udp, icmp, or its number';
const fragment: Check = (value) =>
  isObject(value) && isWhole(value.offset, 65535) && typeof value.mf === 'boolean'
    ? undefined
    : '{"offset": bytes, "mf": true or false}';
const headers: Check = (value) =>
  Array.isArray(value) && value.every((one) => isWhole(one, 255))
    ? undefined
    : 'a list of numbers of extension headers';

const tuple = (value: unknown, family: Family): boolean =>
  isObject(value) &&
  address(value.src, family) === undefined &&
  address(value.dst, family) === undefined &&
  isWhole(value.proto_num, 255);
const entry: Check = (value, family) =>
  isObject(value) &&
  tuple(value.orig, family) &&
  tuple(value.reply, family) &&
  (value.status === undefined || isTexts(value.status)) &&
  (value.mark === undefined || isWhole(value.mark, 0xffffffff))
    ? undefined
    : '{"orig": {"src", "dst", "proto_num" ...}, "reply": {...}, "status": [...], "mark": number}';

const FIELDS: Readonly<Record<string, Check>> = {
  in: named,
  origin: oneOf('box'),
  path: oneOf('input', 'forward', 'output'),
  out: named,
  src: address,
  dst: address,
  proto: protocol,
  sport: whole(65535),
  dport: whole(65535),
  flags,
  icmp_type: whole(255),
  icmp_code: whole(255),
  icmp_id: whole(65535),
  inner: (value) => (isObject(value) ? undefined : 'the packet that the error quotes'),
  ttl: whole(255),
  tos: whole(255),
  length: whole(0xffffffff),
  mark: whole(0xffffffff),
  mac_src: hardware,
  pkttype: oneOf('unicast', 'broadcast', 'multicast', 'otherhost'),
  frag: fragment,
  exthdr: headers,
  uid: socketId,
  gid: socketId,
  ctstate: oneOf(...CONNECTION_STATES),
  ctdir: oneOf('original', 'reply'),
  ct: entry,
};

/** Fields that only packets of some protocols have. */
const OF_PROTOCOLS: readonly {
  readonly fields: readonly Field[];
  readonly protocols: readonly number[];
  readonly names: string;
}[] = [
  { fields: ['sport', 'dport'], protocols: [6, 17, 33, 132, 136], names: 'tcp, udp, sctp, udplite or dccp' },
  { fields: ['flags'], protocols: [6], names: 'tcp' },
  { fields: ['icmp_type', 'icmp_code', 'icmp_id', 'inner'], protocols: [1, 58], names: 'icmp or ipv6-icmp' },
];

/** Reads a packet out of JSON. Fields that nobody knows are left alone. */
export function readPacket(json: unknown, family: Family): Reading<PacketFacts> {
  if (!isObject(json)) return { wrong: 'A packet is a JSON object with "src", "dst" and "proto".' };
  const kept = Object.entries(json).filter(([name, value]) => value !== null || name === 'uid' || name === 'gid');
  const given: Json = Object.fromEntries(kept);
  const missing = (['src', 'dst', 'proto'] as const).find((name) => given[name] === undefined);
  if (missing !== undefined) return { wrong: `"${missing}" is missing; every packet needs "src", "dst" and "proto".` };
  if (given.in === undefined && given.origin === undefined)
    return {
      wrong:
        'Where the packet comes from is missing: say "in" with an interface, or "origin": "box" for one that this machine sends.',
    };
  for (const [name, value] of Object.entries(given)) {
    const wanted = Object.hasOwn(FIELDS, name) ? FIELDS[name]?.(value, family) : undefined;
    if (wanted !== undefined) return { wrong: `"${name}" must be ${wanted}, not ${shown(value)}.` };
  }
  const proto = typeof given.proto === 'number' ? given.proto : (protocolOf(String(given.proto)) ?? 0);
  const wrong = contradiction(given, proto);
  if (wrong !== undefined) return { wrong };
  return { value: { ...given, proto } as unknown as PacketFacts };
}

/** What of the fields cannot be together. */
function contradiction(given: Json, proto: number): string | undefined {
  if (given.in !== undefined && given.origin !== undefined)
    return '"in" and "origin" exclude each other: a packet comes in, or this machine sends it.';
  if (given.origin !== undefined && (given.path === 'input' || given.path === 'forward'))
    return `"path" is ${shown(given.path)}, but what this machine sends goes by output.`;
  if (given.in !== undefined && given.path === 'output') return '"path" is "output", but the packet comes in.';
  if (given.path === 'input' && given.out !== undefined)
    return '"out" and "path": "input" exclude each other: the packet stays on this machine.';
  if (given.ct !== undefined && (given.ctstate === 'INVALID' || given.ctstate === 'UNTRACKED'))
    return `"ct" is given, but a packet that is ${String(given.ctstate)} belongs to no connection.`;
  if (given.ctstate === 'NEW' && given.ctdir === 'reply')
    return 'A packet that is NEW goes in the original direction, so "ctdir" cannot be "reply".';
  for (const { fields, protocols, names } of OF_PROTOCOLS) {
    const field = fields.find((name) => given[name] !== undefined);
    if (field !== undefined && !protocols.includes(proto))
      return `"${field}" is given, but only packets of ${names} have one.`;
  }
  return undefined;
}

/** The number of a protocol by its name or number. */
export function protocolOf(text: string): number | undefined {
  if (text === 'udplite') return 136;
  if (/^\d{1,3}$/.test(text)) return Number(text) <= 255 ? Number(text) : undefined;
  const number = readProtocol(text);
  return number === 0 ? undefined : number;
}

/** Reads what a line says of the machine. */
export function readHost(json: unknown): Reading<HostFacts> {
  if (!isObject(json)) return { wrong: '"host" must be an object such as {"addresses": {"eth0": ["192.0.2.1/24"]}}.' };
  const { addresses, routes, conntrack, sysctl, sets } = json;
  if (addresses !== undefined && !(isObject(addresses) && Object.values(addresses).every(isPrefixes)))
    return { wrong: '"addresses" must be lists of addresses by interface, such as {"eth0": ["192.0.2.1/24"]}.' };
  if (routes !== undefined && !(Array.isArray(routes) && routes.every(isRoute)))
    return { wrong: '"routes" must be a list such as [{"to": "default", "dev": "eth0", "via": "192.0.2.254"}].' };
  if (conntrack !== undefined && typeof conntrack !== 'boolean') return { wrong: '"conntrack" must be true or false.' };
  if (sysctl !== undefined && !(isObject(sysctl) && Object.values(sysctl).every((value) => typeof value === 'number')))
    return { wrong: '"sysctl" must be numbers by name, such as {"nf_conntrack_tcp_loose": 0}.' };
  if (sets !== undefined && !(isObject(sets) && Object.values(sets).every(isTexts)))
    return { wrong: '"sets" must be lists of addresses or networks by the names of sets.' };
  return { value: json as HostFacts };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isPrefix = (text: string) => readPrefix(text, familyOfAddress(text)) !== undefined;
const isPrefixes = (value: unknown) => isTexts(value) && value.every(isPrefix);
const isRoute = (value: unknown) =>
  isObject(value) &&
  typeof value.to === 'string' &&
  (value.to === 'default' || isPrefix(value.to)) &&
  typeof value.dev === 'string' &&
  (value.via === undefined || (typeof value.via === 'string' && isPrefix(value.via)));

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
