// Offers of what may stand behind -j, -g and -m: verdicts, chains, targets, matches.

import { CompletionItemKind } from 'vscode-languageserver-types';
import { type Known, knownMatch, knownTarget, matchNames, targetNames } from '../../ruleset/known.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import { VERDICTS, type Verdict } from '../../vocabulary/verdicts.ts';
import { aboutExtension, aboutVerdict, gist } from './about.ts';
import { extensionFits, jumpFits, protocolFits } from './allowed.ts';
import { userChains } from './chains.ts';
import type { Cursor } from './cursor.ts';
import { protocolBefore, takesWordsBehind } from './loading.ts';
import type { Offer } from './offer.ts';
import { placeIn, TARGETS_OF_TABLE, USUAL_MATCHES, USUAL_TARGETS } from './usual.ts';

/** What may stand after -j, or with `goto` after -g. */
export function targetOffers(cursor: Cursor, goto: boolean): Offer[] {
  const chains = userChains(cursor, (chain) => chain.declared && !chain.builtin && jumpFits(cursor, chain));
  if (goto) return chains;
  const { table } = cursor.block ?? {};
  const first = (table && TARGETS_OF_TABLE[table]) ?? [];
  const rankOf = (name: string) => (first.includes(name) ? 0 : USUAL_TARGETS.includes(name) ? 1 : 4);
  const order = [...first, ...USUAL_TARGETS];
  const targets = extensionOffers(cursor, targetNames(cursor.family), knownTarget, order, rankOf);
  return [...verdictOffers(cursor), ...chains, ...targets, ...foreignOffers(cursor, 'target')];
}

function verdictOffers({ file, block, rest, family }: Cursor): Offer[] {
  const { backend } = file.settings;
  const isUserChain = rest.chain !== undefined && block?.chains.get(rest.chain)?.builtin === false;
  const fits = ({ refusedIn, refusedBy }: Verdict) =>
    !(block?.table !== undefined && refusedIn.includes(block.table)) &&
    (!refusedBy || (refusedBy.backend === 'nft' && backend === 'legacy'));
  return VERDICTS.filter(fits).map(
    ({ name, summary }): Offer => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      says: gist(summary),
      detail: 'verdict',
      about: aboutVerdict(name, family),
      rank: name === 'RETURN' && !isUserChain ? 3 : 0.5,
    }),
  );
}

/** What may stand after -m. */
export function matchOffers(cursor: Cursor): Offer[] {
  const { rest, family } = cursor;
  const loaded = new Set(rest.instances.filter(({ implicit }) => !implicit).map(({ known }) => known.extension.name));
  const names = matchNames(family).filter((name) => !loaded.has(name));
  const rankOf = (name: string) => (USUAL_MATCHES.includes(name) ? 1 : 2);
  return [...extensionOffers(cursor, names, knownMatch, USUAL_MATCHES, rankOf), ...foreignOffers(cursor, 'match')];
}

function extensionOffers(
  cursor: Cursor,
  names: readonly string[],
  find: (name: string, family: Cursor['family']) => Known | undefined,
  usual: readonly string[],
  rankOf: (name: string) => number,
): readonly Offer[] {
  return names
    .flatMap((name) => find(name, cursor.family) ?? [])
    .filter(({ extension }) => !extension.removed && !takesWordsBehind(cursor, extension))
    .filter((known) => extensionFits(cursor, known) && protocolFits(cursor, known))
    .sort((a, b) => placeIn(usual, a.extension.name) - placeIn(usual, b.extension.name))
    .map((known) => extensionOffer(cursor, known, rankOf(known.extension.name)));
}

const KINDS: Readonly<Record<Extension['kind'], CompletionItemKind>> = {
  match: CompletionItemKind.Module,
  target: CompletionItemKind.Function,
};

function extensionOffer(cursor: Cursor, known: Known, rank: number): Offer {
  const { extension } = known;
  return {
    label: extension.name,
    kind: KINDS[extension.kind],
    says: gist(extension.summary),
    detail: extension.kind,
    about: aboutExtension(extension, cursor.family),
    rank,
    also: protocolBefore(cursor, known),
  };
}

/** Names that the settings tell of; nobody knows which of them are matches. */
function foreignOffers({ file }: Cursor, kind: Extension['kind']): Offer[] {
  const isTarget = (name: string) => name === name.toUpperCase();
  return file.settings.extensions
    .filter((name) => isTarget(name) === (kind === 'target'))
    .map((label): Offer => ({ label, kind: KINDS[kind], says: 'from the settings', rank: 4 }));
}
