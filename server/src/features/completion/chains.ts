// Offers of chains, with what the file says of them.

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Chain } from '../../ruleset/table-block.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import { builtinChains, POLICIES } from '../../vocabulary/tables.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { count } from '../hover/prose.ts';
import { gist } from './about.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './offer.ts';

const ALL_HOOKS = ['INPUT', 'FORWARD', 'OUTPUT', 'PREROUTING', 'POSTROUTING'] as const;
/** A hostile file may have a hundred thousand chains. */
export const CHAIN_LIMIT = 1000;

/** Chains of the table that a command may name. */
export function chainOffers(cursor: Cursor, letter: string): Offer[] {
  const { block } = cursor;
  if (letter === 'N') return userChains(cursor, (chain) => !chain.declared);
  const user = letter === 'P' ? [] : userChains(cursor, (chain) => chain.declared && !chain.builtin);
  if (letter === 'X' || letter === 'E') return user;
  const builtin = block?.table ? builtinChains(block.table) : ALL_HOOKS;
  return [
    ...builtin.map((name): Offer => ({ label: name, kind: CompletionItemKind.Class, says: 'built-in chain', rank: 0 })),
    ...user,
  ];
}

/** The wanted chains that are not built in, those with letters of the typed word only where there are very many. */
export function userChains({ block, file, word }: Cursor, wanted: (chain: Chain) => boolean): Offer[] {
  const offers: Offer[] = [];
  const chains = block?.chains.values() ?? [];
  const typed = chains.length > CHAIN_LIMIT ? word.toLowerCase() : '';
  for (const chain of chains) {
    // A template fills its name in later.
    if (!chain.name.toLowerCase().includes(typed) || chain.name.includes(UNKNOWN) || !wanted(chain)) continue;
    offers.push(chainOffer(file, chain));
    if (offers.length >= CHAIN_LIMIT) break;
  }
  return offers;
}

function chainOffer(file: RulesFile, chain: Chain): Offer {
  const { name, declared, ruleLines } = chain;
  const comment = commentOf(file, chain);
  const [first = ''] = comment;
  const rules = declared ? `chain, ${count(ruleLines, 'rule')}` : 'not declared yet';
  return {
    label: name,
    kind: CompletionItemKind.Class,
    says: first === '' ? rules : gist(first),
    detail: rules,
    documentation: comment.length > 0 ? comment.join('\n') : undefined,
    rank: 2,
  };
}

/** Longer comments are no description of a chain. */
const COMMENT_LIMIT = 12;

/** The comment above the line that makes a chain, else above its first rule; its lines without their signs. */
function commentOf(file: RulesFile, { declarations, firstRule }: Chain): readonly string[] {
  for (const line of [declarations[0], firstRule]) {
    if (line === undefined || !Number.isFinite(line)) continue;
    let first = line;
    while (line - first < COMMENT_LIMIT && file.entry(first - 1).kind === 'comment') first--;
    const lines = Array.from({ length: line - first }, (_, i) => file.lines.line(first + i).replace(/^#+\s*/, ''));
    if (lines.some((text) => text !== '')) return lines.filter((text) => text !== '');
  }
  return [];
}

/** What may stand after -P. */
export function policyOffers(): Offer[] {
  return POLICIES.map((name): Offer => {
    const summary = findVerdict(name)?.summary ?? '';
    return {
      label: name,
      kind: CompletionItemKind.EnumMember,
      says: gist(summary),
      detail: 'policy',
      documentation: summary,
      rank: name === 'DROP' ? 0 : 1,
    };
  });
}
