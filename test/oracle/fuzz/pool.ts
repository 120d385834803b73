// Owns what the fuzz draws from: the extensions of each family, and where the kernel takes them.
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Extension, Family, Hook, Placement, TableName } from '../../../server/src/vocabulary/schema.ts';
import { TABLES } from '../../../server/src/vocabulary/tables.ts';

/** A table and one of its built-in chains. */
export interface Place {
  readonly table: TableName;
  readonly hook: Hook;
}

export const ALL_PLACES: readonly Place[] = TABLES.flatMap(({ name, chains }) =>
  chains.map((hook) => ({ table: name, hook })),
);

/**
 * Left out everywhere: what they do outlives the namespace (timers, triggers, estimators), or they need objects that no
 * file can make (sets, accounting objects, cgroups, servers).
 */
export const MACHINE_BOUND: ReadonlySet<string> = new Set([
  'IDLETIMER',
  'LED',
  'rateest',
  'RATEEST',
  'set',
  'SET',
  'nfacct',
  'cgroup',
  'CLUSTERIP',
  'SECMARK',
]);

/** Options that need objects of the machine: helpers, timeout policies, programs in files. */
export const MACHINE_BOUND_OPTIONS: ReadonlySet<string> = new Set([
  'CT --timeout',
  'CT --helper',
  'bpf --object-pinned',
]);

export class Pool {
  readonly matches: readonly Extension[];
  readonly targets: readonly Extension[];
  readonly family: Family;

  /** All extensions of a family but those of these names. */
  constructor(family: Family, leftOut: ReadonlySet<string>) {
    const stays = ({ name, families }: Extension) => families.includes(family) && !leftOut.has(name);
    this.family = family;
    this.matches = MATCHES.filter(stays);
    this.targets = TARGETS.filter(stays);
  }

  get all(): readonly Extension[] {
    return [...this.matches, ...this.targets];
  }

  /** The extension of a name behind -m or -j; undefined where there is none. */
  find(name: string): Extension | undefined {
    return this.all.find((extension) => extension.name === name);
  }
}

function takes(places: readonly Placement[] | undefined, { table, hook }: Place, family: Family): boolean {
  return (places ?? []).every(
    (place) =>
      (place.family !== undefined && place.family !== family) ||
      ((place.tables?.includes(table) ?? true) && (place.hooks?.includes(hook) ?? true)),
  );
}

/** Where all of these extensions may stand, as their literals have it. */
export function placesOf(extensions: readonly Extension[], family: Family): readonly Place[] {
  return ALL_PLACES.filter((place) => extensions.every((extension) => takes(extension.places, place, family)));
}
