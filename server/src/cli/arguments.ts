// The command line of iptables-lint: its words, and what is wrong with them.

import { nearestVersion, readFamily, readPorts } from '../lsp/settings.ts';
import type { Management } from '../ruleset/file-settings.ts';
import { type Backend, type Family, VERSIONS, type Version } from '../vocabulary/schema.ts';
import { SHIPPED_BY } from '../vocabulary/versions.ts';
import { BACKENDS, FAMILIES, type OptionNames, type Otherwise, readBackend, readOptions } from './options.ts';

export const USAGE = `iptables-lint: finds errors in iptables rules files that the loaders would refuse, and likely mistakes

Usage: iptables-lint [OPTION]... PATH...
       iptables-lint [OPTION]... -          reads standard input
       iptables-lint trace --help           what becomes of a packet
       iptables-lint explain --help         what a firewall lets in and out

A PATH is a file, or a folder that is searched for rules files.

  --format text|json           how to print findings (text)
  --family 4|6|auto            iptables or ip6tables (auto: each file tells)
  --backend both|nft|legacy    whose refusals are errors (both)
  --iptables-version VERSION   whose refusals are errors (any: every known one):
${VERSIONS.map((version) => `                                 ${version.padEnd(6)}  as in ${SHIPPED_BY[version]}`).join('\n')}
                               another counts as the nearest of these
  --management-port PORT,...   TCP ports by which the machine is managed, one of which must work (22)
  --management-from NET,...    addresses and networks from which it must (anywhere is enough)
  --help, --version

Exit status: 0 no errors, 1 errors found, 2 wrong usage or something could not be read.
`;

export interface LintArguments {
  readonly format: 'text' | 'json';
  readonly family: Family | undefined;
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
  readonly management: Management;
  readonly paths: readonly string[];
}

export type Parsed = { readonly kind: 'run'; readonly arguments: LintArguments } | Otherwise;

const OPTIONS: OptionNames = {
  valued: new Map([
    ['format', ['text', 'json']],
    ['family', FAMILIES],
    ['backend', BACKENDS],
    ['iptables-version', undefined],
    ['management-port', undefined],
    ['management-from', undefined],
  ]),
  lastCounts: true,
};

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[]): Parsed {
  const given = readOptions(words, OPTIONS);
  if (given.kind !== 'given') return given;
  const { values, paths } = given;
  const fault = faultIn(values);
  if (fault !== undefined) return wrong(fault);
  if (paths.length === 0) return wrong('Name at least one file or folder, or "-" for standard input.');
  return {
    kind: 'run',
    arguments: {
      format: values.get('format') === 'json' ? 'json' : 'text',
      family: readFamily(values.get('family')),
      backend: readBackend(values.get('backend')),
      version: nearestVersion(values.get('iptables-version')),
      management: {
        ports: readPorts(listIn(values.get('management-port')).map(Number)),
        sources: listIn(values.get('management-from')),
      },
      paths,
    },
  };
}

function faultIn(values: ReadonlyMap<string, string>): string | undefined {
  const version = values.get('iptables-version');
  if (version !== undefined && version !== 'any' && nearestVersion(version) === 'any')
    return `"--iptables-version" takes any or a version such as ${VERSIONS.at(-1)}, not "${version}".`;
  const ports = values.get('management-port');
  if (ports !== undefined && readPorts(listIn(ports).map(Number)).join() !== listIn(ports).map(Number).join())
    return `"--management-port" takes numbers from 1 to 65535, with commas between them, not "${ports}".`;
  return undefined;
}

function listIn(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split(',').filter((word) => word !== '');
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence };
}
