// The addresses that a rule asks for, one by one, as lint rules look at them.

import { type Edit, replaceColumns } from '../../check/fix.ts';
import type { OptionValue, Rule, RuleOption } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { prefixLength } from '../../vocabulary/values/address-words.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import type { Address, Network } from '../../vocabulary/values/meaning.ts';

/** An address of a rule, one of a list. Columns are its own, those of the whole word where it is quoted. */
export interface AskedAddress {
  readonly option: RuleOption;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands before the mask. */
  readonly address: string;
  /** What stands behind the slash; undefined without. */
  readonly mask: string | undefined;
  readonly network: Network | undefined;
  /** The host name that stands there instead. */
  readonly hostName: string | undefined;
}

/** The options of which lint rules about addresses are asked. */
export const ADDRESS_OPTIONS: readonly string[] = [
  '--source',
  '--destination',
  '--ctorigsrc',
  '--ctorigdst',
  '--ctreplsrc',
  '--ctrepldst',
];

/** The addresses that a rule's conditions ask for. */
export function addressesOf(rule: Rule): readonly AskedAddress[] {
  return rule.options
    .filter(({ name, letter }) => letter === 's' || letter === 'd' || ADDRESS_OPTIONS.includes(name))
    .flatMap((option) => option.values.flatMap((value) => entriesOf(rule.family, option, value)));
}

function entriesOf(family: Family, option: RuleOption, value: OptionValue): readonly AskedAddress[] {
  const { kind, text, unknown, start, end } = value;
  if (kind?.kind !== 'network' || unknown) return [];
  const isPlain = end - start === text.length;
  let from = 0;
  return (kind.list ? text.split(',') : [text]).map((entry) => {
    const place = isPlain ? { start: start + from, end: start + from + entry.length } : { start, end };
    from += entry.length + 1;
    return { option, text: entry, ...place, ...partsOf(entry, family) };
  });
}

function partsOf(text: string, family: Family): Pick<AskedAddress, 'address' | 'mask' | 'network' | 'hostName'> {
  const slash = text.lastIndexOf('/');
  const [found] = readValue(text, { kind: 'network', list: true }, { family })?.networks ?? [];
  const network = found?.kind === 'differs' ? found.networks[0] : found;
  return {
    address: slash < 0 ? text : text.slice(0, slash),
    mask: slash < 0 ? undefined : text.slice(slash + 1),
    network: network?.kind === 'network' ? network : undefined,
    hostName: network?.kind === 'host' ? network.name : undefined,
  };
}

/** Whether the network is one address. */
export function isOneAddress({ mask }: Network): boolean {
  return prefixLength(mask) === 32 * mask.length;
}

/** Whether bits are written that the mask does not look at. */
export function hasHostBits({ written, mask }: Network): boolean {
  return written.some((word, at) => (word & ~(mask[at] ?? 0)) !== 0);
}

/** How many of its last bits are 0. */
export function trailingZeros(words: Address): number {
  let zeros = 0;
  for (const word of [...words].reverse()) {
    if (word !== 0) return zeros + 31 - Math.clz32(word & -word);
    zeros += 32;
  }
  return zeros;
}

/** The address of a rule at a place that was found. */
export function addressAt(file: RulesFile, line: number, start: number): AskedAddress | undefined {
  return addressesOf(file.rule(line)).find((one) => one.start === start);
}

/** Writes another text for an address that is no part of a quoted word. */
export function rewritten(
  line: number,
  { start, end, text }: AskedAddress,
  fresh: string,
): readonly Edit[] | undefined {
  return end - start === text.length ? [replaceColumns(line, start, end, fresh)] : undefined;
}
