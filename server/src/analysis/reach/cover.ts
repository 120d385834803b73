// The few rules that explain why no packet gets to another one.

import type { Box } from '../box.ts';
import { isSameVerdict } from '../verdict.ts';
import type { Block } from './blocks.ts';
import type { Step } from './step.ts';
import type { Cover } from './table-reach.ts';

/** Where the rest falls into more parts, a block is kept. */
const MOST_PARTS = 400;
/** Of more blocks the first try takes long and few are spared. */
const MOST_BLOCKS = 200;

const known = new WeakMap<readonly Cover[], readonly Step[]>();

/** Rules that surely take what a rule would match, none of them needless, in the order of their lines. */
export function takersOf(step: Step, covers: readonly Cover[]): readonly Step[] {
  const found = known.get(covers) ?? findTakers(step, covers);
  known.set(covers, found);
  return found;
}

function findTakers(step: Step, covers: readonly Cover[]): readonly Step[] {
  const kept = new Set<Block>();
  for (const { box, blocks } of covers) for (const block of fewest(step, box, blocks, kept)) kept.add(block);
  const takers = [...kept].flatMap((block) => takerIn(block) ?? []);
  return [...new Set(takers)].sort((a, b) => a.line - b.line);
}

/** The rule of a block that takes the packets. */
function takerIn({ by }: Block): Step | undefined {
  return by.at(-1);
}

/** The blocks without those that the others make needless. What does the same as the rule goes first: it explains least. */
function fewest(step: Step, box: Box, blocks: readonly Block[], kept: ReadonlySet<Block>): readonly Block[] {
  const one = blocks.find((block) => block.box.contains(box));
  if (one) return [bestOf(step, box, blocks) ?? one];
  if (blocks.length > MOST_BLOCKS) return blocks;
  const needed = new Set(blocks);
  const cost = (block: Block) => (kept.has(block) ? 2 : 0) + (isSame(step, block) ? 0 : 1);
  for (const block of [...blocks].sort((a, b) => cost(a) - cost(b))) {
    needed.delete(block);
    // The others take the rest of the box as before.
    const own = box.intersect(block.box);
    if (own && !isCovered(own, needed)) needed.add(block);
  }
  return [...needed];
}

/** Of the blocks that do by themselves one that does something else than the rule. */
function bestOf(step: Step, box: Box, blocks: readonly Block[]): Block | undefined {
  return blocks.find((block) => block.box.contains(box) && !isSame(step, block));
}

function isSame({ verdict }: Step, block: Block): boolean {
  const taker = takerIn(block);
  return taker !== undefined && isSameVerdict(verdict, taker.verdict);
}

function isCovered(whole: Box, blocks: Iterable<Block>): boolean {
  let left: readonly Box[] = [whole];
  for (const { box } of blocks) {
    left = left.flatMap((rest) => rest.minus(box));
    if (left.length === 0) return true;
    if (left.length > MOST_PARTS) return false;
  }
  return false;
}
