// Owns the question "Am I locked out?": the baseline's answers, interfaces that differ, answers that are stopped.
import { describe, expect, test } from 'vitest';
import { insertBaseline } from '../../../../server/src/features/edits/index.ts';
import { entrancesOf } from '../../../../server/src/features/trace/interfaces.ts';
import { readKnockLine } from '../../../../server/src/features/trace/knock-line.ts';
import { answerLockedOut } from '../../../../server/src/features/trace/locked-out.ts';
import type { LockedOut } from '../../../../server/src/features/trace/protocol.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../../server/src/ruleset/rules-file.ts';
import { applied, fileOf } from '../../edits/apply.ts';

function rules(...lines: readonly string[]): RulesFile {
  return new RulesFile(['*filter', ':INPUT DROP [0:0]', ...lines, 'COMMIT', ''].join('\n'), DEFAULT_SETTINGS);
}

function asked(file: RulesFile, from = '203.0.113.5', port = 22, by?: string): LockedOut {
  const answer = answerLockedOut(file, { from, port, ...(by !== undefined && { interface: by }) });
  if ('message' in answer) throw new Error(answer.message);
  return answer;
}

const ESTABLISHED = '-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT';
const OUT = '-A OUTPUT -s 192.0.2.1 -m conntrack --ctstate ESTABLISHED -j ACCEPT';
const SSH = '-A INPUT -p tcp --dport 22 -j ACCEPT';

describe('under the baseline with SSH restricted to one address', () => {
  const edits = insertBaseline(fileOf(['']), { kind: 'ssh', port: 22, sources: ['192.0.2.7'] });
  const file = new RulesFile(applied([''], edits), DEFAULT_SETTINGS);

  test('another address is locked out, and the policy says so', () => {
    const { answer, sentence, trace } = asked(file);
    expect([answer, sentence]).toEqual([
      'yes',
      'Locked out: a packet from 203.0.113.5 to port 22 is dropped by the policy DROP of chain INPUT in table filter.',
    ]);
    expect(trace.verdict).toBe('drop');
    expect(trace.steps.at(-1)).toMatchObject({ kind: 'policy', line: 1 });
  });

  test('that address is not', () => {
    expect(asked(file, '192.0.2.7')).toMatchObject({
      answer: 'no',
      sentence: 'Not locked out: 192.0.2.7 can connect to port 22.',
    });
  });
});

test('an answer that does not get out locks out as well, and its way is shown', () => {
  const { answer, sentence, trace } = asked(rules(':OUTPUT DROP [0:0]', ESTABLISHED, SSH));
  expect([answer, sentence]).toEqual([
    'yes',
    'Locked out: 203.0.113.5 gets in on port 22, but the answer is dropped by the policy DROP of chain OUTPUT in table filter.',
  ]);
  expect(trace.steps[0]?.text).toMatch(/^OUTPUT/);
});

test('what nobody knows is named', () => {
  const { answer, sentence } = asked(rules(ESTABLISHED, '-A INPUT -p tcp --dport 22 -m limit --limit 3/min -j ACCEPT'));
  expect(answer).toBe('depends');
  expect(sentence).toBe(
    'Whether 203.0.113.5 can connect to port 22 depends on limit in line 4 (time, chance or earlier packets decide).',
  );
});

test('where rules ask for the address that is called, it can be said', () => {
  const file = rules(':OUTPUT DROP [0:0]', ESTABLISHED, '-A INPUT -d 192.0.2.1 -p tcp --dport 22 -j ACCEPT', OUT);
  expect(asked(file).sentence).toBe(
    'Whether 203.0.113.5 can connect to port 22 depends on dst in line 5 (the destination address is not known here) and src in line 6 (the source address is not known here). Say "to" with the address of this machine.',
  );
  const to = (address: string) => answerLockedOut(file, { from: '203.0.113.5', port: 22, to: address });
  expect(to('192.0.2.1')).toMatchObject({ answer: 'no' });
  expect(to('192.0.2.2')).toMatchObject({ answer: 'yes', trace: { verdict: 'drop' } });
  expect(to('192.0.2.0/24')).toEqual({ message: 'Say one address, not a network or a list.' });
});

describe('without an interface', () => {
  const file = rules(ESTABLISHED, '-A INPUT -i wg0 -p tcp --dport 22 -j ACCEPT', '-A INPUT -i lo -j ACCEPT');

  test('each that rules tell apart is tried', () => {
    expect(asked(file)).toMatchObject({
      answer: 'depends',
      sentence:
        'That depends on the interface: by wg0 203.0.113.5 can connect to port 22, by any other 203.0.113.5 is locked out of port 22.',
      trace: { verdict: 'drop' },
    });
    expect(asked(file, '203.0.113.5', 22, 'wg0')).toMatchObject({
      answer: 'no',
      sentence: 'Not locked out: 203.0.113.5 can connect to port 22 by wg0.',
    });
    expect(asked(file, '203.0.113.5', 22, 'eth0').answer).toBe('yes');
  });

  test.each([
    ['none is named', [SSH], ['eth0*']],
    ['one is, in any form', ['-A INPUT --in-inter=eth0 -j DROP'], ['eth0', 'ens3*']],
    [
      'one comes again beside another',
      [
        '-A INPUT -i eth0 -j DROP',
        '-A FORWARD -i eth0 -o wg0 -j DROP',
        '-A INPUT -i eth0 -p icmp --icmp-type 8 -j DROP',
      ],
      ['eth0', 'wg0', 'ens3*'],
    ],
    ['many are', ['-A INPUT -i eth+ -j DROP', '-A INPUT ! -i eth0 -j DROP'], ['eth0', 'eth1', 'ens3*']],
    ['all are', ['-A INPUT -i + -j DROP'], ['eth0']],
  ])('there is one for each name and one for all others: %s', (_name, lines, names) => {
    expect(entrancesOf(rules(...lines)).map(({ name, isOther }) => `${name}${isOther ? '*' : ''}`)).toEqual(names);
  });

  test('too many interfaces are asked about', () => {
    const many = Array.from({ length: 70 }, (_, at) => `-A INPUT -i eth${at} -j DROP`);
    expect(answerLockedOut(rules(...many), { from: '203.0.113.5', port: 22 })).toEqual({
      message: 'The rules speak of 70 interfaces. Say which one, such as: in eth0',
    });
  });
});

test.each([
  ['2001:db8::5', 22, /IPv6 address, but this file is for IPv4/],
  ['192.0.2.0/24', 22, /one address/],
  ['home', 22, /not an IPv4 address/],
  ['192.0.2.7', 0, /from 1 to 65535/],
])('asks again for %s port %s', (from, port, sentence) => {
  expect(answerLockedOut(rules(), { from, port })).toEqual({ message: expect.stringMatching(sentence) });
});

describe('without a port', () => {
  const managed = (...ports: number[]) => {
    const text = rules(ESTABLISHED, '-A INPUT -p tcp --dport 2222 -j ACCEPT').lines.text();
    const file = new RulesFile(text, { ...DEFAULT_SETTINGS, management: { ports, sources: [] } });
    const answer = answerLockedOut(file, { from: '203.0.113.5' });
    return 'message' in answer ? answer.message : [answer.answer, answer.sentence];
  };

  test('it is that of SSH where nothing is set', () => {
    const found = answerLockedOut(rules(ESTABLISHED, SSH), { from: '203.0.113.5' });
    expect(found).toMatchObject({ answer: 'no', sentence: 'Not locked out: 203.0.113.5 can connect to port 22.' });
  });

  test('one of those by which the machine is managed is enough', () => {
    expect(managed(22, 2222)).toEqual(['no', 'Not locked out: 203.0.113.5 can connect to port 2222.']);
  });

  test('where none works, each has its sentence', () => {
    const stopped = (port: number) =>
      `Locked out: a packet from 203.0.113.5 to port ${port} is dropped by the policy DROP of chain INPUT in table filter.`;
    expect(managed(22, 8022)).toEqual(['yes', `${stopped(22)} ${stopped(8022)}`]);
  });

  test('without any it is to be said', () => {
    expect(managed()).toContain('No port is set by which this machine is managed.');
  });
});

describe('a line that asks', () => {
  test.each([
    ['203.0.113.5', { from: '203.0.113.5' }],
    [' 203.0.113.5 port 2222 ', { from: '203.0.113.5', port: 2222 }],
    ['203.0.113.5 to 192.0.2.1', { from: '203.0.113.5', to: '192.0.2.1' }],
    ['203.0.113.5 in eth0 port 80', { from: '203.0.113.5', port: 80, interface: 'eth0' }],
  ])('%s', (line, knock) => {
    expect(readKnockLine(line, 4)).toEqual(knock);
  });

  test.each([
    ['', /Type an address/],
    ['2001:db8::5', /IPv6 address/],
    ['192.0.2.0/24', /one address/],
    ['192.0.2.7 2222', /may stand "port", "in" and "to"/],
    ['192.0.2.7 to 2001:db8::1', /IPv6 address/],
    ['192.0.2.7 port', /"port" needs a value/],
    ['192.0.2.7 port ssh', /from 1 to 65535/],
  ])('that is refused: %s', (line, wrong) => {
    expect(readKnockLine(line, 4)).toEqual({ wrong: expect.stringMatching(wrong) });
  });
});
