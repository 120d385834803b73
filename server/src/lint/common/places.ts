// Where the fixes of lint rules put lines.

import type { Command } from '../../ruleset/command.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isRule } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';

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

/** The table and chain that a chain line, a policy or a rule in a line speaks of. */
export function chainAt(file: RulesFile, line: number): readonly [block: TableBlock, chain: string] | undefined {
  const block = file.blockAt(line);
  const entry = file.entry(line);
  const name = entry.kind === 'chain' ? entry.name?.text : entry.kind === 'command' ? entry.chain : undefined;
  return block && name !== undefined ? [block, name] : undefined;
}
