// A chain that nothing leads to.

import { removeLine } from '../../check/fix.ts';
import { isOfTool } from '../common/known-tools.ts';
import { lintRule } from '../rule.ts';

export const unusedChain = lintRule({
  name: 'unused-chain',
  severity: 'information',
  category: 'packets',
  finds: 'A chain to which no rule jumps.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (chain.isBuiltin || table.isCalled(chain) || isOfTool(chain.name)) return;
    const place = table.makerPlace(chain.name);
    if (place) report({ message: unused(chain.name, chain.steps.length), ...place, tags: ['unnecessary'] });
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const entry = file.entry(line);
    if (!block || entry.kind !== 'chain' || !entry.name) return [];
    const chain = block.chains.get(entry.name.text);
    // A rule that leads there is loaded before a command takes it away, and needs the chain.
    if (!chain || chain.commands.length > 0 || chain.makers.length > 0 || chain.jumps.length > 0) return [];
    const lines = [...chain.declarations, ...chain.appends].sort((a, b) => a - b);
    return [{ title: `Delete the chain ${chain.name}`, edits: lines.map(removeLine) }];
  },
});

function unused(name: string, rules: number): string {
  const effect =
    rules === 0 ? 'It does nothing' : rules === 1 ? 'Its rule does nothing' : `Its ${rules} rules do nothing`;
  return `No rule jumps to the chain "${name}". ${effect}.`;
}
