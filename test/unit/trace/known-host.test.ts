// A trace with what the configuration tells of the machine: local addresses, sets, and nothing that nobody knows.

import { describe, expect, test } from 'vitest';
import { packetTrace } from '../../../server/src/features/trace/packet-trace.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const TEXT = `*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -m set --match-set blocked src -j DROP
-A INPUT -p tcp --dport 22 -j ACCEPT
-A FORWARD -p tcp --dport 80 -j ACCEPT
COMMIT
`;

const HOST = { addresses: { eth0: ['198.51.100.7/24'] }, sets: { blocked: ['203.0.113.0/24'] } } as const;

function verdict(packet: object, host: FileSettings['host']): string {
  const file = new RulesFile(TEXT, { ...DEFAULT_SETTINGS, ...(host && { host }) });
  return packetTrace(file, { in: 'eth0', proto: 6, sport: 40000, flags: 'S', ctstate: 'NEW', ...packet }).verdict;
}

describe('a packet', () => {
  const ssh = { src: '192.0.2.9', dst: '198.51.100.7', dport: 22 };
  test('to an own address comes in, which nobody knows without the configuration', () => {
    expect(verdict(ssh, HOST)).toBe('accept');
    expect(verdict(ssh, undefined)).toBe('unknown');
  });

  test('from a set is dropped', () => expect(verdict({ ...ssh, src: '203.0.113.8' }, HOST)).toBe('drop'));

  test('to somebody else is forwarded, though no route is known', () => {
    expect(verdict({ src: '192.0.2.9', dst: '10.9.9.9', dport: 80 }, HOST)).toBe('accept');
    expect(verdict({ src: '192.0.2.9', dst: '10.9.9.9', dport: 22 }, HOST)).toBe('drop');
  });

  test('of which it is said where it goes, goes there', () => {
    expect(verdict({ ...ssh, dst: '10.9.9.9', path: 'input' }, HOST)).toBe('accept');
  });
});
