// Numbers, ranges, marks, types of service and floating point numbers, as the real tools read them.

import { expect, test } from 'vitest';
import { judges, marked, suggested } from './judge.ts';

judges(
  'a number of 8 bits',
  { kind: 'integer', min: 0, max: 255 },
  {
    fine: ['0', '1', '255', '+1', '0x10', '0X10', '010', ' 1', '\t1', '0377'],
    wrong: ['256', '-1', '', '0x', '08', '1 ', '1x', '1.5', '1e3', '0b11', '1,2', '1:2', '- 1', '+ 1', '+-1', '٣'],
  },
);

judges(
  'a number of 64 bits',
  { kind: 'integer', min: 0, max: 18446744073709551615n },
  {
    fine: ['18446744073709551615', '0xffffffffffffffff', '01777777777777777777777', '9007199254740993'],
    wrong: ['18446744073709551616', '0x10000000000000000', '02000000000000000000000', '99999999999999999999999'],
  },
);

judges(
  'a number past 2^53',
  { kind: 'integer', min: 0, max: 9007199254740993n },
  {
    fine: ['9007199254740992', '9007199254740993'],
    wrong: ['9007199254740994'],
  },
);

judges(
  'digits only',
  { kind: 'integer', min: 1, max: 31, decimal: true },
  {
    fine: ['1', '31', '007'],
    wrong: ['0', '32', '+1', ' 1', '0x1', ''],
  },
);

judges(
  'a range, backwards refused since 1.8.11',
  { kind: 'integer-range', min: 0, max: 65535, ordered: { since: '1.8.11' } },
  {
    fine: ['1', '1:2', ':2', '1:', ':', '+1:2', '1: 2', ' 1:2', '0x1:0x2', '010:011', '65535', '2:2'],
    odd: [''],
    wrong: ['::', '1::2', '1:2:3', '-1:2', '65536', '1 :2', '08:9', '1-2', '1:2x', '0:65536', 'a:b'],
    wrongIn: { '1.8.11 and newer': ['2:1', '65535:0'] },
  },
);

judges(
  'a range, backwards refused',
  { kind: 'integer-range', min: 0, max: 18446744073709551615n, ordered: 'always' },
  {
    fine: ['18446744073709551614:18446744073709551615', '5:5'],
    wrong: ['18446744073709551615:18446744073709551614', '2:1', '18446744073709551616:'],
  },
);

judges(
  'a mark',
  { kind: 'mark' },
  {
    fine: ['1', '0x1/0xff', '0/0', '+1', '010', '4294967295', '0xffffffff/0xffffffff', ' 1', '1/ 1'],
    wrong: ['1/', '/1', '-1', '4294967296', '1/4294967296', '', '1/-1', 'a', '1/1/1', '08', '1 ', '1 /1', '0x1/0xfg'],
  },
);
judges('a mark without a mask', { kind: 'mark', mask: false }, { fine: ['0x1'], wrong: ['0x1/0xff'] });

judges(
  'a type of service',
  { kind: 'tos' },
  {
    fine: ['0', '255', '0x10/0x3f', 'Minimize-Delay', 'minimize-delay', '+1', '010', 'Normal-Service'],
    wrong: ['256', 'Minimize', 'normal-service/0x3f', '', '1/', '1/256', '-1', '08', 'minimize-cost '],
  },
);

judges(
  'a probability',
  { kind: 'decimal', min: 0, max: 1 },
  {
    fine: [
      '0.5',
      '0',
      '1',
      '.5',
      '5e-1',
      '0x1p-1',
      '-0',
      '+0.5',
      ' 0.5',
      '1e-400',
      '1.',
      '0x0.8',
      '1.0000000000000000001',
    ],
    odd: ['nan', '-nan', 'NAN', 'nan(1)'],
    wrong: ['1.1', '-0.1', '0,5', '', 'a', '1e400', 'inf', '0.5 ', '1.00000000001', '0.5x', '.', '1e', '0x', '0x.8p'],
  },
);

judges(
  'a level',
  { kind: 'log-level' },
  {
    fine: ['0', '7', '+1', '0x7', ' 7', 'debug', 'warning', 'error', 'panic', 'emerg'],
    wrong: ['8', '-1', '08', 'DEBUG', 'warn', 'err', 'deb', '', 'informational'],
  },
);

judges(
  'packets at a rate',
  { kind: 'rate', perSecond: 10000 },
  {
    fine: [
      '5',
      '5/s',
      '5/sec',
      '5/m',
      '5/minute',
      '5/h',
      '5/D',
      '10000/s',
      '600000/min',
      '864000000/day',
      '+5/s',
      '010/s',
    ],
    odd: ['1.5/s', '5s', '5 /s', '1e3/s'],
    wrong: [
      '5/seconds',
      '5/minutes',
      '0/s',
      '0',
      '10001/s',
      '600001/min',
      '-1/s',
      '5/',
      '/s',
      '',
      '0x10/s',
      '5/w',
      '5/s ',
      '5/ s',
    ],
  },
);

judges(
  'bytes at a rate',
  { kind: 'rate', perSecond: 1000000, bytes: true },
  {
    // A negative rate in bytes loads beside --hashlimit-rate-match; hashlimit's own check judges it.
    fine: [
      '1000000/s',
      '60000000/min',
      '512kb/s',
      '512b/s',
      '1mb/s',
      '5kb/sec',
      '4194304kb/s',
      '34359738351b/s',
      '-5b/s',
    ],
    odd: ['1gb/s', '5kb/min', '5kb', '512KB/s', '1kb/sx', '5mb/s/', '1 kb/s', '1.5mb/s'],
    wrong: ['1000001/s', '60000001/min', '0kb/s', '512/kb', '1kb/', '34359738352b/s', '67108863kb/s', '68719476735b/s'],
  },
);

test('the smallest wrong part is marked', () => {
  expect(marked('0x1/0x1ffffffff', { kind: 'mark' })).toBe('0x1ffffffff');
  expect(marked('5/minutes', { kind: 'rate', perSecond: 10000 })).toBe('minutes');
  expect(suggested('5/minutes', { kind: 'rate', perSecond: 10000 })).toBe('5/minute');
  expect(marked('10:99999', { kind: 'integer-range', min: 0, max: 65535 })).toBe('99999');
  expect(suggested('20:10', { kind: 'integer-range', min: 0, max: 65535, ordered: 'always' })).toBe('10:20');
  expect(suggested('warn', { kind: 'log-level' })).toBe('warning');
});
