// Offers of options: iptables' own, those of what is loaded at the cursor, and those of what could be.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Known, knownMatch, matchNames } from '../../ruleset/known.ts';
import { Role } from '../../ruleset/rule.ts';
import { GENERIC_OPTIONS, type GenericOption } from '../../vocabulary/generic-options.ts';
import type { Extension, Family, Option } from '../../vocabulary/schema.ts';
import { describeValue } from '../../vocabulary/values/index.ts';
import { shortest } from '../hover/generic.ts';
import { aboutGeneric, aboutOption, gist } from './about.ts';
import { extensionFits, optionFits, protocolFits } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import { loadOf, takesWordsBehind } from './loading.ts';
import type { Offer } from './offer.ts';
import { withoutRefused } from './trial.ts';
import { OFTEN, placeIn, USUAL_MATCHES } from './usual.ts';

/** The order in which people write them, and that in a rule that has a condition. */
const ORDER = 'pmsdiojgfc';
const ORDER_THEN = 'jmpsdiogfc';
const CONDITIONS = 'psdiof';
/** Commands that take a rule. */
const RULE_COMMANDS = 'ACDIR';
const COMMAND_ORDER = 'AIPNDRFXZECLS';

/** In the order in which they are needed. */
const RANK = { missing: 0, fresh: 1, own: 2, more: 3, command: 4, unloaded: 6 } as const;

/** Options that may follow the words before the cursor and stand beside those behind it. */
export function optionOffers(cursor: Cursor, negated: boolean): Offer[] {
  const { head, rest, word } = cursor;
  if (word.startsWith('!')) return [];
  const isRule = rest.letter === undefined || RULE_COMMANDS.includes(rest.letter);
  if (rest.letter === 'D' && rest.number > 0) return [];
  const loaded = head.scope.extensions.flatMap((extension) => ownOffers(cursor, extension, negated));
  const offers = [...withoutRefused(cursor, [...impliedOffers(cursor, negated), ...loaded])];
  if (isRule) offers.push(...genericOffers(cursor, negated));
  if (rest.letter === undefined && !negated) offers.push(...commandOffers(word, cursor.family));
  // So many are of use only to somebody who has begun to type one.
  if (isRule && word !== '') offers.push(...unloadedOffers(cursor, negated));
  return offers;
}

/** Options of the match that -p loads by itself at an option that is not known without it. */
function impliedOffers(cursor: Cursor, negated: boolean): Offer[] {
  const { implied, head } = cursor;
  if (!implied) return [];
  return ownOffers(cursor, implied.extension, negated).filter(({ label }) => head.scope.find(label) === undefined);
}

function ownOffers(cursor: Cursor, extension: Extension, negated: boolean): Offer[] {
  const stands = standing(cursor, extension);
  const missing = missingOptions(extension, stands);
  const rankOf = ({ name }: Option) =>
    missing.has(name) ? RANK.missing : stands.size === 0 || OFTEN.includes(name) ? RANK.fresh : RANK.more;
  return freeOptions(cursor, extension, stands, negated)
    .sort((a, b) => placeIn(OFTEN, a.name) - placeIn(OFTEN, b.name))
    .map((option) => optionOffer(option, extension, cursor.family, rankOf(option)));
}

/** The options of an extension that the rule has, also where the word at the cursor was what loaded it. */
function standing({ rest }: Cursor, extension: Extension): ReadonlySet<string> {
  const seen = rest.instances.findLast((instance) => instance.known.extension === extension)?.seen ?? 0;
  const strays = rest.words.filter(({ role }) => role === Role.unknown).map(({ text }) => text);
  const stands = ({ name, aliases = [] }: Option, slot: number) =>
    seen & (1 << slot) || [name, ...aliases].some((one) => strays.includes(one));
  return new Set(extension.options.filter(stands).map(({ name }) => name));
}

/** Options without one of which the extension is refused. */
function missingOptions({ options, groups = [] }: Extension, stands: ReadonlySet<string>): ReadonlySet<string> {
  const required = options.filter(({ name, required }) => required && !stands.has(name)).map(({ name }) => name);
  const open = groups.filter((one) => one.rule !== 'at-most-one' && !one.options.some((name) => stands.has(name)));
  const wanted = options.filter(({ name }) => stands.has(name)).flatMap(({ requires = [] }) => requires);
  return new Set([...required, ...open.flatMap((one) => one.options), ...wanted]);
}

/** Options that may stand beside those that do. */
function freeOptions(cursor: Cursor, extension: Extension, stands: ReadonlySet<string>, negated: boolean): Option[] {
  const full = (extension.groups ?? []).filter(
    ({ rule, options }) => rule !== 'at-least-one' && options.some((name) => stands.has(name)),
  );
  return extension.options.filter((option) => {
    if (stands.has(option.name) && !option.repeatable) return false;
    if (negated && !option.negatable) return false;
    if (option.excludes?.some((name) => stands.has(name))) return false;
    if (full.some(({ options }) => options.includes(option.name))) return false;
    return optionFits(cursor, option);
  });
}

function optionOffer(option: Option, extension: Extension, family: Family, rank: number): Offer {
  const values = option.values.map((value) => describeValue(value, { family })).join('; then ');
  return {
    label: option.name,
    kind: CompletionItemKind.Property,
    says: gist(option.summary),
    detail: values || undefined,
    about: aboutOption(extension, option, family),
    rank,
  };
}

/** Options of matches that are not loaded; what loads them comes with them. */
function unloadedOffers(cursor: Cursor, negated: boolean): Offer[] {
  const { head, family, implied } = cursor;
  const matches = matchNames(family)
    .flatMap((name) => knownMatch(name, family) ?? [])
    .filter((known) => {
      const { extension } = known;
      if (head.scope.extensions.includes(extension) || extension.removed || takesWordsBehind(cursor, extension))
        return false;
      return extensionFits(cursor, known) && protocolFits(cursor, known);
    })
    .sort((a, b) => placeIn(USUAL_MATCHES, a.extension.name) - placeIn(USUAL_MATCHES, b.extension.name));
  return matches.flatMap((known) => {
    const also = loadOf(cursor, known);
    const isImplied = implied?.extension === known.extension;
    return also ? unloadedOf(cursor, known, also, negated, isImplied) : [];
  });
}

function unloadedOf(
  cursor: Cursor,
  known: Known,
  also: NonNullable<Offer['also']>,
  negated: boolean,
  isImplied: boolean,
): Offer[] {
  const { extension } = known;
  return freeOptions(cursor, extension, standing(cursor, extension), negated)
    .filter(({ name }) => !isImplied || cursor.head.scope.find(name) !== undefined)
    .map((option): Offer => {
      const offer = optionOffer(option, extension, cursor.family, RANK.unloaded);
      return { ...offer, says: `adds${also.text}`, also };
    });
}

function genericOffers(cursor: Cursor, negated: boolean): Offer[] {
  const { head, rest, word, family } = cursor;
  const { chain } = rest;
  const long = word.startsWith('--');
  const fits = ({ letter, role, negatable }: GenericOption) => {
    if (letter === undefined || !ORDER.includes(letter) || (negated && !negatable)) return false;
    if (role !== 'load' && rest.has(letter)) return false;
    if (letter === 'f') return family === 4;
    if (letter === 'o') return chain !== 'INPUT' && chain !== 'PREROUTING';
    if (letter === 'i') return chain !== 'OUTPUT' && chain !== 'POSTROUTING';
    return true;
  };
  const isCondition = head.instances.length > 0 || [...CONDITIONS].some((letter) => head.has(letter));
  const order = isCondition ? ORDER_THEN : ORDER;
  return GENERIC_OPTIONS.filter(fits)
    .sort((a, b) => order.indexOf(a.letter ?? '') - order.indexOf(b.letter ?? ''))
    .map((option): Offer => genericOffer(option, long, RANK.own, family));
}

/** Commands that take a rule, as they stand behind its counters. */
export function ruleCommandOffers(word: string, family: Family): Offer[] {
  return commandOffers(word, family, RULE_COMMANDS);
}

/** Commands, as they begin a line. */
export function commandOffers(word: string, family: Family, letters = COMMAND_ORDER): Offer[] {
  const long = word.startsWith('--');
  return GENERIC_OPTIONS.filter(({ role, letter = '' }) => role === 'command' && letters.includes(letter))
    .sort((a, b) => COMMAND_ORDER.indexOf(a.letter ?? '') - COMMAND_ORDER.indexOf(b.letter ?? ''))
    .map((option) => genericOffer(option, long, RANK.command, family));
}

function genericOffer(option: GenericOption, long: boolean, rank: number, family: Family): Offer {
  const short = shortest(option);
  return {
    label: long ? option.name : short,
    kind: option.role === 'command' ? CompletionItemKind.Keyword : CompletionItemKind.Property,
    says: gist(option.summary),
    detail: long ? short : option.name,
    about: aboutGeneric(option.name, family),
    rank,
    ...(long ? {} : { filter: `${short} ${option.name}` }),
  };
}
