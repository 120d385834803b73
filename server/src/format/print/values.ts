// How iptables-save prints a value by its kind, where all options with such a value print it alike.

import { readValue } from '../../vocabulary/values/index.ts';
import type { ReadContext } from '../../vocabulary/values/kind.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import type {
  IcmpTypeMeaning,
  MacMeaning,
  MarkMeaning,
  MeaningOf,
  PortsMeaning,
  TcpFlagsMeaning,
} from '../../vocabulary/values/meaning.ts';
import { addressRangeText, interfaceText, natPortsText, natRangeText, networkOfExtension } from './addresses.ts';
import { hex, rangeText, rateText } from './numbers.ts';

type KindName = Value['kind'];
type ValueOf<K extends KindName> = Extract<Value, { readonly kind: K }>;
type Printer<K extends KindName> = (meaning: MeaningOf[K], context: ReadContext) => string | undefined;

/** What a word means, where it means something that is sure; kinds that no entry prints have their own options say it. */
const PRINTERS: { readonly [K in KindName]?: Printer<K> } = {
  account: (meaning) =>
    meaning.kind === 'unknown' || meaning.first > meaning.last
      ? undefined
      : meaning.first === meaning.last
        ? String(meaning.first)
        : `${meaning.first}-${meaning.last}`,
  'address-range': addressRangeText,
  choice: ({ choices: [first, ...more], numbers }) => (more.length > 0 || numbers.length > 0 ? undefined : first?.name),
  host: networkOfExtension,
  'icmp-type': icmpText,
  integer: ({ value }) => String(value),
  'integer-range': rangeText,
  interface: interfaceText,
  'log-level': ({ level }) => String(level),
  mac: macText,
  mark: markText,
  'nat-ports': natPortsText,
  'nat-range': (meaning, { family }) => natRangeText(meaning, family),
  network: networkOfExtension,
  port: portsText,
  'port-list': portsText,
  'port-range': portsText,
  protocol: ({ number }) => String(number),
  rate: (meaning) => (meaning.of === 'packets' ? rateText(meaning) : undefined),
  'set-directions': ({ directions }) => directions.join(','),
  'tcp-flags': flagsText,
  tos: ({ value, mask }) => `${hex(value, 2)}/${hex(mask, 2)}`,
};

/** A word as iptables-save prints it; undefined where that is not known, or the machine decides. Never throws. */
export function printedValue<K extends KindName>(
  text: string,
  value: ValueOf<K> & { readonly kind: K },
  context: ReadContext,
): string | undefined {
  const print: Printer<K> | undefined = PRINTERS[value.kind];
  const meaning = print && readValue<K>(text, value, context);
  return print && meaning && print(meaning, context);
}

/** The meaning of a word of this kind; undefined where it is of another. */
export function meaningOf<K extends KindName>(
  kind: K,
  text: string,
  value: Value | undefined,
  context: ReadContext,
): MeaningOf[K] | undefined {
  return isKind(value, kind) ? readValue<K>(text, value, context) : undefined;
}

function isKind<K extends KindName>(value: Value | undefined, kind: K): value is ValueOf<K> & { readonly kind: K } {
  return value?.kind === kind;
}

function portsText({ ranges }: PortsMeaning): string | undefined {
  let list = '';
  for (const range of ranges) {
    const text = rangeText(range);
    // Of a range of all ports some options print nothing.
    if (text === undefined || text === '0:65535') return undefined;
    list += list === '' ? text : `,${text}`;
  }
  return list;
}

/** Only the first code of a range is saved, so a range is left as it is written. */
function icmpText({ type, codes: { first, last } }: IcmpTypeMeaning): string | undefined {
  if (type === 'any') return 'any';
  if (type === 255) return undefined;
  if (first === 0 && last === 255) return String(type);
  return first === last ? `${type}/${first}` : undefined;
}

function macText({ bytes }: MacMeaning): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

function markText({ value, mask }: MarkMeaning): string {
  return mask === 0xffffffff ? hex(value) : `${hex(value)}/${hex(mask)}`;
}

const FLAG_NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] as const;

function flagsText({ flags }: TcpFlagsMeaning): string {
  return flags === 0 ? 'NONE' : FLAG_NAMES.filter((_, bit) => flags & (1 << bit)).join(',');
}
