// Jumps that a kernel refuses: in a circle, and for nft too many in a row.

import type { RulesFile } from '../ruleset/rules-file.ts';
import type { View } from '../ruleset/table/view.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { type Told, told } from './codes/index.ts';
import { EVERYONE, NFT, type Report } from './finding.ts';
import { type JumpGraph, jumpGraph, MOST_JUMPS, type Step } from './jump-graph.ts';

const known = new WeakMap<View, JumpGraph>();

/** Reports them. nft sees every jump that legacy does, so what it does not mind nobody minds. */
export function checkJumps(file: RulesFile, block: TableBlock, report: Report): void {
  const { standing, builtins } = block;
  const { loops, deep } = graphOf(builtins, standing.nft);
  if (loops.length + deep.length === 0) return;
  const key = ({ from, to }: Step) => `${from} ${to}`;
  const forLegacy = new Set(loops.length === 0 ? [] : graphOf(builtins, standing.legacy).loops.map(key));
  for (const loop of loops) {
    const said = told('jump-loop', ({ says }) => says(loop.path));
    const refusedBy = forLegacy.has(key(loop)) ? EVERYONE : NFT;
    reportJump(file, standing.firstJump(loop.from, loop.to), { ...said, refusedBy }, report);
  }
  for (const { from, to } of deep) {
    const said = told('jump-too-deep', ({ says }) => says(MOST_JUMPS));
    reportJump(file, standing.firstJump(from, to), said, report);
  }
}

/** Found anew only where some chain leads elsewhere than before. */
function graphOf(builtins: readonly string[], view: View): JumpGraph {
  const last = known.get(view);
  if (last) return last;
  const graph = jumpGraph(builtins, view.calls);
  known.set(view, graph);
  return graph;
}

function reportJump(file: RulesFile, line: number, said: Told, report: Report): void {
  if (line < 0) return;
  const rule = file.rule(line);
  report({ ...said, line, ...rule.columns(rule.objectWord) });
}
