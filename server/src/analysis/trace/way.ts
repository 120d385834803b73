// The way of a packet through the kernel: hooks in their order, their tables, routing between them, tracking and NAT.

import type { Hook, TableName } from '../../vocabulary/schema.ts';
import { printAddress } from './addresses.ts';
import type { Side } from './connection.ts';
import type { Decider, KernelPlace, TraceVerdict } from './facts.ts';
import type { Flow } from './flow.ts';
import { isGroup } from './host.ts';
import { rewrite, SIDES } from './nat.ts';
import type { Program } from './program.ts';
import { exitBehindNat, exitOf, goalOf, type Kept, refusedOnArrival } from './routing.ts';
import { assume, track, translate } from './tracking.ts';
import { type Outcome, walk } from './walk.ts';
import type { World } from './world.ts';

type Stage = TableName | 'tracking';

/** What stands at each hook, in the kernel's order of priorities. */
const STAGES: Readonly<Record<Hook, readonly Stage[]>> = {
  PREROUTING: ['raw', 'tracking', 'mangle', 'nat'],
  INPUT: ['mangle', 'filter', 'security', 'nat'],
  FORWARD: ['mangle', 'filter', 'security'],
  OUTPUT: ['raw', 'tracking', 'mangle', 'nat', 'filter', 'security'],
  POSTROUTING: ['mangle', 'nat'],
};
/** iptables-nft gives the chains of `security` a later place than the kernel's own: 150, where NAT has 100. */
const INPUT_OF_NFT: readonly Stage[] = ['mangle', 'filter', 'nat', 'security'];

const NONE = '';
const LOOPBACK = 'lo';

/** Where a packet leaves its way before the end. */
class End {
  readonly verdict: TraceVerdict;
  readonly by: Decider | null;

  constructor(verdict: TraceVerdict, by: Decider | null) {
    this.verdict = verdict;
    this.by = by;
  }
}

const kernel = (verdict: TraceVerdict, cause: KernelPlace['kernel']) => new End(verdict, { kernel: cause });
const UNKNOWN = new End('unknown', null);

/** Sends the packet on its way; what happens to it is in `world` afterwards. */
export function travel(program: Program, flow: Flow, world: World): void {
  new Way(program, flow, world).run();
}

class Way {
  private readonly program: Program;
  private readonly flow: Flow;
  private readonly world: World;
  private readonly tracks: boolean;
  private last: Decider | null = null;
  private hook: Hook = 'PREROUTING';

  constructor(program: Program, flow: Flow, world: World) {
    this.program = program;
    this.flow = flow;
    this.world = world;
    this.tracks = flow.hostFacts.conntrack ?? program.asksForTracking;
  }

  run(): void {
    const { world, flow } = this;
    const end = flow.facts.origin === 'box' ? this.sent() : this.received();
    world.verdict = end?.verdict ?? 'accept';
    world.decidedBy = end ? end.by : this.last;
    if (!end) world.after = this.after();
  }

  private received(): End | undefined {
    const { flow } = this;
    flow.leave(flow.facts.in, NONE);
    const refused = refusedOnArrival(flow);
    return refused ? this.stop(refused) : this.cameIn();
  }

  private cameIn(): End | undefined {
    const { flow } = this;
    const before = flow.destination;
    const end = this.pass('PREROUTING');
    if (end) return end;
    const goal = goalOf(flow, before);
    if (goal.kind === 'input') return this.input();
    return goal.kind === 'forward' ? this.forward(goal.out) : this.stop(goal);
  }

  private input(): End | undefined {
    const { flow } = this;
    flow.leave(flow.input, NONE);
    // IPv4 puts fragments together before INPUT, IPv6 after it.
    if (flow.isFragment && flow.family === 4) return kernel('queued', 'reassembly');
    return this.pass('INPUT') ?? (flow.isFragment ? kernel('queued', 'reassembly') : undefined);
  }

  /** The routing keeps the packet, or nobody knows what it does. */
  private stop(goal: Kept): End {
    if (goal.kind === 'kept') return kernel('unrouted', goal.cause);
    this.world.depends({ line: null, match: 'routing', why: goal.why });
    return UNKNOWN;
  }

  private forward(out: string | undefined): End | undefined {
    const { flow, world } = this;
    if (flow.ttl === undefined) {
      world.depends({ line: null, match: 'ttl', why: 'whether the packet lives long enough is not known' });
      return UNKNOWN;
    }
    if (flow.ttl <= 1) return kernel('expired', 'ttl');
    flow.ttl--;
    flow.leave(flow.input, out);
    return this.pass('FORWARD') ?? this.pass('POSTROUTING');
  }

  private sent(): End | undefined {
    const { flow } = this;
    const first = exitOf(flow);
    if (first.kind !== 'forward') return this.stop(first);
    flow.leave(NONE, first.out);
    const before = flow.destination;
    const end = this.pass('OUTPUT');
    if (end) return end;
    const last = before === flow.destination ? first : exitOf(flow);
    if (last.kind !== 'forward') return this.stop(last);
    flow.leave(NONE, last.out);
    const dropped = this.pass('POSTROUTING');
    if (dropped) return dropped;
    this.noteCopies();
    if (last.out !== LOOPBACK) return undefined;
    flow.connection?.status.add('CONFIRMED');
    flow.leave(LOOPBACK, NONE);
    flow.comeBack();
    return this.cameIn();
  }

  /** Of what goes to a group or to all the machine may get a copy itself. */
  private noteCopies(): void {
    const { destination, host } = this.flow;
    if (destination === undefined) return;
    const kind = isGroup(destination) ? 'multicast' : host?.route(destination).kind;
    if (kind !== 'multicast' && kind !== 'broadcast') return;
    const why = 'the machine may get a copy of what it sends to many';
    this.world.depends({ line: null, match: 'routing', why });
  }

  /** Sends the packet through all that stands at a hook. */
  private pass(hook: Hook): End | undefined {
    const { flow, world, tracks } = this;
    // With tracking on, fragments wait in front of the hook until all are there.
    const isFirst = hook === 'PREROUTING' || hook === 'OUTPUT';
    if (isFirst && tracks && flow.isFragment) return kernel('queued', 'reassembly');
    this.hook = hook;
    world.path.push(hook);
    world.forget();
    world.log?.hook(hook, flow);
    for (const stage of this.stagesAt(hook)) {
      const end = stage === 'tracking' ? this.track() : stage === 'nat' ? this.nat() : this.ask(stage);
      if (end) return end;
    }
    return undefined;
  }

  private stagesAt(hook: Hook): readonly Stage[] {
    const { backend } = this.program;
    if (hook !== 'INPUT' || backend === 'legacy') return STAGES[hook];
    return backend === 'nft' || this.guessOrder() ? INPUT_OF_NFT : STAGES[hook];
  }

  /** Where the back end is not known and the order may count, each in turn: true for that of nft. */
  private guessOrder(): boolean {
    const { program, tracks, world } = this;
    const security = program.table('security');
    if (!security || !tracks || !program.table('nat')) return false;
    if (security.policy('INPUT') === 'ACCEPT' && !security.chain('INPUT')?.rules.length) return false;
    const why = 'INPUT of nat comes after security with iptables-legacy, and before it with iptables-nft';
    world.depends({ line: null, match: 'backend', why });
    return world.choose(2) === 1;
  }

  private track(): undefined {
    if (!this.tracks) return undefined;
    const { flow, world } = this;
    track(flow);
    world.forget();
    if (world.log && flow.state !== undefined) world.log.note(`connection tracking says ${flow.state}`);
    return undefined;
  }

  private ask(name: TableName): End | undefined {
    const table = this.program.table(name);
    if (!table) return undefined;
    return this.take(walk(table, this.hook, this.flow, this.world));
  }

  private take({ kind, by }: Outcome): End | undefined {
    if (kind === 'open') return UNKNOWN;
    if (kind !== 'accept') return new End(kind, by);
    this.last = by ?? this.last;
    return undefined;
  }

  /** NAT decides once for each side of a connection, and writes it into all of its packets. */
  private nat(): End | undefined {
    const { flow, world, hook, tracks } = this;
    const table = this.program.table('nat');
    const side = SIDES[hook];
    if (!table || !side || !tracks) return undefined;
    if (flow.state === undefined && this.isNew() === undefined) return UNKNOWN;
    const { connection } = flow;
    if (!connection) return undefined;
    const end = connection.decided.has(side) ? undefined : this.consult(side);
    if (end) return end;
    const before = world.log && place(flow);
    const { destination } = flow;
    translate(flow, side);
    world.forget();
    flow.showState();
    if (before !== undefined && world.log && before !== place(flow))
      world.log.changed(`${before} becomes ${place(flow)}`);
    if (hook !== 'OUTPUT' || destination === flow.destination) return undefined;
    // The kernel looks for the new way at once, and lets go of the packet where there is none.
    const exit = exitBehindNat(flow);
    return exit.kind === 'forward' ? undefined : this.stop(exit);
  }

  /** Where the state is not known, each way in turn. */
  private isNew(): boolean | undefined {
    const { flow, world } = this;
    const why = 'whether the packet begins a connection is not known, and so whether NAT is asked';
    world.depends({ line: null, match: 'ctstate', why });
    if (flow.facts.ct) return undefined;
    assume(flow, world.choose(2) === 0 ? 'INVALID' : 'NEW');
    return flow.state === 'NEW';
  }

  private consult(side: Side): End | undefined {
    const { flow, hook, world } = this;
    const table = this.program.table('nat');
    const { connection } = flow;
    if (!table || !connection) return undefined;
    const outcome = walk(table, hook, flow, world);
    const end = this.take(outcome);
    if (end) return end;
    connection.decided.add(side);
    if (!outcome.rewriting) return undefined;
    if (rewrite(flow, connection, side, outcome.rewriting)) return undefined;
    const line = outcome.by && 'line' in outcome.by ? outcome.by.line : null;
    world.depends({ line, match: 'ports', why: 'which port of the range NAT takes is not known' });
    return UNKNOWN;
  }

  private after(): World['after'] {
    const { flow } = this;
    const { source, destination, sourcePort, destinationPort, ttl, tos, mark, output } = flow;
    return {
      ...(source !== undefined && { src: printAddress(source) }),
      ...(destination !== undefined && { dst: printAddress(destination) }),
      ...(sourcePort !== undefined && { sport: sourcePort }),
      ...(destinationPort !== undefined && { dport: destinationPort }),
      ...(ttl !== undefined && { ttl }),
      ...(tos !== undefined && { tos }),
      ...(mark !== undefined && { mark }),
      ...(output !== undefined && output !== NONE && { out: output }),
    };
  }
}

function place(flow: Flow): string {
  const { source, destination, sourcePort, destinationPort } = flow;
  const show = (address: typeof source, port: number | undefined) =>
    `${address === undefined ? 'unknown' : printAddress(address)}${port === undefined ? '' : ` port ${port}`}`;
  return `${show(source, sourcePort)} -> ${show(destination, destinationPort)}`;
}
