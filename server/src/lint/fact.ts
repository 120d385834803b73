// Facts about single rules that lint rules ask of chains: is there a rule that accepts loopback, which logs first?

import { type Command, Jump, Trait } from '../ruleset/command.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { readValue } from '../vocabulary/values/index.ts';
import { conditionsOf } from './conditions.ts';

/**
 * Something that is so of a rule or not, by the rule's line alone. It is looked up rule by rule for whole files, so
 * what a command tells without its words comes first, then a look at the text; only what is left is read.
 */
export interface Fact {
  /** False where the command alone rules it out. */
  readonly may: (command: Command) => boolean;
  /** False where the line's text rules it out. */
  readonly maybe?: (text: string) => boolean;
  /** Whether it is so; what `may` and `maybe` let through is so when missing. */
  readonly holds?: (rule: Rule) => boolean;
}

/** Accepts something. */
export const accepts: Fact = { may: ({ traits }) => (traits & Trait.accept) !== 0 };

/** Writes something into a log. */
export const logs: Fact = {
  may: ({ jump, object }) => jump === Jump.jump && (object === 'LOG' || object === 'NFLOG'),
};

/** Accepts every packet that gets there. */
export const acceptsAll: Fact = {
  may: ({ traits }) => (traits & Trait.accept) !== 0 && (traits & Trait.unconditional) !== 0,
};

/** Ends the way of every packet through its chain: nothing behind it is reached. */
export const endsAll: Fact = {
  may: ({ traits }) =>
    (traits & Trait.final) !== 0 ||
    ((traits & Trait.unconditional) !== 0 && (traits & (Trait.accept | Trait.refuse)) !== 0),
};

/** Accepts whatever comes in by the loopback interface. */
export const acceptsLoopbackIn: Fact = {
  ...accepts,
  maybe: (text) => asksOnlyFor(' lo', text),
  holds: (rule) => isAllOfLoopback(rule, 'i'),
};

/** Accepts whatever goes out by the loopback interface. */
export const acceptsLoopbackOut: Fact = {
  ...accepts,
  maybe: (text) => asksOnlyFor(' lo', text),
  holds: (rule) => isAllOfLoopback(rule, 'o'),
};

/** Accepts whatever belongs to a connection that exists. */
export const acceptsEstablished: Fact = {
  ...accepts,
  maybe: (text) => asksOnlyFor('state', text),
  holds: isAllOfEstablished,
};

/** Has no target: it counts, and the packet goes on. */
export const countsOnly: Fact = { may: ({ jump }) => jump === Jump.none };

/** Takes a share of the packets by chance or by counting. */
export const splits: Fact = { may: () => true, maybe: (text) => text.includes('statistic') };

/** Logs, or leads on, no more often than some rate, or leaves out what comes more often. */
export const limits: Fact = {
  may: () => true,
  maybe: (text) => LIMIT.test(text),
  holds: ({ instances }) => instances.some(({ known }) => LIMITING.has(known.extension.name)),
};

const LIMIT = /limit|recent|statistic|quota|rateest/;
const LIMITING: ReadonlySet<string> = new Set([
  'limit',
  'hashlimit',
  'connlimit',
  'recent',
  'statistic',
  'quota',
  'rateest',
]);

/** Asks for fragments of packets. */
export const asksForFragments: Fact = {
  may: () => true,
  maybe: (text) => text.includes(' -f ') || text.includes(' --fragments '),
  holds: (rule) => rule.option('f')?.negated === false,
};

/** Has the kernel track connections. */
export const tracks: Fact = {
  may: () => true,
  maybe: (text) => TRACKED.test(text),
  holds: ({ instances }) => instances.some(({ known }) => TRACKING.has(known.extension.name)),
};

const TRACKED = /state|conn|CONN|NAT|MASQ|REDIRECT/;
const TRACKING: ReadonlySet<string> = new Set([
  ...['conntrack', 'state', 'connmark', 'connbytes', 'connlimit', 'CONNMARK'],
  ...['DNAT', 'SNAT', 'MASQUERADE', 'REDIRECT', 'NETMAP'],
]);

/** Asks for packets that come in or go out by any but one interface. */
export const asksForOtherInterface: Fact = {
  may: () => true,
  maybe: (text) => text.includes('! -') && /! (?:-[io] |--(?:in|out))/.test(text),
  holds: (rule) => ['i', 'o'].some((letter) => rule.option(letter)?.negated === true),
};

/** All of them, which are read together in one pass over a file. */
export const FACTS: readonly Fact[] = [
  accepts,
  logs,
  acceptsAll,
  endsAll,
  acceptsLoopbackIn,
  acceptsLoopbackOut,
  acceptsEstablished,
  countsOnly,
  splits,
  asksForFragments,
  asksForOtherInterface,
];

/** False where a line does not hold a text, or surely asks for an address or protocol, too. */
function asksOnlyFor(needed: string, text: string): boolean {
  if (!text.includes(needed)) return false;
  // A comment in quotes may hold anything.
  return text.includes('"') || !/ -[sdpf] /.test(text);
}

function isAllOfLoopback(rule: Rule, letter: 'i' | 'o'): boolean {
  const [condition, ...others] = conditionsOf(rule);
  if (!condition || others.length > 0 || condition.letter !== letter || condition.negated) return false;
  return condition.values[0]?.text === 'lo' && hasNoOtherMatch(rule);
}

/** Every match that is loaded is spoken of by an option or says nothing by itself. */
function hasNoOtherMatch({ instances }: Rule): boolean {
  return instances.every(({ known, seen }) => {
    const { kind, name } = known.extension;
    return kind === 'target' || name === 'comment' || seen !== 0;
  });
}

function isAllOfEstablished(rule: Rule): boolean {
  const [condition, ...others] = conditionsOf(rule);
  const value = condition?.values[0];
  if (!value || others.length > 0 || condition.negated || !hasNoOtherMatch(rule)) return false;
  if (condition.name !== '--ctstate' && condition.name !== '--state') return false;
  if (value.kind?.kind !== 'choice') return false;
  const states = readValue(value.text, value.kind, { family: rule.family });
  return states?.choices.some(({ name }) => name === 'ESTABLISHED') === true;
}

/** Whether a fact is so of the rule in a line of a file, which its command does not rule out. */
export function holds(fact: Fact, file: RulesFile, line: number): boolean {
  if (fact.maybe && !fact.maybe(file.lines.line(line))) return false;
  return fact.holds === undefined || fact.holds(file.rule(line));
}
