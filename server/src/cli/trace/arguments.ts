// The command line of `iptables-lint trace`: its words, and what is wrong with them.

import type { HostFacts } from '../../analysis/trace/facts.ts';
import { type GivenPacket, hostOf, packetOf } from '../../analysis/trace/words.ts';
import { readFamily } from '../../lsp/settings.ts';
import type { Backend, Family } from '../../vocabulary/schema.ts';
import { readBackend } from '../options/common.ts';
import { type GivenOptions, type Otherwise, readOptions } from '../options/read.ts';
import { TRACE } from './command-line.ts';

/** An option is a word with two dashes. */
export const spelt = (word: string): string => `--${word}`;

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

/** What may stand beside `--packets`: it says nothing of the packet or the machine. */
const BESIDE_PACKETS: ReadonlySet<string> = new Set(['family', 'backend', 'format', 'packets']);

/** Reads the words behind `trace`. */
export function parseTrace(words: readonly string[]): ParsedTrace {
  const given = readOptions(words, TRACE);
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
  const [field] = [...values.keys(), ...lists.keys()].filter((name) => !BESIDE_PACKETS.has(name));
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
