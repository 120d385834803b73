// Reads a line that LOG, TRACE or NFLOG wrote of a packet: kernel log, ulogd, xtables-monitor; IPv4 and IPv6.

import { familyOfAddress } from '../../analysis/trace/addresses.ts';
import type { PacketFacts } from '../../analysis/trace/facts.ts';
import { protocolOf } from '../../analysis/trace/read-facts.ts';
import type { Family } from '../../vocabulary/schema.ts';

/** What a line says of its packet, and what it leaves open; or what is wrong with it. */
export type LoggedPacket =
  | { readonly packet: PacketFacts; readonly family: Family; readonly notes: readonly string[] }
  | { readonly wrong: string };

/** Whether a text is meant as a line of a log, whole or not. */
export function looksLogged(text: string): boolean {
  return /\b(SRC|DST)=\S/.test(text) || /\bIN=\S*\s.*\bOUT=/.test(text);
}

/** Of the Ethernet header that LOG prints: to whom, from whom, what kind. */
const MAC_OF_SENDER = /^(?:[0-9a-f]{2}:){6}((?:[0-9a-f]{2}:){5}[0-9a-f]{2})(?::|$)/i;
const MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;
const ICMP: readonly number[] = [1, 58];
const TCP = 6;
const FLAGS: Readonly<Record<string, string>> = { SYN: 'S', ACK: 'A', FIN: 'F', RST: 'R', PSH: 'P', URG: 'U' };
const USUAL_TTL = 64;
/** The bits of the type of service that the kernel prints as TOS and as PREC. */
const HEX: readonly string[] = ['TOS', 'PREC', 'TC'];

/** The packet of a line. The prefix is skipped, except for what TRACE says in it. */
export function readLogLine(text: string): LoggedPacket {
  // An ICMP error quotes the packet that it speaks of in brackets; those of dates and prefixes hold no address.
  const own = text.replace(/\[\s*(?=SRC=)[^\]]*\]?/g, ' ');
  const words = own.split(/\s+/);
  const values = valuesIn(own);
  const [source, destination] = [values.get('SRC'), values.get('DST')];
  if (source === undefined || destination === undefined) {
    return {
      wrong:
        'This is no line of a packet: one that LOG, TRACE or NFLOG wrote has "IN=", "OUT=", "SRC=" and "DST=". Paste the whole line.',
    };
  }
  if (words.some((word) => word === 'MF' || word.startsWith('FRAG:')))
    return { wrong: 'The packet of this line is a part of a larger one (FRAG), which cannot be traced from here.' };
  const named = values.get('PROTO');
  if (named === undefined) return { wrong: '"PROTO=" is missing, so the line is cut off. Paste the whole line.' };
  const proto = protocolOf(named.toLowerCase() === 'icmpv6' ? 'ipv6-icmp' : named.toLowerCase());
  if (proto === undefined) return { wrong: `"PROTO=${named}" is no protocol that is known here.` };
  const way = wayOf(values, own);
  if ('wrong' in way) return way;
  const packet: PacketFacts = {
    ...way.facts,
    src: source,
    dst: destination,
    proto,
    ...portsOf(values),
    ...(proto === TCP && { flags: flagsOf(words) }),
    ...(ICMP.includes(proto) && icmpOf(values)),
    ...restOf(values, way.facts.path === 'forward'),
  };
  const state = proto === TCP && packet.flags !== 'S' ? [NO_STATE] : [];
  return { packet, family: familyOfAddress(source), notes: [...way.notes, ...state] };
}

const NO_STATE =
  'A log line does not say whether the packet belongs to a connection: add "state ESTABLISHED" where it does.';
const MAY_BE_FORWARDED =
  'The line does not say where the packet was going: it is taken as meant for this machine. Add "path forward" and "out" where it was not.';
const MAY_BE_FOREIGN = 'The line says no interface by which the packet came in: it is taken as sent by this machine.';

/** The first of each `KEY=value`, since what comes later may be quoted from another packet. */
function valuesIn(text: string): ReadonlyMap<string, string> {
  // A prefix without a blank at its end runs into the first key: DROPIN=eth0.
  const [, input, output] = /IN=(\S*) +OUT=(\S*)/.exec(text) ?? [];
  const values = new Map<string, string>();
  if (input !== undefined && output !== undefined) values.set('IN', input).set('OUT', output);
  for (const [, key = '', value = ''] of text.matchAll(/(?<!\w)([A-Z]+)=(\S*)/g)) {
    if (!values.has(key)) values.set(key, value);
  }
  return values;
}

type Way =
  | { readonly facts: Pick<PacketFacts, 'in' | 'out' | 'origin' | 'path'>; readonly notes: readonly string[] }
  | { readonly wrong: string };

function wayOf(values: ReadonlyMap<string, string>, text: string): Way {
  const [input = '', output = ''] = [values.get('IN'), values.get('OUT')];
  if (input !== '' && output !== '') return { facts: { in: input, out: output, path: 'forward' }, notes: [] };
  if (input !== '') {
    const isSure = /\bINPUT\b/.test(text);
    return { facts: { in: input, path: 'input' }, notes: isSure ? [] : [MAY_BE_FORWARDED] };
  }
  if (output === '')
    return { wrong: 'Neither "IN=" nor "OUT=" names an interface, so nobody knows the way of the packet.' };
  const isSure = /\bOUTPUT\b/.test(text);
  return { facts: { origin: 'box', out: output, path: 'output' }, notes: isSure ? [] : [MAY_BE_FOREIGN] };
}

function portsOf(values: ReadonlyMap<string, string>): Partial<PacketFacts> {
  const sport = numberIn(values, 'SPT', 'SPORT');
  const dport = numberIn(values, 'DPT', 'DPORT');
  return { ...(sport !== undefined && { sport }), ...(dport !== undefined && { dport }) };
}

function flagsOf(words: readonly string[]): string {
  return words.flatMap((word) => (Object.hasOwn(FLAGS, word) ? (FLAGS[word] ?? []) : [])).join('');
}

function icmpOf(values: ReadonlyMap<string, string>): Partial<PacketFacts> {
  const [type, code] = [numberIn(values, 'TYPE'), numberIn(values, 'CODE')];
  return { ...(type !== undefined && { icmp_type: type }), ...(code !== undefined && { icmp_code: code }) };
}

function restOf(values: ReadonlyMap<string, string>, isForwarded: boolean): Partial<PacketFacts> {
  const ttl = numberIn(values, 'TTL', 'HOPLIMIT');
  // One was taken off before FORWARD, which is where such lines come from.
  const came = ttl === undefined ? undefined : Math.min(255, ttl + (isForwarded ? 1 : 0));
  const tos = HEX.reduce((all, key) => all | (Number.parseInt(values.get(key) ?? '0', 16) || 0), 0) & 255;
  const length = numberIn(values, 'LEN');
  const mark = numberIn(values, 'MARK');
  const [uid, gid] = [numberIn(values, 'UID'), numberIn(values, 'GID')];
  const mac = MAC.exec(values.get('MACSRC') ?? '')?.[0] ?? MAC_OF_SENDER.exec(values.get('MAC') ?? '')?.[1];
  return {
    ...(came !== undefined && came !== USUAL_TTL && { ttl: came }),
    ...(tos !== 0 && { tos }),
    ...(mark !== undefined && mark !== 0 && { mark }),
    ...(length !== undefined && { length }),
    ...(mac !== undefined && { mac_src: mac.toLowerCase() }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  };
}

/** The number behind the first of the keys that is there. */
function numberIn(values: ReadonlyMap<string, string>, ...keys: readonly string[]): number | undefined {
  const text = keys.map((key) => values.get(key)).find((value) => value !== undefined);
  return text !== undefined && /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : undefined;
}
