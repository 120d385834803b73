// The configuration files of a disk for documents, which have addresses.

import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ConfigurationFault, ConfigurationSource } from '../lsp/configuration.ts';
import type { Chosen } from '../ruleset/file-settings.ts';
import { ConfigurationFiles, type Found } from './configuration-files.ts';

const NOTHING: Chosen = {};

/** Documents that are no files of the disk have no configuration. */
export function configurationOfDisk(): ConfigurationSource {
  const files = new ConfigurationFiles();
  let seen: readonly Found[] = [];
  let faults: ReadonlyMap<string, readonly ConfigurationFault[]> = new Map();
  return {
    of: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? NOTHING : files.of(path);
    },
    faults: () => {
      if (files.all === seen) return faults;
      seen = files.all;
      faults = new Map(seen.map((found) => [pathToFileURL(found.path).href, found.faults]));
      return faults;
    },
    forget: () => files.forget(),
  };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
