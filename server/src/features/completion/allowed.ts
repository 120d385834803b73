// Whether an extension, an option or a jump may stand in the rule at the cursor.

import type { Known } from '../../ruleset/known.ts';
import { mayStand, placeMask, TABLE_ORDER } from '../../ruleset/places.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';
import { matchNameOfProtocol, protocolNumber } from '../../vocabulary/protocols.ts';
import type { Family, Option } from '../../vocabulary/schema.ts';
import type { Cursor } from './cursor.ts';

const reached = new WeakMap<Cursor, number>();

/** Hooks that lead to the chain of the cursor's rule, as bits; none for a chain that nothing leads to. */
function reachedHere(cursor: Cursor): number {
  const known = reached.get(cursor);
  if (known !== undefined) return known;
  const { block, rest } = cursor;
  const hooks = block && rest.chain !== undefined ? block.standing.nft.hooks(rest.chain) : 0;
  reached.set(cursor, hooks);
  return hooks;
}

interface Allowed {
  readonly allowedLegacy: number;
  readonly allowedNft: number;
}

/** Where the back ends of the settings take something, as a mask of places. */
export function allowedBy({ file }: Cursor, { allowedLegacy, allowedNft }: Allowed): number {
  const { backend } = file.settings;
  return backend === 'legacy' ? allowedLegacy : backend === 'nft' ? allowedNft : allowedLegacy & allowedNft;
}

/** True where the kernel takes the match or target in this table and chain, with the back ends of the settings. */
export function extensionFits(cursor: Cursor, known: Known): boolean {
  return maskFits(cursor, allowedBy(cursor, known));
}

/** The same for one option, where that is stricter. */
export function optionFits(cursor: Cursor, option: Option): boolean {
  const { families, places } = option;
  if (families && !families.includes(cursor.family)) return false;
  if (!places) return true;
  const [allowedLegacy, allowedNft] = [
    placeMask(places, cursor.family, 'legacy'),
    placeMask(places, cursor.family, 'nft'),
  ];
  return maskFits(cursor, allowedBy(cursor, { allowedLegacy, allowedNft }));
}

/** True where a rule with this mask may stand in the table and chain at the cursor. */
export function maskFits(cursor: Cursor, mask: number): boolean {
  const table = cursor.block?.table;
  return table === undefined || mayStand(mask, TABLE_ORDER.indexOf(table), reachedHere(cursor));
}

/** False where the rule has a -p of which the extension wants another. */
export function protocolFits({ rest, family }: Cursor, known: Known): boolean {
  const needed = rest.has('p') ? neededProtocols(known, family) : [];
  return needed.length === 0 || needed.some((name) => protocolNumber(name) === rest.protocol);
}

/** The protocols of which the rule must name one, for the extension as a whole. */
export function neededProtocols({ extension }: Known, family: Family): readonly string[] {
  const { name, kind, protocols, protocolsWith } = extension;
  if (protocolsWith) return [];
  if (protocols) return protocols;
  // A header of IPv6 is found behind others, whatever -p says.
  const isHeader = kind === 'match' && protocolNumber(name) !== undefined && matchNameOfProtocol(name) === name;
  return isHeader && family === 4 ? [name] : [];
}

/** More chains than this are not followed while somebody types. */
const MOST_FOLLOWED = 500;

/** True where a jump to the chain makes no loop, and every rule that it leads to may stand where the cursor's is. */
export function jumpFits(cursor: Cursor, chain: Chain): boolean {
  const { block, rest } = cursor;
  if (!block || rest.chain === undefined) return true;
  for (const { name, restrictions } of chainsBelow(block, chain)) {
    if (name === rest.chain) return false;
    if (restrictions.some((one) => one.lines.length > 0 && !maskFits(cursor, allowedBy(cursor, one)))) return false;
  }
  return true;
}

/** The chain and those that its rules lead to. */
function chainsBelow(block: TableBlock, chain: Chain): readonly Chain[] {
  const found = [chain];
  const names = new Set([chain.name]);
  for (const { calls } of found) {
    for (const name of calls.keys()) {
      const next = names.has(name) || found.length >= MOST_FOLLOWED ? undefined : block.chains.get(name);
      if (next) found.push(next);
      names.add(name);
    }
  }
  return found;
}
