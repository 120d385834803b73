// iptables-lint trace: JSON lines for programs, a walk for people, sentences about wrong input.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHost, readPacket } from '../../../server/src/analysis/trace/read-facts.ts';
import { parseTrace } from '../../../server/src/cli/trace/arguments.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'cli.ts');
const RULES = `*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
-A INPUT -p udp -j DROP
-A INPUT -p tcp -m tcp --dport 22 -m limit --limit 3/min -j LOG
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
COMMIT
`;
const HOST = '{"host": {"addresses": {"eth0": ["198.51.100.1/24"]}}}';
const PACKET = {
  id: 7,
  in: 'eth0',
  src: '203.0.113.5',
  dst: '198.51.100.1',
  proto: 'tcp',
  sport: 40000,
  dport: 22,
  flags: 'S',
};

let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-'));
  file = join(folder, 'a.rules');
  writeFileSync(file, RULES);
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', CLI, ...words], {
    input,
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, said: stdout, complained: stderr };
}

const stream = (...lines: readonly string[]) =>
  run(['trace', file, '--packets', '-', '--format', 'json'], lines.join('\n'));

describe('for programs', () => {
  test('an answer for each packet, in order; a line about the host has none', () => {
    const { status, said } = stream(
      HOST,
      JSON.stringify(PACKET),
      '',
      JSON.stringify({ ...PACKET, id: 'x', dport: 80 }),
    );
    expect(status).toBe(0);
    const [first, second, ...more] = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(first).toEqual({
      id: 7,
      verdict: 'accept',
      decided_by: { line: 8, chain: 'INPUT', table: 'filter' },
      path: ['PREROUTING', 'INPUT'],
      hits: [{ line: 8, chain: 'INPUT', table: 'filter' }],
      policy_hits: [],
      after: { src: '203.0.113.5', dst: '198.51.100.1', sport: 40000, dport: 22, ttl: 64, tos: 0, mark: 0 },
      unknown: [{ line: 7, match: 'limit', why: expect.any(String) }],
    });
    expect(second).toMatchObject({
      id: 'x',
      verdict: 'drop',
      unknown: [],
      policy_hits: [{ table: 'filter', chain: 'INPUT', policy: 'DROP' }],
    });
  });

  test('a line that is wrong ends it with a sentence and status 2', () => {
    const { status, said, complained } = stream(HOST, JSON.stringify(PACKET), 'not JSON', JSON.stringify(PACKET));
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(complained).toContain('Line 3 of the packets: It is not JSON.');
    expect(status).toBe(2);
  });

  const packet = (changes: object) => readPacket({ ...PACKET, ...changes }, 4);
  test.each([
    [readPacket([], 4), 'A packet is a JSON object'],
    [packet({ dst: undefined }), '"dst" is missing'],
    [packet({ in: undefined }), 'Where the packet comes from is missing'],
    [packet({ origin: 'box' }), '"in" and "origin" exclude each other'],
    [packet({ src: '2001:db8::1' }), '"src" must be an IPv4 address'],
    [packet({ proto: 'tpc' }), '"proto" must be a protocol such as tcp'],
    [packet({ proto: 'icmp' }), '"sport" is given, but only packets of'],
    [packet({ flags: 'XY' }), '"flags" must be the letters of SAFRPU'],
    [packet({ ttl: 256 }), '"ttl" must be a whole number from 0 to 255, not 256.'],
    [packet({ ctstate: 'NEW', ctdir: 'reply' }), 'A packet that is NEW goes in the original direction'],
    [packet({ path: 'input', out: 'eth0' }), '"out" and "path": "input" exclude each other'],
    [readHost({ addresses: { eth0: ['nowhere'] } }), '"addresses" must be lists of addresses'],
    [readHost({ routes: [{ to: 'default' }] }), '"routes" must be a list such as'],
  ])('%j', (read, sentence) => {
    expect('wrong' in read ? read.wrong : undefined).toContain(sentence);
  });

  test.each([
    [[], 'Name the file with the rules.'],
    [['a', 'b'], 'A trace takes one file, and "b" is another.'],
    [['a', '--packets', '-'], '"--packets -" needs "--format json".'],
    [['a', '--packets', '-', '--format', 'json', '--in', 'eth0'], '"--in" does not go with "--packets -"'],
    [['-', '--packets', '-', '--format', 'json'], 'so the rules need a file'],
    [['a', '--nonsense'], 'Unknown option "--nonsense".'],
    [['a', '--family', '5'], '"--family" takes 4, 6, auto, not "5".'],
    [['a', '--in', 'eth0', '--in', 'eth1'], '"--in" stands twice.'],
    [['a', '--dport', 'ssh'], '"--dport" takes a number, not "ssh".'],
    [['a', '--to-here', '--dst', '10.0.0.1'], '"--to-here" and "--dst" exclude each other'],
    [['a', '--address', 'eth0'], '"--address" takes an interface and an address'],
  ])('%j is wrong usage', (words, sentence) => {
    const parsed = parseTrace(words);
    expect(parsed.kind === 'wrong' ? parsed.sentence : undefined).toContain(sentence);
  });
});

describe('for people', () => {
  test('hooks, tables, rules and the verdict', () => {
    const { status, said } = run(['trace', 'a.rules', '--in', 'eth0', '--src', '203.0.113.5', '--dport', '22']);
    expect(status).toBe(0);
    expect(said).toBe(`tcp 203.0.113.5 port 50000 -> an address of this machine port 22, in by eth0

PREROUTING (in by eth0)
  connection tracking says NEW
INPUT (in by eth0)
  table filter
    chain INPUT
      2 rules do not match
      a.rules:7: depends on limit (time, chance or earlier packets decide); taken as not matching
          -A INPUT -p tcp -m tcp --dport 22 -m limit --limit 3/min -j LOG
      a.rules:8: matches
          -A INPUT -p tcp -m tcp --dport 22 -j ACCEPT

Verdict: accepted; the last to decide was a.rules:8 in chain INPUT of table filter.
It depends on:
  a.rules:7: limit: time, chance or earlier packets decide
The answer, tcp an address of this machine port 22 -> 203.0.113.5 port 50000, goes through OUTPUT and POSTROUTING: accepted; \
the last to decide was the policy ACCEPT of chain OUTPUT in table filter.
`);
  });

  test('the example of the page about traces', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'analysis', 'trace.md'), 'utf8');
    const found = /```iptables\n(.*?)```\n\n```\n\$ npx --no-install iptables-lint ([^\n]*)\n(.*?)```/s.exec(page);
    const [, rules = '', words = '', said] = found ?? [];
    writeFileSync(join(folder, 'rules.v4'), rules);
    expect(run(words.split(' ')).said).toBe(said);
  });

  test('addresses and routes tell where it goes', () => {
    const { said } = run([
      'trace',
      'a.rules',
      '--in',
      'eth0',
      '--src',
      '203.0.113.5',
      '--dst',
      '10.0.0.9',
      '--address',
      'eth1=10.0.0.1/24',
    ]);
    expect(said).toContain('FORWARD (in by eth0, out by eth1)');
    expect(said).toContain('Verdict: dropped by the policy DROP of chain FORWARD in table filter.');
  });

  test('what is missing is told, with status 2', () => {
    const { status, complained } = run(['trace', 'a.rules', '--in', 'eth0']);
    expect(complained).toContain('Say who sends the packet: "--src" with an address.');
    expect(status).toBe(2);
  });

  test('a file called trace is checked as ./trace', () => {
    writeFileSync(join(folder, 'trace'), '*filter\nCOMMIT\n');
    expect(run(['./trace']).said).toContain('0 errors, 0 warnings in 1 file');
  });
});
