// One packet from the command line: what was left out is filled in, and its walk is printed.

import type { HostFacts, PacketFacts } from '../../analysis/trace/facts.ts';
import { protocolOf, type Reading, readHost, readPacket } from '../../analysis/trace/read-facts.ts';
import type { Tracer } from '../../analysis/trace/trace.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { print } from '../print.ts';
import type { GivenPacket, TraceArguments } from './arguments.ts';
import { Walkthrough } from './walkthrough.ts';

const WITH_PORTS: readonly number[] = [6, 17];
const SOURCE_PORT = 50000;
const TCP = 6;
const ECHO: Readonly<Record<number, number>> = { 1: 8, 58: 128 };

/** Traces and prints; the exit status. */
export function traceOne(
  tracer: Tracer,
  file: RulesFile,
  { path, packet, host }: TraceArguments,
  fail: (sentence: string) => number,
): number {
  const { family } = file.settings;
  const machine: Reading<HostFacts> = host ? readHost(host) : { value: {} };
  if ('wrong' in machine) return fail(`${machine.wrong}`);
  const facts = packetFrom(packet, machine.value, family);
  if ('wrong' in facts) return fail(facts.wrong);
  tracer.setHost(machine.value);
  const walk = new Walkthrough(path, file);
  const answer = tracer.trace(facts.value, walk);
  print(1, walk.text(facts.value, answer));
  return 0;
}

/** The packet with what a person leaves out: an own address, ports, flags, an echo request. */
function packetFrom(given: GivenPacket, host: HostFacts, family: Family): Reading<PacketFacts> {
  const packet: { -readonly [F in keyof GivenPacket]: GivenPacket[F] } = { proto: 'tcp', ...given };
  if (packet.in === undefined && packet.origin === undefined)
    return { wrong: 'Say where the packet comes from: "--in" with an interface, or "--from-here".' };
  if (packet.src === undefined && packet.origin === undefined)
    return { wrong: 'Say who sends the packet: "--src" with an address.' };
  if (packet.dst === undefined && packet.origin !== undefined)
    return { wrong: 'Say where the packet goes: "--dst" with an address.' };
  if (packet.out !== undefined && packet.in !== undefined) packet.path ??= 'forward';
  const isHere = packet.dst === undefined;
  if (isHere && packet.path !== undefined && packet.path !== 'input')
    return { wrong: 'A packet that is forwarded needs "--dst" with an address.' };
  if (isHere) packet.path = 'input';
  packet.dst ??= ownAddress(host, String(packet.in), family);
  const proto = protocolOf(String(packet.proto)) ?? -1;
  if (WITH_PORTS.includes(proto)) packet.sport ??= SOURCE_PORT;
  if (proto === TCP) packet.flags ??= packet.ctstate === 'ESTABLISHED' ? 'A' : 'S';
  if (packet.icmp_type === undefined && proto in ECHO) Object.assign(packet, { icmp_type: ECHO[proto], icmp_id: 1 });
  if (proto in ECHO) packet.icmp_code ??= 0;
  // A reader of packets wants every address; those that may be any are put in for it and taken out again.
  const any = family === 4 ? '0.0.0.0' : '::';
  const read = readPacket({ ...packet, src: packet.src ?? any, dst: packet.dst ?? any }, family);
  if ('wrong' in read) return { wrong: read.wrong };
  const { src, dst, ...rest } = read.value;
  return {
    value: {
      ...rest,
      ...(packet.src !== undefined && src !== undefined && { src }),
      ...(packet.dst !== undefined && dst !== undefined && { dst }),
    },
  };
}

/** The first address of the interface that is of the family. */
function ownAddress({ addresses }: HostFacts, dev: string, family: Family): string | undefined {
  return addresses?.[dev]?.find((text) => text.includes(':') === (family === 6))?.split('/')[0];
}
