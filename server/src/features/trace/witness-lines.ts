// Packets for a rule in words that people like to read: as usual as may be, with what the rule asks for.

import type { Dimension, Packet } from '../../analysis/dimensions.ts';
import type { Step, Witness } from '../../analysis/reach/step.ts';
import type { Point } from '../../analysis/sets/intervals.ts';
import { printAddress } from '../../analysis/trace/addresses.ts';
import type { GivenPacket } from '../../analysis/trace/words.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { packetLine } from './packet-line.ts';

const TCP = 6;
const WITH_PORTS: readonly Point[] = [6, 17, 33, 132, 136];
const ICMP: readonly Point[] = [1, 58];
const SOMEBODY = { 4: '203.0.113.5', 6: '2001:db8::5' } as const;
const SOMEBODY_ELSE = { 4: '198.51.100.7', 6: '2001:db8:1::7' } as const;
/** By the bits of the TCP header. */
const FLAGS: readonly (readonly [bit: number, letter: string])[] = [
  [2, 'S'],
  [16, 'A'],
  [1, 'F'],
  [4, 'R'],
  [8, 'P'],
  [32, 'U'],
];
const PACKET_TYPES: readonly string[] = ['unicast', 'broadcast', 'multicast', 'otherhost'];
/** What says the most of a packet. */
const ENDS: readonly Dimension[] = ['protocol', 'source', 'destination', 'sourcePort', 'destinationPort', 'icmp'];

/** Lines to try, the plainest first: with what the rule and the jumps to it ask, with both ends, at last with all. */
export function witnessLines(
  chain: string,
  { parts }: Step,
  { path, probe }: Witness,
  family: Family,
): readonly string[] {
  const hook = path.places[0]?.chain.name ?? chain;
  const own = [parts, ...path.places.map(({ before }) => before.parts)];
  const boxes = own.flatMap((all) => all.map(({ box }) => box)).filter((box) => probe.isIn(box));
  const asked: readonly Dimension[] = boxes.flatMap(({ sets }) => sets.map(({ axis }) => axis.name));
  const packet = probe.packet(family);
  const all = Object.keys(packet) as readonly Dimension[];
  const choices = [
    { ...only(packet, asked), ...plainer(packet, asked) },
    only(packet, asked),
    only(packet, [...asked, 'state']),
    only(packet, [...asked, ...ENDS, 'state']),
    only(packet, all),
  ];
  return [...new Set(choices.map((one) => packetLine(givenOf(hook, one, packet, family))))];
}

/** What the rule leaves open as most packets have it: names of interfaces that end with a digit, code 0. */
function plainer({ inputInterface, outputInterface, icmp }: Packet, asked: readonly Dimension[]): Packet {
  const usual = (name: Point) => String(name).replace(/~$/, '0');
  return {
    ...(asked.includes('inputInterface') && inputInterface !== undefined && { inputInterface: usual(inputInterface) }),
    ...(asked.includes('outputInterface') &&
      outputInterface !== undefined && { outputInterface: usual(outputInterface) }),
    ...(asked.includes('icmp') && typeof icmp === 'number' && { icmp: icmp & 0xff00 }),
  };
}

function only(packet: Packet, kept: readonly Dimension[]): Packet {
  return Object.fromEntries(Object.entries(packet).filter(([name]) => kept.includes(name as Dimension)));
}

function givenOf(hook: string, asked: Packet, whole: Packet, family: Family): GivenPacket {
  const { protocol = TCP, source, destination, sourcePort, destinationPort, icmp, flags } = asked;
  return {
    ...wayOf(hook, asked, family),
    ...(source !== undefined && { src: addressText(source) }),
    ...(destination !== undefined && { dst: addressText(destination) }),
    proto: protocol,
    ...(WITH_PORTS.includes(protocol) && {
      ...(sourcePort !== undefined && { sport: sourcePort }),
      dport: destinationPort ?? whole.destinationPort,
    }),
    ...(ICMP.includes(protocol) && typeof icmp === 'number' && { icmp_type: icmp >> 8, icmp_code: icmp & 255 }),
    ...(protocol === TCP && typeof flags === 'number' && { flags: lettersOf(flags) }),
    ...restOf(asked),
  };
}

/** Where the packet comes from and goes to as far as nothing is asked of that. */
function wayOf(hook: string, { inputInterface, outputInterface }: Packet, family: Family): GivenPacket {
  const input = inputInterface === '' || inputInterface === undefined ? 'eth0' : inputInterface;
  const output = outputInterface === '' || outputInterface === undefined ? undefined : outputInterface;
  const isForwarded =
    hook === 'FORWARD' || (hook === 'POSTROUTING' && inputInterface !== undefined && inputInterface !== '');
  if (isForwarded)
    return { in: input, out: output ?? 'eth1', path: 'forward', src: SOMEBODY[family], dst: SOMEBODY_ELSE[family] };
  if (hook === 'OUTPUT' || hook === 'POSTROUTING')
    return { origin: 'box', out: output ?? 'eth0', path: 'output', dst: SOMEBODY[family] };
  return { in: input, path: 'input', src: SOMEBODY[family] };
}

function restOf({ state, ttl, tos, length, mac, packetType, user, group }: Packet): GivenPacket {
  return {
    ...(typeof ttl === 'number' && { ttl }),
    ...(typeof tos === 'number' && { tos }),
    ...(typeof length === 'number' && { length }),
    ...(typeof mac === 'number' && mac >= 0 && { mac_src: macText(mac) }),
    ...(typeof packetType === 'number' && { pkttype: PACKET_TYPES[packetType] }),
    ...(typeof user === 'number' && user >= 0 && { uid: user }),
    ...(typeof group === 'number' && group >= 0 && { gid: group }),
    ...(typeof state === 'number' && { ctstate: stateName(state) }),
  };
}

/** By the atoms of `analysis/sets/states.ts`: the three states of a connection come four times each. */
function stateName(atom: number): string {
  if (atom === 0) return 'INVALID';
  if (atom === 1) return 'UNTRACKED';
  return atom < 6 ? 'NEW' : atom < 10 ? 'ESTABLISHED' : 'RELATED';
}

function lettersOf(flags: number): string {
  return FLAGS.flatMap(([bit, letter]) => ((flags & bit) !== 0 ? [letter] : [])).join('');
}

function macText(mac: number): string {
  return (mac.toString(16).padStart(12, '0').match(/../g) ?? []).join(':');
}

function addressText(point: Point): string {
  return typeof point === 'string' ? point : printAddress(point);
}
