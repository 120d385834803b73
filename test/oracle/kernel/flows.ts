// What comes after the first packet of a connection: the answer, the packet again, an ICMP error about it.

import type { EntryFacts, PacketFacts, TraceAnswer, Tuple } from '../../../server/src/analysis/trace/facts.ts';
import type { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { Random } from '../fuzz/random.ts';
import { packetBytes } from './bytes.ts';
import { ICMP, isQuestion, type Sent, sent } from './packets.ts';
import { HOSTS, MACS } from './values.ts';

export interface Step {
  readonly sent: Sent;
  readonly answer: TraceAnswer;
}

/** Where the sequence of the one that answers begins. */
const SECOND = 5000;
const ERRORS = { 4: { icmp_type: 3, icmp_code: 1 }, 6: { icmp_type: 1, icmp_code: 3 } } as const;
const ANSWERED = { 4: 0, 6: 129 } as const;

function tupleOf({ src = '', dst = '', proto, sport, dport, icmp_type, icmp_code, icmp_id }: PacketFacts): Tuple {
  const base = { src, dst, proto_num: proto };
  if (icmp_type !== undefined) return { ...base, icmp_type, icmp_code: icmp_code ?? 0, icmp_id: icmp_id ?? 0 };
  return sport === undefined ? base : { ...base, sport, dport: dport ?? 0 };
}

/** Whether a connection begins with it of which all is known: later packets can be told apart. */
function begins({ facts }: Sent, answer: TraceAnswer, text: string, family: Family): boolean {
  const { verdict, after, unknown, path } = answer;
  // What tracking keeps beside addresses and ports, and what it does not look at, nobody is told.
  if (/CONNMARK|NOTRACK|--notrack/.test(text) || !/\*nat|ctstate|--state|--ct/.test(text)) return false;
  const isFirst = facts.proto === 17 || isQuestion(facts, family) || (facts.proto === 6 && facts.flags === 'S');
  const isOne =
    facts.pkttype === undefined && facts.frag === undefined && !(facts.origin && path.includes('PREROUTING'));
  return isFirst && isOne && verdict === 'accept' && after !== null && unknown.length === 0 && path.length > 0;
}

/** The packet that answers the one that arrived. */
function replyTo(facts: PacketFacts, { after, path }: TraceAnswer, family: Family): PacketFacts {
  const way = path.includes('INPUT')
    ? { origin: 'box' as const, uid: 0, gid: 0 }
    : { in: after?.out ?? '', mac_src: MACS[0] };
  const { proto, icmp_id } = facts;
  const base = { ...way, src: after?.dst ?? '', dst: after?.src ?? '', proto, ttl: 64, tos: 0 };
  if (proto === ICMP[family])
    return { ...base, icmp_type: ANSWERED[family], icmp_code: 0, ...(icmp_id !== undefined && { icmp_id }) };
  return { ...base, sport: after?.dport ?? 0, dport: after?.sport ?? 0, ...(proto === 6 && { flags: 'SA' }) };
}

/** A packet and, of some that begin a connection, those that follow. */
export function stepsFrom(first: Sent, tracer: Tracer, text: string, random: Random, family: Family): Step[] {
  const start: PacketFacts = first.facts;
  const answer = tracer.trace(start);
  const steps: Step[] = [{ sent: first, answer }];
  if (!begins(first, answer, text, family) || !random.chance(0.8)) return steps;
  const { after } = answer;
  const { seq, payload } = first.content;
  // A SYN counts as a byte.
  const next = seq + 1 + payload;
  const reply = replyTo(start, answer, family);
  const entry = (isAnswered: boolean): EntryFacts => ({
    orig: tupleOf(start),
    reply: tupleOf(reply),
    status: [
      'CONFIRMED',
      ...(after?.src === start.src && after?.sport === start.sport ? [] : ['SRC_NAT']),
      ...(after?.dst === start.dst && after?.dport === start.dport ? [] : ['DST_NAT']),
      ...(isAnswered ? ['SEEN_REPLY'] : []),
    ],
    mark: 0,
  });
  const add = (facts: PacketFacts, seq: number, ack: number, quoted?: Buffer): TraceAnswer => {
    const one = sent(facts, { seq, ack, payload: 0, ...(quoted && { quoted }) }, family, false);
    const told = tracer.trace(one.facts);
    steps.push({ sent: one, answer: told });
    return told;
  };
  if (random.chance(0.2)) add({ ...start, ctstate: 'NEW', ctdir: 'original', ct: entry(false) }, seq, 0);
  if (random.chance(0.3) && after?.out) {
    const device = after.out === 'lan1' ? 'lan1' : after.out === 'lan0' ? 'lan0' : 'wan0';
    const arrived: PacketFacts = {
      ...start,
      src: after.src ?? '',
      dst: after.dst ?? '',
      ...(after.sport !== undefined && { sport: after.sport }),
      ...(after.dport !== undefined && { dport: after.dport }),
    };
    const quoted = packetBytes(arrived, { seq, ack: 0, payload: 8 }, family);
    add(
      {
        in: device,
        mac_src: MACS[0],
        src: random.pick(HOSTS[device][family]),
        dst: after.src ?? '',
        proto: ICMP[family],
        ...ERRORS[family],
        ttl: 64,
        ctstate: 'RELATED',
        ctdir: 'reply',
        ct: entry(false),
      },
      0,
      0,
      quoted,
    );
  }
  const back = add({ ...reply, ctstate: 'ESTABLISHED', ctdir: 'reply', ct: entry(false) }, SECOND, next);
  if (back.verdict !== 'accept' || back.unknown.length > 0) return steps;
  const flags = start.proto === 6 ? { flags: 'A' } : {};
  add({ ...start, ...flags, ctstate: 'ESTABLISHED', ctdir: 'original', ct: entry(true) }, next, SECOND + 1);
  return steps;
}
