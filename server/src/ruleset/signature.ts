// Whether two rules can be the same to -D and -C, which compare what the kernel has and not how it is written.

import type { Backend, OptionUse } from '../vocabulary/schema.ts';
import { readValue } from '../vocabulary/values/index.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import type { ChoiceMeaning, Meaning, NetworkOrHost } from '../vocabulary/values/meaning.ts';
import type { Instance, Rule } from './rule.ts';

/** A line's rules, as far as they are told apart: one for each pair of addresses where -s or -d has a list. */
export interface Signature {
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** Its other conditions and its jump. */
  readonly frame: string;
  /** The same to the legacy kernel, which in IPv6 tells `-p all` from no -p. Source: a run; ip6tables sets a flag at any -p. */
  readonly legacyFrame: string;
  readonly extensions: readonly ExtensionSignature[];
}

interface ExtensionSignature {
  /** `match tcp` */
  readonly name: string;
  /** By the name of an option what its values mean; with the ! before it where it is negated. */
  readonly options: ReadonlyMap<string, string>;
}

/** Stands for a value of which it is not known what it means, or whether another means the same. */
const ANY = '*';
/** An address that is not asked for. */
const EVERY = 'every';

/** A rule's signature. Options of one match count in any order, matches in theirs. */
export function signatureOf(rule: Rule): Signature {
  const context: ReadContext = {
    family: rule.family,
    ...(rule.namedProtocol === undefined ? {} : { protocol: rule.namedProtocol }),
  };
  const frame = frameOf(rule);
  return {
    sources: addressesOf(rule, 's', context),
    destinations: addressesOf(rule, 'd', context),
    frame,
    legacyFrame: rule.family === 6 && rule.namedProtocol === 0 ? `${frame} -p all` : frame,
    extensions: rule.instances.map((instance) => extensionOf(rule, instance, context)),
  };
}

/** Who compares: a back end, or one that looks at the names of matches and target and not at what their options say. */
export type Comparer = Backend | 'by-names';

/**
 * False only where two rules surely differ to a comparer: rule `m` of the one line and rule `n` of the other, counted
 * from 0.
 */
export function maySame(a: Signature, m: number, b: Signature, n: number, by: Comparer): boolean {
  return (
    (by === 'nft' || a.legacyFrame === b.legacyFrame) &&
    isAlike(a.sources[Math.floor(m / a.destinations.length)], b.sources[Math.floor(n / b.destinations.length)]) &&
    isAlike(a.destinations[m % a.destinations.length], b.destinations[n % b.destinations.length]) &&
    isAlikeBesides(a, b, by === 'by-names' ? isSameExtension : isAlikeExtension)
  );
}

/** True where some rule of the one line may be one of the other. */
export function someMaySame(a: Signature, b: Signature): boolean {
  return (
    isAlikeSomewhere(a.sources, b.sources) && isAlikeSomewhere(a.destinations, b.destinations) && isAlikeBesides(a, b)
  );
}

function isAlikeSomewhere(a: readonly string[], b: readonly string[]): boolean {
  if (a.includes(ANY) || b.includes(ANY)) return true;
  const others = new Set(b);
  return a.some((one) => others.has(one));
}

function isAlikeBesides(a: Signature, b: Signature, compare = isAlikeExtension): boolean {
  return (
    a.frame === b.frame &&
    a.extensions.length === b.extensions.length &&
    a.extensions.every((one, i) => compare(one, b.extensions[i]))
  );
}

function isSameExtension(a: ExtensionSignature, b: ExtensionSignature | undefined): boolean {
  return a.name === b?.name;
}

function isAlike(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === ANY || b === ANY;
}

/**
 * Matches and targets that are known well: an option that one rule has and the other has not makes them differ, unless
 * it says what holds without it. Of all others an option more may say what holds anyway. Source: -D of each option with
 * many values beside a rule without it, 1.8.9, on both back ends.
 */
const UNSAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'match addrtype': {},
  'match comment': {},
  'match conntrack': {},
  'match hl': {},
  'match icmp': {},
  'match icmp6': {},
  'match iprange': {},
  'match length': {},
  'match limit': { '--limit': '3/hour', '--limit-burst': '5' },
  'match mac': {},
  'match mark': {},
  'match multiport': {},
  'match owner': {},
  'match state': {},
  'match tcp': { '--dport': ':', '--sport': ':' },
  'match ttl': {},
  'match udp': { '--dport': ':', '--sport': ':' },
  'target DNAT': {},
  'target LOG': { '--log-level': '4' },
  'target SNAT': {},
};

function isAlikeExtension(a: ExtensionSignature, b: ExtensionSignature | undefined): boolean {
  if (a.name !== b?.name) return false;
  const unsaid = UNSAID[a.name];
  return [...new Set([...a.options.keys(), ...b.options.keys()])].every((option) => {
    const [one, other] = [a.options.get(option), b.options.get(option)];
    if (one !== undefined && other !== undefined) return isAlike(one, other);
    return unsaid === undefined;
  });
}

/** `-i +`, `-p all` and `-s 0/0` ask for nothing. */
function frameOf(rule: Rule): string {
  const parts: string[] = [];
  for (const letter of 'iof') {
    const option = rule.option(letter);
    const name = option?.values[0]?.text;
    if (option && (option.negated || name !== '+')) parts.push(`${option.negated ? '!' : ''}-${letter} ${name ?? ''}`);
  }
  const protocol = rule.option('p');
  if (protocol && (protocol.negated || rule.namedProtocol !== 0))
    parts.push(`${protocol.negated ? '!' : ''}-p ${rule.namedProtocol}`);
  parts.push(`jump ${rule.jump} ${rule.object ?? ''}`);
  return parts.join(' ');
}

function addressesOf(rule: Rule, letter: 's' | 'd', context: ReadContext): readonly string[] {
  const option = rule.option(letter);
  const value = option?.values[0];
  if (!option || !value?.kind) return [EVERY];
  const meaning = readValue(value.text, value.kind, context);
  if (meaning?.kind !== 'networks') return value.text.split(',').map(() => ANY);
  return meaning.networks.map((network) => {
    const text = addressOf(network);
    return option.negated && text !== ANY ? `! ${text}` : text;
  });
}

function addressOf(network: NetworkOrHost): string {
  if (network.kind !== 'network') return ANY;
  const { address, mask } = network;
  return mask.every((word) => word === 0) ? EVERY : `${address.join('.')}/${mask.join('.')}`;
}

function extensionOf(rule: Rule, instance: Instance, context: ReadContext): ExtensionSignature {
  const { kind, name } = instance.known.extension;
  const title = `${kind} ${name}`;
  const options = new Map<string, string>();
  for (const use of rule.usesOf(instance)) {
    const { name: option, values, negated } = use.name === '--syn' ? synOf(use) : use;
    const kinds = instance.known.extension.options.find((one) => one.name === option)?.values ?? [];
    const said = values.map((text, i) => meaningOf(text, kinds[i], name, context));
    // What holds without it need not be said.
    if (!negated && isUnsaid(title, option, said, kinds, context)) continue;
    options.set(option, said.includes(ANY) ? ANY : `${negated ? '! ' : ''}${said.join(' ')}`);
  }
  return { name: title, options };
}

function synOf({ negated, protocol }: OptionUse): OptionUse {
  return { name: '--tcp-flags', negated, protocol, values: ['FIN,SYN,RST,ACK', 'SYN'] };
}

function isUnsaid(
  title: string,
  option: string,
  said: readonly string[],
  kinds: readonly Value[],
  context: ReadContext,
): boolean {
  const value = UNSAID[title]?.[option];
  return value !== undefined && said.length === 1 && said[0] === meaningOf(value, kinds[0], '', context);
}

function meaningOf(text: string, kind: Value | undefined, extension: string, context: ReadContext): string {
  const meaning = kind && readValue(text, kind, context);
  return meaning ? textOf(meaning, kind, extension) : ANY;
}

/** Those whose names have other names for the same. */
const ALIASED: ReadonlySet<string> = new Set(['DSCP', 'REJECT', 'dscp', 'pkttype']);

/** The same text for what is the same to the kernel. */
function textOf(meaning: Meaning, kind: Value, extension: string): string {
  switch (meaning.kind) {
    case 'unknown':
      return ANY;
    case 'text':
      return kind.kind === 'text' ? meaning.text : ANY;
    case 'choice':
      return ALIASED.has(extension) ? ANY : choiceText(meaning);
    case 'networks': {
      const texts = meaning.networks.map(addressOf);
      return texts.includes(ANY) ? ANY : texts.join(',');
    }
    case 'mark':
      return (meaning.value & ~meaning.mask) === 0 ? `${meaning.value}/${meaning.mask}` : ANY;
    case 'rate':
      return meaning.of === 'packets' ? `${meaning.ticks} of ${meaning.ticksPerSecond}` : String(meaning.cost);
    case 'decimal':
      return String(Math.round(meaning.value * 2 ** 31));
    default:
      return JSON.stringify(meaning, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  }
}

/** A set of names is the same in any order. */
function choiceText({ choices, numbers }: ChoiceMeaning): string {
  const names = choices.map(({ name, number }) => (number === undefined ? name : String(number)));
  return [...names, ...numbers.map(String)].sort().join(',');
}
