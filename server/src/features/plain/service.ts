// The usual service of a port that a rule gives in figures.

import type { OptionValue, Rule } from '../../ruleset/rule.ts';
import { usualService } from '../../vocabulary/services.ts';
import { ANY_TRANSPORT, transportOf } from '../../vocabulary/transports.ts';
import { readValue } from '../../vocabulary/values/index.ts';

/** A single port and the name of its service; undefined for several ports, for a name, and for ports without one. */
export function serviceOf(
  rule: Rule,
  { text, kind, unknown }: OptionValue,
): { readonly port: number; readonly name: string } | undefined {
  if (!kind || unknown || !/^\d+$/.test(text)) return undefined;
  if (kind.kind !== 'port' && kind.kind !== 'port-range' && kind.kind !== 'port-list') return undefined;
  const [range] = readValue(text, kind, { family: rule.family, protocol: rule.protocol })?.ranges ?? [];
  if (!range || range.first !== range.last) return undefined;
  const transports = rule.protocol === undefined ? ANY_TRANSPORT : (transportOf(rule.protocol) ?? ANY_TRANSPORT);
  const name = usualService(range.first, transports);
  return name === undefined ? undefined : { port: range.first, name };
}
