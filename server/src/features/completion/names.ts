// Offers of names: chains, verdicts, targets, matches, policies.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Known, knownMatch, knownTarget, matchNames, targetNames } from '../../ruleset/known.ts';
import type { Chain } from '../../ruleset/table-block.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import { builtinChains, POLICIES } from '../../vocabulary/tables.ts';
import { findVerdict, VERDICTS } from '../../vocabulary/verdicts.ts';
import { code } from '../hover/page.ts';
import { list } from '../hover/prose.ts';
import { extensionFits, protocolFits } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './offer.ts';
import { paragraphs } from './options.ts';

/** Those that most rules use come first. */
const USUAL_MATCHES: readonly string[] = [
  'conntrack',
  'tcp',
  'udp',
  'multiport',
  'limit',
  'comment',
  'icmp',
  'icmp6',
  'set',
  'recent',
  'hashlimit',
  'owner',
  'state',
];
const USUAL_TARGETS: readonly string[] = [
  'LOG',
  'REJECT',
  'MASQUERADE',
  'DNAT',
  'SNAT',
  'REDIRECT',
  'MARK',
  'CONNMARK',
  'TCPMSS',
  'NFLOG',
];
const ALL_HOOKS = ['INPUT', 'FORWARD', 'OUTPUT', 'PREROUTING', 'POSTROUTING'] as const;
/** A hostile file may have a hundred thousand chains. */
const CHAIN_LIMIT = 1000;

/** Chains of the table that a command may name. */
export function chainOffers(cursor: Cursor, letter: string): Offer[] {
  const { block } = cursor;
  if (letter === 'N') return chainsOf(cursor, (chain) => !chain.declared);
  const user = letter === 'P' ? [] : chainsOf(cursor, (chain) => chain.declared && !chain.builtin);
  if (letter === 'X' || letter === 'E') return user;
  const builtin = block?.table ? builtinChains(block.table) : ALL_HOOKS;
  return [
    ...builtin.map(
      (name): Offer => ({ label: name, kind: CompletionItemKind.Class, detail: 'built-in chain', rank: 0 }),
    ),
    ...user,
  ];
}

function chainsOf({ block }: Cursor, wanted: (chain: Chain) => boolean): Offer[] {
  const offers: Offer[] = [];
  for (const chain of block?.chains.values() ?? []) {
    // A template fills its name in later.
    if (!wanted(chain) || chain.name.includes(UNKNOWN)) continue;
    const detail = chain.declared ? 'user chain' : 'a chain that is not declared yet';
    offers.push({ label: chain.name, kind: CompletionItemKind.Class, detail, rank: 1 });
    if (offers.length >= CHAIN_LIMIT) break;
  }
  return offers;
}

/** What may stand after -P, or on a chain's line. */
export function policyOffers(): Offer[] {
  return POLICIES.map(
    (name): Offer => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: 'policy',
      documentation: findVerdict(name)?.summary,
      rank: name === 'DROP' ? 0 : 1,
    }),
  );
}

/** What may stand after -j, or with `goto` after -g. */
export function targetOffers(cursor: Cursor, goto: boolean): Offer[] {
  const own = cursor.head.chain;
  const chains = chainsOf(cursor, (chain) => chain.declared && !chain.builtin && chain.name !== own);
  if (goto) return chains;
  const { backend } = cursor.file.settings;
  const table = cursor.block?.table;
  const verdicts = VERDICTS.filter(({ refusedIn, refusedBy }) => {
    if (table !== undefined && refusedIn.includes(table)) return false;
    return !refusedBy || (refusedBy.backend === 'nft' && backend === 'legacy');
  });
  return [
    ...verdicts.map(
      ({ name, summary, detail }): Offer => ({
        label: name,
        kind: CompletionItemKind.EnumMember,
        detail: 'verdict',
        documentation: paragraphs(summary, detail),
        rank: 0,
      }),
    ),
    ...chains,
    ...extensionOffers(cursor, targetNames(cursor.family), knownTarget, USUAL_TARGETS, CompletionItemKind.Function),
  ];
}

/** What may stand after -m. */
export function matchOffers(cursor: Cursor): Offer[] {
  const { head, family } = cursor;
  const loaded = new Set(head.instances.filter(({ implicit }) => !implicit).map(({ known }) => known.extension.name));
  const names = matchNames(family).filter((name) => !loaded.has(name));
  return extensionOffers(cursor, names, knownMatch, USUAL_MATCHES, CompletionItemKind.Module);
}

function extensionOffers(
  cursor: Cursor,
  names: readonly string[],
  find: (name: string, family: Cursor['family']) => Known | undefined,
  usual: readonly string[],
  kind: CompletionItemKind,
): Offer[] {
  const rank = (name: string) => (usual.includes(name) ? usual.indexOf(name) : usual.length);
  return names
    .flatMap((name) => find(name, cursor.family) ?? [])
    .filter((known) => !known.extension.removed && extensionFits(cursor, known) && protocolFits(cursor, known))
    .sort((a, b) => rank(a.extension.name) - rank(b.extension.name))
    .map(({ extension }): Offer => {
      const { name, summary, detail, protocols, protocolsWith } = extension;
      const needs =
        protocols && !protocolsWith
          ? `Needs ${list(
              protocols.map((one) => code(`-p ${one}`)),
              'or',
            )}.`
          : undefined;
      return {
        label: name,
        kind,
        detail: extension.kind,
        documentation: paragraphs(summary, detail, needs),
        rank: usual.includes(name) ? 2 : 3,
      };
    });
}
