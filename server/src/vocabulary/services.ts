// Services by name: their ports, the transports they are listed for, and who lists them.
// The lists are in service-names.ts; scripts/refresh-services.ts rewrites them from /etc/services and IANA's registry.

import { DEBIAN_SERVICES, IANA_SERVICES } from './service-names.ts';

/** A set of transports as bits; what getservbyname and getaddrinfo are asked for. */
export const TRANSPORT = { tcp: 1, udp: 2, udplite: 4, sctp: 8, dccp: 16, ddp: 32 } as const;
export type TransportName = keyof typeof TRANSPORT;

/** Every transport with ports that netfilter knows. */
export const ANY_TRANSPORT = TRANSPORT.tcp | TRANSPORT.udp | TRANSPORT.udplite | TRANSPORT.sctp | TRANSPORT.dccp;

/** AppleTalk's too, which getservbyname finds when it is asked for no transport. */
export const ANY_LISTED = ANY_TRANSPORT | TRANSPORT.ddp;

const TRANSPORT_OF: ReadonlyMap<number, number> = new Map([
  [6, TRANSPORT.tcp],
  [17, TRANSPORT.udp],
  [33, TRANSPORT.dccp],
  [132, TRANSPORT.sctp],
  [136, TRANSPORT.udplite],
]);

/** The transport of a protocol's number; undefined for protocols without ports. */
export function transportOf(protocol: number): number | undefined {
  return TRANSPORT_OF.get(protocol);
}

/** A service at one port. `transports` is a set of bits of `TRANSPORT`. */
export interface Service {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly port: number;
  readonly transports: number;
  readonly source: 'debian' | 'iana';
}

const BITS: ReadonlyMap<string, number> = new Map([
  ['t', TRANSPORT.tcp],
  ['u', TRANSPORT.udp],
  ['l', TRANSPORT.udplite],
  ['s', TRANSPORT.sctp],
  ['d', TRANSPORT.dccp],
  ['a', TRANSPORT.ddp],
]);

/** Reads a word such as `http:80/t=www` of service-names.ts. */
function service(word: string, source: Service['source']): Service {
  const [head = '', ...aliases] = word.split('=');
  const colon = head.lastIndexOf(':');
  const slash = head.lastIndexOf('/');
  let transports = 0;
  for (const letter of head.slice(slash + 1)) transports |= BITS.get(letter) ?? 0;
  return { name: head.slice(0, colon), aliases, port: Number(head.slice(colon + 1, slash)), transports, source };
}

let debian: ReadonlyMap<string, readonly Service[]> | undefined;

/** Debian's names and aliases. Read at the first name that somebody asks for: most files have none. */
function debianNames(): ReadonlyMap<string, readonly Service[]> {
  if (debian !== undefined) return debian;
  const map = new Map<string, Service[]>();
  for (const word of DEBIAN_SERVICES.trim().split(/\s+/)) {
    const entry = service(word, 'debian');
    for (const name of [entry.name, ...entry.aliases]) {
      const list = map.get(name);
      if (list === undefined) map.set(name, [entry]);
      else list.push(entry);
    }
  }
  debian = map;
  return map;
}

/** What people call services that the files list under another name, by that name's port. */
const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['cifs', 'microsoft-ds'],
  ['dhcp', 'bootps'],
  ['dns', 'domain'],
  ['dot', 'domain-s'],
  ['ike', 'isakmp'],
  ['imap', 'imap2'],
  ['kafka', '9092'],
  ['l2tp', '1701'],
  ['mail', 'smtp'],
  ['mariadb', 'mysql'],
  ['mongodb', '27017'],
  ['mosh', '60000:61000'],
  ['nat-t', 'ipsec-nat-t'],
  ['postgres', 'postgresql'],
  ['proxmox', '8006'],
  ['rdp', '3389'],
  ['smb', 'microsoft-ds'],
  ['squid', '3128'],
  ['vnc', '5900'],
  ['wireguard', '51820'],
]);

/** The name or port that is meant by what people call a service; undefined where the word is no such name. */
export function commonlyCalled(name: string): string | undefined {
  return NICKNAMES.get(name.toLowerCase());
}

const NOT_IN_A_NAME = /[\s:/=]/;
const asked = new Map<string, readonly Service[]>();
const MOST_ASKED = 1000;

/** IANA's entries of a name. The list has 110 kB and is hardly ever asked: it is searched, not unpacked, once a name. */
function ianaEntries(name: string): readonly Service[] {
  if (name === '' || name.length > 40 || NOT_IN_A_NAME.test(name)) return [];
  const known = asked.get(name);
  if (known !== undefined) return known;
  const found = searchIana(name);
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, found);
  return found;
}

function searchIana(name: string): readonly Service[] {
  const found: Service[] = [];
  for (let at = IANA_SERVICES.indexOf(`${name}:`); at >= 0; at = IANA_SERVICES.indexOf(`${name}:`, at + 1)) {
    const before = IANA_SERVICES.charCodeAt(at - 1);
    if (before !== 0x20 && before !== 0x0a) continue;
    const [word = ''] = IANA_SERVICES.slice(at, at + 80).split(/\s/, 1);
    found.push(service(word, 'iana'));
  }
  return found;
}

/**
 * Who lists a service name for one of the transports: Debian's /etc/services, else IANA's registry (some machines know
 * it), else nobody. Case counts: `HTTP` is nobody's.
 */
export function serviceSource(name: string, transports: number): Service['source'] | undefined {
  const has = (entry: Service): boolean => (entry.transports & transports) !== 0;
  if (debianNames().get(name)?.some(has)) return 'debian';
  return ianaEntries(name).some(has) ? 'iana' : undefined;
}

/** The port of a service for one of the transports, Debian's before IANA's; undefined when nobody lists it. */
export function findPort(name: string, transports = ANY_TRANSPORT): number | undefined {
  const has = (entry: Service): boolean => (entry.transports & transports) !== 0;
  return (debianNames().get(name)?.find(has) ?? ianaEntries(name).find(has))?.port;
}

/** The transports for which Debian or IANA list a name, as bits; 0 when nobody lists it. */
export function serviceTransports(name: string): number {
  const bits = (entries: readonly Service[] | undefined): number =>
    (entries ?? []).reduce((all, e) => all | e.transports, 0);
  return bits(debianNames().get(name)) | bits(ianaEntries(name));
}

/** A name or alias with the service that it stands for. */
export interface ListedService {
  readonly name: string;
  readonly service: Service;
}

const listed = new Map<number, readonly ListedService[]>();

/** Debian's services for one of the transports, aliases as names of their own: for completion and near misses. */
export function listedServices(transports: number): readonly ListedService[] {
  const known = listed.get(transports);
  if (known !== undefined) return known;
  const found: ListedService[] = [];
  for (const [name, entries] of debianNames()) {
    const entry = entries.find((e) => (e.transports & transports) !== 0);
    if (entry) found.push({ name, service: entry });
  }
  listed.set(transports, found);
  return found;
}

/** The names of a set of transports: `TCP and UDP`. */
export function transportNames(transports: number): string {
  const names: string[] = [];
  if (transports & TRANSPORT.tcp) names.push('TCP');
  if (transports & TRANSPORT.udp) names.push('UDP');
  if (transports & TRANSPORT.udplite) names.push('UDP-Lite');
  if (transports & TRANSPORT.sctp) names.push('SCTP');
  if (transports & TRANSPORT.dccp) names.push('DCCP');
  if (transports & TRANSPORT.ddp) names.push('AppleTalk');
  return names.length < 2 ? (names[0] ?? 'no transport') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const usual = new Map<number, ReadonlyMap<number, string>>();

/** The usual name of the service at a port, for some transports; undefined where none is listed. */
export function usualService(port: number, transports: number): string | undefined {
  let names = usual.get(transports);
  if (!names) {
    // The first name of a port goes before its aliases, which stand behind it.
    names = new Map([...listedServices(transports)].reverse().map(({ service }) => [service.port, service.name]));
    usual.set(transports, names);
  }
  return names.get(port);
}
