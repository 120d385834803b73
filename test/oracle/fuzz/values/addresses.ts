// Owns made-up addresses of both families: hosts, networks, ranges, NAT's ranges, hardware addresses, interfaces.
import type { Family } from '../../../../server/src/vocabulary/schema.ts';
import type { Random } from '../random.ts';
import { natPorts } from './ports.ts';

const V6 = [
  '::',
  '::1',
  '2001:db8::1',
  'fe80::1',
  'ff02::fb',
  '2001:db8:1:2:3:4:5:6',
  '::ffff:192.0.2.1',
  '2001:DB8::A',
  '64:ff9b::192.0.2.33',
] as const;
const ODD_V4 = [
  '10',
  '10.1',
  '10.1.2',
  '256.1.1.1',
  '1.2.3.4.5',
  '1.2.3.',
  '.1.2.3',
  '010.1.1.1',
  '0x7f.1',
  '1..2',
  '',
  '1.2.3.4a',
  '4294967295',
  '4294967296',
  '1.2.3.-4',
  '[192.0.2.1]',
  '1,2',
  '%eth0',
] as const;
const ODD_V6 = [
  ':',
  ':::',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '::g',
  '12345::',
  '[::1]',
  '::1%lo',
  '::1::',
  '1:',
  '::1.2.3',
  'fe80::1%nosuchif',
] as const;

function v4(random: Random): string {
  if (random.chance(0.04)) return random.pick(ODD_V4);
  const octet = () => random.pick([0, 1, 10, 127, 192, 255, random.int(0, 255)]);
  return random.chance(0.3)
    ? random.pick(['0.0.0.0', '127.0.0.1', '255.255.255.255', '224.0.0.251', '192.0.2.1'])
    : `${octet()}.${octet()}.${octet()}.${octet()}`;
}

function v6(random: Random): string {
  if (random.chance(0.04)) return random.pick(ODD_V6);
  const group = () => random.int(0, 0xffff).toString(16);
  return random.chance(0.6)
    ? random.pick(V6)
    : random.chance(0.5)
      ? `2001:db8:${group()}::${group()}`
      : random.list(8, 8, ':', group);
}

/** An address, now and then of the other family. */
export function host(family: Family, random: Random): string {
  const other = random.chance(0.02);
  return (family === 4) !== other ? v4(random) : v6(random);
}

function mask(family: Family, random: Random): string {
  const roll = random.int(0, 19);
  if (roll === 0)
    return random.pick(['', '33', '129', '999', '-1', '24x', ' 24', '0x18', '024', '255.255', 'ffff:', '/24']);
  if (roll < 5)
    return family === 4
      ? random.pick(['255.255.255.0', '255.0.0.0', '0.0.0.0', '255.0.255.0', '255.255.255.255', '0.0.0.255'])
      : random.pick(['ffff::', 'ffff:ffff:ffff:ffff::', '::', '::ffff']);
  return String(random.int(0, family === 4 ? 32 : 128));
}

export function network(family: Family, list: boolean, random: Random): string {
  const one = () => (random.chance(0.6) ? `${host(family, random)}/${mask(family, random)}` : host(family, random));
  if (!random.chance(list ? 0.2 : 0.03)) return one();
  const several = random.list(2, 4, ',', one);
  const roll = random.int(0, 19);
  return roll === 0
    ? `${several},`
    : roll === 1
      ? `,${several}`
      : roll === 2
        ? several.replace(',', ', ')
        : roll === 3
          ? several.replace(',', ',,')
          : several;
}

export function addressRange(family: Family, random: Random): string {
  const first = host(family, random);
  const roll = random.int(0, 9);
  if (roll === 0) return first;
  if (roll === 1)
    return random.pick([`${first}-`, `-${first}`, `${first}--${first}`, `${first}:${first}`, `${first}/24`, '-']);
  return `${first}-${host(family, random)}`;
}

/** What --to-destination and --to-source take: addresses, ports or both; brackets in IPv6 where a port follows. */
export function natRange(family: Family, random: Random): string {
  const form = random.int(0, 9);
  if (form === 0) return `:${natPorts(random)}`;
  const addresses = random.chance(0.35) ? `${host(family, random)}-${host(family, random)}` : host(family, random);
  if (form < 5) return family === 6 && random.chance(0.2) ? `[${addresses}]` : addresses;
  const bracketed = family === 6 && random.chance(0.95) ? `[${addresses}]` : addresses;
  return `${bracketed}:${natPorts(random)}`;
}

export function mac(random: Random): string {
  const byte = () => random.int(0, 255).toString(16).padStart(2, '0');
  const address = random.list(6, 6, ':', byte);
  const roll = random.int(0, 19);
  if (roll === 0)
    return random.pick([
      '00:11:22:33:44',
      '00-11-22-33-44-55',
      '0:1:2:3:4:5',
      '00:11:22:33:44:5g',
      '001122334455',
      '00:11:22:33:44:55:66',
      '',
      '000:11:22:33:44:55',
      '00:11:22:33:44:55/ff:ff:ff:00:00:00',
      '1:2:3:4:5:100',
    ]);
  return random.chance(0.3) ? address.toUpperCase() : address;
}

const INTERFACES = [
  'lo',
  'eth0',
  'eth0.100',
  'br-lan',
  'wg+',
  '+',
  'tun+',
  'enp0s31f6',
  'abcdefghijklmno',
  'ppp0',
  'veth@if3',
  'eth0:1',
] as const;
const ODD_INTERFACES = [
  '',
  'abcdefghijklmnop',
  'abcdefghijklmn+',
  'abcdefghijklmno+',
  'eth*',
  'eth0,eth1',
  'a/b',
  'a b',
  'ü',
  '.',
  '!',
  '-',
  'eth+0',
  '$IF',
] as const;

export function interfaceName(random: Random): string {
  return random.chance(0.08) ? random.pick(ODD_INTERFACES) : random.pick(INTERFACES);
}
