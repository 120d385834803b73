// What the kernel did with real packets, where the records lie beside the project, and how our answers are held against it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type {
  EntryFacts,
  HostFacts,
  PacketFacts,
  TraceAnswer,
  TraceVerdict,
} from '../../../server/src/analysis/trace/facts.ts';
import { protocolOf, readPacket } from '../../../server/src/analysis/trace/read-facts.ts';
import { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../../server/src/syntax/lines.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'oracle', 'kernel');

export interface Ruleset {
  readonly ruleset: string;
  readonly family: Family;
  readonly sysctl: Readonly<Record<string, string>>;
  readonly conntrack_active: boolean;
  readonly text: string;
}

interface Count {
  readonly packets: number;
}

/** One packet, and what became of it. */
export interface Sent {
  readonly id: string;
  readonly ruleset: string;
  readonly family: Family;
  readonly backends_differ?: boolean;
  readonly flow: object | null;
  readonly packet: { readonly [F in keyof Omit<PacketFacts, 'ctstate'>]?: unknown } & {
    readonly ctstate: string | null;
  };
  readonly hooks: readonly string[];
  readonly stopped_at: string | null;
  readonly hits: readonly (Count & { readonly line: number })[];
  readonly policy_hits: readonly (Count & {
    readonly table: string;
    readonly chain: string;
    readonly policy: string;
  })[];
  readonly fate: string;
  readonly cause?: 'rule' | 'policy' | 'kernel';
  readonly cause_line?: number;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly conntrack_before?: readonly EntryFacts[];
}

const FATES: Readonly<Record<string, TraceVerdict>> = {
  delivered: 'accept',
  forwarded: 'accept',
  sent: 'accept',
  dropped: 'drop',
  rejected: 'reject',
  'ttl-expired': 'expired',
  'not-routed': 'unrouted',
  'reassembly-queued': 'queued',
};

const HOST: HostFacts = {
  addresses: {
    lo: ['127.0.0.1/8', '::1/128'],
    lan0: ['10.1.0.1/24', '10.1.0.2/24', '2001:db8:1::1/64', '2001:db8:1::2/64'],
    lan1: ['10.1.1.1/24', '2001:db8:2::1/64'],
    wan0: ['198.51.100.1/24', '2001:db8:ff::1/64'],
  },
  routes: [
    { to: 'default', dev: 'wan0', via: '198.51.100.254' },
    { to: 'default', dev: 'wan0', via: '2001:db8:ff::fe' },
  ],
};

const AFTER = ['src', 'dst', 'sport', 'dport', 'ttl', 'tos', 'mark', 'out'] as const;

export function kernelIsThere(): boolean {
  return existsSync(join(FOLDER, 'packets.jsonl.gz')) && existsSync(join(FOLDER, 'rulesets.jsonl.gz'));
}

function rows<T>(name: string): T[] {
  const text = gunzipSync(readFileSync(join(FOLDER, name))).toString();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Each ruleset with its packets. */
export function kernelCases(): { readonly ruleset: Ruleset; readonly records: readonly Sent[] }[] {
  const records = new Map<string, Sent[]>();
  for (const record of rows<Sent>('packets.jsonl.gz')) {
    const own = records.get(record.ruleset);
    if (own) own.push(record);
    else records.set(record.ruleset, [record]);
  }
  return rows<Ruleset>('rulesets.jsonl.gz').map((ruleset) => ({
    ruleset,
    records: records.get(ruleset.ruleset) ?? [],
  }));
}

/** The tracer of a ruleset on the machine of the records. */
export function tracerOf({ text, family, sysctl, conntrack_active }: Ruleset): Tracer {
  const tracer = new Tracer(new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, family }));
  const numbers = Object.fromEntries(Object.entries(sysctl).map(([name, value]) => [name, Number(value)]));
  tracer.setHost({ ...HOST, conntrack: conntrack_active, sysctl: numbers });
  return tracer;
}

/** Why a record is not compared; undefined for one that is. */
export function outOfScope(record: Sent, { conntrack_active }: Ruleset): string | undefined {
  if (record.backends_differ) return 'the back ends differ';
  const isPart = record.packet.frag !== undefined && record.fate !== 'reassembly-queued';
  if (isPart && (conntrack_active || record.hooks.includes('INPUT'))) return 'completes a datagram';
  if (record.packet.proto === 'gre' && record.cause === 'kernel') return 'too short to be rewritten';
  return entryOf(record) === 'ambiguous' ? 'ambiguous entry' : undefined;
}

/** The packet as a trace is told it; with `withState` false the state of single packets is left out. */
export function packetOf(record: Sent, ruleset: Ruleset, withState: boolean): PacketFacts {
  const { ctstate, ctdir, out: _, ...packet } = record.packet;
  const lines = ruleset.text.split('\n');
  const isUntracked = record.hits.some(({ line }) => /-(j|-jump) (NOTRACK|CT --notrack)/.test(lines[line - 1] ?? ''));
  const isTold =
    ctstate !== null &&
    !isUntracked &&
    (withState || record.flow !== null || ctstate === 'UNTRACKED' || packet.proto === 'udplite');
  const entry = entryOf(record);
  const read = readPacket(
    {
      ...packet,
      id: record.id,
      origin: packet.origin === 'box' ? 'box' : null,
      in: packet.origin === 'box' ? null : packet.in,
      ctstate: isTold ? ctstate : null,
      ctdir: isTold ? ctdir : null,
      ct: typeof entry === 'object' ? entry : null,
    },
    ruleset.family,
  );
  if ('wrong' in read) throw new Error(`${record.id}: ${read.wrong}`);
  return read.value;
}

/** The entry of connection tracking that the packet found. */
function entryOf({ packet, conntrack_before = [] }: Sent): EntryFacts | 'ambiguous' | undefined {
  const { ctstate } = packet;
  if (conntrack_before.length === 0 || !['NEW', 'ESTABLISHED', 'RELATED'].includes(ctstate ?? '')) return undefined;
  const number = protocolOf(String(packet.proto));
  const agrees = (own: unknown, other: unknown) => own === undefined || other === undefined || own === other;
  const fits = (tuple: EntryFacts['orig']) =>
    tuple.src === packet.src &&
    tuple.dst === packet.dst &&
    tuple.proto_num === number &&
    agrees(packet.sport, tuple.sport) &&
    agrees(packet.dport, tuple.dport) &&
    agrees(packet.icmp_id, tuple.icmp_id);
  const [one, ...more] = conntrack_before.filter(({ orig, reply }) => fits(orig) || fits(reply));
  if (one && more.length === 0) return one;
  if (ctstate === 'NEW') return one ? 'ambiguous' : undefined;
  return conntrack_before.length === 1 ? conntrack_before[0] : 'ambiguous';
}

/** What of an answer is not as the kernel had it. */
export function disagreements(record: Sent, answer: TraceAnswer): string[] {
  const found: string[] = [];
  const hits = counts(record.hits, ({ line }) => `line ${line}`);
  const policies = counts(record.policy_hits, ({ table, chain, policy }) => `${table} ${chain} ${policy}`);
  const ownHits = counts(answer.hits, ({ line }) => `line ${line}`);
  const ownPolicies = counts(answer.policy_hits, ({ table, chain, policy }) => `${table} ${chain} ${policy}`);
  const tell = (what: string, own: unknown, kernels: unknown) => {
    const [mine, theirs] = [JSON.stringify(own), JSON.stringify(kernels)];
    if (mine !== theirs) found.push(`${what} ${mine}, the kernel ${theirs}`);
  };
  if (answer.unknown.length > 0) {
    for (const [own, kernels] of [
      [ownHits, hits],
      [ownPolicies, policies],
    ] as const)
      for (const [key, count] of own) if ((kernels.get(key) ?? 0) < count) found.push(`surely ${key}`);
    if (answer.verdict !== 'unknown') tell('verdict', answer.verdict, FATES[record.fate]);
    return found;
  }
  tell('hits', sorted(ownHits), sorted(hits));
  tell('policies', sorted(ownPolicies), sorted(policies));
  tell('verdict', answer.verdict, FATES[record.fate]);
  tell('path', answer.path, record.hooks);
  const by = answer.decided_by;
  if (record.cause === 'rule') tell('line', by && 'line' in by ? by.line : null, record.cause_line);
  if (record.cause === 'policy') tell('policy of', by && 'policy' in by ? by.chain : null, record.stopped_at);
  for (const field of record.after ? AFTER : [])
    if (record.after && field in record.after) tell(field, answer.after?.[field], record.after[field]);
  return found;
}

function counts<T extends object>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of list) {
    const packets = 'packets' in one && typeof one.packets === 'number' ? one.packets : 1;
    found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + packets);
  }
  return found;
}

function sorted(map: ReadonlyMap<string, number>): string[] {
  return [...map].map(([key, count]) => `${key} x${count}`).sort();
}
