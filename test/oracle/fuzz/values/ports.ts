// Owns made-up ports: numbers and services, ranges, lists.
import type { Random } from '../random.ts';

const SERVICES = [
  'ssh',
  'http',
  'https',
  'domain',
  'smtp',
  'ntp',
  'bootps',
  'syslog',
  'ftp',
  'tftp',
  'snmp',
  'nfs',
  'mysql',
  'imaps',
  'x11',
  'www',
] as const;
const ODD = [
  'SSH',
  'nosuchservice',
  '65536',
  '-1',
  '',
  '0x16',
  '016',
  '08',
  '1e3',
  '22a',
  '70000',
  '99999999999',
  ' 22',
  '22 ',
  '+22',
  '٢٢',
] as const;

export function port(random: Random): string {
  const roll = random.int(0, 29);
  if (roll === 0) return random.pick(ODD);
  if (roll < 6) return random.pick(SERVICES);
  return String(random.pick([0, 1, 22, 53, 80, 443, 1024, 65535, random.int(0, 65535)]));
}

/** `between` is a colon for matches, a dash for NAT. */
export function portRange(random: Random, between: ':' | '-' = ':'): string {
  const form = random.int(0, 11);
  if (form < 5) return port(random);
  if (form === 5) return `${between}${port(random)}`;
  if (form === 6) return `${port(random)}${between}`;
  if (form === 7) return random.chance(0.2) ? between : `${port(random)}${between === ':' ? '-' : ':'}${port(random)}`;
  const ends = [port(random), port(random)];
  if (random.chance(0.8)) ends.sort((a, b) => Number(a) - Number(b));
  return ends.join(between);
}

export function portList(random: Random): string {
  const many = random.chance(0.1) ? 18 : 5;
  const one = () => (random.chance(0.25) ? portRange(random) : port(random));
  const list = random.list(1, many, ',', one);
  const roll = random.int(0, 39);
  return roll === 0
    ? `${list},`
    : roll === 1
      ? `,${list}`
      : roll === 2
        ? list.replace(',', ',,')
        : roll === 3
          ? list.replace(',', ', ')
          : list;
}

export function natPorts(random: Random): string {
  const range = portRange(random, '-');
  return random.chance(0.1) ? `${range}/${port(random)}` : range;
}
