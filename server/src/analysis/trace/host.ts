// The machine as a trace sees it: its addresses, where packets go by its routes, which address it lends to others.

import type { Family } from '../../vocabulary/schema.ts';
import {
  type AddressPoint,
  agree,
  asPoint,
  BITS,
  commonLength,
  familyOfAddress,
  type Prefix,
  readPrefix,
} from './addresses.ts';
import type { HostFacts } from './facts.ts';

/** Where a packet goes: to this machine, to all of a network, to a group, out by an interface, or nowhere. */
export type Route =
  | { readonly kind: 'local' | 'broadcast' | 'multicast' | 'none'; readonly dev: string | undefined }
  | { readonly kind: 'unicast'; readonly dev: string; readonly via: AddressPoint | undefined };

interface Own extends Prefix {
  readonly dev: string;
  /** Its network is that of an address that the interface had before; IPv4 gives such an address to nobody. */
  readonly secondary: boolean;
}

interface Way extends Prefix {
  readonly dev: string;
  readonly via: AddressPoint | undefined;
}

const V4_GROUPS = 0xe0000000;
const ALL = 0xffffffff;
const LOOPBACK = 'lo';
const NOWHERE: Route = { kind: 'none', dev: undefined };

export class Host {
  readonly family: Family;
  private readonly own: readonly Own[];
  private readonly byAddress = new Map<AddressPoint, Own>();
  private readonly ways: readonly Way[];
  private readonly known: Map<AddressPoint, Route> = new Map();

  constructor(facts: HostFacts, family: Family) {
    this.family = family;
    this.own = ownAddresses(facts, family);
    for (const one of this.own) if (!this.byAddress.has(one.address)) this.byAddress.set(one.address, one);
    this.ways = waysOf(facts, this.own, family);
  }

  /** The interface that has an address; undefined for one that is not the machine's. */
  holder(address: AddressPoint): string | undefined {
    if (isLoopback(address)) return this.byAddress.get(address)?.dev ?? LOOPBACK;
    return this.byAddress.get(address)?.dev;
  }

  /** Where packets to an address go. */
  route(address: AddressPoint): Route {
    const known = this.known.get(address);
    if (known) return known;
    const found = this.find(address);
    if (this.known.size < 4096) this.known.set(address, found);
    return found;
  }

  private find(address: AddressPoint): Route {
    if (isGroup(address)) return { kind: 'multicast', dev: undefined };
    const holder = this.holder(address);
    if (holder !== undefined) return { kind: 'local', dev: holder };
    const caster = this.broadcaster(address);
    if (caster !== undefined) return { kind: 'broadcast', dev: caster === '' ? undefined : caster };
    if (this.family === 6 && this.own.some((one) => isAnycast(one, address))) return { kind: 'local', dev: LOOPBACK };
    const way = this.wayTo(address);
    return way ? { kind: 'unicast', dev: way.dev, via: way.via } : NOWHERE;
  }

  /** The route whose network is the narrowest. */
  private wayTo(address: AddressPoint): Way | undefined {
    let best: Way | undefined;
    for (const way of this.ways) {
      if (best && best.length >= way.length) continue;
      if (agree(way.address, address, way.length, this.family)) best = way;
    }
    return best;
  }

  /** By which interface a packet to a group or to all leaves; undefined without a route. */
  leaves(address: AddressPoint): string | undefined {
    return this.wayTo(address)?.dev;
  }

  /** The interface of whose network this is the broadcast address, '' for that of any; undefined for no such address. */
  private broadcaster(address: AddressPoint): string | undefined {
    if (this.family === 6) return undefined;
    if (address === ALL || address === 0) return '';
    const rest = (length: number) => 2 ** (32 - length);
    return this.own.find(
      (one) =>
        one.length < 31 &&
        one.dev !== LOOPBACK &&
        agree(one.address, address, one.length, 4) &&
        Number(address) % rest(one.length) === rest(one.length) - 1,
    )?.dev;
  }

  /** The name of an IPv4 address' type, as the table of the machine's own addresses says. */
  typeOf(address: AddressPoint, dev?: string): 'UNICAST' | 'LOCAL' | 'BROADCAST' | 'MULTICAST' {
    if (address === 0 || address === ALL) return 'BROADCAST';
    if (isGroup(address)) return 'MULTICAST';
    const holder = this.holder(address);
    const caster = holder === undefined ? this.broadcaster(address) : undefined;
    if (holder !== undefined) return dev === undefined || holder === dev ? 'LOCAL' : 'UNICAST';
    if (caster !== undefined) return dev === undefined || caster === dev ? 'BROADCAST' : 'UNICAST';
    return 'UNICAST';
  }

  /** Whether an interface has an IPv6 address that ends with these 24 bits, whose group the machine has joined. */
  hasAddressLike(end: bigint, dev: string | undefined): boolean {
    return this.own.some((one) => one.dev === dev && (BigInt(one.address) & 0xffffffn) === end);
  }

  /**
   * The address that REDIRECT writes for what came in by an interface; undefined where it has none that would do. Source:
   * net/netfilter/nf_nat_redirect.c.
   */
  redirectAddress(dev: string, destination: AddressPoint | undefined): AddressPoint | undefined {
    const all = this.own.filter((one) => one.dev === dev);
    if (this.family === 4) return all.find(({ secondary }) => !secondary)?.address;
    const scope = destination === undefined ? 'global' : scopeOf(BigInt(destination));
    if (scope !== 'global') return all.findLast(({ address }) => scopeOf(BigInt(address)) === scope)?.address;
    // The last address that came stands first, those of the link behind all others.
    return (all.findLast(({ address }) => !isLinkLocal(address)) ?? all.at(-1))?.address;
  }

  /**
   * The address that MASQUERADE writes for what leaves by an interface: IPv4 looks at the next hop, IPv6 at the
   * destination. Undefined where there is none.
   */
  masqueradeAddress(dev: string, destination: AddressPoint, nextHop: AddressPoint): AddressPoint | undefined {
    if (this.family === 6) {
      // What goes to the machine itself has the same source.
      if (this.byAddress.has(destination)) return destination;
      return nearest(this.own.filter((one) => one.dev === dev).reverse(), destination);
    }
    const all = this.own.filter((one) => one.dev === dev && !one.secondary && dev !== LOOPBACK);
    const inNetwork = all.find((one) => agree(one.address, nextHop, one.length, 4));
    // An interface without an address of its own borrows that of another.
    const other = this.own.find((one) => one.dev !== LOOPBACK && !one.secondary);
    return (inNetwork ?? all[0] ?? other)?.address;
  }
}

function ownAddresses({ addresses = {} }: HostFacts, family: Family): readonly Own[] {
  const own: Own[] = [];
  for (const [dev, texts] of Object.entries(addresses)) {
    for (const text of texts) {
      const prefix = familyOfAddress(text) === family ? readPrefix(text, family) : undefined;
      if (!prefix) continue;
      const secondary =
        family === 4 &&
        own.some(
          (one) =>
            one.dev === dev && one.length === prefix.length && agree(one.address, prefix.address, prefix.length, 4),
        );
      own.push({ ...prefix, dev, secondary });
    }
  }
  return own;
}

function waysOf({ routes = [] }: HostFacts, own: readonly Own[], family: Family): readonly Way[] {
  const ways: Way[] = own
    .filter(({ length }) => length < BITS[family])
    .map(({ address, length, dev }) => ({ address, length, dev, via: undefined }));
  for (const { to, dev, via } of routes) {
    const gateway = via === undefined ? undefined : readPrefix(via, family);
    if (via !== undefined && familyOfAddress(via) !== family) continue;
    if (to === 'default') {
      // A default route without a gateway does not tell its family, and holds for both.
      ways.push({ address: asPoint(0n, family), length: 0, dev, via: gateway?.address });
      continue;
    }
    const prefix = familyOfAddress(to) === family ? readPrefix(to, family) : undefined;
    if (prefix) ways.push({ ...prefix, dev, via: gateway?.address });
  }
  return ways;
}

/** 127.0.0.0/8 or ::1. */
export function isLoopback(address: AddressPoint): boolean {
  return typeof address === 'number' ? address >>> 24 === 127 : address === 1n;
}

/** A multicast address. */
export function isGroup(address: AddressPoint): boolean {
  return typeof address === 'number' ? address >= V4_GROUPS && address < 0xf0000000 : address >> 120n === 0xffn;
}

/** fe80::/10. */
export function isLinkLocal(address: AddressPoint): boolean {
  return typeof address === 'bigint' && address >> 118n === 0x3fan;
}

type Scope = 'host' | 'link' | 'site' | 'global';

/** How far an IPv6 address reaches, or a group. */
function scopeOf(address: bigint): Scope {
  if (address === 1n) return 'host';
  if (isLinkLocal(address)) return 'link';
  if (address >> 118n === 0x3fbn) return 'site';
  return isGroup(address) ? (GROUP_SCOPES[Number((address >> 112n) & 15n)] ?? 'global') : 'global';
}

const GROUP_SCOPES: Readonly<Record<number, Scope>> = { 1: 'host', 2: 'link', 5: 'site' };

/** A router answers to the first address of each of its networks. */
function isAnycast({ address, length }: Own, asked: AddressPoint): boolean {
  if (length >= 127 || !agree(address, asked, length, 6)) return false;
  return BigInt(asked) % (1n << BigInt(128 - length)) === 0n;
}

/** Of these the one that has the most bits in common with an address; the first of several. */
function nearest(all: readonly Own[], to: AddressPoint): AddressPoint | undefined {
  const fitting = all.filter(({ address }) => isLinkLocal(address) === isLinkLocal(to));
  let best: Own | undefined;
  const common = (one: Own) => Math.min(commonLength(one.address, to, 6), one.length);
  for (const one of fitting.length > 0 ? fitting : all) if (!best || common(one) > common(best)) best = one;
  return best?.address;
}
