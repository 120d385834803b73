// Rewrites the lists of service and protocol names from this machine's files and, when given, IANA's registries.
// Run on a Debian with netbase: node scripts/refresh-services.ts [--services-csv FILE] [--protocols-csv FILE]
// The registries: https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv
// and https://www.iana.org/assignments/protocol-numbers/protocol-numbers-1.csv; without them IANA's names stay as they are.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOLS, type Protocol } from '../server/src/vocabulary/protocols.ts';
import { DEBIAN_SERVICES, IANA_SERVICES } from '../server/src/vocabulary/service-names.ts';

const VOCABULARY = join(import.meta.dirname, '..', 'server', 'src', 'vocabulary');
/** The letters of the lists, in the order in which they are written. */
const TRANSPORTS = new Map([
  ['tcp', 't'],
  ['udp', 'u'],
  ['udplite', 'l'],
  ['sctp', 's'],
  ['dccp', 'd'],
  ['ddp', 'a'],
]);

/** Names that libxtables knows by itself, whatever the machine's files say. */
const BUILT_IN: readonly Protocol[] = [
  { number: 58, name: 'icmpv6', aliases: [], source: 'iptables' },
  { number: 135, name: 'ipv6-mh', aliases: [], source: 'iptables' },
  { number: 135, name: 'mh', aliases: [], source: 'iptables' },
];

/** A name at a port, with the transports that the source lists for it. */
interface Entry {
  readonly name: string;
  readonly port: number;
  readonly transports: Set<string>;
  readonly aliases: Set<string>;
}

class Services {
  readonly entries = new Map<string, Entry>();

  add(name: string, port: number, transport: string, aliases: readonly string[] = []): void {
    const letter = TRANSPORTS.get(transport);
    if (letter === undefined || !/^[!-~]+$/.test(name)) return;
    // An alias holds for the transports of its own line only, so lines with other aliases stay apart.
    const key = `${name} ${port} ${aliases.join(' ')}`;
    const entry = this.entries.get(key) ?? { name, port, transports: new Set(), aliases: new Set() };
    entry.transports.add(letter);
    for (const alias of aliases) entry.aliases.add(alias);
    this.entries.set(key, entry);
  }

  /** `http:80/tu=www`: name, port, transports, aliases; the order is that of ports, then names. */
  words(): string[] {
    const sorted = [...this.entries.values()].sort((a, b) => a.port - b.port || (a.name < b.name ? -1 : 1));
    return sorted.map(({ name, port, transports, aliases }) => {
      const letters = [...TRANSPORTS.values()].filter((letter) => transports.has(letter)).join('');
      return [`${name}:${port}/${letters}`, ...aliases].join('=');
    });
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

function debianServices(): string[] {
  const services = new Services();
  for (const [name = '', where = '', ...aliases] of fields('/etc/services')) {
    const [port, transport = ''] = where.split('/');
    services.add(name, Number(port), transport, aliases);
  }
  return services.words();
}

function ianaServices(path: string): string[] {
  const services = new Services();
  for (const [name = '', port = '', transport = ''] of csvRows(path)) {
    // Ranges such as 6000-6063 name many ports, which no file of services does.
    if (name !== '' && /^\d+$/.test(port)) services.add(name, Number(port), transport);
  }
  return services.words();
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

/** Words wrapped at the width of the code, without indentation. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + word.length + 1 > 119) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
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
const registered = servicesCsv === undefined ? words(IANA_SERVICES) : ianaServices(servicesCsv);
writeFileSync(
  join(VOCABULARY, 'service-names.ts'),
  `// The names of services and their ports; written by scripts/refresh-services.ts, not by hand.
// A word is \`name:port/transports=alias\`; transports are t TCP, u UDP, l UDP-Lite, s SCTP, d DCCP, a AppleTalk's DDP.

/** Source: Debian's /etc/services, package netbase. */
export const DEBIAN_SERVICES = \`
${wrapped(debian)}
\`;

/** Source: IANA's registry of service names and port numbers. */
export const IANA_SERVICES = \`
${wrapped(registered)}
\`;
`,
);
console.log(
  `${protocols.length} protocols, ${debian.length} services of Debian (before: ${words(DEBIAN_SERVICES).length}), ${registered.length} of IANA.`,
);
