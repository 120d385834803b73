// Offers of snippets, where a line begins: those for the table at hand, outside of a table those that have their own.

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { SNIPPETS, type Snippet } from '../../vocabulary/snippets.ts';
import { aboutSnippet } from './about.ts';
import { LINE_RANK } from './frame.ts';
import type { Offer } from './offer.ts';

/** The snippets for a line of its own in a table, or outside of all. */
export function snippetOffers(file: RulesFile, block: TableBlock | undefined): Offer[] {
  const { family } = file.settings;
  const isEmpty = file.blocks.length === 0;
  if (block && !block.table) return [];
  return SNIPPETS.flatMap((snippet) => {
    if (snippet.table !== block?.table) return [];
    const isForeign = snippet.family !== undefined && snippet.family !== family;
    // What an empty file is for shows only later.
    if (isForeign && !isEmpty) return [];
    const head = isForeign ? [`# iptables: family=${snippet.family}`] : [];
    const text = [...head, ...snippet.body].join('\n');
    return snippet.prefixes.map((prefix, i) => offerOf(snippet, text, prefix, i === 0, family));
  });
}

function offerOf(
  { name, description, usual }: Snippet,
  text: string,
  prefix: string,
  isFirst: boolean,
  family: Family,
): Offer {
  return {
    label: prefix,
    kind: CompletionItemKind.Snippet,
    says: name,
    detail: description,
    about: aboutSnippet(prefix, family),
    rank: usual && isFirst ? LINE_RANK.snippet : LINE_RANK.lastSnippet,
    text,
    snippet: true,
  };
}
