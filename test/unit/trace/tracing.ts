// Owns tracing one packet through a short file for the tracer's tests.
import type { HostFacts, PacketFacts, TraceAnswer } from '../../../server/src/analysis/trace/facts.ts';
import { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Backend, Family } from '../../../server/src/vocabulary/schema.ts';

export const HOST: HostFacts = {
  addresses: {
    lo: ['127.0.0.1/8', '::1/128'],
    eth0: ['198.51.100.1/24', '2001:db8::1/64'],
    eth1: ['10.0.0.1/24', 'fd00::1/64'],
  },
  routes: [
    { to: 'default', dev: 'eth0', via: '198.51.100.254' },
    { to: 'default', dev: 'eth0', via: '2001:db8::fe' },
  ],
};

/** A SYN from outside to this machine. */
export const SYN: PacketFacts = {
  in: 'eth0',
  src: '203.0.113.5',
  dst: '198.51.100.1',
  proto: 6,
  sport: 40000,
  dport: 22,
  flags: 'S',
};

interface Asked {
  readonly host?: HostFacts | undefined;
  readonly family?: Family;
  readonly backend?: Backend | 'both';
  readonly template?: boolean;
}

/** A table of a file, its built-in chains with ACCEPT but for those that the lines declare. */
export function table(name: string, lines: readonly string[]): string {
  return [`*${name}`, ...lines, 'COMMIT', ''].join('\n');
}

export function filter(...lines: readonly string[]): string {
  return table('filter', [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ...lines]);
}

/** The first line of rules in `filter`, counted from 1. */
export const FIRST = 5;

/** Facts that take the place of others; undefined takes one out. */
export type Changes = { readonly [F in keyof PacketFacts]?: PacketFacts[F] | undefined };

/** A packet of the machine itself. */
export const FROM_HERE: Changes = { in: undefined, origin: 'box', src: '198.51.100.1', dst: '203.0.113.5' };

/** A packet that is sent on. */
export const FORWARDED: Changes = { dst: '10.0.0.9' };

export const nat = (...lines: readonly string[]): string => table('nat', lines);

export const raw = (...lines: readonly string[]): string => table('raw', lines);

export const mangle = (...lines: readonly string[]): string => table('mangle', lines);

/** A filter that lets everything pass but what its lines stop. */
export const accepting = (...lines: readonly string[]): string =>
  filter('-P INPUT ACCEPT', '-P FORWARD ACCEPT', ...lines);

export function traced(
  text: string,
  packet: Changes = {},
  { host = HOST, family = 4, backend = 'both', template = false }: Asked = {},
): TraceAnswer {
  const tracer = new Tracer(new RulesFile(text, { ...DEFAULT_SETTINGS, family, backend, template }), backend);
  tracer.setHost(host);
  const facts = Object.entries({ ...SYN, ...packet }).filter(([, value]) => value !== undefined);
  return tracer.trace(Object.fromEntries(facts) as unknown as PacketFacts);
}

/** The lines of the hits. */
export const linesOf = ({ hits }: TraceAnswer): number[] => hits.map(({ line }) => line);

/** The policies that decided, in short. */
export const policiesOf = ({ policy_hits }: TraceAnswer): string[] =>
  policy_hits.map(({ table: name, chain, policy }) => `${name} ${chain} ${policy}`);
