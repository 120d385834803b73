// Owns what a rule asks of the bits of a packet, read from its options; what they do not tell is asked by its words.

import { isGrave } from '../../../server/src/ruleset/fault.ts';
import { type Instance, Role, type Rule, type RuleOption } from '../../../server/src/ruleset/rule.ts';
import { pieces } from '../../../server/src/syntax/pieces.ts';
import { readValue } from '../../../server/src/vocabulary/values/index.ts';
import type { InterfaceMeaning, Meaning } from '../../../server/src/vocabulary/values/meaning.ts';
import { ALL, type Diagram } from './diagrams.ts';
import { MATCH_BITS, type MatchBits, networks, type OptionBits } from './match-bits.ts';
import type { PacketBits } from './packet-bits.ts';

export interface Asked {
  /** The packets that may match. */
  readonly set: Diagram;
  /** False: each of them may or may not, anew each time. */
  readonly isSure: boolean;
}

/** Whose `!` turns the answer round for every packet. Source: `^ info->invert` in their match functions. */
const TURNED: ReadonlySet<string> = new Set(
  'addrtype connlabel cpu dccp devgroup helper mark owner physdev realm sctp set string tcp tcpmss u32'.split(' '),
);

const OWN: Readonly<Record<string, OptionBits>> = {
  s: (bits, [value]) => (value?.kind === 'networks' ? networks(bits, 'source', value) : undefined),
  d: (bits, [value]) => (value?.kind === 'networks' ? networks(bits, 'destination', value) : undefined),
  i: (bits, [value]) => (value?.kind === 'interface' ? bits.interfaces('input', value) : undefined),
  o: (bits, [value]) => (value?.kind === 'interface' ? bits.interfaces('output', value) : undefined),
  f: (bits) => bits.span('fragment', 1, 1),
  p: (bits, [value]) => {
    if (value?.kind !== 'protocol') return undefined;
    return value.number === 0 ? ALL : bits.span('protocol', value.number, value.number);
  },
};

/** No loader takes the rule, or as another one than it looks. */
export function isUnreadable(rule: Rule): boolean {
  return (
    rule.skipped ||
    rule.ends ||
    rule.faults.some(isGrave) ||
    rule.text.includes('\0') ||
    pieces(rule.text) !== undefined
  );
}

/** What a rule says of interfaces. */
export function interfacesOf(rule: Rule): InterfaceMeaning[] {
  return rule.options.flatMap((option) => {
    const [value] = option.letter === 'i' || option.letter === 'o' ? (meaningsOf(rule, option) ?? []) : [];
    return value?.kind === 'interface' ? [value] : [];
  });
}

export class RuleBits {
  private readonly bits: PacketBits;
  /** Matches that look at what targets of the table change. */
  private readonly rewritten: ReadonlySet<string>;

  constructor(bits: PacketBits, rewritten: ReadonlySet<string>) {
    this.bits = bits;
    this.rewritten = rewritten;
  }

  of(rule: Rule): Asked {
    if (isUnreadable(rule)) return { set: ALL, isSure: false };
    const { options } = rule;
    const own = options.flatMap((option) => {
      const ask = option.instance ? undefined : OWN[option.letter ?? ''];
      return ask ? [this.option(rule, option, ask)] : [];
    });
    const matches = rule.instances
      .filter(({ known }) => known.extension.kind === 'match')
      .flatMap((instance) =>
        this.match(
          rule,
          instance,
          options.filter((option) => option.instance === instance),
        ),
      );
    const isRead = !rule.words.some(({ role }) => role === Role.unknown) && !namesUnknownMatch(rule);
    const parts = [...own, ...matches];
    const set = this.bits.all(parts.map((part) => part.set));
    const kept = this.bits.whatever(set, this.rewritten);
    return { set: kept, isSure: isRead && kept === set && parts.every(({ isSure }) => isSure) };
  }

  private match(rule: Rule, instance: Instance, options: readonly RuleOption[]): Asked[] {
    const { name } = instance.known.extension;
    const names = options.map((option) => option.name);
    const known = MATCH_BITS.get(name);
    const { protocols } = instance.known;
    if (known && protocols.length > 0 && !protocols.includes(rule.protocol ?? -1)) return [{ set: ALL, isSure: false }];
    if (!known || known.fits?.(names, rule.family) === false) return [this.words(rule, options, instance)];
    const always = known.always ? [{ set: known.always(this.bits), isSure: true }] : [];
    return [...always, ...this.optionsOf(rule, instance, options, known)];
  }

  private optionsOf(rule: Rule, instance: Instance, options: readonly RuleOption[], known: MatchBits): Asked[] {
    const odd = oddToNft(rule, instance, options);
    const asked = odd.length > 0 ? [this.words(rule, odd, instance)] : [];
    for (const option of options) {
      if (odd.includes(option)) continue;
      const ask = Object.hasOwn(known.options, option.name) ? known.options[option.name] : undefined;
      if (ask) asked.push(this.option(rule, option, ask));
      else if (known.others === 'alone') asked.push(this.words(rule, [option], instance));
      else if (known.others !== 'silent') asked.push(this.words(rule, options, instance));
    }
    return asked;
  }

  private option(rule: Rule, option: RuleOption, ask: OptionBits): Asked {
    const values = meaningsOf(rule, option);
    const set = values && ask(this.bits, values, rule.family);
    if (set === undefined) return this.words(rule, [option], option.instance);
    return { set: option.negated ? this.bits.diagrams.not(set) : set, isSure: true };
  }

  /** What options ask, by their words. The same words get the same answer, unless the answer is a new one each time. */
  private words(rule: Rule, options: readonly RuleOption[], instance: Instance | undefined): Asked {
    const hangs = [instance?.known.extension.hangsOn];
    for (const { found } of options) if (found.kind === 'extension') hangs.push(found.option.hangsOn);
    if (hangs.includes('state') || options.some((option) => isTemplate(rule, option)))
      return { set: ALL, isSure: false };
    const name = instance?.known.extension.name ?? '';
    const turnable = options.filter(({ found }) => found.option.negatable);
    const isTurned = turnable.length === 1 && turnable[0]?.negated === true && (name === '' || TURNED.has(name));
    const said = options.map((option) => {
      const values = meaningsOf(rule, option) ?? option.values.map(({ text }) => text);
      return `${option.negated && !isTurned ? '! ' : ''}${option.name} ${JSON.stringify(values, asText)}`;
    });
    const set = this.bits.variable(name, [name, ...said].join(' '));
    return { set: isTurned ? this.bits.diagrams.not(set) : set, isSure: true };
  }
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function meaningsOf(rule: Rule, option: RuleOption): Meaning[] | undefined {
  if (isTemplate(rule, option)) return undefined;
  const { family, namedProtocol: protocol } = rule;
  const meanings: Meaning[] = [];
  for (const { text, kind } of option.values) {
    const meaning = kind && readValue(text, kind, protocol === undefined ? { family } : { family, protocol });
    if (!meaning) return undefined;
    meanings.push(meaning);
  }
  return meanings;
}

/** A placeholder is one of its values, or stands where a `!` might. */
function isTemplate({ words }: Rule, { word, negated, values }: RuleOption): boolean {
  const before = words[negated ? word - 2 : word - 1];
  return values.some(({ unknown }) => unknown) || (before?.unknown === true && before.role === Role.unknown);
}

function namesUnknownMatch({ options, instances }: Rule): boolean {
  return options.some(
    ({ letter, values }) => letter === 'm' && !instances.some(({ word }) => word === values[0]?.word),
  );
}

/**
 * nft takes two negated single ports for one question, and no notice of a negated range of all ports and of flags that are
 * wanted where none is looked at.
 */
function oddToNft(rule: Rule, instance: Instance, options: readonly RuleOption[]): readonly RuleOption[] {
  const { name } = instance.known.extension;
  if (name !== 'tcp' && name !== 'udp') return [];
  const negated = options.filter((option) => option.negated && /^--[sd]port$/.test(option.name));
  const spans = negated.map((option) => {
    const [value] = meaningsOf(rule, option) ?? [];
    return value?.kind === 'ports' ? value.ranges[0] : undefined;
  });
  const areSingle = spans.length === 2 && spans.every((span) => span && span.first === span.last && span.first !== 0);
  const ports = areSingle ? negated : negated.filter((_, at) => spans[at]?.first === 0 && spans[at]?.last === 65535);
  return [...ports, ...options.filter((option) => option.name === '--tcp-flags' && wantsUnseen(rule, option))];
}

function wantsUnseen(rule: Rule, option: RuleOption): boolean {
  const [mask, wanted] = meaningsOf(rule, option) ?? [];
  if (option.negated || mask?.kind !== 'tcp-flags' || wanted?.kind !== 'tcp-flags') return false;
  return mask.flags === 0 && wanted.flags !== 0;
}
