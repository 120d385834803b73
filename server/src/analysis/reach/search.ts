// Whether any packet gets to a place on a way: tries one, and where it is stopped takes away all that are stopped alike.

import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { type Block, Blocks, type ChainsByName } from './blocks.ts';
import type { Place } from './paths.ts';
import { Probe } from './probe.ts';
import { Random } from './random.ts';

/** At most so many packets are tried for one box. */
const MOST_TRIES = 4000;

/** So many blocks are asked whether they hold what is left. */
const MOST_ASKED = 16;

/** What is known of the packets of a box: one gets through, or none does, or it took too long. */
export type Outcome =
  | { readonly kind: 'live'; readonly probe: Probe }
  | { readonly kind: 'dead'; readonly blocks: readonly Block[] }
  | { readonly kind: 'unknown' };

export const UNKNOWN: Outcome = { kind: 'unknown' };

/** Looks for a packet of a box that gets past all places. */
export function search(chains: ChainsByName, places: readonly Place[], whole: Box, family: Family): Outcome {
  const random = new Random(places.length);
  const left = [whole];
  const blocks: Block[] = [];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const box = left.pop();
    if (!box) return { kind: 'dead', blocks };
    if (isIn(blocks, box)) continue;
    const probe = Probe.of(box, family, random);
    const block = blockOf(new Blocks(chains, probe), places, box);
    if (!block) return { kind: 'live', probe };
    if (block === 'unknown') return UNKNOWN;
    blocks.push(block);
    left.push(...box.minus(block.box));
  }
  return UNKNOWN;
}

/** Whether one of the last blocks holds a box. To ask them all would take longer than another packet. */
function isIn(blocks: readonly Block[], box: Box): boolean {
  for (let i = blocks.length - 1; i >= Math.max(blocks.length - MOST_ASKED, 0); i--)
    if (blocks[i]?.box.contains(box)) return true;
  return false;
}

/** Whether a packet surely gets past all places. */
export function passes(chains: ChainsByName, places: readonly Place[], probe: Probe): boolean {
  return blockOf(new Blocks(chains, probe), places, Box.everything) === undefined;
}

function blockOf(blocks: Blocks, places: readonly Place[], box: Box): Block | 'unknown' | undefined {
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    const block = place && blocks.before(place.chain, place.before.at, box);
    if (block) return block;
  }
  return undefined;
}
