// The command line of iptables-lint: its words, and what is wrong with them.

import { nearestVersion, readFamily, readPorts } from '../lsp/settings.ts';
import type { Management } from '../ruleset/file-settings.ts';
import { type Backend, type Family, VERSIONS, type Version } from '../vocabulary/schema.ts';
import { SHIPPED_BY } from '../vocabulary/versions.ts';

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

export type Parsed =
  | { readonly kind: 'run'; readonly arguments: LintArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const VALUES: Readonly<Record<string, readonly string[] | undefined>> = {
  '--format': ['text', 'json'],
  '--family': ['4', '6', 'auto'],
  '--backend': ['both', 'nft', 'legacy'],
};

/** Options whose values are no choice. */
const FREE: ReadonlySet<string> = new Set(['--iptables-version', '--management-port', '--management-from']);

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[]): Parsed {
  const given = new Map<string, string>();
  const paths: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      paths.push(...words.slice(i + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      paths.push(word);
      continue;
    }
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--version' || word === '-V') return { kind: 'version' };
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!(name in VALUES) && !FREE.has(name)) return wrong(`Unknown option "${name}".`);
    const value = equals < 0 ? words[++i] : word.slice(equals + 1);
    const fault = valueFault(name, value);
    if (value === undefined || fault) return wrong(fault ?? '');
    given.set(name, value);
  }
  if (paths.length === 0) return wrong('Name at least one file or folder, or "-" for standard input.');
  const backend = given.get('--backend');
  return {
    kind: 'run',
    arguments: {
      format: given.get('--format') === 'json' ? 'json' : 'text',
      family: readFamily(given.get('--family')),
      backend: backend === 'nft' || backend === 'legacy' ? backend : 'both',
      version: nearestVersion(given.get('--iptables-version')),
      management: {
        ports: readPorts(listIn(given.get('--management-port')).map(Number)),
        sources: listIn(given.get('--management-from')),
      },
      paths,
    },
  };
}

function valueFault(name: string, value: string | undefined): string | undefined {
  const allowed = VALUES[name];
  if (value === undefined) return `"${name}" needs a value${allowed ? `: ${allowed.join(', ')}` : ''}.`;
  if (allowed && !allowed.includes(value)) return `"${name}" takes ${allowed.join(', ')}, not "${value}".`;
  if (name === '--iptables-version' && value !== 'any' && nearestVersion(value) === 'any') {
    return `"--iptables-version" takes any or a version such as ${VERSIONS.at(-1)}, not "${value}".`;
  }
  if (name === '--management-port' && readPorts(listIn(value).map(Number)).join() !== listIn(value).map(Number).join())
    return `"--management-port" takes numbers from 1 to 65535, with commas between them, not "${value}".`;
  return undefined;
}

function listIn(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split(',').filter((word) => word !== '');
}

function wrong(sentence: string): Parsed {
  return { kind: 'wrong', sentence };
}
