// Jumps that a kernel refuses: in a circle, and for nft too many in a row.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../ruleset/table-block.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { EVERYONE, NFT, type Report } from './finding.ts';
import { type JumpGraph, jumpGraph, MOST_JUMPS, type Step } from './jump-graph.ts';
import { legacyReach, nftReach } from './reach.ts';
import type { Outcome } from './replay/outcome.ts';

const known = new WeakMap<TableBlock, { readonly shape: number; readonly graph: JumpGraph }>();

/** Reports them. nft sees every jump that legacy does, so what it does not mind nobody minds. */
export function checkJumps(file: RulesFile, block: TableBlock, outcome: Outcome | undefined, report: Report): void {
  const { loops, deep } = nftGraph(block, outcome);
  if (loops.length + deep.length === 0) return;
  const wanted = new Map<string, Map<string, number>>();
  for (const { from, to } of [...loops, ...deep]) wanted.set(from, (wanted.get(from) ?? new Map()).set(to, -1));
  findLines(file, block, outcome, wanted);
  const lineOf = ({ from, to }: Step) => wanted.get(from)?.get(to) ?? -1;
  const key = ({ from, to }: Step) => `${from} ${to}`;
  const forLegacy = new Set(loops.length === 0 ? [] : legacyLoops(file, block, outcome).map(key));
  for (const loop of loops) {
    const text = `This jump closes a loop: ${loop.path.join(' > ')}. The kernel refuses chains that lead back to themselves.`;
    say(file, lineOf(loop), 'jump-loop', text, forLegacy.has(key(loop)) ? EVERYONE : NFT, report);
  }
  for (const step of deep) {
    const text = `A packet can come here after ${MOST_JUMPS} jumps in a row, and this would be one more than nft follows.`;
    say(file, lineOf(step), 'jump-too-deep', text, NFT, report);
  }
}

function legacyLoops(file: RulesFile, block: TableBlock, outcome: Outcome | undefined): readonly Step[] {
  return jumpGraph(builtinsOf(block), legacyReach(file, block, outcome).calls).loops;
}

/** Found anew only where the table's shape changed, or its order matters. */
function nftGraph(block: TableBlock, outcome: Outcome | undefined): JumpGraph {
  if (outcome) return jumpGraph(builtinsOf(block), nftReach(block, outcome).calls);
  const last = known.get(block);
  if (last?.shape === block.shape) return last.graph;
  const graph = jumpGraph(builtinsOf(block), nftReach(block, undefined).calls);
  known.set(block, { shape: block.shape, graph });
  return graph;
}

function builtinsOf({ chains, table }: TableBlock): string[] {
  return [...chains.keys()].filter((name) => isBuiltin(table, name));
}

/** Puts the first line with each wanted jump in its place. */
function findLines(
  file: RulesFile,
  block: TableBlock,
  outcome: Outcome | undefined,
  wanted: ReadonlyMap<string, Map<string, number>>,
): void {
  const note = (from: string | undefined, to: string | undefined, line: number) => {
    const lines = wanted.get(from ?? '');
    const first = lines?.get(to ?? '');
    if (first !== undefined && (first < 0 || line < first)) lines?.set(to ?? '', line);
  };
  if (outcome) {
    for (const [chain, { rules }] of outcome.chains) for (const { object, line } of rules) note(chain, object, line);
    for (const [chain, rules] of outcome.keptByNft) for (const { object, line } of rules) note(chain, object, line);
    return;
  }
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'command' && wanted.has(entry.chain ?? '')) note(entry.chain, entry.object, line);
  }
}

function say(file: RulesFile, line: number, code: string, message: string, refusedBy: RefusedBy, report: Report): void {
  if (line < 0) return;
  const rule = file.rule(line);
  report({ code, message, line, ...rule.columns(rule.objectWord), refusedBy });
}
