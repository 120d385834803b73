// What words mean, as iptables-save of 1.8.9 shows what both kernels hold; test/oracle/meanings asks it anew.

import { expect, test } from 'vitest';
import type { Family, Version } from '../../../server/src/vocabulary/schema.ts';
import { addressText, networkText } from '../../../server/src/vocabulary/values/address-words.ts';
import { readValue } from '../../../server/src/vocabulary/values/index.ts';
import type { NetworkValue } from '../../../server/src/vocabulary/values/kinds.ts';

const LIST = { kind: 'network', list: true } as const;
const ONE = { kind: 'network' } as const;

function networks(word: string, value: NetworkValue = LIST, family: Family = 4): readonly string[] | undefined {
  return readValue(word, value, { family })?.networks.map((each) =>
    each.kind === 'host'
      ? `${each.name} by name`
      : (each.kind === 'network' ? [each] : each.networks).map(networkText).join(' or '),
  );
}

test.each([
  ['10', ['10.0.0.0']],
  ['10.1', ['10.1.0.0']],
  ['10.1/16', ['10.1.0.0/16']],
  ['0/0', ['0.0.0.0/0']],
  ['any/0', ['0.0.0.0/0']],
  ['010.1', ['8.1.0.0']],
  ['2130706433', ['127.0.0.1']],
  ['10.0.0.1/255.0.255.0', ['10.0.0.0/255.0.255.0 or 10.0.0.0/8']],
  ['10.0.0.1/255.240.0.255', ['10.0.0.1/255.240.0.255']],
  ['10.1.2.3/8,  192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
  ['::ffff:192.0.2.1', ['192.0.2.1']],
  ['192.0.2.1,gateway/24', ['192.0.2.1', 'gateway by name']],
  ['10.0.0.0/33', undefined],
])('-s %s', (word, expected) => expect(networks(word)).toEqual(expected));

test.each([
  ['10', ['0.0.0.10']],
  ['10.1/8', ['10.0.0.0/8']],
  ['192.0.2.7/33', ['0.0.0.1/0.0.0.33 or 192.0.2.7']],
  ['10.1.2.3/255.0.255.0', ['10.0.2.0/255.0.255.0 or 10.1.2.3']],
  ['10.1.2.3/255.255.255.0', ['10.1.2.0/24']],
])('an extension reads %s otherwise', (word, expected) => expect(networks(word, ONE)).toEqual(expected));

test('a version knows what it makes of a mask with holes', () => {
  const read = (version: Version) =>
    readValue('10.1.2.3/255.0.255.0', ONE, { family: 4, version })?.networks.map((each) =>
      each.kind === 'network' ? networkText(each) : each.kind,
    );
  expect(read('1.8.9')).toEqual(['10.1.2.3']);
  expect(read('1.8.11')).toEqual(['10.0.2.0/255.0.255.0']);
});

test.each([
  ['2001:db8::1/32', ['2001:db8::/32']],
  ['2001:db8::1/ffff:0:ffff::', ['2001::/ffff:0:ffff:: or 2001::/16']],
  ['fe80::1%eth0', ['fe80::1']],
  ['x/0', ['::/0']],
])('-s %s of IPv6', (word, expected) => expect(networks(word, LIST, 6)).toEqual(expected));

test('words of 32 bits, and the address as it was written', () => {
  const read = (word: string, family: Family) => readValue(word, LIST, { family })?.networks[0];
  expect(read('10.1.2.3/8', 4)).toEqual({
    kind: 'network',
    address: [0x0a000000],
    mask: [0xff000000],
    written: [0x0a010203],
  });
  expect(read('2001:db8::1/36', 6)).toMatchObject({
    address: [0x20010db8, 0, 0, 0],
    mask: [0xffffffff, 0xf0000000, 0, 0],
    written: [0x20010db8, 0, 0, 1],
  });
});

test.each([
  ['10.0.0.1-50', '10.0.0.1', '50.0.0.0'],
  ['10', '10.0.0.0', '10.0.0.0'],
  ['10.0.0.9-10.0.0.1', '10.0.0.9', '10.0.0.1'],
])('--src-range %s', (word, first, last) => {
  const range = readValue(word, { kind: 'address-range' }, { family: 4 });
  expect(range && [addressText(range.first), addressText(range.last)]).toEqual([first, last]);
});

const UDP = { kind: 'port-range', ordered: { since: '1.8.11' } } as const;
const TCP = { kind: 'port-range', protocol: 'tcp', ordered: 'always' } as const;

test.each([
  ['22', TCP, [22, 22]],
  ['022', TCP, [18, 18]],
  ['022', UDP, [22, 22]],
  ['0x16', TCP, [22, 22]],
  ['0x16', UDP, undefined],
  ['65558', TCP, undefined],
  ['65558', UDP, [22, 22]],
  [':1023', TCP, [0, 1023]],
  ['1024:', UDP, [1024, 65535]],
  ['ssh:http', TCP, [22, 80]],
  ['4:3', TCP, undefined],
  ['4:3', UDP, [4, 3]],
] as const)('a port of %s, %o', (word, value, expected) => {
  const range = readValue(word, value, { family: 4 })?.ranges[0];
  expect(range && [range.first, range.last]).toEqual(expected);
});

test('a version that refuses a word reads nothing', () => {
  expect(readValue('4:3', UDP, { family: 4, version: '1.8.9' })?.ranges).toEqual([{ first: 4, last: 3 }]);
  expect(readValue('4:3', UDP, { family: 4, version: '1.8.11' })).toBeUndefined();
});

test('the ports that NAT writes', () => {
  const written = { kind: 'nat-range', addresses: { first: [0xc0000201], last: [0xc0000201] } };
  const read = (word: string, base?: 'lost') =>
    readValue(word, { kind: 'nat-range', ...(base ? { base } : {}) }, { family: 4 });
  expect(read('192.0.2.1')).toEqual(written);
  expect(read('192.0.2.1:http')).toEqual({ ...written, ports: { first: 80, last: 80 } });
  expect(read(':80-90/1080x')).toMatchObject({ ports: { first: 80, last: 90, base: 1080 } });
  expect(read(':80-90/1080', 'lost')).toMatchObject({ ports: { first: 80, last: 90, base: 0 } });
  expect(read('192.0.2.1:010')).toEqual({ ...written, ports: { first: 8, last: 8 }, differs: true });
  const old = readValue('192.0.2.1:010', { kind: 'nat-range' }, { family: 4, version: '1.8.7' });
  expect(old).toEqual({ ...written, ports: { first: 10, last: 10 } });
});

test.each([
  ['8', 4, 8, [0, 255]],
  ['ping', 4, 8, [0, 255]],
  ['host-red', 4, 5, [1, 1]],
  ['3/0x4', 4, 3, [4, 4]],
  ['3/5:1', 4, 3, [5, 1]],
  ['255/3', 4, 'any', [0, 255]],
  ['any', 4, 'any', [0, 255]],
  ['255/3', 6, 255, [3, 3]],
  ['PACKET', 6, 2, [0, 255]],
] as const)('the ICMP type %s of IPv%s', (word, family, type, [first, last]) =>
  expect(readValue(word, { kind: 'icmp-type' }, { family })).toEqual({
    kind: 'icmp-type',
    type,
    codes: { first, last },
  }),
);

test.each([
  ['SYN,ack,', 0x12],
  ['ALL', 0x3f],
  ['SYN,NONE', 0x02],
  [',', 0],
])('the flags %s', (word, flags) => expect(readValue(word, { kind: 'tcp-flags' }, { family: 4 })?.flags).toBe(flags));

test.each([
  ['eth0', 'eth0', false],
  ['eth+', 'eth', true],
  ['+', '', true],
  ['++', '+', true],
  ['eth+0', 'eth+0', false],
])('the interface %s', (word, name, prefix) =>
  expect(readValue(word, { kind: 'interface' }, { family: 4 })).toEqual({ kind: 'interface', name, prefix }),
);

test('a cut list of names', () => {
  const value = {
    kind: 'choice',
    what: 'a state',
    choices: ['NEW', 'ESTABLISHED', 'SNAT'].map((name) => ({ name, summary: 'One.' })),
    letterCase: 'any',
    cut: 'first',
    list: ',',
    orInteger: { min: 0, max: 9 },
  } as const;
  const found = readValue('e,NEW,E,7', value, { family: 4 });
  expect(found?.choices.map(({ name }) => name)).toEqual(['ESTABLISHED', 'NEW']);
  expect(found?.numbers).toEqual([7]);
});

test.each([
  ['5/3', 5, 3],
  ['010', 8, 0xffffffff],
])('the mark %s', (word, value, mask) =>
  expect(readValue(word, { kind: 'mark' }, { family: 4 })).toEqual({ kind: 'mark', value, mask }),
);
