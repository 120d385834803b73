// Offers of values: the names that a kind of value knows, what is likely, and what the file itself uses.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { gravity } from '../../check/finding.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import { checkValue, valueNames } from '../../vocabulary/values/index.ts';
import type { ValueName } from '../../vocabulary/values/kind.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { entryAt } from '../hover/meaning/meaning.ts';
import { SPECIAL_RANGES } from '../hover/meaning/special-ranges.ts';
import { sentence } from '../hover/prose.ts';
import { gist } from './about.ts';
import type { Cursor, Expected } from './cursor.ts';
import { valuesNear } from './nearby.ts';
import type { Offer } from './offer.ts';
import { withoutRefused } from './trial.ts';
import { usualValues } from './usual.ts';

type ExpectedValue = Extract<Expected, { readonly kind: 'value' }>;

/** Offers for one entry of a word, and where that entry stands in it. */
export interface ValueOffers {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
  /** They hang on the letters that are typed. */
  readonly incomplete: boolean;
}

const RANK = { near: 0, usual: 1, nearNumber: 2, name: 3, alias: 4 } as const;

/** What may stand for the value of an option at the cursor; of a list, for the entry at the cursor. */
export function valueOffers(cursor: Cursor, { value, option, owner }: ExpectedValue): ValueOffers {
  const { word } = cursor;
  const at = cursor.column - cursor.start;
  const { from, to } = entryAt(word, at, separatorsOf(value));
  const others = entriesBeside(word, from, to, value);
  const typed = word.slice(from, at);
  const found = value.kind === 'rate' ? rateOffers(typed) : offersFor(cursor, value, option);
  const loads = loadableBehind(cursor, value, word.slice(0, from));
  const free = found.filter(({ label }) => !hasOne(others, label) && loads(label));
  const offers = from === 0 && isIrregular(cursor, owner) ? withoutRefused(cursor, free) : free;
  return { from, to, offers, incomplete: value.kind === 'rate' };
}

/** The value alone does not tell whether the extension takes it here. */
function isIrregular({ head }: Cursor, owner: Extension | undefined): boolean {
  const instance = owner && head.instances.findLast(({ known }) => known.extension === owner);
  return instance !== undefined && (instance.known.check !== undefined || instance.known.optionsRestrict);
}

function hasOne(names: ReadonlySet<string>, label: string): boolean {
  return names.size > 0 && label.split(',').some((name) => names.has(name));
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
  return new Set([...word.slice(0, from).split(/[,+|]/), ...word.slice(to).split(/[,+|]/)].filter((one) => one !== ''));
}

/** Whether a label behind the entries before it is a value that every tool in question takes. */
function loadableBehind({ file, family, rest }: Cursor, value: Value, before: string): (label: string) => boolean {
  const context = { family, protocol: rest.protocol };
  const isFine = (word: string): boolean => {
    const fault = checkValue(word, value, context);
    return !fault || fault.severity !== undefined || gravity(fault, file.settings) === undefined;
  };
  // Services are listed for the protocol already, and there are hundreds.
  if (before === '' && value.kind.startsWith('port')) return () => true;
  const prefix = before === '' || isFine(before.slice(0, -1)) ? before : '';
  return (label) => isFine(prefix + label);
}

function offersFor(cursor: Cursor, value: Value, option: string): Offer[] {
  const { family, rest } = cursor;
  const names = valueNames(value, { family, protocol: rest.protocol });
  const usual = usualValues(option, value, family);
  const known = (name: string) => names.find((one) => one.name === name);
  return [
    ...nearOffers(cursor, value),
    ...usual.flatMap((name) => usualOffer(name, known, names.length === 0)),
    ...nameOffers(names),
    ...(SPECIAL[value.kind]?.(cursor) ?? []),
  ];
}

/** A usual value, where its names are among those that may stand there. */
function usualOffer(name: string, known: (name: string) => ValueName | undefined, isAny: boolean): Offer[] {
  const one = known(name);
  if (one) return [nameOffer(one, RANK.usual)];
  if (!isAny && !name.split(',').every((part) => known(part))) return [];
  return [{ label: name, kind: CompletionItemKind.EnumMember, rank: RANK.usual }];
}

const offersOfNames = new WeakMap<readonly ValueName[], readonly Offer[]>();

/** Offers for all names; kept with the list, which for services is always the same. */
function nameOffers(names: readonly ValueName[]): readonly Offer[] {
  const known = offersOfNames.get(names);
  if (known) return known;
  const offers = names.map((name) => nameOffer(name, name.aliasOf === undefined ? RANK.name : RANK.alias));
  offersOfNames.set(names, offers);
  return offers;
}

function nameOffer({ name, summary, stands, aliasOf }: ValueName, rank: number): Offer {
  return {
    label: name,
    kind: CompletionItemKind.EnumMember,
    says:
      aliasOf === undefined
        ? (stands ?? gist(summary))
        : `${stands === undefined ? '' : `${stands}, `}the same as ${aliasOf}`,
    ...(stands === undefined ? { documentation: summary } : { detail: summary }),
    rank,
  };
}

function nearOffers({ file, line }: Cursor, value: Value): Offer[] {
  return valuesNear(file, line, value).map(
    (label): Offer => ({
      label,
      kind: CompletionItemKind.Value,
      says: 'in this file',
      rank: value.kind.startsWith('port') ? RANK.nearNumber : RANK.near,
    }),
  );
}

/** What is known of a kind without names of its own. */
const SPECIAL: Readonly<Partial<Record<Value['kind'], (cursor: Cursor) => readonly Offer[]>>> = {
  interface: () => [
    { label: 'lo', kind: CompletionItemKind.Value, says: 'loopback: the machine talks to itself', rank: RANK.usual },
  ],
  network: specialRanges,
  host: specialRanges,
};

function specialRanges({ family }: Cursor): readonly Offer[] {
  const ranges = SPECIAL_RANGES.filter((range) => range.family === family && !range.says.startsWith('multicast to'));
  return ranges.map(
    ({ network, says }): Offer => ({
      label: network,
      kind: CompletionItemKind.Constant,
      says: gist(says),
      documentation: sentence(says),
      rank: RANK.usual,
    }),
  );
}

const RATES: readonly string[] = ['5/minute', '10/second', '1/second', '3/hour', '1/day'];
const RATE_UNITS: readonly string[] = ['second', 'minute', 'hour', 'day'];

function rateOffers(typed: string): Offer[] {
  const number = /^(\d+)\//.exec(typed)?.[1] ?? /^(\d+)$/.exec(typed)?.[1];
  const rates = number === undefined ? RATES : RATE_UNITS.map((unit) => `${number}/${unit}`);
  return rates.map((label): Offer => ({ label, kind: CompletionItemKind.Value, rank: RANK.near }));
}
