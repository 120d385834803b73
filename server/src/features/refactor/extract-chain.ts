// Extracts selected rules into a chain of their own, to which a jump in their place leads.

import { verdictOf } from '../../analysis/verdict.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { lineEdits } from './common/line-edits.ts';
import type { Refactoring } from './common/refactoring.ts';
import { isPlain, type PlacedRule } from './common/selection.ts';
import { rewritten } from './common/words.ts';

export const extractChain: Refactoring = {
  name: 'extract-chain',
  kind: 'refactor.extract',
  offers: (selection) => {
    const { block, file, rules } = selection;
    const [first] = rules;
    if (!block || !first || rules.length < 2 || !isPlain(file, block)) return [];
    if (!isWhole(rules) || !rules.every((one) => one.chain === first.chain && staysInChain(one, block))) return [];
    const name = freeName(block, first.chain);
    const changes = new Map(rules.map((one): [number, readonly string[]] => [one.line, [movedTo(name, one)]]));
    const [line, moved = []] = [first.line, changes.get(first.line)];
    changes.set(line, [`-A ${first.chain} -j ${name}`, ...moved]);
    const above = block.lastChainLine >= 0 && block.lastChainLine < line ? block.lastChainLine : block.firstLine;
    const insertions = new Map([[above + 1, [`:${name} - [0:0]`]]]);
    const title = `Extract ${rules.length} rules into a chain of their own`;
    return [{ title, change: { edits: lineEdits(file, changes, insertions) } }];

    function isWhole(found: readonly PlacedRule[]): boolean {
      const lines = new Set(found.map((one) => one.line));
      for (let at = selection.first; at <= selection.last; at++) {
        const { kind } = file.entry(at);
        if (!lines.has(at) && kind !== 'comment' && kind !== 'blank') return false;
      }
      return true;
    }
  },
};

/** From another chain RETURN and -g lead elsewhere. */
function staysInChain({ rule }: PlacedRule, { chains }: TableBlock): boolean {
  const { kind } = verdictOf(rule, chains);
  return kind !== 'return' && kind !== 'goto' && kind !== 'unknown';
}

function movedTo(name: string, { rule }: PlacedRule): string {
  const { chainWord, commandWord } = rule;
  // `-AINPUT` is one word.
  return rewritten(rule, new Map([[chainWord, chainWord === commandWord ? `-A ${name}` : name]]));
}

/** A name of at most 28 letters that no chain has: `input-1`. */
function freeName({ chains }: TableBlock, chain: string): string {
  const base = chain.toLowerCase().slice(0, 20);
  for (let n = 1; ; n++) {
    const name = `${base}-${n}`;
    if (!chains.has(name) && !isVerdict(name)) return name;
  }
}
