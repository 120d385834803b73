// Which lines make up each chain of a table, those included that nobody can read.

import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { takesEffect } from '../../ruleset/table/roles.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';

export interface RuleLines {
  /** The lines of each chain's rules in order, by its name. */
  readonly chains: ReadonlyMap<string, readonly number[]>;
  /** Some line may add a rule to any chain: nobody can read it. */
  readonly isPartial: boolean;
}

/**
 * Undefined where the rules are not certain: they may be elsewhere, the back ends have other ones, or a command that
 * nobody can read may take some away.
 */
export function ruleLinesOf(file: RulesFile, block: TableBlock): RuleLines | undefined {
  if (file.refersElsewhere || !block.table) return undefined;
  const unread = unreadLines(file, block);
  if (!unread) return undefined;
  const { standing } = block;
  if (!standing.isInOrder && (unread.appends.length > 0 || unread.isPartial)) return undefined;
  const chains = new Map<string, readonly number[]>();
  for (const chain of block.chains.all()) {
    if (!standing.has(chain.name)) continue;
    const lines = linesOf(file, block, chain);
    if (!lines) return undefined;
    chains.set(chain.name, lines);
  }
  for (const [name, more] of byChain(file, unread.appends)) {
    const lines = chains.get(name);
    if (lines)
      chains.set(
        name,
        [...lines, ...more].sort((a, b) => a - b),
      );
  }
  return { chains, isPartial: unread.isPartial };
}

function linesOf(file: RulesFile, { standing }: TableBlock, { name }: Chain): readonly number[] | undefined {
  const { backend } = file.settings;
  if (standing.isInOrder) return standing.rulesOf(name);
  const legacy = standing.rulesOf(name, 'legacy');
  const nft = standing.rulesOf(name, 'nft');
  if (backend === 'both' && (legacy.length !== nft.length || legacy.some((line, i) => line !== nft[i])))
    return undefined;
  return backend === 'nft' ? nft : legacy;
}

function byChain(file: RulesFile, lines: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const line of lines) {
    const entry = file.entry(line);
    const name = entry.kind === 'command' ? (entry.chain ?? '') : '';
    const known = found.get(name);
    if (known) known.push(line);
    else found.set(name, [line]);
  }
  return found;
}

/** Lines with mistakes that would add a rule; undefined where one of them would do something else to rules. */
function unreadLines(
  file: RulesFile,
  block: TableBlock,
): { readonly appends: readonly number[]; readonly isPartial: boolean } | undefined {
  const appends: number[] = [];
  let isPartial = false;
  for (
    let line = file.nextFaulty(block.firstLine);
    line >= 0 && line <= block.lastLine;
    line = file.nextFaulty(line + 1)
  ) {
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.skipped || takesEffect(entry)) continue;
    if (entry.letter === undefined || (entry.letter === 'A' && entry.chain === undefined)) isPartial = true;
    else if (entry.letter === 'A' && isRule(entry)) appends.push(line);
    else if ('IDRFXE'.includes(entry.letter)) return undefined;
  }
  return { appends, isPartial };
}
