// Offers for the lines around the rules: `*table`, `:CHAIN POLICY [0:0]`, COMMIT, and the beginning of a line.

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { ChainLine } from '../../syntax/line.ts';
import { builtinChains, TABLES } from '../../vocabulary/tables.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { findHook } from '../hover/chains.ts';
import { gist } from './about.ts';
import type { Offer, Place } from './offer.ts';
import { commandOffers } from './options.ts';

/** In the order in which a line's beginning is wanted; snippets rank beside them. */
export const LINE_RANK = { frame: 0, command: 1, commit: 2, snippet: 3, rest: 4, lastSnippet: 5 } as const;
/** Commands that come before everything else. */
const USUAL_COMMANDS: readonly string[] = ['-A', '-I', '-P', '--append', '--insert', '--policy'];

/** What may begin line `line`: within a table its chains and commands, elsewhere a table. */
export function lineOffers(file: RulesFile, block: TableBlock | undefined, line: number, word: string): Offer[] {
  if (!block) return tableOffers(file);
  const commit: Offer = {
    label: 'COMMIT',
    kind: CompletionItemKind.Keyword,
    says: 'ends the table and loads it',
    rank: LINE_RANK.commit,
  };
  const isHead = isAtHead(file, block, line);
  const commands = commandOffers(word, file.settings.family).map((offer): Offer => {
    const isUsual = USUAL_COMMANDS.includes(offer.label);
    return { ...offer, rank: isUsual ? LINE_RANK.command : LINE_RANK.rest };
  });
  const chains = chainLineOffers(block, line, false).map(
    (offer): Offer => ({ ...offer, rank: isHead ? LINE_RANK.frame : LINE_RANK.rest }),
  );
  return [...commands, ...chains, ...(block.commitLine < 0 && !hasMore(file, block, line) ? [commit] : [])];
}

/** Chains or rules of the table stand below the line. */
function hasMore(file: RulesFile, { lastLine }: TableBlock, line: number): boolean {
  for (let at = lastLine; at > line; at--) {
    const { kind } = file.entry(at);
    if (kind === 'chain' || kind === 'command') return true;
  }
  return false;
}

/** Only the table's header and chains stand above the line. */
function isAtHead(file: RulesFile, block: TableBlock, line: number): boolean {
  for (let at = line - 1; at > block.firstLine; at--) {
    const { kind } = file.entry(at);
    if (kind === 'command') return false;
    if (kind === 'chain') return true;
  }
  return true;
}

/** `*filter` and the other tables, those that the file lacks first. */
export function tableOffers(file: RulesFile): Offer[] {
  const present = new Set(file.blocks.map(({ table }) => table));
  return TABLES.map(
    ({ name, summary }): Offer => ({
      label: `*${name}`,
      kind: CompletionItemKind.Struct,
      says: gist(summary),
      detail: 'table',
      documentation: summary,
      rank: present.has(name) ? LINE_RANK.command : LINE_RANK.frame,
    }),
  );
}

/** A hostile table may speak of any number of chains. */
const UNDECLARED_LIMIT = 200;

/** Lines for chains that the table has, or speaks of below, and that none declares; only names with `nameOnly`. */
export function chainLineOffers(block: TableBlock, line: number, nameOnly: boolean): Offer[] {
  const { table } = block;
  if (!table) return [];
  const policy = table === 'filter' ? 'DROP' : 'ACCEPT';
  const builtin = builtinChains(table).filter((name) => (block.chains.get(name)?.declarations.length ?? 0) === 0);
  // A chain is made above the rules that speak of it.
  const user = block.chains.values().filter(({ declared, firstLine }) => !declared && firstLine >= line);
  const offer = (name: string, rest: string, says: string): Offer => ({
    label: `:${name}${nameOnly ? '' : rest}`,
    kind: CompletionItemKind.Class,
    says,
    rank: LINE_RANK.rest,
  });
  return [
    ...builtin.map((name) => offer(name, ` ${policy} [0:0]`, 'built-in chain with its policy')),
    ...user.slice(0, UNDECLARED_LIMIT).map(({ name }) => offer(name, ' - [0:0]', 'a chain that rules jump to')),
  ];
}

/** Offers for a column of a chain's line, and the columns that they replace. */
export function chainLineAt(
  line: ChainLine,
  index: number,
  column: number,
  block: TableBlock | undefined,
): { place: Place; offers: readonly Offer[] } | undefined {
  const { name, policy, counters, rest } = line;
  if (!name || column <= name.end) {
    const whole = policy === undefined;
    return {
      place: { line: index, start: 0, end: name?.end ?? column },
      offers: block ? chainLineOffers(block, index, !whole) : [],
    };
  }
  if (policy && column > policy.end) {
    const place = { line: index, start: counters?.start ?? column, end: counters?.end ?? column };
    return column > (counters?.start ?? column) + 1 ? undefined : { place, offers: [COUNTERS] };
  }
  if (rest || (!policy && column === name.end)) return undefined;
  const start = policy && column >= policy.start ? policy.start : column;
  const end = policy && column >= policy.start ? policy.end : column;
  return { place: { line: index, start, end }, offers: policyOffers(name.text, counters === undefined) };
}

/** What stands at the end of a chain's line, and in front of a rule. */
export const COUNTERS: Offer = {
  label: '[0:0]',
  kind: CompletionItemKind.Value,
  says: 'packets and bytes so far',
  rank: 0,
};

function policyOffers(chain: string, withCounters: boolean): Offer[] {
  const names = findHook(chain) ? ['DROP', 'ACCEPT'] : ['-'];
  return names.map((name): Offer => {
    const summary = findVerdict(name)?.summary;
    return {
      label: `${name}${withCounters ? ' [0:0]' : ''}`,
      kind: CompletionItemKind.EnumMember,
      says: summary === undefined ? 'a user chain has no policy' : gist(summary),
      detail: 'policy',
      documentation: summary,
      rank: 0,
    };
  });
}
