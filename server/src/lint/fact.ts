// Facts about single rules that lint rules ask of chains: which of them logs first, does any end the way of every packet?

import { type Command, Jump, Trait } from '../ruleset/command.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';

/**
 * Something that is so of a rule or not, by the rule's line alone. It is looked up rule by rule for whole files, so
 * what a command tells without its words comes first, then a look at the text; only what is left is read.
 */
export interface Fact {
  /** False where the command alone rules it out. */
  readonly may: (command: Command) => boolean;
  /** False where the line's text rules it out. */
  readonly maybe?: (text: string) => boolean;
  /** True where the line's text settles that it is so, of a rule that the loaders take. */
  readonly surely?: (text: string) => boolean;
  /** Whether it is so; what `may` and `maybe` let through is so when missing. */
  readonly holds?: (rule: Rule) => boolean;
}

/** Writes something into a log. */
export const logs: Fact = {
  may: ({ jump, object }) => jump === Jump.jump && (object === 'LOG' || object === 'NFLOG'),
};

/** Ends the way of every packet through its chain: nothing behind it is reached. */
export const endsAll: Fact = {
  may: ({ traits }) =>
    (traits & Trait.final) !== 0 ||
    ((traits & Trait.unconditional) !== 0 && (traits & (Trait.accept | Trait.refuse)) !== 0),
};

/** Has no target: it counts, and the packet goes on. */
export const countsOnly: Fact = { may: ({ jump }) => jump === Jump.none };

/** Takes a share of the packets by chance or by counting. */
export const splits: Fact = { may: () => true, maybe: (text) => text.includes('statistic') };

/** Logs, or leads on, no more often than some rate, or leaves out what comes more often. */
export const limits: Fact = {
  may: () => true,
  maybe: (text) => LIMIT.test(text),
  surely: (text) => PLAINLY_LIMITED.test(text),
  holds: ({ instances }) => instances.some(({ known }) => LIMITING.has(known.extension.name)),
};

const LIMIT = /limit|recent|statistic|quota|rateest/;
const LIMITS = ['limit', 'hashlimit', 'connlimit', 'recent', 'statistic', 'quota', 'rateest'];
const LIMITING: ReadonlySet<string> = new Set(LIMITS);
/** Where no quotes are before it: a word such as -m is the value of no option but in a rule that is refused. */
const PLAINLY_LIMITED = new RegExp(`^[^"'\\\\]* -m (?:${LIMITS.join('|')}) `);

/** The match of IPv6 for fragments. */
export function isFragmentMatch({ known: { extension } }: Rule['instances'][number]): boolean {
  return extension.kind === 'match' && extension.name === 'frag';
}

/** Asks for fragments of packets. */
export const asksForFragments: Fact = {
  may: () => true,
  maybe: (text) => / (?:-f|--fr\w*|-m frag|--match[ =]frag)(?: |$)/.test(text),
  holds: (rule) => rule.option('f')?.negated === false || rule.instances.some(isFragmentMatch),
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
export const FACTS: readonly Fact[] = [logs, endsAll, countsOnly, splits, asksForFragments, asksForOtherInterface];

/** Whether a fact is so of the rule in a line of a file, which its command does not rule out. */
export function holds(fact: Fact, file: RulesFile, line: number): boolean {
  const text = file.lines.line(line);
  if (fact.maybe && !fact.maybe(text)) return false;
  return fact.holds === undefined || fact.surely?.(text) === true || fact.holds(file.rule(line));
}
