// The vocabulary, prepared for reading: names to extensions, and each extension's demands as bit masks over its options.

import { CHECKS, MATCHES, TARGETS } from '../vocabulary/extensions.ts';
import { protocolNumber } from '../vocabulary/protocols.ts';
import type { Extension, Family, Group, Option, UseCheck } from '../vocabulary/schema.ts';
import { VERDICT_NAMES } from '../vocabulary/verdicts.ts';
import { EVERYWHERE, placeMask } from './places.ts';

export interface GroupMask {
  readonly group: Group;
  readonly mask: number;
}

/** An extension as one family knows it. Masks have bit n for `extension.options[n]`. */
export interface Known {
  readonly extension: Extension;
  readonly check: UseCheck | undefined;
  readonly required: number;
  readonly excludes: readonly number[];
  readonly requires: readonly number[];
  readonly groups: readonly GroupMask[];
  /** Nothing but the options themselves to check at the rule's end. */
  readonly simple: boolean;
  readonly protocols: readonly number[];
  readonly protocolsWith: number;
  /** See places.ts. */
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  readonly optionAllowedLegacy: readonly number[];
  readonly optionAllowedNft: readonly number[];
  readonly optionsRestrict: boolean;
  /** For each option the masks of those of its names that restrict the rule. */
  readonly choices: readonly (ReadonlyMap<string, ChoiceMask> | undefined)[];
}

export interface ChoiceMask {
  readonly legacy: number;
  readonly nft: number;
}

function prepare(extension: Extension, family: Family): Known {
  const bits = (names: readonly string[] | undefined): number => {
    let mask = 0;
    for (const name of names ?? []) {
      const slot = extension.options.findIndex((o) => o.name === name || o.aliases?.includes(name));
      if (slot >= 0) mask |= 1 << slot;
    }
    return mask;
  };
  const { options } = extension;
  const required = bits(options.filter((o) => o.required && inFamily(o.families, family)).map((o) => o.name));
  const excludes = options.map((o) => bits(o.excludes));
  const requires = options.map((o) => bits(o.requires));
  const groups = (extension.groups ?? []).map((group) => ({ group, mask: bits(group.options) }));
  const optionAllowedLegacy = options.map((o) => placeMask(o.places, family, 'legacy'));
  const optionAllowedNft = options.map((o) => placeMask(o.places, family, 'nft'));
  const choices = options.map((option) => choiceMasks(option, family));
  const check = CHECKS.get(extension);
  const protocols = (extension.protocols ?? []).flatMap((name) => protocolNumber(name) ?? []);
  return {
    extension,
    check,
    required,
    excludes,
    requires,
    groups,
    simple:
      required === 0 &&
      groups.length === 0 &&
      !check &&
      protocols.length === 0 &&
      [...excludes, ...requires].every((m) => m === 0),
    protocols,
    protocolsWith: bits(extension.protocolsWith),
    allowedLegacy: placeMask(extension.places, family, 'legacy'),
    allowedNft: placeMask(extension.places, family, 'nft'),
    optionAllowedLegacy,
    optionAllowedNft,
    optionsRestrict:
      choices.some(Boolean) || [...optionAllowedLegacy, ...optionAllowedNft].some((mask) => mask !== EVERYWHERE),
    choices,
  };
}

function choiceMasks(option: Option, family: Family): ReadonlyMap<string, ChoiceMask> | undefined {
  const [value] = option.values;
  if (value?.kind !== 'choice' || !value.choices.some(({ places }) => places)) return undefined;
  return new Map(
    value.choices.map(({ name, places }) => [
      name,
      { legacy: placeMask(places, family, 'legacy'), nft: placeMask(places, family, 'nft') },
    ]),
  );
}

function inFamily(families: readonly Family[] | undefined, family: Family): boolean {
  return !families || families.includes(family);
}

function byName(extensions: readonly Extension[], family: Family): ReadonlyMap<string, Known> {
  return new Map(extensions.filter((e) => e.families.includes(family)).map((e) => [e.name, prepare(e, family)]));
}

const matches = { 4: byName(MATCHES, 4), 6: byName(MATCHES, 6) } as const;
const targets = { 4: byName(TARGETS, 4), 6: byName(TARGETS, 6) } as const;

/** Names that -m takes for another. Source: a run of every protocol name; `mobility-header` for mh is not among them. */
const MATCH_ALIASES: ReadonlyMap<string, string> = new Map([
  ['icmpv6', 'icmp6'],
  ['ipv6-icmp', 'icmp6'],
]);

/** The match that `-m name` loads in this family. */
export function knownMatch(name: string, family: Family): Known | undefined {
  return matches[family].get(name) ?? matches[family].get(MATCH_ALIASES.get(name) ?? '');
}

/** The target extension that `-j name` loads in this family; not the verdicts. */
export function knownTarget(name: string, family: Family): Known | undefined {
  return name === 'standard' ? undefined : targets[family].get(name);
}

/** Names for -m in this family, sorted. */
export function matchNames(family: Family): readonly string[] {
  return [...matches[family].keys()];
}

/** Target extensions for -j in this family, sorted; not the verdicts. */
export function targetNames(family: Family): readonly string[] {
  return [...targets[family].keys()].filter((name) => name !== 'standard');
}

/** Verdicts and targets for -j, for suggestions. */
export function jumpNames(family: Family): readonly string[] {
  return [...VERDICT_NAMES, ...targetNames(family)];
}

const owners: Record<Family, Map<string, Extension[]> | undefined> = { 4: undefined, 6: undefined };

/** Every extension of a family that has a long option of exactly this name. */
export function ownersOf(option: string, family: Family): readonly Extension[] {
  const known = owners[family] ?? ownersByOption(family);
  owners[family] = known;
  return known.get(option) ?? [];
}

function ownersByOption(family: Family): Map<string, Extension[]> {
  const byOption = new Map<string, Extension[]>();
  for (const { extension } of [...matches[family].values(), ...targets[family].values()]) {
    for (const name of new Set(extension.options.flatMap((option) => [option.name, ...(option.aliases ?? [])]))) {
      const own = byOption.get(name);
      if (own) own.push(extension);
      else byOption.set(name, [extension]);
    }
  }
  return byOption;
}
