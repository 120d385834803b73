// The words by which people say something of a packet and of the machine, as the command line and editors take them.

import type { HostFacts, PacketFacts } from './facts.ts';

/** What was said of the packet, by the fields of the JSON form; not yet looked at. */
export type GivenPacket = { readonly [F in keyof PacketFacts]?: unknown };

/** How a word is written where it was said: `--in` on the command line, `in` in an editor. */
export type Spelling = (word: string) => string;

/** Words with a value, with the field of the JSON form that they stand for. */
export const FIELD_WORDS: ReadonlyMap<string, { readonly field: keyof PacketFacts; readonly kind: 'text' | 'number' }> =
  new Map([
    ['in', { field: 'in', kind: 'text' }],
    ['out', { field: 'out', kind: 'text' }],
    ['path', { field: 'path', kind: 'text' }],
    ['src', { field: 'src', kind: 'text' }],
    ['dst', { field: 'dst', kind: 'text' }],
    ['proto', { field: 'proto', kind: 'text' }],
    ['sport', { field: 'sport', kind: 'number' }],
    ['dport', { field: 'dport', kind: 'number' }],
    ['flags', { field: 'flags', kind: 'text' }],
    ['icmp-type', { field: 'icmp_type', kind: 'number' }],
    ['icmp-code', { field: 'icmp_code', kind: 'number' }],
    ['ttl', { field: 'ttl', kind: 'number' }],
    ['tos', { field: 'tos', kind: 'number' }],
    ['mark', { field: 'mark', kind: 'number' }],
    ['length', { field: 'length', kind: 'number' }],
    ['mac-src', { field: 'mac_src', kind: 'text' }],
    ['pkttype', { field: 'pkttype', kind: 'text' }],
    ['uid', { field: 'uid', kind: 'number' }],
    ['gid', { field: 'gid', kind: 'number' }],
    ['state', { field: 'ctstate', kind: 'text' }],
    ['ctdir', { field: 'ctdir', kind: 'text' }],
  ] as const);

/** Words without a value. */
export const SWITCH_WORDS: ReadonlySet<string> = new Set(['from-here', 'to-here']);
/** Words of the machine, which may stand several times. */
export const HOST_WORDS: ReadonlySet<string> = new Set(['address', 'route']);

/** What was said, by word. */
export interface Said {
  /** Of switches the empty text. */
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** The packet that was said; what is no word of it is left alone. */
export function packetOf(
  { values }: Said,
  spelt: Spelling,
): { readonly value: GivenPacket } | { readonly wrong: string } {
  const packet: Record<string, unknown> = values.has('from-here') ? { origin: 'box' } : {};
  if (values.has('to-here') && values.has('dst'))
    return {
      wrong: `"${spelt('to-here')}" and "${spelt('dst')}" exclude each other: both say where the packet goes.`,
    };
  for (const [word, text] of values) {
    const known = FIELD_WORDS.get(word);
    if (!known) continue;
    if (known.kind === 'number' && !/^(\d+|0x[0-9a-f]+)$/i.test(text))
      return { wrong: `"${spelt(word)}" takes a number, not "${text}".` };
    packet[known.field] = known.kind === 'number' ? Number(text) : text;
  }
  return { value: packet };
}

type GivenHost = Readonly<Pick<HostFacts, 'addresses' | 'routes'>>;

/** The machine that was said; undefined where nothing was. */
export function hostOf({ lists }: Said, spelt: Spelling): GivenHost | { readonly wrong: string } | undefined {
  if (lists.size === 0) return undefined;
  const addresses: Record<string, string[]> = {};
  for (const text of lists.get('address') ?? []) {
    const [dev, address, ...more] = text.split('=');
    if (!dev || !address || more.length > 0)
      return {
        wrong: `"${spelt('address')}" takes an interface and an address such as eth0=192.0.2.1/24, not "${text}".`,
      };
    addresses[dev] = [...(addresses[dev] ?? []), address];
  }
  const routes: { to: string; dev: string }[] = [];
  for (const text of lists.get('route') ?? []) {
    const [to, dev, ...more] = text.split('=');
    if (!to || !dev || more.length > 0)
      return { wrong: `"${spelt('route')}" takes a network and an interface such as default=eth0, not "${text}".` };
    routes.push({ to, dev });
  }
  return { addresses, routes };
}
