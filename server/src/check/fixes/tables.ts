// Tables, chains and COMMIT.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Finding } from '../finding.ts';
import { type Edit, type Fix, type Fixer, insertLines, replaceColumns } from '../fix.ts';
import { useSuggestion } from './words.ts';

/** Puts the missing COMMIT behind the table's last line that says something. */
export const addCommit: Fixer = (file, { line }) => {
  const block = file.blocks.find(
    (one, i) => one.commitLine < 0 && (i === file.blocks.length - 1 || file.blocks[i + 1]?.firstLine === line),
  );
  if (!block) return [];
  return [
    { title: 'Add COMMIT', edits: [insertLines(file, lastSpoken(file, block) + 1, ['COMMIT'])], preferred: true },
  ];
};

/** The last line of a table that is neither blank nor a comment. */
function lastSpoken(file: RulesFile, block: TableBlock): number {
  for (let line = block.lastLine; line > block.firstLine; line--) {
    const { kind } = file.entry(line);
    if (kind !== 'blank' && kind !== 'comment') return line;
  }
  return block.firstLine;
}

export const addFinalNewline: Fixer = (_file, { line }) => [
  { title: 'Add a line break at the end', edits: [replaceColumns(line, 6, 6, '\n')], preferred: true },
];

/** COMMIT alone on its line. */
export const bareCommit: Fixer = (file, { line }) => {
  const text = file.lines.line(line);
  const comment = text.indexOf('#');
  const edits: Edit[] = [replaceColumns(line, 0, text.length, 'COMMIT')];
  if (comment >= 0) edits.unshift(insertLines(file, line, [text.substring(comment).trimEnd()]));
  return [{ title: 'Write COMMIT alone', edits, preferred: true }];
};

/** Makes the chain that a rule speaks of, or changes the name to one that is near. */
export const declareChain: Fixer = (file, finding) => {
  const block = file.blockAt(finding.line);
  const name = file.lines.line(finding.line).substring(finding.start, finding.end);
  const fixes: Fix[] = [...useSuggestion(file, finding)];
  if (block && /^[^\s"!-]\S*$/.test(name) && name.length <= 28 && isNameForChain(finding)) {
    const edits = [insertLines(file, Math.max(block.lastChainLine, block.firstLine) + 1, [`:${name} - [0:0]`])];
    fixes.push({ title: `Create the chain ${name}`, edits, preferred: fixes.length === 0 });
  }
  return fixes;
};

function isNameForChain(finding: Finding): boolean {
  return finding.code === 'unknown-chain' || finding.code === 'unknown-target';
}
