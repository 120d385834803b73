// Names of a table's chains, and of targets, that a mistyped one may have been meant for.

import { jumpNames } from '../ruleset/known.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Family } from '../vocabulary/schema.ts';

/** What a name was meant to be: a chain to put a rule into, one to go to, or anything to jump to. */
export type Purpose = 'chain' | 'goto' | 'jump';

/** Among more chains than this nobody wants a guess, and guessing would take long. */
const MOST_CHAINS = 500;
/** So many different names are looked for; a file with more mistakes has another problem. */
const MOST_SEARCHES = 1000;

interface Known {
  readonly shape: number;
  readonly chains: readonly string[];
  readonly found: Map<string, readonly string[]>;
}

const tables = new WeakMap<TableBlock, Known>();

/** Names in place of `name`, the best first: the same in capitals before those that are spelled alike. */
export function nearNames(block: TableBlock, name: string, purpose: Purpose, family: Family): readonly string[] {
  const upper = name.toUpperCase();
  const targets = purpose === 'jump' ? jumpNames(family) : [];
  const capital = block.chains.get(upper);
  if (name !== upper && capital?.declared && (purpose === 'chain' || !capital.builtin)) return [upper];
  if (name !== upper && targets.includes(upper)) return [upper];
  const known = knownOf(block);
  const key = `${purpose} ${name}`;
  const last = known.found.get(key);
  if (last) return last;
  if (known.found.size >= MOST_SEARCHES) return [];
  const chains = purpose === 'chain' ? known.chains : known.chains.filter((one) => !block.chains.get(one)?.builtin);
  const found = nearest(name, [...chains, ...targets]).filter((near) => near !== name);
  known.found.set(key, found);
  return found;
}

function knownOf(block: TableBlock): Known {
  const last = tables.get(block);
  if (last?.shape === block.shape) return last;
  const declared = [...block.chains.values()].filter((chain) => chain.declared);
  const few = declared.length > MOST_CHAINS ? declared.filter((chain) => chain.builtin) : declared;
  const known = { shape: block.shape, chains: few.map((chain) => chain.name), found: new Map() };
  tables.set(block, known);
  return known;
}
