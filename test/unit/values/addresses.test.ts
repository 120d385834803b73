// Addresses, networks, host names, prefixes, ranges, MACs and interfaces, as the real tools read them.

import { expect, test } from 'vitest';
import { checkValue } from '../../../server/src/vocabulary/values/index.ts';
import type { Value } from '../../../server/src/vocabulary/values/kinds.ts';
import { judges, marked, suggested } from './judge.ts';

const LIST: Value = { kind: 'network', list: true };

judges('-s', LIST, {
  fine: [
    '10.0.0.1',
    '10',
    '10.1',
    '10.1/16',
    '256',
    '0x0a.1',
    '0',
    '2130706433',
    '10.1.65535',
    '+1.2.3.4',
    ' 1.2.3.4',
    '::ffff:1.2.3.4',
    '1.2.3.4,5.6.7.8',
    '1.2.3.4, 5.6.7.8',
    '1.2.3.4/0x18',
    '1.2.3.4/ 8',
    '1.2.3.4/255.240.0.255',
    '1.2.3.4/010.0.0.0',
    'any/0',
    '/0',
    '10.0.0.256/0',
    '::1/0',
    '1/2/0',
  ],
  odd: ['010.1.1.1', '192.168.001.010', '1.2.3.4/255.0.255.0'],
  wrong: [
    '1.2.3.256',
    '1.2.3.4.5',
    '08.1.1.1',
    '1..2.3',
    '1.2.3.',
    '10.1.65536',
    '4294967296',
    '-1.2.3.4',
    '1.2.3.4 ',
    '::1',
    '[::1]',
    '10.0.0.1-10.0.0.5',
    '1.2.3.4:80',
    '%eth0',
    'a b',
    "'10.0.0.1'",
    '10.*',
    '',
    '1.2.3.4,',
    '1.2.3.4,,5.6.7.8',
    ',1.2.3.4',
    '1.2.3.4 ,5.6.7.8',
    '/8',
    '10/',
    '1.2.3.4/33',
    '1.2.3.4/255.255',
    '1.2.3.4/24/24',
    '1.2.3.4/ffff::',
    '1.2.3.4x',
  ],
});

judges(
  '-s',
  LIST,
  {
    fine: [
      '::',
      '::1',
      '2001:db8::1',
      '1:2:3:4:5:6:7:8',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      'fe80::1%lo',
      'fe80::1%eth7',
      '::1%1',
      ' ::1',
      '::1,::2',
      '1:2:3:4:5:6:7::',
      '::1/0x40',
      '::1/ffff::',
      'any/0',
      '1.2.3.4/0',
      'foo/::',
    ],
    wrong: [
      '1:2:3:4:5:6:7',
      '1::8:',
      '::1.2.3',
      '::01.2.3.4',
      '12345::',
      '2001:db8:::1',
      'g::',
      '1.2.3.4',
      '10',
      '[::1]',
      '::1%lo',
      'fe80::1%',
      '',
      '::1,',
      '1::2::3',
      '::-::1',
      '::1/129',
      '::1/255.0.0.0',
      '::1/64/64',
      '::1/',
      '1.2.3.256',
    ],
  },
  [6],
);

judges(
  'a network of an extension',
  { kind: 'network' },
  {
    fine: [
      '10.0.0.1',
      '10.1',
      '::ffff:1.2.3.4',
      '1.2.3.4/24',
      '1.2.3.4/+8',
      '1.2.3.4/255.255.0.0',
      '1.2.3.4/::ffff:255.0.0.0',
      '10/8',
    ],
    odd: ['1.2.3.4/33', '1.2.3.4/255', '1.2.3.4/255.255', '1.2.3.4/255.0.255.0'],
    wrong: [
      '+1.2.3.4',
      ' 1.2.3.4',
      '1.2.3.4,5.6.7.8',
      '/0',
      '10.0.0.256/0',
      '1.2.3.4/',
      '1.2.3.4/08',
      '1.2.3.4/255.255.255.256',
      '1/2/0',
      '::1',
    ],
  },
);

judges(
  'one host',
  { kind: 'host' },
  {
    fine: ['10.0.0.1', '10', '1.2', '255.255.255.0'],
    wrong: ['1.2.3.4/24', '', '256.1.1.1', '::1', '1.2.3.4,5', '+1'],
  },
);

judges(
  'host names, which depend on the machine',
  LIST,
  {
    fine: [
      'localhost',
      'example.com',
      'example.com.',
      'foo_bar',
      'a-b.example',
      'xn--bcher-kva.example',
      '0x0.st',
      '1x',
      `${'a'.repeat(63)}.example`,
    ],
    wrong: [
      '-a.example',
      'a..b',
      `${'a'.repeat(64)}.example`,
      'bücher.example',
      'a.5',
      '1-5',
      'a@b',
      '.example',
      `${'a.'.repeat(127)}a`,
    ],
  },
  [4, 6],
);

judges(
  'a prefix length that may be a mask',
  { kind: 'prefix-length', mask: true },
  {
    fine: ['0', '24', '32', '+8', '0x10', '255.0.0.0'],
    odd: ['33', '255', '255.255', '255.0.255.0'],
    wrong: ['', '-1', '08', '8 ', 'a', '::', '4294967296', '64/'],
  },
);
judges(
  'a prefix length',
  { kind: 'prefix-length' },
  {
    fine: ['0', '24', '32', '255.255.0.0', '4294901760'],
    wrong: ['33', '255', '255.0.255.0', '::', '', 'a'],
  },
);
judges(
  'a prefix length',
  { kind: 'prefix-length' },
  {
    fine: ['0', '64', '128', 'ffff::', '::', 'ffff:ff00::'],
    wrong: ['129', '::1', 'ffff:0:ffff::', '255.255.0.0'],
  },
  [6],
);

judges(
  'a range of addresses',
  { kind: 'address-range' },
  {
    fine: ['10.0.0.1-10.0.0.5', '10.0.0.1', '10.0.0.1- 10.0.0.2', '+1.2.3.4-1.2.3.5'],
    odd: ['10.0.0.5-10.0.0.1', '10.0.0.1-5', '10-11', '10.0.0.1-10.0.1', '10.0.0.010-10.0.0.9'],
    wrong: [
      '10.0.0.1-',
      '-',
      '',
      '10.0.0.1-10.0.0.256',
      '10.0.0.1-10.0.0.5-10.0.0.6',
      '1.2.3.4/24',
      'localhost',
      '256',
      '::1',
    ],
  },
);
judges(
  'a range of addresses',
  { kind: 'address-range' },
  {
    fine: ['::1-::2', '::1', '::1:1.2.3.4-::1:1.2.3.5'],
    odd: ['::2-::1'],
    wrong: ['::1-', '1.2.3.4-1.2.3.5', '::1 -::2', '::1/64', 'fe80::1%lo'],
  },
  [6],
);

judges(
  'an Ethernet address',
  { kind: 'mac' },
  {
    fine: ['00:11:22:33:44:55', '0:1:2:3:4:5', 'AA:bb:CC:dd:ee:FF'],
    odd: ['00:11:22:33:44:', ':::::', '00:11:22:33:44:-5', ' 1:2:3:4:5:6'],
    wrong: [
      '00-11-22-33-44-55',
      '00:11:22:33:44',
      '00:11:22:33:44:55:66',
      '001122334455',
      '',
      '000:11:22:33:44:55',
      '0x1:11:22:33:44:55',
      '00:11:22:33:44:5g',
      '00:11:22:33:44:55 ',
    ],
  },
);

judges(
  'an interface',
  { kind: 'interface' },
  {
    fine: ['eth0', 'lo', '+', 'eth+', 'eth0.100', 'br-lan', 'vlan@10', 'a'.repeat(15), 'é'.repeat(7)],
    odd: ['eth*', 'eth0,eth1', '$IF', 'eth0:1', 'e th', 'a/b', '.', '-o', '!', '%eth0'],
    wrong: ['', 'a'.repeat(16), 'é'.repeat(8), '😀😀😀😀'],
  },
);
judges(
  'an interface that may be empty',
  { kind: 'interface', empty: true },
  { fine: ['', 'eth0'], wrong: ['a'.repeat(16)] },
);

test('the smallest wrong part is marked', () => {
  expect(marked('192.0.2.1,198.51.100.300', LIST)).toBe('198.51.100.300');
  expect(marked('192.0.2.0/33', LIST)).toBe('33');
  expect(marked('192.0.2.1,', LIST)).toBe(',');
  expect(marked('192.0.2.1-192.0.2.300', { kind: 'address-range' })).toBe('192.0.2.300');
  expect(suggested('00-11-22-33-44-55', { kind: 'mac' })).toBe('00:11:22:33:44:55');
  expect(suggested('10.0.0.5-10.0.0.1', { kind: 'address-range' })).toBe('10.0.0.1-10.0.0.5');
});

test('a mask with holes of which iptables-nft before 1.8.9 looks at the first bytes alone', () => {
  const check = (word: string) => checkValue(word, LIST, { family: 4 });
  expect(check('10.1.2.3/255.0.255.0')).toMatchObject({
    message: expect.stringContaining('reads it as 10.0.0.0/8'),
    backend: 'nft',
    until: '1.8.9',
    severity: 'warning',
  });
  expect(check('10.1.2.3/0.0.0.255')).toMatchObject({ backend: 'nft', until: '1.8.9' });
  expect(check('10.1.2.3/0.0.0.255')?.severity).toBeUndefined();
  expect(check('10.1.2.3/255.240.0.255')).toBeUndefined();
});
