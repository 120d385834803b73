// The command line of iptables-lint: its words, and what is wrong with them.

import { readFamily, readPorts } from '../lsp/settings.ts';
import { type Management, SSH_FROM_ANYWHERE } from '../ruleset/file-settings.ts';
import { type Backend, type Family, VERSIONS, type Version } from '../vocabulary/schema.ts';
import { nearestVersion } from '../vocabulary/versions.ts';
import type { FixArguments } from './fix/fixer.ts';
import { type FormatName, isFormatName } from './formats/index.ts';
import type { KnownArguments } from './known/open.ts';
import { LINT } from './lint/command-line.ts';
import { readBackend } from './options/common.ts';
import { type Otherwise, readOptions } from './options/read.ts';

/** What was given on the command line; undefined where a configuration, or what is usual, decides. */
export interface LintArguments {
  readonly format: FormatName;
  readonly family: Family | undefined;
  readonly backend: Backend | 'both' | undefined;
  readonly version: Version | 'any' | undefined;
  readonly management: Management | undefined;
  readonly extensions: readonly string[] | undefined;
  readonly template: boolean;
  readonly fragment: boolean;
  /** The name under which standard input goes. */
  readonly stdinName: string | undefined;
  /** The configuration for all files; undefined: the nearest above each. */
  readonly config: string | undefined;
  readonly searchesConfig: boolean;
  readonly suppressions: boolean;
  readonly quiet: boolean;
  /** Nothing but errors is printed, counted or kept aside, so nothing else is looked for. */
  readonly onlyErrors: boolean;
  readonly mostWarnings: number;
  /** How many files are checked at once; undefined: as it goes fastest. */
  readonly jobs: number | undefined;
  /** What Git ignores is left out of what is searched. */
  readonly asksGit: boolean;
  /** Undefined: nothing is fixed. */
  readonly fixes: FixArguments | undefined;
  /** Undefined: all findings are told. */
  readonly known: KnownArguments | undefined;
  /** Checks again whenever something changes. */
  readonly watches: boolean;
  readonly paths: readonly string[];
  /** What the user should know of how the words were taken. */
  readonly notes: readonly string[];
}

export type Parsed =
  | { readonly kind: 'run'; readonly arguments: LintArguments }
  | { readonly kind: 'list-rules' }
  | { readonly kind: 'explain'; readonly name: string }
  | { readonly kind: 'completions'; readonly shell: string }
  | Otherwise;

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[]): Parsed {
  const given = readOptions(words, LINT);
  if (given.kind !== 'given') return given;
  const { values, paths } = given;
  if (values.has('list-rules')) return { kind: 'list-rules' };
  const explained = values.get('explain');
  if (explained !== undefined) return { kind: 'explain', name: explained };
  const shell = values.get('completions');
  if (shell !== undefined) return { kind: 'completions', shell };
  const fault = faultIn(values);
  if (fault !== undefined) return wrong(fault);
  if (paths.length === 0) return wrong('Name at least one file or folder, or "-" for standard input.');
  if (values.has('stdin-filename') && !paths.includes('-'))
    return wrong('"--stdin-filename" is for standard input, and no path is "-".');
  if (values.has('watch') && paths.includes('-'))
    return wrong('"--watch" needs files or folders: standard input does not change.');
  const format = values.get('format') ?? 'text';
  const backend = values.get('backend');
  const version = values.get('iptables-version');
  const known = knownIn(values);
  return {
    kind: 'run',
    arguments: {
      format: isFormatName(format) ? format : 'text',
      family: readFamily(values.get('family')),
      backend: backend === undefined ? undefined : readBackend(backend),
      version: version === undefined ? undefined : nearestVersion(version),
      management: managementIn(values),
      extensions: values.has('extensions') ? listIn(values.get('extensions')) : undefined,
      template: values.has('template'),
      fragment: values.has('fragment'),
      stdinName: values.get('stdin-filename'),
      config: values.get('config'),
      searchesConfig: !values.has('no-config'),
      suppressions: !values.has('no-inline-config'),
      quiet: values.has('quiet'),
      onlyErrors: values.has('quiet') && !values.has('max-warnings') && !known,
      mostWarnings: Number(values.get('max-warnings') ?? Number.POSITIVE_INFINITY),
      jobs: values.has('jobs') ? Number(values.get('jobs')) : undefined,
      asksGit: !values.has('no-ignore'),
      fixes: fixesIn(values),
      known,
      watches: values.has('watch'),
      paths,
      notes: notesOn(version),
    },
  };
}

function managementIn(values: ReadonlyMap<string, string>): Management | undefined {
  if (!values.has('management-port') && !values.has('management-from')) return undefined;
  const ports = values.get('management-port');
  return {
    ports: ports === undefined ? SSH_FROM_ANYWHERE.ports : readPorts(listIn(ports).map(Number)),
    sources: listIn(values.get('management-from')),
  };
}

function fixesIn(values: ReadonlyMap<string, string>): FixArguments | undefined {
  if (!values.has('fix') && !values.has('diff')) return undefined;
  return { kind: values.has('unsafe') ? 'any' : 'safe', does: values.has('diff') ? 'diff' : 'write' };
}

function knownIn(values: ReadonlyMap<string, string>): KnownArguments | undefined {
  const [read, write] = [values.get('known'), values.get('write-known')];
  if (write !== undefined) return { record: write, does: 'write' };
  return read === undefined ? undefined : { record: read, does: 'read' };
}

/** A version that nobody knows is taken as its nearest, and that is no secret. */
function notesOn(version: string | undefined): string[] {
  if (version === undefined || version === 'any') return [];
  const nearest = nearestVersion(version);
  return nearest === version ? [] : [`iptables ${version} is taken as ${nearest}, the nearest of the known versions.`];
}

/** Options that do something once. */
const WRITERS: readonly string[] = ['fix', 'diff', 'write-known'];

function faultIn(values: ReadonlyMap<string, string>): string | undefined {
  const version = values.get('iptables-version');
  if (version !== undefined && version !== 'any' && nearestVersion(version) === 'any')
    return `"--iptables-version" takes any or a version such as ${VERSIONS.at(-1)}, not "${version}".`;
  const ports = values.get('management-port');
  if (ports !== undefined && readPorts(listIn(ports).map(Number)).join() !== listIn(ports).map(Number).join())
    return `"--management-port" takes numbers from 1 to 65535, with commas between them, not "${ports}".`;
  const most = values.get('max-warnings');
  if (most !== undefined && !/^\d+$/.test(most)) return `"--max-warnings" takes a number, not "${most}".`;
  const jobs = values.get('jobs');
  if (jobs !== undefined && !/^0*[1-9]\d{0,2}$/.test(jobs))
    return `"--jobs" takes a number from 1 to 999, not "${jobs}".`;
  if (values.has('config') && values.has('no-config')) return '"--config" and "--no-config" exclude each other.';
  if (values.has('known') && values.has('write-known')) return '"--known" and "--write-known" exclude each other.';
  if (values.has('diff') && knownIn(values))
    return '"--diff" prints differences and no findings, so it has no use for "--known" and "--write-known".';
  if (values.has('watch') && (values.get('format') ?? 'text') !== 'text')
    return '"--watch" prints findings again and again for people, so its format is text.';
  const writer = WRITERS.find((option) => values.has(option));
  if (values.has('watch') && writer !== undefined) return `"--watch" goes without "--${writer}".`;
  if (values.has('unsafe') && !fixesIn(values)) return '"--unsafe" needs "--fix" or "--diff".';
  if (values.has('diff') && values.has('format'))
    return '"--diff" prints differences and no findings, so it has no use for "--format".';
  return undefined;
}

function listIn(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split(',').filter((word) => word !== '');
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence };
}
