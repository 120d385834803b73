// What the checks tell people, the same in the editor and on the command line.

import type { FileSettings } from '../ruleset/rules-file.ts';
import { type Backend, type RefusedBy, VERSIONS, type Version } from '../vocabulary/schema.ts';
import { describeVersions, isEveryTool, isWithin, refusersIn } from '../vocabulary/versions.ts';
import type { Code } from './codes/index.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What is wrong at a place of a file. `C`: whose codes; the checks' own where nothing else is said. */
export interface Finding<C extends string = Code> {
  /** Stable name of what is wrong. */
  readonly code: C;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based line; columns in UTF-16 units, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Texts that would do in the marked place, the best first. */
  readonly suggestions?: readonly string[];
  /** Other places that explain it, each with what is there. */
  readonly related?: readonly Related[];
  /** How an editor shows the marked text beside the mark. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** The address of a page about it. */
  readonly page?: string;
}

/** A place that explains a finding. */
export interface Related {
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export { EVERYONE, LEGACY, NFT } from '../vocabulary/schema.ts';

/** What some tools refuse, before the settings tell how grave that is. */
export interface Refusal extends Omit<Finding, 'severity'> {
  /** Everyone when missing. Of several each adds its tools. */
  readonly refusedBy?: RefusedBy | readonly RefusedBy[] | undefined;
}

/** Takes what the parts of the check find. */
export type Report = (refusal: Refusal) => void;

/** The finding that a refusal is under these settings, with the tools' names where not all refuse; undefined: none does. */
export function graded(refusal: Refusal, settings: FileSettings): Finding | undefined {
  const { code, message, line, start, end, suggestions, refusedBy } = refusal;
  const grave = refusedBy === undefined ? BY_ALL : gravity(refusedBy, settings);
  if (!grave) return undefined;
  const { severity, by } = grave;
  const said = severity === 'warning' ? `${message} Refused by ${by}.` : message;
  return { code, severity, message: said, line, start, end, ...(suggestions && { suggestions }) };
}

const BY_ALL = { severity: 'error', by: '' } as const;

/**
 * How grave a refusal is under these settings: an error where every tool in question refuses, a warning with the
 * tools' names where only some do, undefined where none in question does. Of several refusals each adds its tools.
 */
export function gravity(
  refused: RefusedBy | readonly RefusedBy[],
  settings: FileSettings,
): { severity: 'error' | 'warning'; by: string } | undefined {
  const refusals = refusersIn(refused);
  if (refusals.some(isEveryTool)) return BY_ALL;
  const backends = settings.backend === 'both' ? BACKENDS : [settings.backend];
  const versions = settings.version === 'any' ? VERSIONS : [settings.version];
  const tools = backends.flatMap((backend) => versions.map((version) => ({ backend, version })));
  const refusing = tools.filter((tool) => refusals.some((one) => refuses(one, tool)));
  if (refusing.length === 0) return undefined;
  const by = refusals.filter((one) => tools.some((tool) => refuses(one, tool))).map(refuserName);
  return { severity: refusing.length === tools.length ? 'error' : 'warning', by: by.join(' and ') };
}

const BACKENDS: readonly Backend[] = ['legacy', 'nft'];

function refuses(refusal: RefusedBy, tool: { readonly backend: Backend; readonly version: Version }): boolean {
  return (refusal.backend ?? tool.backend) === tool.backend && isWithin(tool.version, refusal);
}

/** Those that refuse, for people: `iptables-nft 1.8.9 and newer`. */
export function refuserName(refusal: RefusedBy): string {
  const program = refusal.backend === undefined ? 'iptables' : `iptables-${refusal.backend}`;
  const versions = describeVersions(refusal);
  return versions === '' ? program : `${program} ${versions}`;
}
