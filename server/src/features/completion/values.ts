// Offers of values: the names that a kind of value knows, and what the file itself uses.

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Family } from '../../vocabulary/schema.ts';
import { valueNames } from '../../vocabulary/values/index.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { entryAt } from '../hover/meaning/meaning.ts';
import { SPECIAL_RANGES } from '../hover/meaning/special-ranges.ts';
import { sentence } from '../hover/prose.ts';
import type { Cursor } from './cursor.ts';
import { addressesNear, interfacesNear } from './nearby.ts';
import type { Offer } from './offer.ts';

/** Offers for one entry of a word, and where that entry stands in it. */
export interface ValueOffers {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
}

const USUAL_PROTOCOLS: Readonly<Record<Family, readonly string[]>> = {
  4: ['tcp', 'udp', 'icmp', 'all'],
  6: ['tcp', 'udp', 'ipv6-icmp', 'icmpv6', 'all'],
};
const USUAL_SERVICES: readonly string[] = [
  'ssh',
  'http',
  'https',
  'domain',
  'ntp',
  'smtp',
  'submission',
  'imaps',
  'ftp',
  'rsync',
  'git',
  'openvpn',
];
const RATES: readonly string[] = ['5/minute', '10/second', '1/second', '3/hour', '1/day'];
const RATE_UNITS: readonly string[] = ['second', 'minute', 'hour', 'day'];

/** What may stand for the value at the cursor; of a list, for the entry at the cursor. */
export function valueOffers(cursor: Cursor, value: Value): ValueOffers {
  const { word } = cursor;
  const at = cursor.column - cursor.start;
  const { from, to } = entryAt(word, at, separatorsOf(value));
  const others = entriesBeside(word, from, to, value);
  return { from, to, offers: offersFor(cursor, value, word.slice(from, at)).filter(({ label }) => !others.has(label)) };
}

/** What cuts a word of this kind into entries that are completed one by one. */
function separatorsOf(value: Value): string {
  switch (value.kind) {
    case 'choice':
      return `${value.list ?? ''}${value.orList ?? ''}`;
    case 'port-range':
      return ':';
    case 'port-list':
      return ',:';
    case 'network':
      return value.list ? ',' : '';
    case 'tcp-flags':
    case 'set-directions':
      return ',';
    default:
      return '';
  }
}

/** Names that the list has already; a direction may be given twice, and a port is a range's other end. */
function entriesBeside(word: string, from: number, to: number, value: Value): ReadonlySet<string> {
  if (value.kind !== 'choice' && value.kind !== 'tcp-flags') return new Set();
  return new Set([...word.slice(0, from).split(/[,+|]/), ...word.slice(to).split(/[,+|]/)]);
}

function offersFor(cursor: Cursor, value: Value, typed: string): Offer[] {
  switch (value.kind) {
    case 'interface':
      return interfaceOffers(cursor);
    case 'network':
    case 'host':
      return addressOffers(cursor);
    case 'rate':
      return rateOffers(typed);
    default: {
      const usual =
        value.kind === 'protocol'
          ? USUAL_PROTOCOLS[cursor.family]
          : value.kind.startsWith('port')
            ? USUAL_SERVICES
            : [];
      return valueNames(value, { family: cursor.family }).map(({ name, summary }): Offer => {
        const first = usual.indexOf(name);
        return {
          label: name,
          kind: CompletionItemKind.EnumMember,
          documentation: summary,
          rank: first >= 0 ? first : 5,
        };
      });
    }
  }
}

function interfaceOffers({ file, line }: Cursor): Offer[] {
  const loopback: Offer = {
    label: 'lo',
    kind: CompletionItemKind.Value,
    detail: 'loopback: the machine talks to itself',
    rank: 1,
  };
  const near = interfacesNear(file, line).map(
    (label): Offer => ({ label, kind: CompletionItemKind.Value, detail: 'used in this file', rank: 0 }),
  );
  return [...near.filter(({ label }) => label !== 'lo'), loopback];
}

function addressOffers({ file, line, family }: Cursor): Offer[] {
  const near = addressesNear(file, line).map(
    (label): Offer => ({ label, kind: CompletionItemKind.Value, detail: 'used in this file', rank: 0 }),
  );
  const special = SPECIAL_RANGES.filter(
    (range) => range.family === family && !range.says.startsWith('multicast to'),
  ).map(
    ({ network, says }): Offer => ({
      label: network,
      kind: CompletionItemKind.Constant,
      documentation: sentence(says),
      rank: 1,
    }),
  );
  return [...near, ...special];
}

function rateOffers(typed: string): Offer[] {
  const number = /^(\d+)\//.exec(typed)?.[1] ?? /^(\d+)$/.exec(typed)?.[1];
  const rates = number === undefined ? RATES : RATE_UNITS.map((unit) => `${number}/${unit}`);
  return rates.map((label): Offer => ({ label, kind: CompletionItemKind.Value, rank: 0 }));
}
