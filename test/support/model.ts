// Shows what a file holds of its tables, for comparing.
import type { RulesFile } from '../../server/src/ruleset/rules-file.ts';

/** Tables, chains in their order, and every list of lines: all that follows from the text. */
export function modelOf(file: RulesFile): unknown {
  const { strays, stop, faultyLines, unknownLines } = file;
  const tables = file.blocks.map((block) => {
    const { table, firstLine, lastLine, commitLine, declarations, events, drops, standing } = block;
    const chains = block.chains.values().map((chain) => {
      const { name, builtin, declared, makers, appends, commands, jumps, ruleLines, finals, multiple } = chain;
      const { policyLine, policy, firstRule, counted } = chain;
      return {
        ...{ name, builtin, declared, makers, appends, commands, jumps, ruleLines, finals, multiple },
        ...{ policyLine, policy, firstRule, counted },
        declarations: chain.declarations,
        calls: [...chain.calls].sort(),
        restrictions: [...chain.restrictions].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)),
        rules: [standing.rulesOf(name), standing.rulesOf(name, 'nft')],
        parts: standing.partsOf(name),
        has: standing.has(name),
        hooks: [standing.legacy.hooks(name), standing.nft.hooks(name)],
        calledOnes: [standing.legacy.calls(name), standing.nft.calls(name)],
      };
    });
    const { incidents } = standing;
    return { table, firstLine, lastLine, commitLine, declarations, events, drops, chains, incidents };
  });
  return { strays, stop, faultyLines, unknownLines, tables };
}
