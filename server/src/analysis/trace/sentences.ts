// Says a trace in words: the packet, the verdict and who decided, what became of the packet, on what it hangs.

import { protocolName } from '../../vocabulary/protocols.ts';
import type { Decider, PacketFacts, TraceAnswer, Unknown } from './facts.ts';

/** How a line, counted from 1, is called where it is read: `rules.v4:7` or `line 7`. */
export type LineName = (line: number) => string;

/** The end of a sentence that begins with "The packet is". */
export const VERDICT_WORDS: Readonly<Record<TraceAnswer['verdict'], string>> = {
  accept: 'accepted',
  drop: 'dropped',
  reject: 'rejected',
  queue: 'handed to a program',
  expired: 'dropped, since its TTL has run out',
  unrouted: 'not routed',
  queued: 'kept until the other fragments are there',
  unknown: 'unknown',
};

/** `accepted; the last to decide was line 7 in chain INPUT of table filter.` */
export function verdictSentence({ verdict, decided_by, possible }: TraceAnswer, nameOf: LineName): string {
  if (verdict === 'accept' && decided_by)
    return `accepted; the last to decide was ${deciderWords(decided_by, nameOf)}.`;
  if (verdict !== 'unknown')
    return `${VERDICT_WORDS[verdict]}${decided_by ? ` by ${deciderWords(decided_by, nameOf)}` : ''}.`;
  const known = (possible ?? []).filter((one) => one !== 'unknown').map((one) => VERDICT_WORDS[one]);
  const others = possible?.includes('unknown') === true ? ', or what cannot be told' : '';
  return known.length > 0 ? `unknown. The packet may be ${known.join(' or ')}${others}.` : 'unknown.';
}

/** `line 7 in chain INPUT of table filter` */
export function deciderWords(decider: Decider, nameOf: LineName): string {
  if ('line' in decider) return `${nameOf(decider.line)} in chain ${decider.chain} of table ${decider.table}`;
  if ('policy' in decider) return `the policy ${decider.policy} of chain ${decider.chain} in table ${decider.table}`;
  return `the kernel (${decider.kernel})`;
}

/** What is another than it was, and by which interface the packet leaves; undefined where that is nothing. */
export function afterSentence(packet: PacketFacts, { after }: TraceAnswer): string | undefined {
  if (!after) return undefined;
  const { src, dst, out, ttl, tos, mark } = after;
  const isSame =
    src === packet.src && dst === packet.dst && after.sport === packet.sport && after.dport === packet.dport;
  const ends = `${endOf(src, after.sport)} -> ${endOf(dst, after.dport)}`;
  const said = [
    ...(isSame ? [] : [`as ${ends}`]),
    ...(out === undefined ? [] : [`by ${out}`]),
    ...(mark === (packet.mark ?? 0) ? [] : [`with mark ${mark ?? 'unknown'}`]),
    ...(tos === (packet.tos ?? 0) ? [] : [`with type of service ${tos ?? 'unknown'}`]),
    ...(ttl === (packet.ttl ?? 64) ? [] : [`with TTL ${ttl ?? 'unknown'}`]),
  ];
  return said.length === 0 ? undefined : `It ends ${said.join(', ')}.`;
}

/** What becomes of a packet that is named: the hooks and chains on its way, and who has the last word. */
export function waySentence(title: string, traced: TraceAnswer, nameOf: LineName): string {
  const { verdict, path, hits, possible = [], unknown } = traced;
  if (verdict === 'unrouted') return `${title} has no route, as far as the machine's routes were told.`;
  const chains = [...new Set(hits.map(({ chain }) => chain))].filter((chain) => !BUILT_IN.has(chain));
  const way = `${listed(path)}${chains.length > 0 ? ` (${chains.length === 1 ? 'chain' : 'chains'} ${listed(chains)})` : ''}`;
  if (verdict === 'accept') return `${title} goes through ${way}: ${verdictSentence(traced, nameOf)}`;
  if (verdict !== 'unknown')
    return `${title} does not get through. It comes to ${way} and is ${verdictSentence(traced, nameOf)}`;
  const known = possible.filter((one) => one !== 'unknown').map((one) => VERDICT_WORDS[one]);
  const may =
    known.length > 0 && !possible.includes('unknown') ? `may be ${known.join(' or ')}: that` : 'takes a way that';
  const why = unknown.map(({ line, match, why: reason }) =>
    line === null ? `${match} (${reason})` : `${match} in ${nameOf(line)} (${reason})`,
  );
  return `${title} ${may} depends on ${[...new Set(why)].slice(0, MOST_TOLD).join(' and ')}.`;
}

const BUILT_IN: ReadonlySet<string> = new Set(['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING']);
/** So many things on which an answer depends are told. */
const MOST_TOLD = 3;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `limit (earlier packets decide) and mark (...)` */
export function unknownWords(unknown: readonly Unknown[]): string {
  return unknown.map(({ match, why }) => `${match} (${why})`).join(' and ');
}

/** The packet in a line. */
export function packetTitle(packet: PacketFacts): string {
  const { origin, ctstate } = packet;
  const way = origin === 'box' ? 'sent by this machine' : `in by ${packet.in}`;
  const state = ctstate === undefined ? '' : `, ${ctstate}`;
  return `${endsTitle(packet)}, ${way}${state}`;
}

/** `tcp 203.0.113.5 port 50000 -> 198.51.100.1 port 22` */
export function endsTitle({ proto, src, sport, dst, dport }: PacketFacts): string {
  return `${protocolName(proto) ?? `protocol ${proto}`} ${endOf(src, sport)} -> ${endOf(dst, dport)}`;
}

function endOf(address: string | undefined, port: number | undefined): string {
  return `${address ?? 'an address of this machine'}${port === undefined ? '' : ` port ${port}`}`;
}
