// Owns made-up names: choices, protocols, flags, ICMP types, accounts, directions, free texts.
import { icmpTypes } from '../../../../server/src/vocabulary/icmp-types.ts';
import { PROTOCOLS } from '../../../../server/src/vocabulary/protocols.ts';
import type { Family } from '../../../../server/src/vocabulary/schema.ts';
import type { AccountValue, ChoiceValue, TextValue } from '../../../../server/src/vocabulary/values/kinds.ts';
import type { Random } from '../random.ts';
import { integer } from './numbers.ts';

/** Cuts a name, turns its case or adds to it, rarely. */
function disturb(name: string, random: Random): string {
  const roll = random.int(0, 39);
  if (roll === 0) return name.slice(0, random.int(1, Math.max(1, name.length - 1)));
  if (roll === 1) return name.toUpperCase();
  if (roll === 2) return name.toLowerCase();
  if (roll === 3) return `${name}${random.pick(['x', ' ', '.', '1', 's'])}`;
  if (roll === 4) return name.slice(0, -1);
  return name;
}

/** A list as the kind separates it; now and then with an empty entry or the wrong separator. */
function listed(one: () => string, between: string, random: Random): string {
  const list = random.list(1, 4, between, one);
  const roll = random.int(0, 49);
  if (roll === 0) return `${list}${between}`;
  if (roll === 1) return `${between}${list}`;
  if (roll === 2) return list.replace(between, `${between}${between}`);
  if (roll === 3) return list.replace(between, `${between} `);
  if (roll === 4) return list.replaceAll(between, random.pick([';', '|', ':', '+', ',']));
  return list;
}

export function choice(value: ChoiceValue, family: Family, random: Random): string {
  const { orInteger, list } = value;
  const names = value.choices.filter(
    (entry) => entry.family === undefined || entry.family === family || random.chance(0.02),
  );
  const one = () => {
    if (orInteger && random.chance(0.4)) return integer(orInteger, random);
    return disturb(random.pick(names)?.name ?? 'none', random);
  };
  return list ? listed(one, list, random) : one();
}

const ODD_PROTOCOLS = [
  'ipv4',
  'foo',
  '256',
  '-1',
  '',
  '0',
  'all',
  'ALL',
  'any',
  '0x6',
  '06',
  '6.0',
  'tcp,udp',
  'tcp/udp',
  'TCP',
  'Udp',
  ' tcp',
  'icmpv6',
  'ipv6-icmp',
  'ip',
] as const;

export function protocol(family: Family, random: Random): string {
  const roll = random.int(0, 11);
  if (roll === 0) return random.pick(ODD_PROTOCOLS);
  if (roll === 1) return String(random.int(0, 255));
  if (roll === 2) return random.pick(PROTOCOLS)?.name ?? 'tcp';
  return random.pick([
    'tcp',
    'tcp',
    'udp',
    'udp',
    family === 4 ? 'icmp' : 'ipv6-icmp',
    'sctp',
    'dccp',
    'udplite',
    'esp',
    'ah',
    'gre',
  ]);
}

const FLAGS = ['SYN', 'ACK', 'FIN', 'RST', 'URG', 'PSH'] as const;

export function tcpFlags(random: Random): string {
  if (random.chance(0.15)) return random.pick(['ALL', 'NONE', 'all', 'ALL,SYN', 'SYN,NONE']);
  return listed(() => disturb(random.pick(FLAGS), random), ',', random);
}

export function icmpType(family: Family, random: Random): string {
  const number = () => integer({ min: 0, max: 255 }, random);
  const roll = random.int(0, 9);
  if (roll < 3) return random.chance(0.5) ? number() : `${number()}/${number()}`;
  if (roll === 3) return random.pick(['any', 'echo', '3/', '/3', '3/1/1', '3:1', '256', '3/256', 'all', '']);
  const type = random.pick(icmpTypes(random.chance(0.97) ? family : family === 4 ? 6 : 4));
  return disturb((type && random.pick([type.name, ...type.aliases])) ?? '8', random);
}

export function account(value: AccountValue, random: Random): string {
  const range = random.chance(0.3) ? `-${integer({ min: 0, max: 4294967294 }, random)}` : '';
  if (random.chance(0.3)) return value.of === 'user' ? 'root' : random.pick(['root', 'daemon']);
  return `${integer({ min: 0, max: 4294967294 }, random)}${range}`;
}

export function setDirections(random: Random): string {
  return listed(() => disturb(random.pick(['src', 'dst']), random), ',', random);
}

const TEXTS = [
  'x',
  'allow',
  'two words',
  'ünï',
  'a"b',
  'back\\slash',
  "it's",
  '-x',
  '!',
  '--dport',
  '#',
  'a,b',
  '*',
  '%s',
  '$X',
  '😀',
] as const;

export function text(value: TextValue, random: Random): string {
  const roll = random.int(0, 9);
  const most = value.maxBytes ?? value.cutAfterBytes ?? 40;
  if (roll === 0) return 'a'.repeat(random.int(Math.max(0, most - 1), most + 2));
  if (roll === 1 && value.forbidden) return `a${random.pick([...value.forbidden])}b`;
  if (roll === 2) return '';
  if (roll < 5) return random.pick(TEXTS);
  return random.pick(['x', 'fw', 'name1', 'ssh', 'web', 'list-a']);
}
