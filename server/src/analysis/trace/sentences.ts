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

/** `limit (earlier packets decide) and mark (...)` */
export function unknownWords(unknown: readonly Unknown[]): string {
  return unknown.map(({ match, why }) => `${match} (${why})`).join(' and ');
}

/** The packet in a line. */
export function packetTitle(packet: PacketFacts): string {
  const { proto, src, sport, dst, dport, origin, ctstate } = packet;
  const way = origin === 'box' ? 'sent by this machine' : `in by ${packet.in}`;
  const state = ctstate === undefined ? '' : `, ${ctstate}`;
  return `${protocolName(proto) ?? `protocol ${proto}`} ${endOf(src, sport)} -> ${endOf(dst, dport)}, ${way}${state}`;
}

function endOf(address: string | undefined, port: number | undefined): string {
  return `${address ?? 'an address of this machine'}${port === undefined ? '' : ` port ${port}`}`;
}
