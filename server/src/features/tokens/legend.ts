// The kinds of words that editors colour, by their place in the legend of semantic tokens.

import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Value } from '../../vocabulary/values/kinds.ts';

/** Standard types of the protocol, so that every theme has a colour for them. */
const TYPES = [
  'namespace',
  'function',
  'enumMember',
  'class',
  'type',
  'parameter',
  'number',
  'string',
  'comment',
  'keyword',
  'operator',
  'variable',
  'macro',
] as const;
const MODIFIERS = ['declaration', 'defaultLibrary'] as const;

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

type Type = (typeof TYPES)[number];

const type = (name: Type): number => TYPES.indexOf(name);

/** What a word is, as an index of the legend's types. */
export const Kind = {
  table: type('namespace'),
  chain: type('function'),
  /** ACCEPT, DROP and their like; states, flags and other words of a fixed list. */
  verdict: type('enumMember'),
  target: type('class'),
  match: type('type'),
  option: type('parameter'),
  number: type('number'),
  address: type('macro'),
  text: type('string'),
  comment: type('comment'),
  command: type('keyword'),
  negation: type('operator'),
  /** Names that the machine knows: interfaces, sets, users. */
  name: type('variable'),
} as const;

/** Bits of the legend's modifiers. */
export const DECLARATION = 1;
export const BUILT_IN = 2;

/** What a value is by its kind; a kind that is not here is a text. */
const BY_VALUE: Readonly<Partial<Record<Value['kind'], number>>> = {
  integer: Kind.number,
  'integer-range': Kind.number,
  choice: Kind.verdict,
  port: Kind.number,
  'port-range': Kind.number,
  'port-list': Kind.number,
  protocol: Kind.match,
  host: Kind.address,
  network: Kind.address,
  'prefix-length': Kind.number,
  'address-range': Kind.address,
  'nat-range': Kind.address,
  'nat-ports': Kind.number,
  mac: Kind.address,
  mark: Kind.number,
  tos: Kind.number,
  'log-level': Kind.verdict,
  interface: Kind.name,
  rate: Kind.number,
  'tcp-flags': Kind.verdict,
  'icmp-type': Kind.verdict,
  'time-of-day': Kind.number,
  'date-time': Kind.number,
  decimal: Kind.number,
  account: Kind.name,
  u32: Kind.number,
  bpf: Kind.number,
  'set-directions': Kind.verdict,
};

export function kindOf(value: Value): number {
  return BY_VALUE[value.kind] ?? Kind.text;
}
