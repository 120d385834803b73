// Options that mean the same in two matches and are called differently there.

import type { Instance } from './rule.ts';

const SAME: Readonly<Record<string, string>> = { '--state': '--ctstate', '--ctstate': '--state' };

/** The loaded match that has an option under another name, and that name; undefined for other options. */
export function sameOption(
  instances: readonly Instance[],
  name: string,
): { readonly instance: Instance; readonly name: string } | undefined {
  const other = SAME[name];
  const instance = instances.find(({ known }) => known.extension.options.some((option) => option.name === other));
  return other !== undefined && instance ? { instance, name: other } : undefined;
}
