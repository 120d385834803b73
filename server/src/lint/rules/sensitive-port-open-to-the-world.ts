// A port of a database, or of another service that trusts its network, open to every address: of this machine, or of one behind it.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { fateOf } from '../../analysis/verdict.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { toolOf } from '../common/known-tools.ts';
import {
  isAllOfWorld,
  isLargePart,
  isWorld,
  nameIn,
  type Outside,
  outsideOf,
  PRIVATE,
  WORLD,
} from '../common/outside.ts';
import { listed } from '../common/words.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule, type PacketReport } from '../rule.ts';

/** By port. Most of them ask for no password, or are tried out by machines all day. */
const SERVICES: Readonly<Record<number, string>> = {
  111: 'the RPC port mapper',
  139: 'Windows file sharing',
  161: 'SNMP',
  445: 'Windows file sharing',
  1433: 'SQL Server',
  1521: 'Oracle',
  2049: 'NFS',
  2181: 'ZooKeeper',
  2375: 'the Docker API',
  2379: 'etcd',
  2380: 'etcd',
  3306: 'MySQL',
  3389: 'the remote desktop',
  5432: 'PostgreSQL',
  5601: 'Kibana',
  5900: 'VNC',
  5984: 'CouchDB',
  6000: 'X11',
  6379: 'Redis',
  8086: 'InfluxDB',
  8500: 'Consul',
  9042: 'Cassandra',
  9092: 'Kafka',
  9200: 'Elasticsearch',
  9300: 'Elasticsearch',
  10250: 'the kubelet',
  11211: 'memcached',
  27017: 'MongoDB',
  27018: 'MongoDB',
  27019: 'MongoDB',
};
const PORTS = Object.keys(SERVICES).map(Number);
/** Nothing answers to these by TCP. */
const UDP_ONLY: ReadonlySet<number> = new Set([161]);
/** A rule for more ports than this means no single service; Elasticsearch has 9200 to 9300. */
const MOST_PORTS = 101;
/** Matches that let the world in, if not all at once. */
const OPEN_MATCHES: ReadonlySet<string> = new Set(
  'tcp udp multiport iprange conntrack state limit hashlimit connlimit comment'.split(' '),
);
/** Refusals that spare addresses which the file does not tell. */
const GUARDS = /! --match-set|! --(rcheck|update)|-m geoip|! --mac-source/;

export const sensitivePortOpenToTheWorld = lintRule({
  name: 'sensitive-port-open-to-the-world',
  severity: 'warning',
  category: 'packets',
  finds:
    'A port of a database or a similar service that INPUT, or FORWARD by the interface to the Internet, opens to every address.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table) return;
    const outside = outsideOf(tables);
    const told = new Set<number>();
    reportOpen(table, outside, 'INPUT', told, report);
    if (outside.exits.size > 0) reportOpen(table, outside, 'FORWARD', told, report);
  },
});

type Hook = 'INPUT' | 'FORWARD';

function reportOpen(table: PacketTable, outside: Outside, hook: Hook, told: Set<number>, report: PacketReport): void {
  for (const protocol of ['tcp', 'udp'] as const) {
    const words = { protocol, client: 'source', from: WORLD[table.family], states: ['NEW', 'UNTRACKED'] } as const;
    const pieces = new Pieces(table.family);
    const packets = packetBox(table.family, { ...words, destinationPorts: PORTS });
    for (const admission of admissionsOf(table.reach, hook, packets, (one) => candidatesIn(table, one))) {
      const { chain } = admission;
      const { line } = mendedAt(table, admission);
      if (told.has(line) || toolOf(chain.name)) continue;
      const { ports, isWhole } = openIn(table, outside, hook, admission);
      const answering = protocol === 'tcp' ? ports.filter((port) => !UDP_ONLY.has(port)) : ports;
      const open = isWhole ? answering : answering.filter((port) => pieces.complete(port, admission));
      if (open.length === 0) continue;
      told.add(line);
      const others = isWhole ? [] : pieces.linesBefore(open, line);
      const names = open.map((port) => `${SERVICES[port]} (${port})`);
      report({
        message: `Every address can connect to ${names.join(' and ')}${others.length > 0 ? `, by this rule or ${listed(others)}` : ''}. Accept only who needs it, such as "-s 192.0.2.0/24" or "-i" with an inner interface.`,
        ...table.placeOf(line),
      });
    }
  }
}

/** The rule that asks for the port: of a chain to which several rules lead the jump, where the chain leaves it to them. */
function mendedAt({ reach, family }: PacketTable, { chain, step, path }: Admission): Step {
  const { destinationPort } = AXES[family];
  const jump = path.places.at(-1)?.before;
  const asks = ({ parts }: Step) => parts.every(({ box }) => !box.on(destinationPort).isEverything);
  return jump && !asks(step) && asks(jump) && reach.callersOf(chain).length > 1 ? jump : step;
}

/** The rules that accept and ask for few ports, one of these services among them, or leave that to jumps to their chain. */
function candidatesIn({ reach, family }: PacketTable, chain: ChainSteps): readonly Step[] {
  const { destinationPort } = AXES[family];
  const isAsked = reach.pathsTo(chain)?.some(({ boxes }) => boxes.some((box) => !box.on(destinationPort).isEverything));
  return (isAsked ? LEAVING_PORTS : ASKING_PORTS)[family](chain);
}

const ASKING_PORTS = { 4: asking(4), 6: asking(6) } as const;
const LEAVING_PORTS = { 4: asking(4, 'or any'), 6: asking(6, 'or any') } as const;

function asking(family: Family, or?: 'or any') {
  const { destinationPort } = AXES[family];
  return ofSteps((steps) =>
    steps.filter(({ verdict, parts }) => {
      if (fateOf(verdict) !== 'accept') return false;
      const own = parts.map(({ box }) => box.on(destinationPort));
      return (or !== undefined && own.some((set) => set.isEverything)) || servicesIn(own).length > 0;
    }),
  );
}

/** The ports of services in sets; none where one of these is any port, or many. */
function servicesIn(asked: readonly Intervals[]): readonly number[] {
  if (asked.some((set) => set.isEverything || size(set.cuts) > MOST_PORTS)) return [];
  return PORTS.filter((port) => asked.some((set) => set.has(port)));
}

/** What a rule opens to addresses of the world. */
interface Opened {
  readonly ports: readonly number[];
  /** All of them are let in; otherwise some are. */
  readonly isWhole: boolean;
}

const NOTHING: Opened = { ports: [], isWhole: true };

function openIn(table: PacketTable, outside: Outside, hook: Hook, admission: Admission): Opened {
  const { step, path } = admission;
  const { source, destination, destinationPort, inputInterface } = AXES[table.family];
  const own = step.parts.map(({ box }) => box.on(destinationPort));
  // A chain for one service asks for the port where rules jump to it.
  const asked = own.some((set) => set.isEverything) ? path.boxes.map((box) => box.on(destinationPort)) : own;
  const ports = servicesIn(asked);
  if (ports.length === 0) return NOTHING;
  const open = admission.boxes.filter(
    (box) =>
      (!PRIVATE[table.family].contains(box.on(destination)) || (hook === 'FORWARD' && table.changesPorts)) &&
      (hook === 'INPUT' ? outside.isLikelyOuter(box.on(inputInterface)) : isExit(box.on(inputInterface), outside)) &&
      box.literals.length === 0,
  );
  const isWhole = open.some((box) => isWorld(box.on(source), table.family));
  if (open.length === 0 || (!isWhole && !isPiece(table.family, admission))) return NOTHING;
  if (!isPlain(table, step.line) || !path.places.every(({ before }) => isPlain(table, before.line))) return NOTHING;
  if (!getsTo(table.reach, admission, admission.boxes) || isGuarded(table, admission)) return NOTHING;
  return { ports, isWhole };
}

/** One interface of those that surely lead outside. */
function isExit(interfaces: Intervals, { exits }: Outside): boolean {
  const name = nameIn(interfaces);
  return name !== undefined && exits.has(name);
}

/** A rule for a large part of all addresses, in a chain for all of them. */
function isPiece(family: Family, { step, path }: Admission): boolean {
  const { source } = AXES[family];
  return (
    path.boxes.every((box) => box.on(source).isEverything) &&
    step.parts.some(({ box }) => isLargePart(box.on(source), family))
  );
}

/** Rules that open a port to a part of the world each, of which all together may open it to the whole. */
class Pieces {
  private readonly family: Family;
  private readonly known = new Map<number, { sources: Intervals; readonly lines: number[] }>();

  constructor(family: Family) {
    this.family = family;
  }

  /** Takes another one; true where no address of the world is left. */
  complete(port: number, { step }: Admission): boolean {
    const { source } = AXES[this.family];
    const piece = this.known.get(port) ?? { sources: source.nothing, lines: [] };
    this.known.set(port, piece);
    for (const { box } of step.parts) piece.sources = piece.sources.union(box.on(source));
    piece.lines.push(step.line);
    return isAllOfWorld(piece.sources, this.family);
  }

  linesBefore(ports: readonly number[], line: number): readonly number[] {
    const lines = ports.flatMap((port) => this.known.get(port)?.lines ?? []);
    return [...new Set(lines)].filter((one) => one !== line).sort((a, b) => a - b);
  }
}

function isPlain({ file }: PacketTable, line: number): boolean {
  return file
    .rule(line)
    .instances.every(({ known: { extension } }) => extension.kind === 'target' || OPEN_MATCHES.has(extension.name));
}

/** A rule before it refuses those packets by some interface, or unless they come from somewhere that the file does not tell. */
function isGuarded(table: PacketTable, { chain, step, path, boxes }: Admission): boolean {
  return [...path.places, { chain, before: step }].some((place) =>
    place.chain.steps.slice(0, place.before.at).some(({ verdict, parts, line, isSure }) => {
      const fate = fateOf(verdict);
      if (fate === 'accept' || (fate === undefined && isSure)) return false;
      const met = parts.filter(({ box }) => boxes.some((one) => one.intersects(box)));
      if (met.length === 0) return false;
      const { inputInterface } = AXES[table.family];
      if (met.some(({ box }) => !box.on(inputInterface).isEverything)) return true;
      return GUARDS.test(table.file.lines.line(line));
    }),
  );
}

function size(cuts: readonly (number | bigint | string)[]): number {
  let count = 0;
  for (let i = 0; i < cuts.length; i += 2) count += Number(cuts[i + 1] ?? 65536) - Number(cuts[i] ?? 0);
  return count;
}
