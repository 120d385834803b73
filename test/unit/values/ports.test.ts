// Ports, ranges and lists of them, and what NAT writes, as the real tools read them.

import { expect, test } from 'vitest';
import { TRANSPORT } from '../../../server/src/vocabulary/transports.ts';
import type { PortListValue, PortRangeValue } from '../../../server/src/vocabulary/values/kinds.ts';
import { portListFault } from '../../../server/src/vocabulary/values/port-list.ts';
import { judges, marked, suggested } from './judge.ts';

const TCP: PortRangeValue = { kind: 'port-range', ordered: 'always', protocol: 'tcp' };
const UDP: PortRangeValue = { kind: 'port-range', ordered: { since: '1.8.11' } };
const LIST: PortListValue = { kind: 'port-list', maxPorts: 15 };

judges('--dport of tcp', TCP, {
  fine: [
    '80',
    '0',
    '65535',
    '+80',
    '0x16',
    ' 80',
    'http',
    'www',
    'domain',
    'amqp',
    '80:',
    '80:90',
    ':80',
    ':',
    'http:https',
  ],
  // tftp and coap are registered with IANA for TCP, and Debian's file does not list them for it.
  odd: ['010', 'tftp', 'coap'],
  wrong: [
    '65536',
    '70000',
    '-1',
    '',
    '08',
    '080',
    '80 ',
    'HTTP',
    'zip',
    '80x',
    '90:80',
    'https:http',
    '::',
    '80:90:100',
    '1-10',
    '80,90',
  ],
});

judges(
  '--dport of sctp',
  { kind: 'port-range', ordered: 'always', protocol: 'sctp' },
  {
    fine: ['80', 'amqp', '0x16'],
    odd: ['http', 'ftp'],
    wrong: ['domain', 'echo', 'tftp'],
  },
);

judges('--dport of udp', UDP, {
  fine: [
    '80',
    '0',
    '65535',
    '+80',
    '010',
    '08',
    '080',
    ' 80',
    'http',
    'tftp',
    'ftp',
    'amqp',
    'ms-sql-m',
    ':80',
    '80:',
    ':',
  ],
  odd: ['', '65536', '70000', '4294967376', '80:65616', 'coap', '-4294967216'],
  wrong: [
    '-1',
    '0x16',
    '80 ',
    'HTTP',
    'zip',
    '1-10',
    '80,90',
    '2147483648',
    '18446744073709551615',
    '::',
    '80:90:100',
    '+ 80',
  ],
  wrongIn: { '1.8.11 and newer': ['90:80', 'https:http', '70000:80'] },
});

judges(
  'a port alone',
  { kind: 'port' },
  {
    fine: ['80', '0', 'http', '010', '080'],
    odd: ['', '70000'],
    wrong: ['80:90', '0x16', '-1', 'HTTP', ':', 'zip'],
  },
);

judges('a list of ports', LIST, {
  fine: [
    '80',
    '80,443',
    '80:90',
    '80:90,443',
    '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15',
    '1:2,3:4,5:6,7:8,9:10,11:12,13:14,15',
    '80, 90',
    'http,https',
    'http:https',
    '0x50',
    'tftp',
  ],
  odd: ['010'],
  wrong: [
    '90:80',
    '80:80',
    '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16',
    '1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16',
    '',
    '80,',
    ',80',
    '80,,90',
    '80 ,90',
    ':80',
    '80:',
    ':',
    'HTTP',
    '65536',
    '-1',
    '80-90',
    '1:2:3',
  ],
});

test('a list knows the services of its protocol only', () => {
  expect(portListFault('http,https', LIST, TRANSPORT.tcp)).toBeUndefined();
  expect(portListFault('tftp', LIST, TRANSPORT.udp)).toBeUndefined();
  expect(portListFault('ssh,domain', LIST, TRANSPORT.udp)?.severity).toBe('warning');
  expect(portListFault('domain', LIST, TRANSPORT.dccp)).toMatchObject({
    message: expect.stringContaining('TCP and UDP, not for DCCP'),
  });
});

judges(
  'a NAT address, IPv4',
  { kind: 'nat-range' },
  {
    fine: [
      '1.2.3.4',
      '1.2.3.4-1.2.3.9',
      '1.2.3.4:80',
      '1.2.3.4:80-90',
      ':80',
      ':80-90',
      '1.2.3.4:80-90/100',
      '0.0.0.0:80',
    ],
    odd: ['1.2.3.4:1-2/5x', '1.2.3.9-1.2.3.4'],
    wrongIn: {
      '1.8.7': ['1.2.3.4:http', '1.2.3.4:0x50', '1.2.3.4:zip', '1.2.3.4:0', 'ab:80'],
      '1.8.9 and newer': ['80', '10.1', '0', '1.2.3.04', '1.2.3.4-7', '1.2.3.4:80x', '1.2.3.4:80/100', '1.2.3.4:80,90'],
    },
    wrong: [
      '1.2.3.4:80-90/0',
      '1.2.3.4:90-80',
      '',
      '1.2.3.4-',
      '1.2.3.4:',
      '1.2.3.4:65536',
      '1.2.3.4:80:90',
      'localhost',
      '::1',
      '[1.2.3.4]:80',
      '1.2.3.4:ssh-http',
      '1.2.3.4/24',
      'a:80',
    ],
  },
);

judges(
  'a NAT address, IPv6',
  { kind: 'nat-range' },
  {
    fine: [
      '2001:db8::1',
      '[2001:db8::1]',
      '[2001:db8::1]:80',
      '[2001:db8::1]:80-90',
      '[2001:db8::1-2001:db8::2]:80',
      '2001:db8::1-2001:db8::2',
      '2001:db8::1:80',
      ':80',
      '[]:80',
    ],
    wrongIn: { '1.8.7': ['[2001:db8::1]:http', ':0'], '1.8.9 and newer': ['[2001:db8::1]:80x', ':80/http'] },
    odd: ['[2001:db8::1]80', 'x[::1]:80', 'a]:80', '[::1]]:80'],
    wrong: [
      '[2001:db8::1]-[2001:db8::2]:80',
      '[',
      '[]',
      '',
      '1.2.3.4',
      'localhost',
      '[::1]:',
      '[::1]:90-80',
      '[ ::1]:80',
      '::1/64',
      '[[::1]]:80',
      'fe80::1%lo',
    ],
  },
  [6],
);

judges(
  'NAT ports',
  { kind: 'nat-ports' },
  {
    fine: ['80', '80-90', '0', '65535', '0x50', '+80', '0-5', '80- 90'],
    odd: ['010'],
    wrongIn: { '1.8.7': ['http', 'ftp-data', '80-90/5'] },
    wrong: [
      '90-80',
      '65536',
      'ssh-http',
      '-80',
      '',
      '80-',
      '80:90',
      '80,90',
      '80 ',
      '80/5',
      '80-90-100',
      '80-http',
      '08',
    ],
  },
);
judges(
  'NAT ports that lose their base',
  { kind: 'nat-ports', base: 'lost' },
  { wrongIn: { '1.8.7': ['80-90/5'] }, wrong: ['80-90/0'] },
);
judges(
  'a NAT address that loses its base port',
  { kind: 'nat-range', base: 'lost' },
  { odd: [':80-90/100'], wrongIn: { '1.8.9 and newer': [':80-90/0'] } },
);
judges(
  'NAT ports with names in every version',
  { kind: 'nat-ports', namesBefore9: true },
  { fine: ['http', '80-90'], wrong: ['80-70', '80-whois'], wrongIn: { '1.8.9 and newer': ['80-http-alt', '0-http'] } },
);
judges('a NAT address that loses its base port', { kind: 'nat-range', base: 'lost' }, { odd: [':80-90/5'] });
judges('NAT ports without a base', { kind: 'nat-ports', base: false }, { fine: ['80-90'], wrong: ['80-90/5'] });

test('the message says what could stand there', () => {
  expect(suggested('1-10', TCP)).toBe('1:10');
  expect(suggested('HTTP', TCP)).toBe('http');
  expect(suggested('90:80', TCP)).toBe('80:90');
  expect(suggested('0x16', UDP)).toBe('22');
  expect(suggested('htttps', TCP)).toBe('https');
  expect(marked('80:70000', TCP)).toBe('70000');
  expect(marked('22,80,http5', LIST)).toBe('http5');
  expect(suggested('8000:8010', { kind: 'nat-ports' })).toBe('8000-8010');
});
