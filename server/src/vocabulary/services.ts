// Services by name: their ports, the transports they are listed for, and who lists them.
// The lists are in service-names.ts; scripts/refresh-services.ts rewrites them from /etc/services and IANA's registry.

import { type Entry, readList, searchName, searchPort } from './service-list.ts';
import { DEBIAN_SERVICES, IANA_SERVICES } from './service-names.ts';
import { ANY_TRANSPORT } from './transports.ts';

/** A service at one port, and whose list has it. */
export interface Service extends Entry {
  readonly source: 'debian' | 'iana';
}

let debian: ReadonlyMap<string, readonly Service[]> | undefined;

/** Debian's names and aliases. Read at the first name that somebody asks for: most files have none. */
function debianNames(): ReadonlyMap<string, readonly Service[]> {
  if (debian !== undefined) return debian;
  const map = new Map<string, Service[]>();
  for (const read of readList(DEBIAN_SERVICES)) {
    const entry: Service = { ...read, source: 'debian' };
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

const asked = new Map<string, readonly Service[]>();
const MOST_ASKED = 1000;
/** Longer than any; with a slash, which four of IANA's names have and none of Debian's; or without a letter. */
const NO_NAME = /^.{41}|\/|^[^a-z]*$/i;

/** IANA's entries of a name. The list has 70 kB and is hardly ever asked: it is searched, not unpacked, once a name. */
function ianaEntries(name: string): readonly Service[] {
  if (NO_NAME.test(name)) return [];
  const known = asked.get(name);
  if (known !== undefined) return known;
  const found = searchName(IANA_SERVICES, name).map((entry): Service => ({ ...entry, source: 'iana' }));
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, found);
  return found;
}

/** The first name that IANA lists for a port. */
export function ianaName(port: number): string | undefined {
  return searchPort(IANA_SERVICES, port)?.name;
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
