// What the checks tell people, the same in the editor and on the command line.

import type { FileSettings } from '../ruleset/rules-file.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { VERSIONS } from '../vocabulary/schema.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  /** Stable name of what is wrong. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based line; columns in UTF-16 units, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Texts that would do in the marked place, the best first. */
  readonly suggestions?: readonly string[];
}

/**
 * How grave a refusal is under these settings: an error where every tool in question refuses, a warning with the
 * tools' names where only some do, undefined where none in question does.
 */
export function gravity(
  refused: RefusedBy,
  settings: FileSettings,
): { severity: 'error' | 'warning'; by: string } | undefined {
  const { backend, versions } = refused;
  if (backend === undefined && versions === undefined) return { severity: 'error', by: '' };
  if (backend !== undefined && settings.backend !== 'both' && settings.backend !== backend) return undefined;
  const asked = settings.version === 'any' ? VERSIONS : [settings.version];
  const refusing = versions ? asked.filter((version) => versions.includes(version)) : asked;
  if (refusing.length === 0) return undefined;
  const all = refusing.length === asked.length && (backend === undefined || settings.backend === backend);
  return { severity: all ? 'error' : 'warning', by: refuserName(refused) };
}

function refuserName({ backend, versions }: RefusedBy): string {
  const program = backend === undefined ? 'iptables' : `iptables-${backend}`;
  return versions && versions.length < VERSIONS.length ? `${program} ${versions.join(' and ')}` : program;
}
