// Brings values of ports, connection states and ICMP types to one form, so that two spellings compare.

import { icmpTypes } from '../../vocabulary/icmp-types.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { findPort } from '../../vocabulary/services.ts';

/** First and last port, both included. */
export type PortSpan = readonly [number, number];

/** The spans of `22`, `ssh`, `1024:`, `80,443`; undefined where a word is no port that this project knows. */
export function portSpans(text: string): readonly PortSpan[] | undefined {
  const spans: PortSpan[] = [];
  for (const item of text.split(',')) {
    const [first = '', last = first] = item.split(':');
    const from = first === '' ? 0 : portNumber(first);
    const to = last === '' ? (item.includes(':') ? 65535 : undefined) : portNumber(last);
    if (from === undefined || to === undefined) return undefined;
    spans.push([from, to]);
  }
  return spans;
}

function portNumber(text: string): number | undefined {
  if (/^0x[0-9a-f]+$/i.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^\d+$/.test(text) ? Number(text) : findPort(text);
}

/** True where every port of `inner` lies in a span of `outer`. */
export function portsWithin(inner: readonly PortSpan[], outer: readonly PortSpan[]): boolean {
  return inner.every(([from, to]) => outer.some(([first, last]) => first <= from && to <= last));
}

const STATES = ['INVALID', 'NEW', 'ESTABLISHED', 'RELATED', 'UNTRACKED', 'SNAT', 'DNAT'] as const;

/** The full names of a list of states: the loader takes any letter case and cut names, the first that fits. */
export function stateNames(list: string): readonly string[] | undefined {
  const names: string[] = [];
  for (const item of list.split(',')) {
    const name = item === '' ? undefined : STATES.find((state) => state.startsWith(item.toUpperCase()));
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
}

/** ICMP's number for "every type". */
const ANY_TYPE = 255;

/** `type` or `type/code` in numbers, `any` for every type; undefined for an unknown or ambiguous name. */
export function icmpTypeKey(text: string, family: Family): string | undefined {
  if (/^\d+(\/\d+)?$/.test(text)) return text.split('/').map(Number).join('/');
  const name = text.toLowerCase();
  const types = icmpTypes(family);
  const exact = types.find(
    (type) => type.name.toLowerCase() === name || type.aliases.some((alias) => alias.toLowerCase() === name),
  );
  const cut = types.filter((type) => [type.name, ...type.aliases].some((full) => full.toLowerCase().startsWith(name)));
  const found = exact ?? (cut.length === 1 ? cut[0] : undefined);
  if (!found) return undefined;
  if (found.type === ANY_TYPE && family === 4) return 'any';
  return found.code === undefined ? String(found.type) : `${found.type}/${found.code}`;
}
