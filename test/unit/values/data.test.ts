// The lists beside the values: services, protocols, ICMP types, tables, and near names.

import { describe, expect, test } from 'vitest';
import { ICMP_TYPES } from '../../../server/src/vocabulary/icmp-types.ts';
import { nearest } from '../../../server/src/vocabulary/nearest.ts';
import {
  findProtocol,
  matchNameOfProtocol,
  protocolName,
  protocolNumber,
  readProtocol,
} from '../../../server/src/vocabulary/protocols.ts';
import { findPort, listedServices, serviceSource } from '../../../server/src/vocabulary/services.ts';
import { builtinChains, isTableName, TABLE_NAMES } from '../../../server/src/vocabulary/tables.ts';
import { TRANSPORT } from '../../../server/src/vocabulary/transports.ts';

describe('services', () => {
  test('Debian before IANA, by transport', () => {
    expect(findPort('http')).toBe(80);
    expect(findPort('www', TRANSPORT.tcp)).toBe(80);
    expect(findPort('echo', TRANSPORT.ddp)).toBe(4);
    expect(findPort('HTTP')).toBeUndefined();
    expect(serviceSource('ssh', TRANSPORT.tcp)).toBe('debian');
    expect(serviceSource('ssh', TRANSPORT.udp)).toBe('iana');
    expect(serviceSource('kerberos_master', TRANSPORT.tcp)).toBeUndefined();
    expect(serviceSource('', TRANSPORT.tcp)).toBeUndefined();
  });
  test('the list can be offered', () => {
    const names = listedServices(TRANSPORT.tcp).map((entry) => entry.name);
    expect(names).toContain('https');
    expect(names).not.toContain('tftp');
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('protocols', () => {
  test('by name and number', () => {
    expect(protocolNumber('tcp')).toBe(6);
    expect(protocolNumber('all')).toBe(0);
    expect(protocolNumber('nosuch')).toBeUndefined();
    expect(readProtocol('0x11')).toBe(17);
    expect(readProtocol('256')).toBeUndefined();
    expect(protocolName(58)).toBe('ipv6-icmp');
    expect(protocolName(0)).toBe('ip');
    expect(findProtocol('cbt')?.source).toBe('iana');
  });
  test('the match that is loaded for an unknown option', () => {
    expect(['tcp', '6', '17', '58', 'icmpv6', 'ipv6-icmp', 'mh', '135'].map(matchNameOfProtocol)).toEqual([
      'tcp',
      'tcp',
      'udp',
      'icmp6',
      'icmp6',
      'icmp6',
      'mh',
      'mobility-header',
    ]);
  });
});

test('ICMP names are unique in a family', () => {
  for (const family of [4, 6]) {
    const names = ICMP_TYPES.filter((entry) => entry.family === family).flatMap((entry) => [
      entry.name,
      ...entry.aliases,
    ]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('tables and their chains', () => {
  expect(TABLE_NAMES).toEqual(['filter', 'nat', 'mangle', 'raw', 'security']);
  expect(builtinChains('nat')).toEqual(['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']);
  expect(isTableName('Filter')).toBe(false);
});

test('near names', () => {
  expect(nearest('ACEPT', ['ACCEPT', 'DROP', 'REJECT'])).toEqual(['ACCEPT']);
  expect(nearest('accept', ['ACCEPT', 'DROP'])).toEqual(['ACCEPT']);
  expect(nearest('tpc', ['tcp', 'udp'])).toEqual(['tcp']);
  expect(nearest('zzzzzz', ['tcp', 'udp'])).toEqual([]);
  expect(nearest('x', ['y'])).toEqual([]);
  expect(nearest('--dprot', ['--sport', '--dport', '--dports'], 1)).toEqual(['--dport']);
  expect(nearest('a'.repeat(100_000), ['b'.repeat(100_000)])).toEqual([]);
});
