// Which option a long word means, given the extensions that are loaded so far.

import { GENERIC_OPTIONS, type GenericOption } from '../vocabulary/generic-options.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { Extension, Family, Option } from '../vocabulary/schema.ts';

/** An option of an extension, and which of the extension's options it is. */
export interface ExtensionOption {
  readonly kind: 'extension';
  readonly extension: Extension;
  readonly option: Option;
  /** Index into `extension.options`. */
  readonly slot: number;
}

export interface GenericFound {
  readonly kind: 'generic';
  readonly option: GenericOption;
}

export interface Ambiguous {
  readonly kind: 'ambiguous';
  /** The full names that the cut one fits, in the order in which they were registered. */
  readonly names: readonly string[];
}

export type Found = ExtensionOption | GenericFound | Ambiguous | undefined;

interface Entry {
  readonly name: string;
  readonly found: ExtensionOption | GenericFound;
}

/** More distinct words than any real file has; a bound so that hostile input cannot fill the memory. */
const CACHE_LIMIT = 4096;

/**
 * The long options known after some extensions were loaded, in getopt's order: iptables' own first, then those of the
 * newest extension. Finds exact names and cut ones (`--ctst`). One object per ordered set of extensions, shared.
 */
export class OptionScope {
  private readonly cache = new Map<string, Found>();
  private readonly guesses = new Map<string, readonly string[]>();
  private readonly children = new Map<Extension, OptionScope>();
  private readonly generic: readonly Entry[];
  private readonly added: readonly Entry[];
  readonly family: Family;
  /** Newest first. */
  readonly extensions: readonly Extension[];

  private constructor(
    family: Family,
    extensions: readonly Extension[],
    generic: readonly Entry[],
    added: readonly Entry[],
  ) {
    this.family = family;
    this.extensions = extensions;
    this.generic = generic;
    this.added = added;
  }

  /** The scope at the beginning of a line. */
  static base(family: Family): OptionScope {
    const generic = GENERIC_OPTIONS.map((option): Entry => ({ name: option.name, found: { kind: 'generic', option } }));
    return new OptionScope(family, [], generic, []);
  }

  /** The scope after loading `extension`; itself where that is loaded already. */
  with(extension: Extension): OptionScope {
    if (this.extensions.includes(extension)) return this;
    let next = this.children.get(extension);
    if (!next) {
      const own = entriesOf(extension, this.family);
      next = new OptionScope(this.family, [extension, ...this.extensions], this.generic, [...own, ...this.added]);
      this.children.set(extension, next);
    }
    return next;
  }

  /** What `name` (with its dashes, without `=value`) means here; undefined: nothing. */
  find(name: string): Found {
    const known = this.cache.get(name);
    if (known !== undefined || this.cache.has(name)) return known;
    const found = this.search(name);
    if (this.cache.size < CACHE_LIMIT) this.cache.set(name, found);
    return found;
  }

  /** Every long name that may stand here. */
  names(): readonly string[] {
    return [...this.added, ...this.generic].map((entry) => entry.name);
  }

  /** The names that an unknown one may have been meant for, the best first. */
  near(name: string): readonly string[] {
    const known = this.guesses.get(name);
    if (known) return known;
    const found = nearest(name, this.names());
    if (this.guesses.size < CACHE_LIMIT) this.guesses.set(name, found);
    return found;
  }

  private search(name: string): Found {
    let first: Entry | undefined;
    const fits: string[] = [];
    for (const list of [this.generic, this.added]) {
      for (const entry of list) {
        if (!entry.name.startsWith(name)) continue;
        if (entry.name.length === name.length) return entry.found;
        first ??= entry;
        if (!sameOption(first.found, entry.found)) fits.push(entry.name);
      }
    }
    if (!first) return undefined;
    return fits.length === 0 ? first.found : { kind: 'ambiguous', names: [first.name, ...fits] };
  }
}

/** getopt takes a cut name that fits several spellings of one option. */
function sameOption(a: ExtensionOption | GenericFound, b: ExtensionOption | GenericFound): boolean {
  if (a.kind === 'generic')
    return b.kind === 'generic' && a.option.letter !== undefined && a.option.letter === b.option.letter;
  return b.kind === 'extension' && a.option === b.option;
}

function entriesOf(extension: Extension, family: Family): Entry[] {
  const entries: Entry[] = [];
  extension.options.forEach((option, slot) => {
    if (option.families && !option.families.includes(family)) return;
    const found: ExtensionOption = { kind: 'extension', extension, option, slot };
    for (const name of [option.name, ...(option.aliases ?? [])]) entries.push({ name, found });
  });
  return entries;
}
