// What REJECT sends back to whom it refuses: a TCP reset or an ICMP error, as the packet that it is.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Backend, Family } from '../../vocabulary/schema.ts';
import { targetsIn } from '../targets-in.ts';
import { readAddress } from './addresses.ts';
import type { EntryFacts, HostFacts, PacketFacts, TraceAnswer } from './facts.ts';
import { ICMP } from './flow.ts';
import { isGroup, isLoopback } from './host.ts';
import { Said } from './said.ts';

/** An answer of REJECT. */
export interface Rejection {
  /** `icmp-port-unreachable`, `tcp-reset` */
  readonly name: string;
  readonly packet: PacketFacts;
}

const TCP = 6;
const UDP = 17;
const RESET = 'tcp-reset';
const USUAL: Readonly<Record<Family, string>> = { 4: 'icmp-port-unreachable', 6: 'icmp6-port-unreachable' };

/** Type and code. Source: reject_tg in net/ipv4/netfilter/ipt_REJECT.c, reject_tg6 in net/ipv6/netfilter/ip6t_REJECT.c. */
const ERRORS: Readonly<Record<string, readonly [type: number, code: number]>> = {
  'icmp-net-unreachable': [3, 0],
  'icmp-host-unreachable': [3, 1],
  'icmp-proto-unreachable': [3, 2],
  'icmp-port-unreachable': [3, 3],
  'icmp-net-prohibited': [3, 9],
  'icmp-host-prohibited': [3, 10],
  'icmp-admin-prohibited': [3, 13],
  'icmp6-no-route': [1, 0],
  'icmp6-adm-prohibited': [1, 1],
  'icmp6-addr-unreachable': [1, 3],
  'icmp6-port-unreachable': [1, 4],
  'icmp6-policy-fail': [1, 5],
  'icmp6-reject-route': [1, 6],
};
/** Messages that ask for an answer; of all other ICMP nothing is told here, since errors are never answered. */
const ECHO: Readonly<Record<Family, number>> = { 4: 8, 6: 128 };
const ECHO_REPLY: Readonly<Record<Family, number>> = { 4: 0, 6: 129 };
/** Precedence 6, which IPv4 gives to its errors. */
const TOS: Readonly<Record<Family, number>> = { 4: 0xc0, 6: 0 };
/** They say how packets are tracked, and REJECT's own answer is another case to them. */
const TRACKERS = ['NOTRACK', 'CT', 'CONNMARK'];

/**
 * What the sender of a refused packet gets; undefined where that is not certain. To connection tracking it is RELATED, as
 * an answer. Source: nf_reject_ipv4.c and icmp.c of Linux; both seen in OUTPUT of 6.18 with
 * both back ends.
 */
export function rejectionOf(
  file: RulesFile,
  packet: PacketFacts,
  answer: TraceAnswer,
  host: HostFacts,
): Rejection | undefined {
  const { family, backend } = file.settings;
  const name = nameOf(file, answer, backend);
  if (name === undefined || !isPlain(packet, family) || !isNew(packet, family)) return undefined;
  // What NAT wrote is undone for the answer, at places that are not followed here.
  if (answer.hits.some(({ table }) => table === 'nat') || hasTrackers(file)) return undefined;
  const body = name === RESET ? resetOf(packet) : errorOf(name, packet, answer, family);
  if (!body || packet.in === undefined) return undefined;
  const entry = entryOf(packet, family);
  if (!entry && file.blocks.some(({ table }) => table === 'nat')) return undefined;
  const isTold = host.addresses !== undefined || host.routes !== undefined;
  const back: PacketFacts = {
    origin: 'box',
    ...(isTold ? {} : { path: 'output' as const, out: packet.in }),
    ...(packet.src !== undefined && { dst: packet.src }),
    ...body,
    ctstate: 'RELATED',
    ctdir: 'reply',
    ...(entry && { ct: entry }),
  };
  return { name, packet: back };
}

/** How the rule that refused the packet answers, by the name in full. */
function nameOf(
  file: RulesFile,
  { verdict, decided_by: by }: TraceAnswer,
  backend: Backend | 'both',
): string | undefined {
  if (verdict !== 'reject' || !by || !('line' in by)) return undefined;
  const rule = file.rule(by.line - 1);
  const instance = rule.instances.find(({ known }) => known === rule.target);
  if (instance?.known.extension.name !== 'REJECT') return undefined;
  const said = Said.of(rule, instance, backend);
  if (!said.has('--reject-with')) return USUAL[rule.family];
  const [choice] = said.value('--reject-with', 'choice')?.choices ?? [];
  return choice && (choice.aliasOf ?? choice.name);
}

/** One that the kernel answers at all, and that does not change the answer. */
function isPlain({ origin, src, frag, pkttype = 'unicast', tos = 0, dst, ct }: PacketFacts, family: Family): boolean {
  if (origin === 'box' || frag || ct || pkttype !== 'unicast' || tos !== 0) return false;
  const [from, to] = [readAddress(src ?? '', family), dst === undefined ? undefined : readAddress(dst, family)];
  if (from === undefined || from === 0 || from === 0n || isGroup(from) || isLoopback(from)) return false;
  return to === undefined || !(isGroup(to) || to === 0xffffffff);
}

/** It begins a connection; of others it is not known what tracking has seen of them. */
function isNew({ ctstate, proto, flags, icmp_type }: PacketFacts, family: Family): boolean {
  if (ctstate !== undefined) return ctstate === 'NEW';
  return proto === TCP ? flags === 'S' : proto === UDP || (proto === ICMP[family] && icmp_type === ECHO[family]);
}

function hasTrackers(file: RulesFile): boolean {
  return file.blocks.some((block) => {
    const own = targetsIn(file, block);
    return TRACKERS.some((target) => own.has(target));
  });
}

/** A reset comes from whom the packet was sent to, and no socket sends it. */
function resetOf({ proto, flags, dst, sport, dport }: PacketFacts): PacketFacts | undefined {
  // A reset is not answered.
  if (proto !== TCP || flags === undefined || flags.includes('R')) return undefined;
  return {
    proto,
    ...(dst !== undefined && { src: dst }),
    ...(dport !== undefined && { sport: dport }),
    ...(sport !== undefined && { dport: sport }),
    flags: flags.includes('A') ? 'R' : 'RA',
    uid: null,
    gid: null,
  };
}

/** An error comes from the address that was called, and from one that the routes tell where that is another machine's. */
function errorOf(name: string, { proto, icmp_type, dst }: PacketFacts, { path }: TraceAnswer, family: Family) {
  const error = ERRORS[name];
  if (!error || (proto === ICMP[family] && icmp_type !== ECHO[family])) return undefined;
  const [type, code] = error;
  const isHere = path.at(-1) === 'INPUT' && dst !== undefined;
  return { proto: ICMP[family], icmp_type: type, icmp_code: code, tos: TOS[family], ...(isHere && { src: dst }) };
}

/** What tracking knows of the connection of the packet; undefined where an address of it is not known. */
function entryOf(packet: PacketFacts, family: Family): EntryFacts | undefined {
  const { src, dst, proto, sport, dport, icmp_id, icmp_type, icmp_code } = packet;
  if (src === undefined || dst === undefined) return undefined;
  const icmp = { ...(icmp_id !== undefined && { icmp_id }), ...(icmp_code !== undefined && { icmp_code }) };
  const own = { ...(sport !== undefined && { sport }), ...(dport !== undefined && { dport }) };
  const back = { ...(dport !== undefined && { sport: dport }), ...(sport !== undefined && { dport: sport }) };
  const [asked, answered] = icmp_type === undefined ? [{}, {}] : [{ icmp_type }, { icmp_type: ECHO_REPLY[family] }];
  return {
    orig: { src, dst, proto_num: proto, ...own, ...icmp, ...asked },
    reply: { src: dst, dst: src, proto_num: proto, ...back, ...icmp, ...answered },
    status: [],
  };
}
