// What addrtype asks where an address may be of several types or one interface alone counts, and what sets hold.

import type { Family } from '../../vocabulary/schema.ts';
import { type AddressPoint, agree, readPrefix } from './addresses.ts';
import type { Asked } from './asked-connection.ts';
import type { Flow } from './flow.ts';
import { type Host, isGroup } from './host.ts';
import type { Said } from './said.ts';

/** For which interface the types are looked up; undefined for all, null where that is not known. */
type Limit = (flow: Flow) => string | undefined | null;

export function addrtypeAsked(said: Said): Asked {
  const limit: Limit = said.has('--limit-iface-in')
    ? ({ input }) => input ?? null
    : said.has('--limit-iface-out')
      ? ({ output }) => output ?? null
      : () => undefined;
  const asked = said.options.filter(({ name }) => name === '--src-type' || name === '--dst-type');
  return (flow) => {
    const dev = limit(flow);
    let isSure = true;
    for (const { name, negated, meanings } of asked) {
      const [value] = meanings;
      const address = name === '--src-type' ? flow.source : flow.destination;
      const { host } = flow;
      if (value?.kind !== 'choice' || address === undefined || !host || dev === null) {
        isSure = false;
        continue;
      }
      const names = value.choices.map((choice) => choice.name);
      const holds =
        flow.family === 4 ? names.includes(host.typeOf(address, dev)) : isOfAllTypes(host, address, names, dev);
      if (holds === negated) return false;
    }
    return isSure ? true : undefined;
  };
}

/** Source: match_type6 in net/netfilter/xt_addrtype.c. */
function isOfAllTypes(host: Host, address: AddressPoint, names: readonly string[], dev: string | undefined): boolean {
  const route = host.route(address);
  const isHere = route.kind === 'local' && (dev === undefined || host.holder(address) === dev);
  const types: Readonly<Record<string, boolean>> = {
    MULTICAST: isGroup(address),
    UNICAST: isUnicast(BigInt(address)),
    UNSPEC: address === 0n,
  };
  if (names.some((name) => types[name] === false)) return false;
  const looked = names.filter((name) => !(name in types));
  if (looked.length === 0) return true;
  return looked.some((name) =>
    name === 'LOCAL'
      ? isHere && host.holder(address) !== undefined
      : name === 'ANYCAST'
        ? isHere && host.holder(address) === undefined
        : name === 'UNREACHABLE' && route.kind === 'none',
  );
}

/** Source: __ipv6_addr_type in net/ipv6/addrconf_core.c. */
function isUnicast(address: bigint): boolean {
  return address !== 0n && address >> 120n !== 0xffn && address >> 32n !== 0xffffn;
}

/** A set whose contents are given, looked up by one address. */
export function setAsked(said: Said): Asked | undefined {
  const option = said.options.find(({ name }) => name === '--match-set');
  const [name, directions] = option?.meanings ?? [];
  if (!option || !said.only('--match-set') || name?.kind !== 'text' || directions?.kind !== 'set-directions')
    return undefined;
  const [direction, ...more] = directions.directions;
  if (direction === undefined || more.length > 0) return undefined;
  return (flow) => {
    const entries = flow.hostFacts.sets?.[name.text];
    const address = direction === 'src' ? flow.source : flow.destination;
    if (!entries || address === undefined || flow.changedSets.has(name.text)) return undefined;
    const holds = holdsAddress(entries, address, flow.family);
    return holds === undefined ? undefined : holds !== option.negated;
  };
}

function holdsAddress(entries: readonly string[], address: AddressPoint, family: Family): boolean | undefined {
  let isSure = true;
  for (const entry of entries) {
    const prefix = readPrefix(entry, family);
    if (!prefix) isSure = false;
    else if (agree(prefix.address, address, prefix.length, family)) return true;
  }
  return isSure ? false : undefined;
}
