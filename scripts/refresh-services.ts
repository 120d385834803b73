// Rewrites the lists of service and protocol names from this machine's files and, when given, IANA's registries.
// Run on a Debian with netbase: node scripts/refresh-services.ts [--services-csv FILE] [--protocols-csv FILE]
// The registries: https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv
// and https://www.iana.org/assignments/protocol-numbers/protocol-numbers-1.csv; without them IANA's names stay as they are.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOLS, type Protocol } from '../server/src/vocabulary/protocols.ts';
import { type Entry, readList, writeList } from '../server/src/vocabulary/service-list.ts';
import { DEBIAN_SERVICES, IANA_SERVICES } from '../server/src/vocabulary/service-names.ts';
import { TRANSPORT } from '../server/src/vocabulary/transports.ts';

const VOCABULARY = join(import.meta.dirname, '..', 'server', 'src', 'vocabulary');
const TRANSPORTS: ReadonlyMap<string, number> = new Map(Object.entries(TRANSPORT));

/** Names that libxtables knows by itself, whatever the machine's files say. */
const BUILT_IN: readonly Protocol[] = [
  { number: 58, name: 'icmpv6', aliases: [], source: 'iptables' },
  { number: 135, name: 'ipv6-mh', aliases: [], source: 'iptables' },
  { number: 135, name: 'mh', aliases: [], source: 'iptables' },
];

class Services {
  readonly entries = new Map<string, Entry>();

  add(name: string, port: number, transport: string, aliases: readonly string[] = []): void {
    const bit = TRANSPORTS.get(transport);
    if (bit === undefined || !/^[!-~]+$/.test(name)) return;
    // An alias holds for the transports of its own line only, so lines with other aliases stay apart.
    const key = `${name} ${port} ${aliases.join(' ')}`;
    const transports = bit | (this.entries.get(key)?.transports ?? 0);
    this.entries.set(key, { name, port, transports, aliases });
  }

  /** By port, then by name. */
  sorted(): Entry[] {
    return [...this.entries.values()].sort((a, b) => a.port - b.port || (a.name < b.name ? -1 : 1));
  }
}

/** The lines of a file such as /etc/services, split into fields, comments gone. */
function fields(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => line.replace(/#.*/, '').trim().split(/\s+/)).filter((line) => line.length > 1);
}

/** Rows of a comma separated file with quoted fields. */
function csvRows(path: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of readFileSync(path, 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows;
}

function debianServices(): Entry[] {
  const services = new Services();
  for (const [name = '', where = '', ...aliases] of fields('/etc/services')) {
    const [port, transport = ''] = where.split('/');
    services.add(name, Number(port), transport, aliases);
  }
  return services.sorted();
}

function ianaServices(path: string): Entry[] {
  const services = new Services();
  for (const [name = '', port = '', transport = ''] of csvRows(path)) {
    // Ranges such as 6000-6063 name many ports, which no file of services does.
    if (name !== '' && /^\d+$/.test(port)) services.add(name, Number(port), transport);
  }
  return services.sorted();
}

function debianProtocols(): Protocol[] {
  return fields('/etc/protocols').map(([name = '', number, ...aliases]) => ({
    number: Number(number),
    name,
    aliases,
    source: 'debian',
  }));
}

/** IANA's own keywords in lower case, as the files of other distributions have them, where no other source has one. */
function ianaProtocols(path: string, known: readonly Protocol[]): Protocol[] {
  const taken = new Set(
    known.flatMap((protocol) => [protocol.name, ...protocol.aliases.map((alias) => alias.toLowerCase())]),
  );
  return csvRows(path).flatMap(([number = '', keyword = '']) => {
    const name = keyword.replace(/\s.*/, '').toLowerCase();
    if (!/^\d+$/.test(number) || name === '' || taken.has(name)) return [];
    const alias = keyword.replace(/\s.*/, '');
    return [{ number: Number(number), name, aliases: alias === name ? [] : [alias], source: 'iana' as const }];
  });
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const protocolsCsv = argument('--protocols-csv');
const own = [...debianProtocols(), ...BUILT_IN];
const iana =
  protocolsCsv === undefined ? PROTOCOLS.filter((p) => p.source === 'iana') : ianaProtocols(protocolsCsv, own);
const protocols = [...own, ...iana].sort((a, b) => a.number - b.number);
const quote = (name: string): string => `'${name}'`;
const literals = protocols.map(
  ({ number, name, aliases, source }) =>
    `  { number: ${number}, name: ${quote(name)}, aliases: [${aliases.map(quote).join(', ')}], source: '${source}' },`,
);
writeFileSync(
  join(VOCABULARY, 'protocol-names.ts'),
  `// The names of IP protocols; written by scripts/refresh-services.ts, not by hand.

import type { Protocol } from './protocols.ts';

/**
 * By number. Source: Debian's /etc/protocols (package netbase), the names that libxtables itself knows, IANA's registry
 * of protocol numbers for the rest.
 */
export const PROTOCOL_NAMES: readonly Protocol[] = [
${literals.join('\n')}
];
`,
);

const servicesCsv = argument('--services-csv');
const debian = debianServices();
const registered = servicesCsv === undefined ? [...readList(IANA_SERVICES)] : ianaServices(servicesCsv);
writeFileSync(
  join(VOCABULARY, 'service-names.ts'),
  `// The names of services and their ports; written by scripts/refresh-services.ts, not by hand.
// A line begins with the port below that of its first word. A word is \`name:step|transports=alias\`: so far behind the
// port before, 1 where it does not say; t TCP, u UDP, l UDP-Lite, s SCTP, d DCCP, a AppleTalk's DDP, else TCP and UDP.

/** Source: Debian's /etc/services, package netbase. */
export const DEBIAN_SERVICES = \`${writeList(debian)}\`;

/** Source: IANA's registry of service names and port numbers. */
export const IANA_SERVICES = \`${writeList(registered)}\`;
`,
);
console.log(
  `${protocols.length} protocols, ${debian.length} services of Debian (before: ${[...readList(DEBIAN_SERVICES)].length}), ${registered.length} of IANA.`,
);
