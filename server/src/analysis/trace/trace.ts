// Traces packets through a file: follows every course that what is unknown leaves open, and says what they have in common.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import type { HostFacts, PacketFacts, PolicyPlace, RulePlace, TraceAnswer, TraceVerdict, Unknown } from './facts.ts';
import { Flow } from './flow.ts';
import { Host } from './host.ts';
import type { TraceLog } from './log.ts';
import { Program } from './program.ts';
import { travel } from './way.ts';
import { type Course, MOST_UNKNOWN, World } from './world.ts';

/** Courses that are followed, and rules that are looked at on them, before it is left at "unknown". */
const MOST_WORLDS = 256;
const MOST_LOOKED = 500_000;

const NO_FACTS: HostFacts = {};

/**
 * Traces packets through one state of a file. It reads each chain when a packet first comes there and keeps it, so that
 * later packets are quick; after an edit make another one, or take `traceOf`.
 */
export class Tracer {
  private readonly program: Program;
  private hostFacts: HostFacts = NO_FACTS;
  private host: Host | undefined;

  /** With `both` what the back ends do differently is unknown. */
  constructor(file: RulesFile, backend: Backend | 'both' = 'both') {
    this.program = new Program(file, backend);
  }

  /** Tells about the machine; holds for the packets after it. Without addresses nobody knows what is routed where. */
  setHost(facts: HostFacts): void {
    this.hostFacts = facts;
    this.host = facts.addresses || facts.routes ? new Host(facts, this.program.file.settings.family) : undefined;
  }

  /** What becomes of a packet. `log` gets the steps of the first course: that in which unknown matches do not match. */
  trace(packet: PacketFacts, log?: TraceLog): TraceAnswer {
    const first = this.run(packet, [], log);
    if (first.unknown.length === 0) return exact(packet.id, first);
    const worlds = [first];
    let looked = first.looked;
    let plan = first.next;
    while (plan && worlds.length < MOST_WORLDS && looked < MOST_LOOKED) {
      const world = this.run(packet, plan, undefined);
      worlds.push(world);
      looked += world.looked;
      plan = world.next;
    }
    return merged(packet.id, worlds, plan === undefined);
  }

  private run(packet: PacketFacts, plan: readonly number[], log: TraceLog | undefined): World {
    const { program, hostFacts, host } = this;
    const { file } = program;
    const world = new World(plan, log);
    travel(program, new Flow(packet, hostFacts, host, file.settings.family), world);
    if (file.unknownLines > 0) {
      world.depends({ line: null, match: 'template', why: 'lines of placeholders may hold rules' });
      world.unsay();
    }
    return world;
  }
}

const tracers = new WeakMap<RulesFile, Map<Backend | 'both', { readonly edition: number; readonly tracer: Tracer }>>();

/**
 * What becomes of a packet in a file. The file's chains are kept ready for the next question until an edit comes.
 * `host` tells the machine's addresses and routes, `backend` whose reading of the file counts (both agree without it).
 */
export function traceOf(
  file: RulesFile,
  packet: PacketFacts,
  host: HostFacts = NO_FACTS,
  backend: Backend | 'both' = 'both',
): TraceAnswer {
  const tracer = tracerOf(file, backend);
  tracer.setHost(host);
  return tracer.trace(packet);
}

/** The tracer of the file as it is now. */
export function tracerOf(file: RulesFile, backend: Backend | 'both' = 'both'): Tracer {
  const known = tracers.get(file) ?? new Map();
  tracers.set(file, known);
  const last = known.get(backend);
  const { edition } = file.edits;
  if (last?.edition === edition) return last.tracer;
  const tracer = new Tracer(file, backend);
  known.set(backend, { edition, tracer });
  return tracer;
}

function exact(id: unknown, world: World): TraceAnswer {
  return {
    id: id ?? null,
    verdict: world.verdict,
    decided_by: world.decidedBy,
    path: world.path,
    hits: world.hits,
    policy_hits: world.policyHits,
    after: world.after,
    unknown: [],
  };
}

/** What holds in all worlds; where some were left out, what happened before they part. */
function merged(id: unknown, worlds: readonly World[], isWhole: boolean): TraceAnswer {
  const [first] = worlds;
  if (!first) throw new Error('There is always a first course.');
  const courses = worlds.flatMap((world) => world.courses);
  const same = isWhole && courses.every(({ verdict }) => verdict === first.verdict);
  const verdicts = [...new Set(courses.map(({ verdict }) => verdict))];
  const verdict: TraceVerdict = same && first.verdict !== 'unknown' ? first.verdict : 'unknown';
  const isOneCourse = same && courses.length === 1;
  return {
    id: id ?? null,
    verdict,
    decided_by: verdict === 'unknown' ? null : commonDecider(courses),
    path: commonPath(courses),
    hits: isWhole ? common(courses.map(({ hits }) => hits)) : first.hits.slice(0, first.sure?.hits),
    policy_hits: isWhole
      ? common(courses.map(({ policyHits }) => policyHits))
      : first.policyHits.slice(0, first.sure?.policies),
    after: isOneCourse ? first.after : null,
    unknown: unknowns(worlds),
    ...(verdict === 'unknown' && { possible: isWhole ? verdicts : [...new Set([...verdicts, 'unknown' as const])] }),
  };
}

function commonDecider(courses: readonly Course[]): TraceAnswer['decided_by'] {
  const [first] = courses;
  const text = JSON.stringify(first?.decidedBy);
  return courses.every(({ decidedBy }) => JSON.stringify(decidedBy) === text) ? (first?.decidedBy ?? null) : null;
}

function commonPath([first, ...others]: readonly Course[]): TraceAnswer['path'] {
  const path = first?.path ?? [];
  const length = path.findIndex((hook, at) => others.some((other) => other.path[at] !== hook));
  return length < 0 ? path : path.slice(0, length);
}

function unknowns(worlds: readonly World[]): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  for (const { unknown } of worlds) {
    for (const one of unknown) if (found.size < MOST_UNKNOWN) found.set(`${one.line} ${one.match}`, one);
  }
  return [...found.values()];
}

/** What each of the lists has, as often as the one that has it least; in the order of the first. */
function common<T extends RulePlace | PolicyPlace>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists;
  const left = others.map((list) => {
    const counts = new Map<string, number>();
    for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
    return counts;
  });
  return first.filter((one) => {
    const key = keyOf(one);
    const isEverywhere = left.every((counts) => (counts.get(key) ?? 0) > 0);
    if (isEverywhere) for (const counts of left) counts.set(key, (counts.get(key) ?? 0) - 1);
    return isEverywhere;
  });
}

function keyOf(place: RulePlace | PolicyPlace): string {
  return 'line' in place ? `${place.line}` : `${place.table} ${place.chain} ${place.policy}`;
}
