// A -F without a chain below rules of the same file: legacy deletes them, nft leaves them where they are.

import type { Fixer } from '../../check/fix.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { lintRule } from '../rule.ts';

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

export const bareFlush = lintRule({
  name: 'bare-flush',
  severity: 'warning',
  category: 'loading',
  finds: 'A `-F` without a chain after rules, which iptables-nft keeps.',
  looksAt: 'table',
  check(table, report) {
    if (table.settings.backend === 'legacy') return;
    for (const { line, letter, chain } of table.commands) {
      if (letter !== 'F' || chain !== undefined || table.firstRule > line) continue;
      report({
        message:
          'iptables-nft keeps the rules above: in a file, "-F" without a chain only flushes what was loaded before. Name each chain, as in "-F INPUT".',
        ...table.commandPlace(line),
      });
    }
  },
  fix: nameTheChains,
});
