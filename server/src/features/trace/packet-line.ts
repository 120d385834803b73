// A packet in a line of words, as it is typed in an editor: `in eth0 src 203.0.113.5 tcp dport 22`.

import type { HostFacts, PacketFacts } from '../../analysis/trace/facts.ts';
import { filledPacket } from '../../analysis/trace/fill.ts';
import { protocolOf, readHost } from '../../analysis/trace/read-facts.ts';
import {
  FIELD_WORDS,
  type GivenPacket,
  HOST_WORDS,
  hostOf,
  packetOf,
  SWITCH_WORDS,
} from '../../analysis/trace/words.ts';
import { protocolName } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';

/** A packet with what was left out, and what was told of the machine. */
export interface AskedPacket {
  readonly packet: PacketFacts;
  readonly host: HostFacts;
}

/** Words that people say for others. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['from', 'src'],
  ['to', 'dst'],
  ['port', 'dport'],
]);

const plain = (word: string): string => word;

/** The packet that a line says; `wrong` is a sentence about what is wrong with the line. */
export function readPacketLine(line: string, family: Family): AskedPacket | { readonly wrong: string } {
  const said = wordsOf(line);
  if ('wrong' in said) return said;
  const given = packetOf(said, plain);
  if ('wrong' in given) return given;
  const host = hostOf(said, plain);
  if (host && 'wrong' in host) return host;
  const machine = host ? readHost(host) : { value: {} };
  if ('wrong' in machine) return machine;
  const packet = filledPacket(given.value, machine.value, family, plain);
  return 'wrong' in packet ? packet : { packet: packet.value, host: machine.value };
}

interface Words {
  readonly values: Map<string, string>;
  readonly lists: Map<string, string[]>;
}

function wordsOf(line: string): Words | { readonly wrong: string } {
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const words = line.trim().split(/\s+/);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '') continue;
    const bare = word.startsWith('--') ? word.slice(2) : word;
    const name = SYNONYMS.get(bare) ?? bare;
    if (SWITCH_WORDS.has(name)) {
      values.set(name, '');
      continue;
    }
    const isField = FIELD_WORDS.has(name);
    if (!isField && !HOST_WORDS.has(name)) {
      const wrong = takeProtocol(values, word);
      if (wrong !== undefined) return { wrong };
      continue;
    }
    const value = words[++at];
    if (value === undefined) return { wrong: `"${name}" needs a value.` };
    if (!isField) lists.set(name, [...(lists.get(name) ?? []), value]);
    else if (values.has(name)) return { wrong: `"${name}" stands twice.` };
    else values.set(name, value);
  }
  return { values, lists };
}

/** A protocol may stand without `proto` before it. */
function takeProtocol(values: Map<string, string>, word: string): string | undefined {
  if (/^\d+$/.test(word) || protocolOf(word) === undefined)
    return `"${word}" is no word of a packet. Say for example: in eth0 src 203.0.113.5 tcp dport 22`;
  if (values.has('proto')) return 'The protocol stands twice.';
  values.set('proto', word);
  return undefined;
}

/** The words of a packet, those that say the most first. */
export function packetLine(given: GivenPacket): string {
  const words = given.origin === undefined ? [] : ['from-here'];
  for (const [word, { field }] of FIELD_WORDS) {
    const value = given[field];
    if (value === undefined || value === null) continue;
    if (word === 'proto') words.push(protocolWord(value));
    else words.push(word, String(value));
  }
  return words.join(' ');
}

function protocolWord(value: unknown): string {
  const name = typeof value === 'number' ? protocolName(value) : String(value);
  return name !== undefined && !/^\d/.test(name) && protocolOf(name) === protocolOf(String(value))
    ? name
    : `proto ${value}`;
}
