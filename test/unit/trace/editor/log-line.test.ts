// Owns reading log lines: what LOG, TRACE, NFLOG and xtables-monitor write, IPv4 and IPv6, and what is no such line.
import { describe, expect, test } from 'vitest';
import { looksLogged, readLogLine } from '../../../../server/src/features/trace/log-line.ts';

const MAC = 'MAC=52:54:00:12:34:56:00:11:22:33:44:55:08:00';
const SYN = `IN=eth0 OUT= ${MAC} SRC=203.0.113.5 DST=192.0.2.1 LEN=60 TOS=0x00 PREC=0x00 TTL=51 ID=54321 DF PROTO=TCP SPT=40000 DPT=22 WINDOW=64240 RES=0x00 SYN URGP=0`;
const OF_SYN = {
  in: 'eth0',
  path: 'input',
  src: '203.0.113.5',
  dst: '192.0.2.1',
  proto: 6,
  sport: 40000,
  dport: 22,
  flags: 'S',
  ttl: 51,
  length: 60,
  mac_src: '00:11:22:33:44:55',
};

const READ: readonly (readonly [name: string, text: string, packet: object])[] = [
  ['a line of dmesg', `[12345.678901] iptables denied: ${SYN}`, OF_SYN],
  ['a line of syslog with the prefix of UFW', `Nov 28 17:00:01 box kernel: [  12.3] [UFW BLOCK] ${SYN}`, OF_SYN],
  ['a prefix without a blank behind it', `DROP:${SYN}`, OF_SYN],
  ['a prefix that runs into the line', `DROP${SYN}`, OF_SYN],
  ['a line of TRACE', `TRACE: filter:INPUT:policy:2 ${SYN} MARK=0x1 `, { ...OF_SYN, mark: 1 }],
  [
    'a line of NFLOG as ulogd writes it',
    'Nov 28 17:00:01 box in:  IN=eth0 OUT= MAC=52:54:00:12:34:56:00:11:22:33:44:55:08:00 SRC=203.0.113.5 DST=192.0.2.1 LEN=60 TOS=00 PREC=0x20 TTL=64 ID=1 DF PROTO=TCP SPT=40000 DPT=22 SEQ=1 ACK=0 WINDOW=64240 SYN URGP=0 MARK=0',
    { ...OF_SYN, ttl: undefined, tos: 32 },
  ],
  [
    'a line of xtables-monitor',
    'PACKET: 2 a2fe2f1b IN=eth0 MACSRC=0:11:22:33:44:55 MACPROTO=0800 SRC=203.0.113.5 DST=192.0.2.1 LEN=60 TOS=0x0 TTL=64 ID=1DF SPORT=40000 DPORT=22 PROTO=TCP SYN',
    { ...OF_SYN, ttl: undefined, mac_src: undefined },
  ],
  [
    'what the machine itself sends, with the user',
    'IN= OUT=eth0 SRC=192.0.2.1 DST=203.0.113.5 LEN=52 TOS=0x10 PREC=0x00 TTL=64 ID=0 DF PROTO=TCP SPT=22 DPT=40000 WINDOW=1 RES=0x00 ACK PSH URGP=0 UID=1000 GID=100',
    {
      origin: 'box',
      out: 'eth0',
      path: 'output',
      src: '192.0.2.1',
      dst: '203.0.113.5',
      proto: 6,
      sport: 22,
      dport: 40000,
      flags: 'AP',
      tos: 16,
      length: 52,
      uid: 1000,
      gid: 100,
    },
  ],
  [
    'a packet that is forwarded, whose TTL was one more when it came in',
    'IN=eth1 OUT=eth0 SRC=10.0.0.2 DST=203.0.113.5 LEN=28 TOS=0x00 PREC=0x00 TTL=62 ID=0 PROTO=UDP SPT=5000 DPT=53 LEN=8',
    {
      in: 'eth1',
      out: 'eth0',
      path: 'forward',
      src: '10.0.0.2',
      dst: '203.0.113.5',
      proto: 17,
      sport: 5000,
      dport: 53,
      ttl: 63,
      length: 28,
    },
  ],
  [
    'an ICMP error without the packet that it quotes',
    'IN=eth0 OUT= SRC=203.0.113.1 DST=192.0.2.1 LEN=88 TOS=0x00 PREC=0xC0 TTL=64 ID=1 PROTO=ICMP TYPE=3 CODE=1 [SRC=192.0.2.1 DST=198.51.100.9 LEN=60 TOS=0x00 PREC=0x00 TTL=1 ID=2 DF PROTO=TCP SPT=1 DPT=2 WINDOW=0 RES=0x00 SYN URGP=0 ] MARK=0x7',
    {
      in: 'eth0',
      path: 'input',
      src: '203.0.113.1',
      dst: '192.0.2.1',
      proto: 1,
      icmp_type: 3,
      icmp_code: 1,
      tos: 192,
      mark: 7,
      length: 88,
    },
  ],
  [
    'IPv6',
    'IN=eth0 OUT= MAC=52:54:00:12:34:56:00:11:22:33:44:55:86:dd SRC=2001:0db8:0000:0000:0000:0000:0000:0005 DST=2001:0db8:0000:0000:0000:0000:0000:0001 LEN=64 TC=0 HOPLIMIT=57 FLOWLBL=0 PROTO=ICMPv6 TYPE=128 CODE=0 ID=1 SEQ=1',
    {
      in: 'eth0',
      path: 'input',
      src: '2001:0db8:0000:0000:0000:0000:0000:0005',
      dst: '2001:0db8:0000:0000:0000:0000:0000:0001',
      proto: 58,
      icmp_type: 128,
      icmp_code: 0,
      ttl: 57,
      length: 64,
      mac_src: '00:11:22:33:44:55',
    },
  ],
  [
    'a protocol by its number',
    'IN=eth0 OUT= SRC=192.0.2.9 DST=224.0.0.1 LEN=36 TOS=0x00 PREC=0x00 TTL=64 ID=0 PROTO=2',
    { in: 'eth0', path: 'input', src: '192.0.2.9', dst: '224.0.0.1', proto: 2, length: 36 },
  ],
];

test.each(READ)('reads %s', (_name, text, packet) => {
  const read = readLogLine(text);
  if ('wrong' in read) throw new Error(read.wrong);
  expect(read.packet).toEqual(packet);
  expect(looksLogged(text)).toBe(true);
});

describe('says what is wrong with', () => {
  test.each([
    ['another line', 'Nov 28 17:00:01 box sshd[1]: Accepted publickey for root', /no line of a packet/],
    ['half a line', 'IN=eth0 OUT= SRC=203.0.113.5 DST=192.0.2.1 LEN=60', /cut off/],
    ['a fragment', `${SYN.replace('DF', 'FRAG:185')}`, /part of a larger one/],
    ['a protocol that nobody knows', SYN.replace('PROTO=TCP', 'PROTO=QQ'), /no protocol/],
    ['a packet without a way', SYN.replace('IN=eth0', 'IN='), /Neither "IN=" nor "OUT="/],
  ])('%s', (_name, text, sentence) => {
    expect(readLogLine(text)).toEqual({ wrong: expect.stringMatching(sentence) });
  });
});

describe('tells what is taken for granted', () => {
  const notesOf = (text: string) => {
    const read = readLogLine(text);
    return 'wrong' in read ? [] : read.notes;
  };

  test('where the line names no chain, the way', () => {
    expect(notesOf(SYN)).toEqual([expect.stringContaining('meant for this machine')]);
    expect(notesOf(SYN.replace('IN=eth0 OUT=', 'IN= OUT=eth0'))).toEqual([
      expect.stringContaining('sent by this machine'),
    ]);
    expect(notesOf(`TRACE: filter:INPUT:rule:1 ${SYN}`)).toEqual([]);
  });

  test('of a TCP packet that may belong to a connection, the state', () => {
    expect(notesOf(`TRACE: filter:INPUT:rule:1 ${SYN.replace(' SYN ', ' ACK ')}`)).toEqual([
      expect.stringContaining('state ESTABLISHED'),
    ]);
  });
});

test('text that nobody logged is not taken for a line', () => {
  expect(looksLogged('in eth0 src 203.0.113.5 tcp dport 22')).toBe(false);
});
