// Owns what an editor is told of a packet: the words that say it, the steps with their lines, the sentence.
import { describe, expect, test } from 'vitest';
import { packetLine, readPacketLine } from '../../../../server/src/features/trace/packet-line.ts';
import { answerReadPacket, answerTrace } from '../../../../server/src/features/trace/packet-trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../../server/src/ruleset/rules-file.ts';

const TEXT = `*nat
:PREROUTING ACCEPT [0:0]
-A PREROUTING -p tcp --dport 2222 -j REDIRECT --to-ports 22
COMMIT
*filter
:INPUT DROP [0:0]
:office - [0:0]
-A INPUT -i lo -j ACCEPT
-A INPUT -p icmp -m limit --limit 5/sec -j ACCEPT
-A INPUT -p tcp --dport 22 -j office
-A INPUT -p udp --dport 53 -j ACCEPT
-A office -s 192.0.2.7 -j ACCEPT
COMMIT
`;
const file = new RulesFile(TEXT, DEFAULT_SETTINGS);

function traced(packet: string) {
  const answer = answerTrace(file, packet);
  if ('message' in answer) throw new Error(answer.message);
  return answer.trace;
}

describe('the way of a packet', () => {
  test('names every hook, table, chain and rule, each with its line', () => {
    const { steps, verdict, sentence, questions } = traced('in eth0 src 203.0.113.5 tcp dport 22');
    expect(steps).toEqual([
      { kind: 'hook', depth: 0, text: 'PREROUTING (in by eth0)' },
      { kind: 'note', depth: 1, text: 'connection tracking says NEW' },
      { kind: 'table', depth: 1, text: 'table nat', line: 0 },
      { kind: 'chain', depth: 2, text: 'chain PREROUTING', line: 1 },
      { kind: 'passed', depth: 3, text: '1 rule does not match', line: 2, lines: [[2, 2]] },
      { kind: 'policy', depth: 3, text: 'policy of PREROUTING: ACCEPT', line: 1 },
      { kind: 'hook', depth: 0, text: 'INPUT (in by eth0)' },
      { kind: 'table', depth: 1, text: 'table filter', line: 4 },
      { kind: 'chain', depth: 2, text: 'chain INPUT', line: 5 },
      { kind: 'passed', depth: 3, text: '2 rules do not match', line: 7, lines: [[7, 8]] },
      { kind: 'matches', depth: 3, text: '-A INPUT -p tcp --dport 22 -j office', line: 9 },
      { kind: 'chain', depth: 2, text: 'chain office', line: 6 },
      { kind: 'passed', depth: 3, text: '1 rule does not match', line: 11, lines: [[11, 11]] },
      { kind: 'chain', depth: 2, text: 'chain INPUT', line: 5 },
      { kind: 'passed', depth: 3, text: '1 rule does not match', line: 10, lines: [[10, 10]] },
      { kind: 'policy', depth: 3, text: 'policy of INPUT: DROP', line: 5 },
    ]);
    expect([verdict, sentence, questions]).toEqual([
      'drop',
      'The packet is dropped by the policy DROP of chain INPUT in table filter.',
      [],
    ]);
  });

  test('tells what NAT made of it', () => {
    const { steps, sentence } = traced('in eth0 src 192.0.2.7 dst 192.0.2.1 address eth0=192.0.2.1/24 dport 2222');
    expect(steps.filter(({ kind }) => kind === 'changed')).toEqual([
      {
        kind: 'changed',
        depth: 3,
        text: '192.0.2.7 port 50000 -> 192.0.2.1 port 2222 becomes 192.0.2.7 port 50000 -> 192.0.2.1 port 22',
      },
    ]);
    expect(sentence).toMatch(/^The packet is accepted; /);
    expect(sentence).toMatch(/ It ends as 192\.0\.2\.7 port 50000 -> 192\.0\.2\.1 port 22\.$/);
  });

  test('names what it depends on', () => {
    const { verdict, sentence, steps, questions } = traced('in eth0 src 203.0.113.5 icmp');
    const why = 'time, chance or earlier packets decide';
    expect([verdict, sentence]).toEqual([
      'unknown',
      `The packet may be dropped or accepted: that depends on limit in line 9 (${why}).`,
    ]);
    expect(steps.find(({ kind }) => kind === 'depends')).toMatchObject({ line: 8 });
    expect(questions).toEqual([{ text: `limit: ${why}`, line: 8 }]);
  });

  test('is not told of a packet that says too little', () => {
    expect(answerTrace(file, 'tcp dport 22')).toEqual({
      message: 'Say where the packet comes from: "in" with an interface, or "from-here".',
    });
  });
});

describe('the words of a packet', () => {
  test.each([
    'in eth0 src 203.0.113.5 tcp dport 22 flags SA state ESTABLISHED ctdir reply',
    'from-here out eth0 path output src 192.0.2.1 dst 203.0.113.5 udp sport 53 dport 5000 uid 1000 gid 100',
    'in eth0 out eth1 path forward src 203.0.113.5 dst 192.0.2.9 icmp icmp-type 8 icmp-code 0 ttl 3 tos 16 mark 7',
    'in eth0 path input src 203.0.113.5 proto 253 length 99 mac-src 02:00:00:00:00:01 pkttype broadcast',
  ])('come back as they were read: %s', (line) => {
    const read = readPacketLine(line, 4);
    if ('wrong' in read) throw new Error(read.wrong);
    const written = packetLine(read.packet);
    const words = new Set(written.split(' '));
    expect(line.split(' ').filter((word) => !words.has(word))).toEqual([]);
    expect(readPacketLine(written, 4)).toEqual(read);
  });

  test('may be those of the command line, and others that mean the same', () => {
    const plain = readPacketLine('in eth0 src 203.0.113.5 tcp dport 22', 4);
    expect(plain).not.toHaveProperty('wrong');
    expect(readPacketLine('--in eth0 --src 203.0.113.5 --proto tcp --dport 22', 4)).toEqual(plain);
    expect(readPacketLine('tcp from 203.0.113.5 port 22 in eth0 to-here', 4)).toEqual(plain);
  });

  test.each([
    ['in eth0 src', '"src" needs a value.'],
    ['in eth0 in eth1', '"in" stands twice.'],
    ['in eth0 src 203.0.113.5 tcp udp', 'The protocol stands twice.'],
    ['in eth0 src 203.0.113.5 dport http', '"dport" takes a number, not "http".'],
    ['in eth0 src 2001:db8::5', '"src" must be an IPv4 address such as 192.0.2.1, not "2001:db8::5".'],
    ['in eth0 sorce 203.0.113.5', /^"sorce" is no word of a packet\./],
    ['in eth0 src 203.0.113.5 22', /^"22" is no word of a packet\./],
    ['in eth0 src 203.0.113.5 icmp dport 22', /only packets of tcp, udp/],
    ['in eth0 src 203.0.113.5 address eth0', /^"address" takes an interface and an address/],
    ['to-here dst 192.0.2.1 in eth0 src 203.0.113.5', /exclude each other/],
  ])('are refused with a sentence: %s', (line, wrong) => {
    const sentence = typeof wrong === 'string' ? wrong : expect.stringMatching(wrong);
    expect(readPacketLine(line, 4)).toEqual({ wrong: sentence });
  });
});

describe('what was typed or pasted', () => {
  test('has something to begin with', () => {
    const begun = answerReadPacket(file, undefined);
    expect(begun.packet).toBe('in eth0 src 203.0.113.5 tcp dport 22');
    const six = new RulesFile('*filter\n-A INPUT -i wan+ -j DROP\nCOMMIT\n', { ...DEFAULT_SETTINGS, family: 6 });
    expect(answerReadPacket(six, undefined).packet).toBe('in wan0 src 2001:db8::5 tcp dport 22');
  });

  test('has a title, or what is wrong with it', () => {
    expect(answerReadPacket(file, ' in eth0 src 203.0.113.5 tcp dport 22 ')).toEqual({
      packet: 'in eth0 src 203.0.113.5 tcp dport 22',
      title: 'tcp 203.0.113.5 port 50000 -> an address of this machine port 22, in by eth0',
    });
    expect(answerReadPacket(file, 'in')).toEqual({ packet: 'in', wrong: '"in" needs a value.' });
  });

  test('a log line becomes the words of its packet', () => {
    const line = (from: string) =>
      `kernel: TRACE: filter:INPUT:rule:1 IN=eth0 OUT= SRC=${from} DST=192.0.2.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=1 PROTO=TCP SPT=40000 DPT=22 SYN URGP=0`;
    const read = answerReadPacket(file, line('203.0.113.5'));
    expect(read).toMatchObject({
      packet: 'in eth0 path input src 203.0.113.5 dst 192.0.2.1 tcp sport 40000 dport 22 flags S length 60',
      isLogLine: true,
      notes: [],
    });
    expect(traced(line('203.0.113.5'))).toMatchObject({ verdict: 'drop', packet: read.packet });
    expect(answerReadPacket(file, line('2001:db8::5')).wrong).toBe(
      'The packet of this line is IPv6, and this file has the rules for IPv4.',
    );
    expect(answerReadPacket(file, 'IN=eth0 OUT= SRC=203.0.113.5').wrong).toMatch(/no line of a packet/);
  });
});
