// What targets that go on change of a packet: matches that look at it answer anew behind them.

import type { Dimension } from '../dimensions.ts';

export interface Changes {
  /** Names of matches. */
  readonly matches: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<Dimension>;
}

interface Change {
  readonly matches?: readonly string[];
  readonly dimensions?: readonly Dimension[];
}

const MARKS: Change = { matches: ['mark', 'connmark', 'policy', 'socket', 'rpfilter'] };
const STATE: Change = { matches: ['conntrack', 'state', 'helper', 'connlabel', 'connmark'], dimensions: ['state'] };
const TOS: Change = { matches: ['tos', 'dscp', 'ecn', 'u32', 'bpf'], dimensions: ['tos'] };
const TTL: Change = { matches: ['ttl', 'hl', 'u32', 'bpf'], dimensions: ['ttl'] };

/** By the names of targets. The matches are those that read what the target writes. */
const CHANGES: Readonly<Record<string, Change>> = {
  CHECKSUM: { matches: ['u32', 'bpf'] },
  CONNMARK: MARKS,
  CT: STATE,
  DNPT: { matches: ['u32', 'bpf', 'addrtype', 'set', 'geoip'], dimensions: ['destination', 'destinationType'] },
  DSCP: TOS,
  ECN: TOS,
  HL: TTL,
  MARK: MARKS,
  NOTRACK: STATE,
  SET: { matches: ['set'] },
  SNPT: { matches: ['u32', 'bpf', 'addrtype', 'set', 'geoip'], dimensions: ['source', 'sourceType'] },
  TCPMSS: { matches: ['tcpmss', 'u32', 'bpf'] },
  TCPOPTSTRIP: { matches: ['tcp', 'tcpmss', 'u32', 'bpf', 'length'], dimensions: ['length'] },
  TOS,
  TTL,
};

/** What rules with these targets, by their names, change together. */
export function changesOf(targets: Iterable<string>): Changes {
  const matches = new Set<string>();
  const dimensions = new Set<Dimension>();
  for (const target of targets) {
    const change = Object.hasOwn(CHANGES, target) ? CHANGES[target] : undefined;
    for (const name of change?.matches ?? []) matches.add(name);
    for (const name of change?.dimensions ?? []) dimensions.add(name);
  }
  return { matches, dimensions };
}

export function isSameChanges(a: Changes, b: Changes): boolean {
  return isSameSet(a.matches, b.matches) && isSameSet(a.dimensions, b.dimensions);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
