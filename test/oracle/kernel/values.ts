// The addresses, ports and other values that made-up rules and packets share, so that they meet.

import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { Device } from './topology.ts';

type Some = readonly [string, ...string[]];
type Both = Readonly<Record<Family, Some>>;

/** Hosts beyond each interface. */
export const HOSTS: Readonly<Record<Device, Both>> = {
  lan0: {
    4: ['10.1.0.10', '10.1.0.11', '10.1.0.70', '10.1.0.200'],
    6: ['2001:db8:1::10', '2001:db8:1::11', '2001:db8:1::ff'],
  },
  lan1: { 4: ['10.1.1.10', '10.1.1.20', '10.1.1.130'], 6: ['2001:db8:2::10', '2001:db8:2::20'] },
  wan0: { 4: ['198.51.100.20', '203.0.113.5', '192.0.2.33'], 6: ['2001:db8:ff::20', '2001:db8:5::5', '2001:470::33'] },
};

/** Destinations for many, and sources that nobody may have. */
export const GROUPS: Both = {
  4: ['10.1.0.255', '255.255.255.255', '224.0.0.1', '239.1.2.3'],
  6: ['ff02::1', 'ff02::2', 'ff05::1:3', 'ff01::1'],
};
export const FALSE_SOURCES: Both = {
  4: ['127.0.0.1', '0.0.0.0', '10.1.0.1', '224.0.0.5'],
  6: ['::1', '2001:db8:1::1', 'fe80::7', 'ff02::9'],
};

/** As rules write them. */
export const NETWORKS: Both = {
  4: [
    '10.0.0.0/8',
    '10.1.0.0/16',
    '10.1.0.0/24',
    '10.1.0.64/26',
    '10.1.1.0/24',
    '198.51.100.0/24',
    '203.0.113.5',
    '192.0.2.0/24',
    '10.1.0.10',
    '10.1.1.10',
    '128.0.0.0/1',
    '0.0.0.10/0.0.0.255',
    '10.1.0.1',
    '198.51.100.1',
  ],
  6: [
    '2001:db8::/32',
    '2001:db8:1::/64',
    '2001:db8:2::/64',
    '2001:db8:ff::/64',
    '2001:db8:5::5',
    '2001:470::/32',
    '2001:db8:1::10',
    '2001:db8:2::10',
    '8000::/1',
    '::10/::ff',
    '2001:db8:1::1',
  ],
};
export const RANGES: Both = {
  4: ['10.1.0.1-10.1.0.10', '10.1.0.11-10.1.1.10', '192.0.2.0-203.0.113.5', '198.51.100.20-198.51.100.20'],
  6: ['2001:db8:1::1-2001:db8:1::10', '2001:db8:1::11-2001:db8:2::10', '2001:db8:5::-2001:db8:ff::20'],
};
/** Where NAT sends packets. */
export const NAT_TO: Both = {
  4: ['10.1.0.10', '10.1.1.20', '203.0.113.5', '198.51.100.1'],
  6: ['2001:db8:1::10', '2001:db8:2::20', '2001:db8:5::5', '2001:db8:ff::1'],
};
export const NAT_FROM: Both = {
  4: ['198.51.100.50', '10.1.1.99', '10.1.0.1'],
  6: ['2001:db8:ff::50', '2001:db8:2::99', '2001:db8:1::1'],
};
export const NAT_NETWORKS: Both = { 4: ['10.1.1.0/24', '203.0.113.0/24'], 6: ['2001:db8:2::/64', '2001:db8:5::/64'] };

export const PORTS: readonly [number, ...number[]] = [22, 53, 80, 443, 1023, 1024, 8080, 40000, 65535];
export const PORT_RANGES: Some = ['22', '53', '80', '443', '22:80', ':1023', '1024:', '8080:40000', '65535'];
export const PORT_LISTS: Some = ['22,80', '53,443,8080', '22:80,443', '1024:65535', '80', '22,1023:8080,65535'];

/** Sets of `ipset`, by family, and their contents. */
export const SETS: Readonly<Record<Family, Readonly<Record<string, readonly string[]>>>> = {
  4: { lan: ['10.1.0.0/24', '10.1.1.128/25'], far: ['203.0.113.5', '192.0.2.0/24', '198.51.100.20'] },
  6: { lan: ['2001:db8:1::/64', '2001:db8:2::20'], far: ['2001:db8:5::5', '2001:470::/32'] },
};

/** What makes the sets. */
export function setCommands(family: Family): string {
  return Object.entries(SETS[family])
    .flatMap(([name, all]) => [
      `create ${name} hash:net family inet${family === 6 ? '6' : ''}`,
      ...all.map((one) => `add ${name} ${one}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
export const SET_NAMES: Some = ['lan', 'far'];

export const MARKS: Some = ['0x0', '0x1', '0x1/0x1', '0x2/0xff', '0x3'];
export const MACS: Some = ['02:00:00:00:00:51', '02:00:00:00:00:52', '02:00:00:00:00:53'];
