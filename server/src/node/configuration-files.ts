// Finds the configuration of a file on the disk: the nearest one, in its folder or in one above.

import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Configuration, type ConfigurationFault } from '../configuration/configuration.ts';
import type { Chosen } from '../ruleset/file-settings.ts';
import { CONFIGURATION_FILES, type ConfigurationFormat } from '../vocabulary/file-names.ts';

/** A configuration file that was read. */
export interface Found {
  readonly path: string;
  /** Undefined where something is wrong with it. */
  readonly configuration?: Configuration;
  readonly faults: readonly ConfigurationFault[];
}

const NOTHING: Chosen = {};

export class ConfigurationFiles {
  private readonly folders = new Map<string, Found | undefined>();
  private readonly chosen = new Map<string, Chosen>();
  private read: readonly Found[] = [];

  /** What the configuration says of the file at an absolute path; nothing where it is broken, which `all` tells. */
  of(path: string): Chosen {
    const known = this.chosen.get(path);
    if (known) return known;
    const found = this.foundFor(path);
    const chosen = found ? ConfigurationFiles.say(found, path) : NOTHING;
    this.chosen.set(path, chosen);
    return chosen;
  }

  /** The configuration file of the file at an absolute path. */
  foundFor(path: string): Found | undefined {
    return this.above(dirname(path));
  }

  /** What one configuration file says of the file at an absolute path. */
  static say({ path: own, configuration }: Found, path: string): Chosen {
    return (
      configuration?.of(
        relative(dirname(resolve(own)), path)
          .split(sep)
          .join('/'),
      ) ?? NOTHING
    );
  }

  /** The configuration files that were read; another list when there is news. */
  get all(): readonly Found[] {
    return this.read;
  }

  /** Reads one file, which holds for whatever is asked below its folder. */
  static at(path: string): Found | undefined {
    const format =
      CONFIGURATION_FILES.find(({ name }) => path.endsWith(name.slice(name.lastIndexOf('.'))))?.format ?? 'json';
    return readAt(path, format);
  }

  forget(): void {
    this.folders.clear();
    this.chosen.clear();
    this.read = [];
  }

  private above(folder: string): Found | undefined {
    if (this.folders.has(folder)) return this.folders.get(folder);
    const parent = dirname(folder);
    const found = this.within(folder) ?? (parent === folder ? undefined : this.above(parent));
    this.folders.set(folder, found);
    return found;
  }

  private within(folder: string): Found | undefined {
    for (const { name, format } of CONFIGURATION_FILES) {
      const found = readAt(join(folder, name), format);
      if (!found) continue;
      this.read = [...this.read, found];
      return found;
    }
    return undefined;
  }
}

function readAt(path: string, format: ConfigurationFormat): Found | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const message = `This configuration cannot be read: ${error instanceof Error ? error.message : error}.`;
    return { path, faults: [{ message, line: 0, start: 0, end: 0 }] };
  }
  const read = Configuration.read(text, format);
  return read instanceof Configuration ? { path, configuration: read, faults: [] } : { path, faults: read.faults };
}
