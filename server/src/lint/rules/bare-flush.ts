// A -F without a chain below rules of the same file: legacy deletes them, nft leaves them where they are.

import type { Fixer } from '../../check/fix.ts';
import { type Entry, isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { LintRule } from '../rule.ts';

function isBareFlush(entry: Entry): boolean {
  return entry.kind === 'command' && entry.letter === 'F' && entry.chain === undefined && entry.faults.length === 0;
}

/** The line of a table's first rule; infinite without. */
function firstRuleOf(block: TableBlock): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { firstRule } of block.chains.all()) first = Math.min(first, firstRule);
  return first;
}

/** The chains that have rules above a line of the table, in the order of their first rules. */
function chainsAbove(file: RulesFile, block: TableBlock, line: number): Set<string> {
  const chains = new Set<string>();
  for (let at = block.firstLine + 1; at < line; at++) {
    const entry = file.entry(at);
    if (isRule(entry) && entry.chain !== undefined) chains.add(entry.chain);
  }
  return chains;
}

const nameTheChains: Fixer = (file, { line, start, end }) => {
  const block = file.blockAt(line);
  const chains = block ? [...chainsAbove(file, block, line)] : [];
  if (chains.length === 0) return [];
  const range = { start: { line, character: start }, end: { line, character: end } };
  const text = chains.map((chain) => `-F ${chain}`).join('\n');
  return [{ title: `Flush by name: ${chains.join(', ')}`, edits: [{ range, text }], preferred: true }];
};

export const bareFlush: LintRule = {
  name: 'bare-flush',
  severity: 'warning',
  check(file, report) {
    if (file.settings.backend === 'legacy') return;
    for (const block of file.blocks) {
      let firstRule: number | undefined;
      for (const line of block.events) {
        if (!isBareFlush(file.entry(line))) continue;
        firstRule ??= firstRuleOf(block);
        if (firstRule > line) continue;
        const rule = file.rule(line);
        report({
          message:
            'iptables-nft leaves the rules above in place: in a file, a bare -F takes only what was loaded before. Name each chain, as in -F INPUT.',
          line,
          ...rule.columns(rule.commandWord),
        });
      }
    }
  },
  fix: nameTheChains,
};
