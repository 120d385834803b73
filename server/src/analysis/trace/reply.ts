// The packet that answers the first one of a connection: SYN+ACK, the answer to a datagram, an echo reply.

import { Jump } from '../../ruleset/command.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { targetsIn } from '../targets-in.ts';
import type { After, EntryFacts, HostFacts, PacketFacts, TraceAnswer, Tuple } from './facts.ts';
import { ICMP } from './flow.ts';

const TCP = 6;
const UDP = 17;
/** Echo request and reply. */
const ECHO: Readonly<Record<Family, readonly [asked: number, answered: number]>> = { 4: [8, 0], 6: [128, 129] };

/**
 * The answer to a packet that was accepted, on its way back: sent by this machine, or coming from whom the packet went to.
 * Undefined where the packet begins nothing, or where it is not certain what the answer is like. Where nobody told the
 * machine's addresses it takes the interface by which the packet came.
 */
export function replyTo(
  file: RulesFile,
  packet: PacketFacts,
  answer: TraceAnswer,
  host: HostFacts,
): PacketFacts | undefined {
  const { after, verdict } = answer;
  const body = bodyOf(packet, file.settings.family);
  if (verdict !== 'accept' || !after || !body || !isFirst(packet)) return undefined;
  const way = wayBack(packet, after, host);
  const isTracked = packet.ctstate !== 'UNTRACKED' && !hasNoTrack(file, answer);
  if (!way || (isTracked && isPrepared(file, answer))) return undefined;
  const fresh: PacketFacts = { ...way, ...endsBack(after), proto: packet.proto, ...body };
  if (!isTracked) return fresh;
  const entry = entryOf(packet, after, fresh);
  // Its mark is not followed, and without an entry NAT is not undone.
  const isPlain = packet.sport === after.sport && packet.dport === after.dport && !isTranslated(packet, after);
  if (!isPlain && (!entry || hasTarget(file, 'CONNMARK'))) return undefined;
  return {
    ...fresh,
    ctstate: 'ESTABLISHED',
    ctdir: 'reply',
    ...(entry && !hasTarget(file, 'CONNMARK') && { ct: entry }),
  };
}

/** A rule that the packet met keeps it out of connection tracking. */
export function hasNoTrack(file: RulesFile, { hits }: TraceAnswer): boolean {
  return hits.some(({ line }) => {
    const target = targetAt(file, line);
    return target === 'NOTRACK' || (target === 'CT' && isNoTrack(file, line));
  });
}

/** A rule says how the connection is tracked: in a zone, with a helper. */
function isPrepared(file: RulesFile, { hits }: TraceAnswer): boolean {
  return hits.some(({ line }) => targetAt(file, line) === 'CT' && !isNoTrack(file, line));
}

function targetAt(file: RulesFile, line: number): string | undefined {
  const entry = file.entry(line - 1);
  return entry.kind === 'command' && entry.jump !== Jump.none ? entry.object : undefined;
}

function isNoTrack(file: RulesFile, line: number): boolean {
  return file.rule(line - 1).options.some(({ name }) => name === '--notrack');
}

function hasTarget(file: RulesFile, target: string): boolean {
  return file.blocks.some((block) => targetsIn(file, block).has(target));
}

function isFirst({ ct, ctstate, ctdir, frag }: PacketFacts): boolean {
  if (ct || frag || ctdir === 'reply') return false;
  return ctstate === undefined || ctstate === 'NEW' || ctstate === 'UNTRACKED';
}

/** What the answer has beside its ends; undefined where the packet asks for none. */
function bodyOf({ proto, flags, icmp_type, icmp_id }: PacketFacts, family: Family): Partial<PacketFacts> | undefined {
  if (proto === TCP) return flags === 'S' ? { flags: 'SA' } : undefined;
  if (proto === UDP) return {};
  const [asked, answered] = ECHO[family];
  if (proto !== ICMP[family] || icmp_type !== asked) return undefined;
  return { icmp_type: answered, icmp_code: 0, ...(icmp_id !== undefined && { icmp_id }) };
}

function wayBack(
  packet: PacketFacts,
  after: After,
  { addresses, routes }: HostFacts,
): Partial<PacketFacts> | undefined {
  const isTold = addresses !== undefined || routes !== undefined;
  if (packet.origin === 'box' || after.out !== undefined) {
    // What stays on this machine has passed all of its hooks already.
    if (after.out === undefined || after.out === 'lo' || !after.src || !after.dst) return undefined;
    if (isTold) return { in: after.out };
    return packet.origin === 'box'
      ? { in: after.out, path: 'input' }
      : { in: after.out, path: 'forward', ...(packet.in !== undefined && { out: packet.in }) };
  }
  if (packet.in === undefined || packet.in === 'lo' || !after.src) return undefined;
  if (after.dst === undefined && packet.dst !== undefined) return undefined;
  return isTold && after.dst !== undefined ? { origin: 'box' } : { origin: 'box', path: 'output', out: packet.in };
}

function endsBack({ src, dst, sport, dport }: After): Partial<PacketFacts> {
  return {
    ...(dst !== undefined && { src: dst }),
    ...(src !== undefined && { dst: src }),
    ...(dport !== undefined && { sport: dport }),
    ...(sport !== undefined && { dport: sport }),
  };
}

function isTranslated(packet: PacketFacts, after: After): boolean {
  return packet.src !== after.src || packet.dst !== after.dst;
}

/** What connection tracking knows of it; undefined where an address is not known. */
function entryOf(packet: PacketFacts, after: After, reply: PacketFacts): EntryFacts | undefined {
  const [orig, back] = [tupleOf(packet), tupleOf(reply)];
  if (!orig || !back) return undefined;
  const isSource = packet.src !== after.src || packet.sport !== after.sport;
  const isDestination = packet.dst !== after.dst || packet.dport !== after.dport;
  const status = [
    'SEEN_REPLY',
    'CONFIRMED',
    'SRC_NAT_DONE',
    'DST_NAT_DONE',
    ...(isSource ? ['SRC_NAT'] : []),
    ...(isDestination ? ['DST_NAT'] : []),
  ];
  return { orig, reply: back, status };
}

function tupleOf({ src, dst, proto, sport, dport, icmp_id, icmp_type, icmp_code }: PacketFacts): Tuple | undefined {
  if (src === undefined || dst === undefined) return undefined;
  return {
    src,
    dst,
    proto_num: proto,
    ...(sport !== undefined && { sport }),
    ...(dport !== undefined && { dport }),
    ...(icmp_id !== undefined && { icmp_id }),
    ...(icmp_type !== undefined && { icmp_type }),
    ...(icmp_code !== undefined && { icmp_code }),
  };
}
