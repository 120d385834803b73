// The command line of `iptables-lint trace`: its words, and what is wrong with them.

import type { HostFacts } from '../../analysis/trace/facts.ts';
import {
  FIELD_WORDS,
  type GivenPacket,
  HOST_WORDS,
  hostOf,
  packetOf,
  SWITCH_WORDS,
} from '../../analysis/trace/words.ts';
import { readFamily } from '../../lsp/settings.ts';
import type { Backend, Family } from '../../vocabulary/schema.ts';
import {
  BACKENDS,
  FAMILIES,
  type GivenOptions,
  type OptionNames,
  type Otherwise,
  readBackend,
  readOptions,
} from '../options.ts';

/** An option is a word with two dashes. */
export const spelt = (word: string): string => `--${word}`;

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

export interface TraceArguments {
  readonly path: string;
  readonly family: Family | undefined;
  readonly backend: Backend | 'both';
  /** JSON lines from standard input; otherwise `packet` and `host` are on the command line. */
  readonly isStream: boolean;
  readonly packet: GivenPacket;
  readonly host: HostFacts | undefined;
}

export type ParsedTrace = { readonly kind: 'run'; readonly arguments: TraceArguments } | Otherwise;

const CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  ['family', FAMILIES],
  ['backend', BACKENDS],
  ['format', ['json', 'text']],
  ['packets', ['-']],
]);
const OPTIONS: OptionNames = {
  valued: new Map([...[...FIELD_WORDS.keys()].map((name) => [name, undefined] as const), ...CHOICES]),
  switches: SWITCH_WORDS,
  lists: HOST_WORDS,
};

/** Reads the words behind `trace`. */
export function parseTrace(words: readonly string[]): ParsedTrace {
  const given = readOptions(words, OPTIONS);
  return given.kind === 'given' ? assemble(given) : given;
}

function assemble({ values, lists, paths }: GivenOptions): ParsedTrace {
  const [path, ...more] = paths;
  if (path === undefined) return wrong('Name the file with the rules.');
  if (more.length > 0) return wrong(`A trace takes one file, and "${more[0]}" is another.`);
  const isStream = values.has('packets');
  if (isStream && path === '-') return wrong('Standard input has the packets, so the rules need a file.');
  if (isStream && values.get('format') !== 'json') return wrong('"--packets -" needs "--format json".');
  if (!isStream && values.get('format') === 'json') return wrong('"--format json" needs "--packets -".');
  const [field] = [...values.keys(), ...lists.keys()].filter((name) => !CHOICES.has(name));
  if (isStream && field !== undefined)
    return wrong(`"${spelt(field)}" does not go with "--packets -": say it in the JSON lines.`);
  const packet = packetOf({ values, lists }, spelt);
  if ('wrong' in packet) return wrong(packet.wrong);
  const host = hostOf({ values, lists }, spelt);
  if (host && 'wrong' in host) return wrong(host.wrong);
  return {
    kind: 'run',
    arguments: {
      path,
      family: readFamily(values.get('family')),
      backend: readBackend(values.get('backend')),
      isStream,
      packet: packet.value,
      host,
    },
  };
}

function wrong(sentence: string): ParsedTrace {
  return { kind: 'wrong', sentence };
}
