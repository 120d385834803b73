// Finds the file for the other family beside a rules file: rules.v6 beside rules.v4, ip6tables beside iptables.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Twin } from '../ruleset/file-settings.ts';

/** Of a name the part that says the family, and what stands there in the twin's. */
const PAIRS = [
  [/^rules\.v4$/, 'rules.v6'],
  [/^rules\.v6$/, 'rules.v4'],
  [/^iptables(\.rules|\.up\.rules|\.save)?$/, 'ip6tables$1'],
  [/^ip6tables(\.rules|\.up\.rules|\.save)?$/, 'iptables$1'],
] as const;

/** Where the twin of a file is, if there is one; undefined where the name has none. */
export function twinPathOf(path: string): string | undefined {
  const own = basename(path);
  const pair = PAIRS.find(([pattern]) => pattern.test(own));
  return pair && join(dirname(path), own.replace(pair[0], pair[1]));
}

/** Undefined where the name has no twin, or where there is none that can be read. */
export function twinOf(path: string): Twin | undefined {
  const twin = twinPathOf(path);
  if (twin === undefined) return undefined;
  const name = basename(twin);
  try {
    // Whoever reads a pipe may wait for ever.
    return statSync(twin).isFile() ? { name, text: readFileSync(twin, 'utf8') } : undefined;
  } catch {
    return undefined;
  }
}
