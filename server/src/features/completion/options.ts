// Offers of options: iptables' own, and those of the extensions that are loaded at the cursor.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { GENERIC_OPTIONS, type GenericOption } from '../../vocabulary/generic-options.ts';
import type { Extension, Option } from '../../vocabulary/schema.ts';
import { describeValue } from '../../vocabulary/values/index.ts';
import { extensionName } from '../hover/extension.ts';
import { shortest } from '../hover/generic.ts';
import { code } from '../hover/page.ts';
import { optionFits } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './offer.ts';

/** The order in which people write them. */
const ORDER = 'pmsdiojgfc';
/** Commands that take a rule. */
const RULE_COMMANDS = 'ACDIR';
const COMMAND_ORDER = 'AIPNDRFXZECLS';

/** Options that may follow the words before the cursor. */
export function optionOffers(cursor: Cursor, negated: boolean): Offer[] {
  const { head, implied } = cursor;
  const loaded = implied ? [implied.extension, ...head.scope.extensions] : head.scope.extensions;
  const offers = loaded.flatMap((extension, i) => extensionOffers(cursor, extension, negated, i === 0 ? 0 : 1));
  if (head.letter === undefined || RULE_COMMANDS.includes(head.letter)) offers.push(...genericOffers(cursor, negated));
  if (head.letter === undefined && !negated) offers.push(...commandOffers(cursor.word));
  return offers;
}

function extensionOffers(cursor: Cursor, extension: Extension, negated: boolean, rank: number): Offer[] {
  const seen = cursor.head.instances.findLast((instance) => instance.known.extension === extension)?.seen ?? 0;
  const stands = new Set(extension.options.filter((_, slot) => seen & (1 << slot)).map(({ name }) => name));
  const full = (extension.groups ?? []).filter(
    ({ rule, options }) => rule !== 'at-least-one' && options.some((name) => stands.has(name)),
  );
  const free = extension.options.filter((option) => {
    if (stands.has(option.name) && !option.repeatable) return false;
    if (negated && !option.negatable) return false;
    if (option.excludes?.some((name) => stands.has(name))) return false;
    if (full.some(({ options }) => options.includes(option.name))) return false;
    return optionFits(cursor, option);
  });
  const required = (option: Option) => (option.required && !stands.has(option.name) ? 0 : 1);
  return free
    .sort((a, b) => required(a) - required(b))
    .map(
      (option): Offer => ({
        label: option.name,
        kind: CompletionItemKind.Property,
        detail:
          option.values.map((value) => describeValue(value, { family: cursor.family })).join('; then ') || undefined,
        documentation: paragraphs(option.summary, option.detail, `Option of ${extensionName(extension)}.`),
        rank,
      }),
    );
}

function genericOffers({ head, word, family }: Cursor, negated: boolean): Offer[] {
  const { chain } = head;
  const long = word.startsWith('--');
  const fits = ({ letter, role, negatable }: GenericOption) => {
    if (letter === undefined || !ORDER.includes(letter) || (negated && !negatable)) return false;
    if (role !== 'load' && head.has(letter)) return false;
    if (letter === 'f') return family === 4;
    if (letter === 'o') return chain !== 'INPUT' && chain !== 'PREROUTING';
    if (letter === 'i') return chain !== 'OUTPUT' && chain !== 'POSTROUTING';
    return true;
  };
  return GENERIC_OPTIONS.filter(fits)
    .sort((a, b) => ORDER.indexOf(a.letter ?? '') - ORDER.indexOf(b.letter ?? ''))
    .map((option): Offer => genericOffer(option, long, 2));
}

/** Commands, as they begin a line. */
export function commandOffers(word: string): Offer[] {
  const long = word.startsWith('--');
  return GENERIC_OPTIONS.filter(({ role }) => role === 'command')
    .sort((a, b) => COMMAND_ORDER.indexOf(a.letter ?? '') - COMMAND_ORDER.indexOf(b.letter ?? ''))
    .map((option) => genericOffer(option, long, 3));
}

function genericOffer(option: GenericOption, long: boolean, rank: number): Offer {
  const short = shortest(option);
  return {
    label: long ? option.name : short,
    kind: option.role === 'command' ? CompletionItemKind.Keyword : CompletionItemKind.Property,
    detail: long ? short : option.name,
    documentation: paragraphs(option.summary, option.detail, option.example && `For example ${code(option.example)}`),
    rank,
    ...(long ? {} : { filter: `${short} ${option.name}` }),
  };
}

/** Markdown of those texts that are there. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}
