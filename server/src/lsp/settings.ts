// The user's settings, read from whatever the client sends.

import { type Management, SSH_FROM_ANYWHERE } from '../ruleset/file-settings.ts';
import type { Backend, Family, Version } from '../vocabulary/schema.ts';
import { VERSIONS } from '../vocabulary/schema.ts';
import { nearestVersion } from '../vocabulary/versions.ts';

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
  /** How the machine is managed, which a firewall must let in. */
  readonly management: Management;
  readonly hints: HintSettings;
  readonly format: FormatSettings;
}

/** One setting of the section: what it is where nobody sets it, its values where there is a list, how it is read. */
interface Setting<T> {
  readonly byDefault: string | boolean | readonly (string | number)[];
  readonly values?: readonly string[];
  /** Reads a value of any shape; what makes no sense is the default. */
  readonly read: (value: unknown) => T;
}

function flag(byDefault: boolean): Setting<boolean> {
  return { byDefault, read: (value) => (typeof value === 'boolean' ? value : byDefault) };
}

function choice<T extends string>(values: readonly [T, ...T[]]): Setting<T> {
  const [byDefault] = values;
  return { byDefault, values, read: (value) => values.find((one) => one === value) ?? byDefault };
}

/** Every setting by its name below `iptables.`. The extension's manifest declares the same ones; a test compares. */
export const SETTINGS = {
  backend: choice<Backend | 'both'>(['both', 'nft', 'legacy']),
  version: { byDefault: 'any', values: ['any', ...VERSIONS], read: nearestVersion },
  family: { byDefault: 'auto', values: ['auto', '4', '6'], read: readFamily },
  extensions: { byDefault: [], read: readNames },
  template: flag(false),
  fragment: flag(false),
  'management.ports': { byDefault: [22], read: readPorts },
  'management.sources': { byDefault: [], read: readNames },
  'codeLens.enabled': flag(true),
  'inlayHints.services': flag(true),
  'inlayHints.networks': flag(true),
  'inlayHints.impliedMatches': flag(true),
  'format.style': choice<FormatSettings['style']>(['tidy', 'canonical']),
  'format.align': flag(false),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

/** Reads settings of any shape; what is missing or makes no sense takes its default. */
export function readSettings(section: unknown): UserSettings {
  const read = <T>(name: keyof typeof SETTINGS, { read: take }: Setting<T>): T => take(valueAt(section, name));
  return {
    backend: read('backend', SETTINGS.backend),
    version: read('version', SETTINGS.version),
    family: read('family', SETTINGS.family),
    extensions: read('extensions', SETTINGS.extensions),
    template: read('template', SETTINGS.template),
    fragment: read('fragment', SETTINGS.fragment),
    management: {
      ports: read('management.ports', SETTINGS['management.ports']),
      sources: read('management.sources', SETTINGS['management.sources']),
    },
    hints: {
      codeLens: read('codeLens.enabled', SETTINGS['codeLens.enabled']),
      services: read('inlayHints.services', SETTINGS['inlayHints.services']),
      networks: read('inlayHints.networks', SETTINGS['inlayHints.networks']),
      impliedMatches: read('inlayHints.impliedMatches', SETTINGS['inlayHints.impliedMatches']),
    },
    format: {
      style: read('format.style', SETTINGS['format.style']),
      align: read('format.align', SETTINGS['format.align']),
    },
  };
}

export const DEFAULT_USER_SETTINGS: UserSettings = readSettings({});

/** What stands in a section at `format.style`: a member of a member. */
function valueAt(section: unknown, name: string): unknown {
  return name.split('.').reduce((value, part) => entriesOf(value).get(part), section);
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function readNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** TCP ports; that of SSH where none of the values is one. */
export function readPorts(value: unknown): readonly number[] {
  const isPort = (port: unknown): port is number =>
    typeof port === 'number' && Number.isInteger(port) && port > 0 && port <= 65535;
  const ports = Array.isArray(value) ? value.filter(isPort) : [];
  return ports.length === 0 ? SSH_FROM_ANYWHERE.ports : ports;
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
