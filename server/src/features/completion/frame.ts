// Offers for the lines around the rules: `*table`, `:CHAIN POLICY [0:0]`, COMMIT, and the beginning of a line.

import { CompletionItemKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { ChainLine } from '../../syntax/line.ts';
import { builtinChains, TABLES } from '../../vocabulary/tables.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { findHook } from '../hover/chains.ts';
import type { Offer, Place } from './offer.ts';
import { commandOffers } from './options.ts';

/** What may begin a line: within a table its chains and commands, elsewhere a table. */
export function lineOffers(file: RulesFile, block: TableBlock | undefined, word: string): Offer[] {
  if (!block) return [...tableOffers(file), ...(file.blocks.length === 0 ? commandOffers(word) : [])];
  const commit: Offer = {
    label: 'COMMIT',
    kind: CompletionItemKind.Keyword,
    detail: 'ends the table and loads it',
    rank: 4,
  };
  return [
    ...commandOffers(word),
    ...chainLineOffers(block, false),
    ...(block.commitLine < 0 ? [commit] : []),
    ...(block.commitLine < 0 ? [] : tableOffers(file)),
  ];
}

/** `*filter` and the other tables, those that the file lacks first. */
export function tableOffers(file: RulesFile): Offer[] {
  const present = new Set(file.blocks.map(({ table }) => table));
  return TABLES.map(
    ({ name, summary }): Offer => ({
      label: `*${name}`,
      kind: CompletionItemKind.Struct,
      detail: 'table',
      documentation: summary,
      rank: present.has(name) ? 6 : 5,
    }),
  );
}

/** A hostile table may speak of any number of chains. */
const UNDECLARED_LIMIT = 200;

/** Lines for the chains that the table has or speaks of and that no line declares; only their names with `nameOnly`. */
export function chainLineOffers(block: TableBlock, nameOnly: boolean): Offer[] {
  const { table } = block;
  if (!table) return [];
  const policy = table === 'filter' ? 'DROP' : 'ACCEPT';
  const builtin = builtinChains(table).filter((name) => (block.chains.get(name)?.declarations.length ?? 0) === 0);
  const user = block.chains.values().filter(({ declared }) => !declared);
  const offer = (name: string, rest: string, detail: string): Offer => ({
    label: `:${name}${nameOnly ? '' : rest}`,
    kind: CompletionItemKind.Class,
    detail,
    rank: 4,
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
      offers: block ? chainLineOffers(block, !whole) : [],
    };
  }
  if (policy && column > policy.end) return undefined;
  if (rest || (!policy && column === name.end)) return undefined;
  const start = policy && column >= policy.start ? policy.start : column;
  const end = policy && column >= policy.start ? policy.end : column;
  return { place: { line: index, start, end }, offers: policyOffers(name.text, counters === undefined) };
}

function policyOffers(chain: string, withCounters: boolean): Offer[] {
  const names = findHook(chain) ? ['DROP', 'ACCEPT'] : ['-'];
  return names.map(
    (name): Offer => ({
      label: `${name}${withCounters ? ' [0:0]' : ''}`,
      kind: CompletionItemKind.EnumMember,
      detail: name === '-' ? 'a user chain has no policy' : 'policy',
      documentation: findVerdict(name)?.summary,
      rank: 0,
    }),
  );
}
