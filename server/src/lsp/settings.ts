// The user's settings, read from whatever the client sends.

import type { Backend, Family, Version } from '../vocabulary/schema.ts';
import { VERSIONS } from '../vocabulary/schema.ts';

/** What the editor shows beside the text. */
export interface HintSettings {
  /** Over each chain: its policy, rules, references. */
  readonly codeLens: boolean;
  /** The service of a port. */
  readonly services: boolean;
  /** The first and last address of a network. */
  readonly networks: boolean;
  /** Matches that iptables loads by itself. */
  readonly impliedMatches: boolean;
}

export interface FormatSettings {
  /** `tidy`: blanks only; `canonical`: order and spelling as iptables-save prints. */
  readonly style: 'tidy' | 'canonical';
  /** Options below each other in columns. */
  readonly align: boolean;
}

/** The section `iptables` of the client's settings. */
export interface UserSettings {
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
  /** Undefined: each file tells. */
  readonly family: Family | undefined;
  /** Extension names that the user knows to exist. */
  readonly extensions: readonly string[];
  /** Every file is a template, whatever its name. */
  readonly template: boolean;
  /** Every file is a fragment, made for `iptables-restore -n`. */
  readonly fragment: boolean;
  readonly hints: HintSettings;
  readonly format: FormatSettings;
}

export const DEFAULT_USER_SETTINGS: UserSettings = {
  backend: 'both',
  version: 'any',
  family: undefined,
  extensions: [],
  template: false,
  fragment: false,
  hints: { codeLens: true, services: true, networks: true, impliedMatches: true },
  format: { style: 'tidy', align: false },
};

/** Reads settings of any shape; what is missing or makes no sense takes its default. */
export function readSettings(value: unknown): UserSettings {
  if (typeof value !== 'object' || value === null) return DEFAULT_USER_SETTINGS;
  const given = entriesOf(value);
  const codeLens = entriesOf(given.get('codeLens'));
  const inlayHints = entriesOf(given.get('inlayHints'));
  const format = entriesOf(given.get('format'));
  const backend = given.get('backend');
  const extensions = given.get('extensions');
  return {
    backend: backend === 'nft' || backend === 'legacy' ? backend : 'both',
    version: nearestVersion(given.get('version')),
    family: readFamily(given.get('family')),
    extensions: Array.isArray(extensions) ? extensions.filter((name) => typeof name === 'string') : [],
    template: given.get('template') === true,
    fragment: given.get('fragment') === true,
    hints: {
      codeLens: codeLens.get('enabled') !== false,
      services: inlayHints.get('services') !== false,
      networks: inlayHints.get('networks') !== false,
      impliedMatches: inlayHints.get('impliedMatches') !== false,
    },
    format: {
      style: format.get('style') === 'canonical' ? 'canonical' : 'tidy',
      align: format.get('align') === true,
    },
  };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** The client's own commands, as its initialization options name them in `commands`. */
export function readCommands(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const commands = entriesOf(value).get('commands');
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}

/** A family as a setting or flag may give it: 4, "4", "ipv6"; undefined for `auto` and anything else. */
export function readFamily(value: unknown): Family | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).toLowerCase();
  if (text === '4' || text === 'ipv4') return 4;
  return text === '6' || text === 'ipv6' ? 6 : undefined;
}

/** The known version that is nearest to the one asked for. */
export function nearestVersion(value: unknown): Version | 'any' {
  if (typeof value !== 'string') return 'any';
  const wanted = rank(value);
  if (wanted === undefined) return 'any';
  const distance = (version: Version) => Math.abs((rank(version) ?? 0) - wanted);
  return VERSIONS.reduce((best, version) => (distance(version) <= distance(best) ? version : best));
}

function rank(version: string): number | undefined {
  const parts = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(version);
  return parts ? Number(parts[1]) * 1e6 + Number(parts[2]) * 1e3 + Number(parts[3] ?? 0) : undefined;
}
