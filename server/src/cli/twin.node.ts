// Finds the file for the other family beside a rules file: rules.v6 beside rules.v4, ip6tables beside iptables.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { twinNameOf } from '../features/refactor/common/twin-name.ts';
import type { Twin } from '../ruleset/file-settings.ts';

/** Where the twin of a file is, if there is one; undefined where the name has none. */
export function twinPathOf(path: string): string | undefined {
  const name = twinNameOf(basename(path));
  return name === undefined ? undefined : join(dirname(path), name);
}

/** Undefined where the name has no twin, or where there is none that can be read. */
export function twinOf(path: string): Twin | undefined {
  const twin = twinPathOf(path);
  if (twin === undefined) return undefined;
  try {
    // Whoever reads a pipe may wait for ever.
    return statSync(twin).isFile() ? { name: basename(twin), text: readFileSync(twin, 'utf8') } : undefined;
  } catch {
    return undefined;
  }
}
