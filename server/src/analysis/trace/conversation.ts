// A TCP connection to this machine under the rules of a file: its first packet, the answer, and those that come after.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import type { EntryFacts, HostFacts, PacketFacts, TraceAnswer, Unknown } from './facts.ts';
import { hasNoTrack } from './reply.ts';
import { traceOf } from './trace.ts';

/** Somebody connects to a port of this machine. */
export interface Knock {
  readonly from: string;
  readonly port: number;
  /** The interface by which the packets come in. */
  readonly interface: string;
  /** The address of this machine that is called; missing: whichever. */
  readonly to?: string;
}

/** One of the packets of the connection. */
export interface Leg {
  readonly name: 'the first packet' | 'the answer' | 'a later packet in' | 'a later packet out';
  readonly packet: PacketFacts;
  readonly answer: TraceAnswer;
}

export interface Conversation {
  /** `no`: a packet of it is stopped, whatever is unknown. `depends`: on what is unknown. */
  readonly works: 'yes' | 'no' | 'depends';
  /** Up to the packet that is surely stopped. */
  readonly legs: readonly Leg[];
  readonly dependsOn: readonly Unknown[];
}

const TCP = 6;
/** What a client's port mostly is like. */
const CLIENT_PORT = 50_000;

/** Whether a new TCP connection works: the first packet gets in, the answer out, and all later packets both ways. */
export function converse(
  file: RulesFile,
  knock: Knock,
  host: HostFacts = {},
  backend: Backend | 'both' = 'both',
): Conversation {
  const legs: Leg[] = [];
  const send = (name: Leg['name'], packet: PacketFacts): boolean => {
    const answer = traceOf(file, packet, host, backend);
    legs.push({ name, packet, answer });
    return mayPass(answer);
  };
  const { to } = knock;
  const inward: PacketFacts = {
    in: knock.interface,
    src: knock.from,
    ...(to === undefined ? { path: 'input' as const } : { dst: to }),
    proto: TCP,
    sport: CLIENT_PORT,
    dport: knock.port,
  };
  if (!send('the first packet', { ...inward, flags: 'S' })) return ended(legs);
  const first = legs[0]?.answer;
  const local = { src: first?.after?.dst ?? to, sport: first?.after?.dport ?? knock.port };
  const outward: PacketFacts = {
    origin: 'box',
    ...(local.src === undefined ? { path: 'output' as const, out: knock.interface } : { src: local.src }),
    dst: knock.from,
    proto: TCP,
    sport: local.sport,
    dport: CLIENT_PORT,
  };
  const isTracked = !(first && hasNoTrack(file, first));
  const entry = isTracked ? entryOf(knock, local) : undefined;
  const of = (ctdir: 'original' | 'reply'): Partial<PacketFacts> =>
    isTracked ? { ctstate: 'ESTABLISHED', ctdir, ...(entry && { ct: entry }) } : {};
  const isWhole =
    send('the answer', { ...outward, ...of('reply'), flags: 'SA' }) &&
    send('a later packet in', { ...inward, ...of('original'), flags: 'PA' }) &&
    send('a later packet out', { ...outward, ...of('reply'), flags: 'PA' });
  return isWhole ? judged(legs) : ended(legs);
}

function mayPass({ verdict, possible = [] }: TraceAnswer): boolean {
  return verdict === 'accept' || (verdict === 'unknown' && (possible.length === 0 || possible.some(isPassing)));
}

function isPassing(verdict: TraceAnswer['verdict']): boolean {
  return verdict === 'accept' || verdict === 'unknown';
}

function ended(legs: readonly Leg[]): Conversation {
  return { works: 'no', legs, dependsOn: [] };
}

function judged(legs: readonly Leg[]): Conversation {
  const dependsOn = legs.flatMap(({ answer }) => (answer.verdict === 'accept' ? [] : answer.unknown));
  const works = legs.every(({ answer }) => answer.verdict === 'accept') ? 'yes' : 'depends';
  return { works, legs, dependsOn };
}

/** What connection tracking knows of it; undefined where the machine's address is not known. */
function entryOf(
  { from, port, to }: Knock,
  local: { readonly src: string | undefined; readonly sport: number },
): EntryFacts | undefined {
  if (to === undefined || local.src === undefined) return undefined;
  const isTranslated = local.src !== to || local.sport !== port;
  return {
    orig: { src: from, dst: to, proto_num: TCP, sport: CLIENT_PORT, dport: port },
    reply: { src: local.src, dst: from, proto_num: TCP, sport: local.sport, dport: CLIENT_PORT },
    status: ['SEEN_REPLY', 'ASSURED', 'CONFIRMED', ...(isTranslated ? ['DST_NAT', 'DST_NAT_DONE'] : [])],
  };
}
