// The command line of `iptables-lint trace`: its words, and what is wrong with them.

import type { HostFacts, PacketFacts } from '../../analysis/trace/facts.ts';
import { readFamily } from '../../lsp/settings.ts';
import type { Backend, Family } from '../../vocabulary/schema.ts';

/** Options that say something of the packet, with the field of the JSON form that they stand for. */
const FIELDS: Readonly<Record<string, { readonly field: string; readonly kind: 'text' | 'number' }>> = {
  '--in': { field: 'in', kind: 'text' },
  '--out': { field: 'out', kind: 'text' },
  '--path': { field: 'path', kind: 'text' },
  '--src': { field: 'src', kind: 'text' },
  '--dst': { field: 'dst', kind: 'text' },
  '--proto': { field: 'proto', kind: 'text' },
  '--sport': { field: 'sport', kind: 'number' },
  '--dport': { field: 'dport', kind: 'number' },
  '--flags': { field: 'flags', kind: 'text' },
  '--icmp-type': { field: 'icmp_type', kind: 'number' },
  '--icmp-code': { field: 'icmp_code', kind: 'number' },
  '--ttl': { field: 'ttl', kind: 'number' },
  '--tos': { field: 'tos', kind: 'number' },
  '--mark': { field: 'mark', kind: 'number' },
  '--length': { field: 'length', kind: 'number' },
  '--mac-src': { field: 'mac_src', kind: 'text' },
  '--pkttype': { field: 'pkttype', kind: 'text' },
  '--uid': { field: 'uid', kind: 'number' },
  '--gid': { field: 'gid', kind: 'number' },
  '--state': { field: 'ctstate', kind: 'text' },
  '--ctdir': { field: 'ctdir', kind: 'text' },
};

export const TRACE_USAGE = `iptables-lint trace: what becomes of a packet under the rules of a file

Usage: iptables-lint trace FILE [--family 4|6] [--backend legacy|nft] PACKET...
       iptables-lint trace FILE [--family 4|6] [--backend legacy|nft] --packets - --format json

The packet:
  --in INTERFACE           came in by it, or
  --from-here              this machine sends it
  --src ADDRESS            where it comes from
  --dst ADDRESS            where it goes to; left out, or with --to-here: an address of this machine
  --proto NAME             tcp, udp, icmp, ipv6-icmp ... or a number (tcp)
  --sport, --dport PORT    --sport left out: 50000, for tcp and udp
  --state STATE            NEW, ESTABLISHED, RELATED, INVALID, UNTRACKED; left out: worked out, NEW for a SYN
  --flags LETTERS          those of SAFRPU that are set; left out: S, and with --state ESTABLISHED A
  --icmp-type, --icmp-code NUMBER   left out: an echo request
  --ttl, --tos, --mark, --length NUMBER; --mac-src ADDRESS; --pkttype TYPE; --uid, --gid NUMBER; --ctdir DIRECTION

The machine:
  --address INTERFACE=ADDRESS/LENGTH   one of its addresses; may stand several times
  --route NETWORK=INTERFACE            a route, NETWORK may be default; may stand several times
  --path input|forward, --out INTERFACE   where the packet goes, instead of addresses and routes

Exit status: 0 there is an answer ("unknown" is one), 2 wrong usage or something could not be read.
More in docs/analysis/trace.md.
`;

/** What was said of the packet, by the fields of the JSON form; not yet looked at. */
export type GivenPacket = { readonly [F in keyof PacketFacts]?: unknown };

export interface TraceArguments {
  readonly path: string;
  readonly family: Family | undefined;
  readonly backend: Backend | 'both';
  /** JSON lines from standard input; otherwise `packet` and `host` are on the command line. */
  readonly isStream: boolean;
  readonly packet: GivenPacket;
  readonly host: HostFacts | undefined;
}

export type ParsedTrace =
  | { readonly kind: 'run'; readonly arguments: TraceArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  '--family': ['4', '6', 'auto'],
  '--backend': ['legacy', 'nft', 'both'],
  '--format': ['json', 'text'],
  '--packets': ['-'],
};
const SWITCHES: ReadonlySet<string> = new Set(['--from-here', '--to-here']);
const LISTS: ReadonlySet<string> = new Set(['--address', '--route']);

/** What was given, by option. */
interface Given {
  readonly values: Map<string, string>;
  readonly lists: Map<string, string[]>;
  readonly paths: string[];
}

/** Reads the words behind `trace`. */
export function parseTrace(words: readonly string[]): ParsedTrace {
  const given: Given = { values: new Map(), lists: new Map(), paths: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '-' || !word.startsWith('-')) {
      given.paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (SWITCHES.has(name)) {
      given.values.set(name, '');
      continue;
    }
    if (!(name in FIELDS) && !(name in CHOICES) && !LISTS.has(name)) return wrong(`Unknown option "${name}".`);
    const value = equals < 0 ? words[++at] : word.slice(equals + 1);
    if (value === undefined) return wrong(`"${name}" needs a value.`);
    const choices = CHOICES[name];
    if (choices && !choices.includes(value)) return wrong(`"${name}" takes ${choices.join(', ')}, not "${value}".`);
    if (LISTS.has(name)) given.lists.set(name, [...(given.lists.get(name) ?? []), value]);
    else if (given.values.has(name)) return wrong(`"${name}" stands twice.`);
    else given.values.set(name, value);
  }
  return assemble(given);
}

function assemble({ values, lists, paths }: Given): ParsedTrace {
  const [path, ...more] = paths;
  if (path === undefined) return wrong('Name the file with the rules.');
  if (more.length > 0) return wrong(`A trace takes one file, and "${more[0]}" is another.`);
  const isStream = values.has('--packets');
  if (isStream && path === '-') return wrong('Standard input has the packets, so the rules need a file.');
  if (isStream && values.get('--format') !== 'json') return wrong('"--packets -" needs "--format json".');
  if (!isStream && values.get('--format') === 'json') return wrong('"--format json" needs "--packets -".');
  const [field] = [...values.keys(), ...lists.keys()].filter((name) => !(name in CHOICES));
  if (isStream && field !== undefined)
    return wrong(`"${field}" does not go with "--packets -": say it in the JSON lines.`);
  const packet = packetOf(values);
  if ('wrong' in packet) return wrong(packet.wrong);
  const host = hostOf(lists);
  if (host && 'wrong' in host) return wrong(host.wrong);
  const backend = values.get('--backend');
  return {
    kind: 'run',
    arguments: {
      path,
      family: readFamily(values.get('--family')),
      backend: backend === 'nft' || backend === 'legacy' ? backend : 'both',
      isStream,
      packet: packet.value,
      host,
    },
  };
}

type Packet = { readonly value: GivenPacket } | { readonly wrong: string };

function packetOf(values: ReadonlyMap<string, string>): Packet {
  const packet: Record<string, unknown> = values.has('--from-here') ? { origin: 'box' } : {};
  if (values.has('--to-here') && values.has('--dst'))
    return { wrong: '"--to-here" and "--dst" exclude each other: both say where the packet goes.' };
  for (const [name, text] of values) {
    const known = FIELDS[name];
    if (!known) continue;
    if (known.kind === 'number' && !/^(\d+|0x[0-9a-f]+)$/i.test(text))
      return { wrong: `"${name}" takes a number, not "${text}".` };
    packet[known.field] = known.kind === 'number' ? Number(text) : text;
  }
  return { value: packet };
}

type Host = Readonly<Pick<HostFacts, 'addresses' | 'routes'>>;

function hostOf(lists: ReadonlyMap<string, readonly string[]>): Host | { readonly wrong: string } | undefined {
  if (lists.size === 0) return undefined;
  const addresses: Record<string, string[]> = {};
  for (const text of lists.get('--address') ?? []) {
    const [dev, address, ...more] = text.split('=');
    if (!dev || !address || more.length > 0)
      return { wrong: `"--address" takes an interface and an address such as eth0=192.0.2.1/24, not "${text}".` };
    addresses[dev] = [...(addresses[dev] ?? []), address];
  }
  const routes: { to: string; dev: string }[] = [];
  for (const text of lists.get('--route') ?? []) {
    const [to, dev, ...more] = text.split('=');
    if (!to || !dev || more.length > 0)
      return { wrong: `"--route" takes a network and an interface such as default=eth0, not "${text}".` };
    routes.push({ to, dev });
  }
  return { addresses, routes };
}

function wrong(sentence: string): ParsedTrace {
  return { kind: 'wrong', sentence };
}
