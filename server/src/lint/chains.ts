// What several lint rules ask of a chain.

import type { Command } from '../ruleset/command.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { isRule } from '../ruleset/rules-file.ts';
import type { Chain, TableBlock } from '../ruleset/table-block.ts';

/** The filter table's INPUT and OUTPUT where their policy refuses what no rule accepts. */
export function defaultDenyChains(file: RulesFile): { block: TableBlock; chain: Chain }[] {
  const found: { block: TableBlock; chain: Chain }[] = [];
  if (file.settings.fragment || file.unknownLines > 0) return found;
  for (const block of file.blocks) {
    if (block.table !== 'filter') continue;
    for (const name of ['INPUT', 'OUTPUT']) {
      const chain = block.chains.get(name);
      if (chain?.policy === 'DROP') found.push({ block, chain });
    }
  }
  return found;
}

/** Whether a rule of these traits is in the chain or in a chain that its rules lead to. */
export function reaches(
  block: TableBlock,
  chain: Chain,
  has: (chain: Chain) => boolean,
  seen = new Set<Chain>(),
): boolean {
  if (seen.has(chain)) return false;
  seen.add(chain);
  if (has(chain)) return true;
  for (const name of chain.calls.keys()) {
    const callee = block.chains.get(name);
    if (callee && reaches(block, callee, has, seen)) return true;
  }
  return false;
}

/** The line that gives a chain its policy, and the columns of the policy; the table's header where none does. */
export function policyPlace(
  file: RulesFile,
  block: TableBlock,
  chain: Chain,
): { line: number; start: number; end: number } {
  const line = chain.policyLine;
  const by = file.entry(line);
  if (by.kind === 'chain' && by.policy) return { line, start: by.policy.start, end: by.policy.end };
  if (by.kind === 'command') {
    const rule = file.rule(line);
    return { line, ...rule.columns(rule.objectWord) };
  }
  return { line: block.firstLine, start: 0, end: file.lines.line(block.firstLine).length };
}

/** The line before which a chain's first rule goes: its present first rule, else behind the chain lines and policies. */
export function firstRuleLine(file: RulesFile, block: TableBlock, chain: string): number {
  let fallback = block.firstLine + 1;
  for (let line = block.firstLine + 1; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'chain' || (entry.kind === 'command' && entry.letter === 'P')) fallback = line + 1;
    else if (isRule(entry) && entry.chain === chain) return line;
  }
  return fallback;
}

/** The line of the chain's last rule that fits, -1 without. */
export function lastRuleLine(
  file: RulesFile,
  block: TableBlock,
  chain: string,
  fits: (command: Command) => boolean,
): number {
  for (let line = block.lastLine; line > block.firstLine; line--) {
    const entry = file.entry(line);
    if (isRule(entry) && entry.chain === chain && fits(entry)) return line;
  }
  return -1;
}
