// Where a match, a target or an option may stand, in words.

import { allowedHooks, hookBit, hooksOf, placeMask } from '../../ruleset/places.ts';
import type { Backend, Family, Placement } from '../../vocabulary/schema.ts';
import { builtinChains, TABLE_NAMES } from '../../vocabulary/tables.ts';
import { list } from './prose.ts';

/** Tables and chains for a hover; undefined where nothing restricts it. The back ends apart where they differ. */
export function placesText(places: readonly Placement[] | undefined, family: Family): string | undefined {
  const [legacy, nft] = (['legacy', 'nft'] as const).map((backend) => ofBackend(places, family, backend));
  if (legacy === nft) return legacy;
  return `with legacy ${legacy ?? 'everywhere'}; with nft ${nft ?? 'everywhere'}`;
}

function ofBackend(places: readonly Placement[] | undefined, family: Family, backend: Backend): string | undefined {
  const mask = placeMask(places, family, backend);
  const tables = TABLE_NAMES.flatMap((name) => {
    const hooks = allowedHooks(mask, name);
    if (hooks === undefined) return [];
    const own = builtinChains(name);
    const chains = own.filter((chain) => hooks & hookBit(chain));
    return [{ name, hooks, chains, whole: chains.length === own.length }];
  }).filter(({ chains }) => chains.length > 0);
  if (tables.length === 0) return 'nowhere';
  const everyTable = tables.length === TABLE_NAMES.length;
  if (tables.every(({ whole }) => whole)) {
    return everyTable
      ? undefined
      : `${tables.length === 1 ? 'table' : 'tables'} ${list(tables.map(({ name }) => quoted(name)))}`;
  }
  const first = tables[0];
  if (first && tables.every(({ hooks }) => hooks === first.hooks)) {
    // One set of hooks for all of these tables: some of them lack a chain of it.
    const chains = hooksOf(first.hooks).filter((hook) => tables.some((table) => table.chains.includes(hook)));
    const where = everyTable
      ? ''
      : ` of ${tables.length === 1 ? 'table' : 'the tables'} ${list(tables.map(({ name }) => quoted(name)))}`;
    return `${chainWords(chains)}${where}`;
  }
  return tables.map(({ name, chains }) => `${chainWords(chains)} of table ${quoted(name)}`).join('; ');
}

function chainWords(chains: readonly string[]): string {
  return `${list(chains.map(quoted))}`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
