// Whether an extension or an option may stand in the rule at the cursor.

import type { Known } from '../../ruleset/known.ts';
import { mayStand, placeMask, TABLE_ORDER } from '../../ruleset/places.ts';
import type { Option } from '../../vocabulary/schema.ts';
import type { Cursor } from './cursor.ts';

/** Hooks that lead to the chain of the cursor's rule, as bits; none for a chain that nothing leads to. */
function reachedHere({ block, head }: Cursor): number {
  return block && head.chain !== undefined ? block.standing.nft.hooks(head.chain) : 0;
}

/** True where the kernel takes the match or target in this table and chain, with the back ends of the settings. */
export function extensionFits(cursor: Cursor, { allowedLegacy, allowedNft }: Known): boolean {
  const { backend } = cursor.file.settings;
  const mask = backend === 'legacy' ? allowedLegacy : backend === 'nft' ? allowedNft : allowedLegacy & allowedNft;
  return maskFits(cursor, mask);
}

/** The same for one option, where that is stricter. */
export function optionFits(cursor: Cursor, option: Option): boolean {
  if (option.families && !option.families.includes(cursor.family)) return false;
  if (!option.places) return true;
  return maskFits(
    cursor,
    placeMask(option.places, cursor.family, 'legacy') & placeMask(option.places, cursor.family, 'nft'),
  );
}

function maskFits(cursor: Cursor, mask: number): boolean {
  const table = cursor.block?.table;
  return table === undefined || mayStand(mask, TABLE_ORDER.indexOf(table), reachedHere(cursor));
}

/** False where the rule has a -p of which the extension wants another. */
export function protocolFits({ head }: Cursor, { protocols, protocolsWith }: Known): boolean {
  if (protocols.length === 0 || protocolsWith !== 0 || !head.has('p')) return true;
  return head.protocol === undefined || protocols.includes(head.protocol);
}
