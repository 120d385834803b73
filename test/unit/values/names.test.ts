// Names and lists of them, protocols, ICMP types, flags, directions, accounts, texts and times, as the real tools read them.

import { expect, test } from 'vitest';
import type { ChoiceValue, Value } from '../../../server/src/vocabulary/values/kinds.ts';
import { judges, marked, suggested } from './judge.ts';

function choice(names: readonly string[], rest: Partial<ChoiceValue> = {}): Value {
  return { kind: 'choice', what: 'a name', choices: names.map((name) => ({ name, summary: '' })), ...rest };
}

const STATES = ['INVALID', 'NEW', 'ESTABLISHED', 'RELATED', 'UNTRACKED'];
const STATE = choice(STATES, { letterCase: 'any', cut: 'first', list: ',' });

judges('states', STATE, {
  fine: ['NEW', 'new', 'N', 'NEW,RELATED', 'NE,RE', 'NEW,NEW'],
  wrong: ['', 'NEW,', ',', ',NEW', 'NEW,,RELATED', 'NEW, RELATED', ' NEW', 'NEWx', 'NEW|RELATED', 'zzz'],
});
judges(
  'a cut name alone',
  choice(['icmp-net-unreachable', 'icmp-host-unreachable', 'tcp-reset'], { letterCase: 'any', cut: 'first' }),
  {
    fine: ['tcp-reset', 'TCP-RESET', 'tcp', 'icmp'],
    odd: [''],
    wrong: ['reset', 'tcp-reset,tcp-reset', ' tcp-reset'],
  },
);
judges('a cut name that must be the only one', choice(['alpha', 'alps', 'beta'], { cut: 'unique' }), {
  fine: ['alpha', 'alph', 'b'],
  wrong: ['al', '', 'ALPHA', 'gamma'],
});
judges('hashlimit modes', choice(['srcip', 'dstip'], { list: ',', empty: 'skipped', orList: '|' }), {
  fine: ['srcip', 'srcip,dstip', 'srcip|dstip', 'srcip,', '', ',', 'srcip,,dstip'],
  wrong: ['SRCIP', 'src', 'srcip, dstip'],
});
judges('IPv6 headers', choice(['hop', 'dst'], { list: ',', empty: 'needs-one' }), {
  fine: ['hop,', ',hop'],
  wrong: ['', ','],
});
judges(
  'TCP options to strip',
  {
    ...choice([]),
    choices: [
      { name: 'mss', summary: '', number: 2 },
      { name: 'md5', summary: '', number: 19 },
    ],
    list: ',',
    distinct: true,
    orInteger: { min: 2, max: 255 },
  } as Value,
  {
    fine: ['mss', 'mss,md5', '5,6', '0x5', 'mss,5'],
    wrong: ['mss,mss', 'mss,2', '1', '0', '256', 'mss,', ''],
  },
);
judges('DSCP classes', choice(['EF', 'AF11'], { letterCase: 'any', tail: 'ignored' }), {
  fine: ['EF', 'af11'],
  odd: ['EF,', 'AF11x'],
  wrong: ['E', '', ' EF'],
});

judges(
  '-p',
  { kind: 'protocol' },
  {
    fine: [
      'tcp',
      'TCP',
      'Tcp',
      '6',
      '0',
      '255',
      'all',
      'ALL',
      'icmpv6',
      'ipv6-icmp',
      'mh',
      'ipv6-mh',
      'mobility-header',
      'IPv6-Route',
      '+6',
      ' 6',
      '0x6',
      'mptcp',
      'ax.25',
    ],
    odd: ['crtp', 'nsh', 'smp'],
    wrong: ['256', 'any', 'icmp6', 'OSPFIGP', 'ip-encap', '262', 'tcp,udp', 'nosuch', 'tcp ', '6 ', '08', '-1', ''],
  },
  [4, 6],
);
judges(
  'a protocol in the letters of /etc/protocols',
  { kind: 'protocol', exactCase: true },
  {
    fine: ['tcp', 'TCP', 'OSPFIGP', 'IPSEC-ESP', 'UDPLite', 'all'],
    wrong: ['Tcp', 'ALL', 'ICMPv6', 'ospfigp'],
  },
);

judges(
  'ICMP types',
  { kind: 'icmp-type' },
  {
    fine: [
      'echo-request',
      'ECHO-REQUEST',
      'ping',
      'any',
      'echo-req',
      'dest',
      'red',
      '8',
      '8/0',
      '255',
      '0x8',
      '010',
      ' 8',
      '8/ 0',
      'pi',
      'TOS-network-unreachable',
    ],
    wrongIn: { '1.8.7': ['3/0:4', '3/4:0', '255/0:255'] },
    wrong: [
      'a',
      'echo',
      'host',
      'r',
      '8/',
      '/0',
      '8/0/0',
      '256',
      '8 ',
      '08',
      '',
      '-1',
      '0/256',
      'echo-request/0',
      'neighbour-solicitation',
      'all',
    ],
  },
);
judges(
  'ICMPv6 types',
  { kind: 'icmp-type' },
  {
    fine: ['echo-request', 'packet', 'neighbour-solicitation', 'neighbor-advertisement', 'a', 'time', '128', '1/1'],
    wrongIn: { '1.8.7': ['1/0:4'], 'before 1.8.11': ['mld-listener-query', 'mld-listener-reduction'] },
    wrong: ['any', 'echo', 'ttl', 'timestamp', 'host-unreachable', '', 'neighbor', '256'],
  },
  [6],
);

judges(
  'TCP flags',
  { kind: 'tcp-flags' },
  {
    fine: ['SYN', 'syn', 'SYN,ACK', 'ALL', 'NONE', 'SYN,', '', ',', 'SYN,,ACK'],
    wrong: ['SYN, ACK', 'SYNACK', 'ECE', ' SYN', '0x3f', 'SYN|ACK', 'S'],
  },
);
judges(
  "a set's directions",
  { kind: 'set-directions' },
  {
    fine: ['src', 'dst', 'src,dst', 'src,dst,src,dst,src,dst'],
    odd: ['srcx', 'srcx,dsty'],
    wrong: ['SRC', '', 'src,', 'src, dst', ',src', 'src,,dst', 'sr', 'src,dst,src,dst,src,dst,src'],
  },
);
judges(
  'a user',
  { kind: 'account', of: 'user' },
  {
    fine: ['root', 'nosuch-user', '0', '1000', '1000-2000', '4294967294', '0x10', '1:2', ' 1', '1- 2'],
    wrong: ['', '4294967295', '1000-', '-1000', '2000-1000', 'a b', '1 ', '08', '1.5', '1-2-3'],
  },
);
judges(
  'a text',
  { kind: 'text', what: 'a text', minBytes: 1, maxBytes: 30, cutAfterBytes: 10 },
  {
    fine: ['a', 'ééééé', 'with blank'],
    odd: ['éééééx', '01234567890'],
    wrong: ['', '0123456789012345678901234567890', 'é'.repeat(16)],
  },
);
judges(
  'a text with a forbidden character',
  { kind: 'text', what: 'a name', forbidden: '/', forbiddenWhy: 'it becomes a file' },
  { fine: ['a', ''], wrong: ['a/b'] },
);

judges(
  'a time of day',
  { kind: 'time-of-day' },
  {
    fine: ['10:00', '23:59:59', '1:2:3', '0010:00', '010:08', ' 10:00', '10: 0', '4294967296:00'],
    odd: ['10:', ':10', '::', '10::00'],
    wrong: ['24:00', '10', '10:60', '10:00:60', '10:00:00:00', '-1:00', '', 'a', '10:00 ', '0x10:00', '10:-1'],
  },
);
judges(
  'a date',
  { kind: 'date-time' },
  {
    fine: ['2024', '2024-01', '2024-1-1T1', '2024-01-01T10:00:00', '1970', '2038-12-31', '2024-01-01T', '02024'],
    odd: ['2024-02-30', '2024-00', '2024-01-00', '2023-02-29'],
    wrong: [
      '2024-01-01 10:00',
      '2024-13',
      '2024-01-32',
      '1969',
      '2039',
      '24',
      '',
      'a',
      '2024-01-01T24',
      '2024/01/01',
      '2024-01-01t10',
      '1970-00',
      '1970-01-00',
      '2024-01-01T10:00:00Z',
    ],
  },
);

test('the smallest wrong part is marked, the near name offered', () => {
  expect(marked('NEW,ESTABLISHD', STATE)).toBe('ESTABLISHD');
  expect(suggested('NEW,ESTABLISHD', STATE)).toBe('NEW,ESTABLISHED');
  expect(suggested('echo-requst', { kind: 'icmp-type' })).toBe('echo-request');
  expect(marked('SYN,ACKK', { kind: 'tcp-flags' })).toBe('ACKK');
  expect(suggested('tpc', { kind: 'protocol' })).toBe('tcp');
  expect(marked('0123456789é', { kind: 'text', what: 'a text', cutAfterBytes: 11 })).toBe('é');
});
