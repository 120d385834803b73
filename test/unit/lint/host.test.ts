// What rules say of a file once the configuration tells what the machine has.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

function said(rules: readonly string[], host: FileSettings['host'], family: FileSettings['family'] = 4): string[] {
  const own = ['-A INPUT -i lo -j ACCEPT', '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'];
  const icmp = family === 6 ? ['-A INPUT -p icmpv6 -j ACCEPT'] : [];
  const text = ['*filter', ':INPUT DROP [0:0]', ...own, ...icmp, ...rules, 'COMMIT', ''].join('\n');
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family, ...(host && { host }) });
  return allFindingsOf(file).map(({ line, code }) => `${text.split('\n')[line]}: ${code}`);
}

const SSH = '-A INPUT -s 192.0.2.0/24 -p tcp --dport 22 -j ACCEPT';

describe('interfaces', () => {
  const host = { interfaces: ['eth0', 'veth+'] };
  test.each([
    ['eth0', true],
    ['lo', true],
    ['eth+', true],
    ['+', true],
    ['veth12', true],
    ['ve+', true],
    ['eth1', false],
    ['wg+', false],
  ])('%s', (name, isThere) => {
    const rule = `-A INPUT -i ${name} -p tcp --dport 443 -j ACCEPT`;
    const found = said([SSH, rule], host).includes(`${rule}: unknown-interface`);
    expect(found).toBe(!isThere);
    expect(said([SSH, rule], undefined).join()).not.toContain('unknown-interface');
  });

  test('those with addresses are there as well', () => {
    const rule = '-A INPUT -i eth1 -p tcp --dport 443 -j ACCEPT';
    expect(said([SSH, rule], { ...host, addresses: { eth1: ['10.0.0.1/8'] } })).toEqual([]);
  });
});

test('a set that is not there is found, one that is there is not', () => {
  const rule = (name: string) => `-A INPUT -p tcp --dport 80 -m set --match-set ${name} src -j ACCEPT`;
  expect(said([SSH, rule('office'), rule('offices')], { sets: { office: [] } })).toEqual([
    `${rule('offices')}: unknown-set`,
  ]);
});

describe('lock-out', () => {
  const other = '-A INPUT -d 198.51.100.9 -s 192.0.2.0/24 -p tcp --dport 22 -j ACCEPT';
  test('SSH to another address than those of the machine lets nobody in', () => {
    expect(said([other], { addresses: { eth0: ['198.51.100.7/24'] } })).toEqual([':INPUT DROP [0:0]: lock-out']);
    expect(said([other], { addresses: { eth0: ['198.51.100.9/24'] } })).toEqual([]);
  });

  test('addresses of the other family say nothing', () => {
    const rule = '-A INPUT -d 2001:db8::9 -s 2001:db8:1::/48 -p tcp --dport 22 -j ACCEPT';
    expect(said([rule], { addresses: { eth0: ['198.51.100.7/24'] } }, 6)).toEqual([]);
    expect(said([rule], { addresses: { eth0: ['2001:db8::7/64'] } }, 6)).toEqual([':INPUT DROP [0:0]: lock-out']);
  });
});

test('a port that Docker publishes is guarded in vain in INPUT', () => {
  const guard = '-A INPUT -s 192.0.2.0/24 -p tcp --dport 8080 -j ACCEPT';
  const published = [{ port: 8080, protocol: 'tcp' }] as const;
  expect(said([SSH, guard], { published })).toEqual([`${guard}: docker-published-port-in-input`]);
  expect(said([SSH, guard], { published: [{ port: 8080, protocol: 'udp' }] })).toEqual([]);
});
