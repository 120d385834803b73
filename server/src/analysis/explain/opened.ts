// The ports that a machine opens: where a new connection from anybody, by any interface, is let in.

import type { Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { AXES } from '../dimensions.ts';
import { packetBox } from '../packet-box.ts';
import type { ChainSteps } from '../reach/chain-steps.ts';
import { packetsOf } from '../reach/hooks.ts';
import type { Step } from '../reach/step.ts';
import type { TableReach } from '../reach/table-reach.ts';
import type { Axis, Intervals, Point } from '../sets/intervals.ts';
import { fateOf } from '../verdict.ts';

const PROTOCOLS = ['tcp', 'udp'] as const;
export type OpenedProtocol = (typeof PROTOCOLS)[number];

export interface Opened {
  /** Destination ports by protocol. */
  readonly ports: Readonly<Record<OpenedProtocol, Intervals>>;
  /** Of few sources earlier rules take packets to some of them. */
  readonly hasExceptions: boolean;
}

/** Of more rules on the way nothing is said. */
const MOST_RULES = 20_000;
const RULES_A_STEP = 128;
/** Sources that are fewer than this part of all are few: a network of 8 bits. */
const FEW = 256;

/**
 * Which ports INPUT opens by rules that ask for nothing but them, of a packet that opens a connection; undefined where that is
 * too much work, or nobody can read some rule. What rules open for some sources or interfaces alone is not among them, and
 * neither is what only the policy lets in.
 */
export function* openedBy(reach: TableReach, policy: string): Steps<Opened | undefined> {
  const input = reach.chain('INPUT');
  if (!input || !isClosed(input, policy)) return undefined;
  const [tcp, udp] = PROTOCOLS.map((protocol) => new Walk(reach, newcomer(reach.family, protocol)));
  if (!tcp || !udp || !(yield* tcp.run(input)) || !(yield* udp.run(input))) return undefined;
  const hasExceptions = [tcp, udp].some(({ opened, exceptions }) => opened.intersects(exceptions));
  return { ports: { tcp: tcp.opened, udp: udp.opened }, hasExceptions };
}

/** What no rule lets in stays out. */
function isClosed({ cut }: ChainSteps, policy: string): boolean {
  const fate = cut && fateOf(cut.verdict);
  return policy === 'DROP' || fate === 'drop' || fate === 'reject';
}

/** Somebody out there opens a connection to an address of this machine. */
function newcomer(family: Family, protocol: OpenedProtocol): Box {
  const axes = AXES[family];
  const words = { protocol, client: 'source', input: 'not lo', states: ['NEW'] } as const;
  const box = packetBox(family, protocol === 'tcp' ? { ...words, flags: ['SYN'] } : words);
  const special = SPECIAL[family].reduce(
    (all, [first, last]) => all.union(axes.source.span(first, last)),
    axes.source.nothing,
  );
  const more = [
    axes.source.everything.minus(special),
    axes.packetType.point(UNICAST),
    axes.sourceType.point(UNICAST_ADDRESS),
    axes.destinationType.point(LOCAL_ADDRESS),
    axes.state.point(NEW),
  ];
  return more.reduce(
    (rest, set) => Box.of([...rest.sets, set]) ?? rest,
    box.intersect(packetsOf('INPUT', family)) ?? box,
  );
}

/** Points of `analysis/dimensions.ts`; NEW is that of a connection that NAT leaves alone. */
const UNICAST = 0;
const UNICAST_ADDRESS = 1;
const LOCAL_ADDRESS = 2;
const NEW = 2;

/** Sources that nobody out there has: private, local and special networks. */
const SPECIAL: Readonly<Record<Family, readonly (readonly [first: Point, last: Point])[]>> = {
  4: [
    [0x00000000, 0x00ffffff],
    [0x0a000000, 0x0affffff],
    [0x64400000, 0x647fffff],
    [0x7f000000, 0x7fffffff],
    [0xa9fe0000, 0xa9feffff],
    [0xac100000, 0xac1fffff],
    [0xc0a80000, 0xc0a8ffff],
    [0xe0000000, 0xffffffff],
  ],
  // Of IPv6 all but 2000::/3.
  6: [
    [0n, (1n << 125n) - 1n],
    [1n << 126n, (1n << 128n) - 1n],
  ],
};

/** One packet of each sort on its way through INPUT. */
class Walk {
  private readonly reach: TableReach;
  private readonly packets: Box;
  private readonly ports: Axis;
  private readonly callers = new Set<string>();
  private count = 0;
  /** Ports that rules opened, and those of which a rule before may end some packets. */
  opened: Intervals;
  private ended: Intervals;
  exceptions: Intervals;

  constructor(reach: TableReach, packets: Box) {
    this.reach = reach;
    this.packets = packets;
    this.ports = AXES[reach.family].destinationPort;
    this.opened = this.ports.nothing;
    this.ended = this.ports.nothing;
    this.exceptions = this.ports.nothing;
  }

  run(input: ChainSteps): Steps<boolean> {
    return this.through(input, [this.packets], true, this.ports.nothing);
  }

  /** False: nothing is certain. `gone` are ports of which packets may have left the callers before. */
  private *through(chain: ChainSteps, packets: readonly Box[], isSure: boolean, gone: Intervals): Steps<boolean> {
    let left = gone;
    for (const step of chain.steps) {
      if (++this.count > MOST_RULES || chain.isPartial) return false;
      if (this.count % RULES_A_STEP === 0) yield;
      const hits = step.parts.flatMap(({ box }) => packets.flatMap((one) => one.intersect(box) ?? []));
      if (hits.length === 0) continue;
      if (step.way === 'unknown') return false;
      const surely = isSure && step.isSure;
      if (step.way === 'ends' || step.verdict.kind === 'some-packets') this.end(step, hits, surely, left);
      if (step.callee !== '' && !(yield* this.call(step.callee, hits, surely, left))) return false;
      if (step.way === 'returns' || step.way === 'goes') for (const hit of hits) left = left.union(this.portsOf(hit));
    }
    return true;
  }

  private *call(name: string, packets: readonly Box[], isSure: boolean, gone: Intervals): Steps<boolean> {
    const chain = this.reach.chain(name);
    if (!chain || this.callers.has(name)) return false;
    this.callers.add(name);
    const isCertain = yield* this.through(chain, packets, isSure, gone);
    this.callers.delete(name);
    return isCertain;
  }

  private end({ verdict }: Step, hits: readonly Box[], isSure: boolean, left: Intervals): void {
    const isAccept = fateOf(verdict) === 'accept';
    for (const hit of hits) {
      const ports = this.portsOf(hit);
      if (!isAccept) {
        if (isSure && hit.literals.length === 0 && this.isFew(hit))
          this.exceptions = this.exceptions.union(ports.minus(this.opened));
        else this.ended = this.ended.union(ports);
      } else if (isSure && this.asksForPortsAlone(hit)) {
        this.opened = this.opened.union(ports.minus(this.ended).minus(left));
      }
    }
  }

  private portsOf(box: Box): Intervals {
    return box.on(this.ports);
  }

  private asksForPortsAlone({ sets, literals }: Box): boolean {
    return (
      literals.length === 0 && sets.every((set) => set.axis === this.ports || set.contains(this.packets.on(set.axis)))
    );
  }

  private isFew(box: Box): boolean {
    const axis = AXES[this.reach.family].source;
    return sizeOf(box.on(axis)) * FEW <= sizeOf(this.packets.on(axis));
  }
}

/** How many points a set of numbers has. */
function sizeOf({ cuts, axis }: Intervals): number {
  let size = 0;
  for (let i = 0; i < cuts.length; i += 2) size += Number(cuts[i + 1] ?? axis.last ?? 0) - Number(cuts[i] ?? 0);
  return size;
}
