// The service catalogue: which rules a service becomes.

import { describe, expect, test } from 'vitest';
import {
  type Direction,
  findService,
  SERVICES,
  type Service,
  type ServiceChoice,
  serviceRules,
} from '../../server/src/vocabulary/service-rules.ts';

const service = (id: string): Service => findService(id) ?? expect.fail(`There is no service ${id}.`);
const rules = (id: string, direction: Direction, more: Partial<ServiceChoice> = {}): string[] =>
  serviceRules(service(id), { family: 4, direction, ...more });

describe('serviceRules', () => {
  test('opens INPUT, OUTPUT or both', () => {
    expect(rules('ssh', 'in')).toEqual(['-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT']);
    expect(rules('ssh', 'out')).toEqual(['-A OUTPUT -p tcp -m tcp --dport 22 -j ACCEPT']);
    expect(rules('ssh', 'both')).toEqual([...rules('ssh', 'in'), ...rules('ssh', 'out')]);
  });

  test('restricts the other side: the source in INPUT, the destination in OUTPUT', () => {
    expect(rules('ssh', 'both', { source: '192.0.2.1' })).toEqual([
      '-A INPUT -s 192.0.2.1 -p tcp -m tcp --dport 22 -j ACCEPT',
      '-A OUTPUT -d 192.0.2.1 -p tcp -m tcp --dport 22 -j ACCEPT',
    ]);
  });

  test('a port takes the place of the first one, for every protocol', () => {
    expect(rules('dns-client', 'out', { port: 5353 }).map((rule) => rule.includes('--dport 5353'))).toEqual([
      true,
      true,
    ]);
    expect(rules('http', 'in', { port: 8080 }).map((rule) => rule.match(/--dport (\S+)/)?.[1])).toEqual([
      '8080',
      '443',
    ]);
    expect(rules('mosh', 'in', { port: '60001:60010' })).toEqual([
      '-A INPUT -p udp -m udp --dport 60001:60010 -j ACCEPT',
    ]);
    expect(rules('ping', 'in', { port: 1 })).toEqual(rules('ping', 'in'));
  });

  test('ping is ICMPv6 in IPv6', () => {
    expect(rules('ping', 'in')).toEqual(['-A INPUT -p icmp -m icmp --icmp-type echo-request -j ACCEPT']);
    expect(rules('ping', 'in', { family: 6 })).toEqual([
      '-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type echo-request -j ACCEPT',
    ]);
  });

  test('answers from an address that was not asked get a rule of their own', () => {
    expect(rules('dhcp', 'out')).toEqual([
      '-A OUTPUT -p udp -m udp --sport 68 --dport 67 -j ACCEPT',
      '-A INPUT -p udp -m udp --sport 67 --dport 68 -j ACCEPT',
    ]);
    expect(rules('dhcp', 'out', { family: 6 })[1]).toContain('--sport 547 --dport 546');
  });
});

describe('the catalogue', () => {
  test('has every id and every label once', () => {
    expect(new Set(SERVICES.map(({ id }) => id)).size).toBe(SERVICES.length);
    expect(new Set(SERVICES.map(({ label }) => label)).size).toBe(SERVICES.length);
  });

  test.each(SERVICES.map((entry) => [entry.id, entry] as const))('%s explains itself', (_id, entry) => {
    expect(entry.description).toMatch(/^[A-Z].*\.$/);
    expect(entry.id).toMatch(/^[a-z][a-z0-9-]*$/);
    for (const family of [4, 6] as const) {
      expect(serviceRules(entry, { family, direction: entry.direction })).not.toEqual([]);
    }
  });

  test('an unknown service is undefined', () => {
    expect(findService('gopher')).toBeUndefined();
  });
});
