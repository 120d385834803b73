// Finds out, once, whether this machine can be the judge, and says in a few words why not.

import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { whyNoIptables } from '../../support/iptables.ts';
import { runLab } from './lab.ts';
import { setCommands } from './values.ts';

/** A rule with each match and target that is made up, beside those that every kernel has. */
const PROBES: Readonly<Record<Family, readonly string[]>> = {
  4: ['-m ttl --ttl-eq 1', '-p icmp -m icmp --icmp-type 8', '-j REJECT'],
  6: ['-m hl --hl-eq 1', '-p ipv6-icmp -m icmp6 --icmpv6-type 128', '-j REJECT'],
};
const COMMON: readonly string[] = [
  '-p tcp -m multiport --ports 1,2',
  '-m conntrack --ctstate NEW',
  '-m state --state NEW',
  '-m connmark --mark 1',
  '-m mark --mark 1',
  '-m pkttype --pkt-type unicast',
  '-m length --length 1',
  '-m dscp --dscp 1',
  '-m tos --tos 1/1',
  '-m addrtype --src-type LOCAL',
  '-m mac --mac-source 02:00:00:00:00:01',
  '-j LOG',
  '-j NFLOG',
  '-j MARK --set-mark 1',
  '-j CONNMARK --set-mark 1',
];

function probe(family: Family): string {
  const range = family === 4 ? '10.0.0.1-10.0.0.2' : 'fd00::1-fd00::2';
  const to = family === 4 ? '10.0.0.0/8' : 'fd00::/8';
  const hops = family === 4 ? '-j TTL --ttl-set 1' : '-j HL --hl-set 1';
  return [
    '*filter',
    ...[...COMMON, ...PROBES[family], `-m iprange --src-range ${range}`].map((body) => `-A INPUT ${body}`),
    'COMMIT\n*mangle',
    ...[hops, '-j DSCP --set-dscp 1', '-j TOS --set-tos 1/1'].map((body) => `-A INPUT ${body}`),
    'COMMIT\n*nat',
    ...['-j REDIRECT', `-j NETMAP --to ${to}`].map((body) => `-A PREROUTING ${body}`),
    '-A POSTROUTING -j MASQUERADE',
    'COMMIT\n*raw\n-A PREROUTING -j CT --notrack\nCOMMIT\n*security\nCOMMIT\n',
  ].join('\n');
}

interface Possible {
  /** Undefined where everything is there. */
  readonly why: string | undefined;
  /** Whether rules may ask for sets. */
  readonly hasSets: boolean;
}

async function findOut(): Promise<Possible> {
  const why = whyNoIptables();
  if (why !== undefined) return { why, hasSets: false };
  const packets = [{ from: 'lan0', to: '', bytes: '00'.repeat(60), flush: true, read: true }];
  for (const family of [4, 6] as const) {
    for (const backend of ['legacy', 'nft'] as const) {
      const done = await runLab({ family, backend, loose: 1, sets: '', text: probe(family), packets });
      if ('refused' in done) return { why: `${done.refused} (IPv${family}, ${backend})`, hasSets: false };
    }
  }
  const text = '*filter\n-A INPUT -m set --match-set lan src\nCOMMIT\n';
  const sets = await runLab({ family: 4, backend: 'nft', loose: 1, sets: setCommands(4), text, packets });
  return { why: undefined, hasSets: !('refused' in sets) };
}

let found: Promise<Possible> | undefined;

/** Why the kernel cannot be asked here, and whether it has sets. */
export function whyNoKernel(): Promise<Possible> {
  found ??= findOut();
  return found;
}
