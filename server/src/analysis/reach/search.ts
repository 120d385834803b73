// Whether any packet gets to a place on a way: tries one, and where it is stopped takes away all that are stopped alike.

import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { type Block, Blocks, type ChainsByName } from './blocks.ts';
import type { Place } from './paths.ts';
import { Probe } from './probe.ts';
import { Random } from './random.ts';

/** At most so many packets are tried for one box. */
const MOST_TRIES = 4000;

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
  const blocks = new Set<Block>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const box = left.pop();
    if (!box) return { kind: 'dead', blocks: [...blocks] };
    const known = [...blocks].find((block) => block.box.contains(box));
    if (known) continue;
    const probe = Probe.of(box, family, random);
    const block = blockOf(new Blocks(chains, probe), places, box);
    if (!block) return { kind: 'live', probe };
    blocks.add(block);
    left.push(...box.minus(block.box));
  }
  return UNKNOWN;
}

/** Whether a packet gets past all places. */
export function passes(chains: ChainsByName, places: readonly Place[], probe: Probe): boolean {
  return blockOf(new Blocks(chains, probe), places, Box.everything) === undefined;
}

function blockOf(blocks: Blocks, places: readonly Place[], box: Box): Block | undefined {
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i];
    const block = place && blocks.before(place.chain, place.before.at, box);
    if (block) return block;
  }
  return undefined;
}
