// Owns restricting one rule to a source address, and judging what people type as one.
import { describe, expect, it } from 'vitest';
import {
  answerRestrictToInterface,
  answerRestrictToSource,
  currentSource,
  isSourceAddress,
  restrictToSource,
} from '../../../server/src/features/edits/index.ts';
import { describeWithIptables, loads } from '../../support/iptables.ts';
import { applied, fileOf, linesOf } from './apply.ts';

function restricted(line: string, source = '192.0.2.9'): string | undefined {
  const edits = restrictToSource(fileOf([line]), 0, source);
  return edits && applied([line], edits);
}

describe('restricting a rule', () => {
  it.each([
    ['-A INPUT -j ACCEPT', '-A INPUT -s 192.0.2.9 -j ACCEPT'],
    ['-A INPUT', '-A INPUT -s 192.0.2.9'],
    [
      '[5:300] --append=INPUT  -p tcp\t--dport 22 -j ACCEPT',
      '[5:300] --append=INPUT -s 192.0.2.9  -p tcp\t--dport 22 -j ACCEPT',
    ],
    ['-AINPUT -j DROP', '-AINPUT -s 192.0.2.9 -j DROP'],
    ['-A "INPUT"-j DROP', '-A "INPUT" -s 192.0.2.9 -j DROP'],
    ['-I INPUT 3 -j DROP', '-I INPUT 3 -s 192.0.2.9 -j DROP'],
    ['-A INPUT -p udp --dport 53 -j ACCEPT # why', '-A INPUT -s 192.0.2.9 -p udp --dport 53 -j ACCEPT # why'],
    [
      '-A INPUT -m comment --comment "-s 10.0.0.1" -j DROP',
      '-A INPUT -s 192.0.2.9 -m comment --comment "-s 10.0.0.1" -j DROP',
    ],
    ['-A INPUT -m comment --comment -s -j DROP', '-A INPUT -s 192.0.2.9 -m comment --comment -s -j DROP'],
  ])('adds -s: %s', (line, expected) => {
    expect(restricted(line)).toBe(expected);
  });

  it.each([
    ['-A INPUT -s 10.0.0.1 -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT -p tcp --src 10.0.0.0/8 --dport 22 -j DROP', '-A INPUT -p tcp --src 192.0.2.9 --dport 22 -j DROP'],
    ['-A INPUT --source=10.0.0.1 -j DROP', '-A INPUT --source=192.0.2.9 -j DROP'],
    ['-A INPUT --source="10.0.0.1" -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT -s10.0.0.1 -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT -s "10.0.0.1" -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT ! -s 10.0.0.1 -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT ! --source=10.0.0.1 -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT -s ! 10.0.0.1 -j DROP', '-A INPUT -s 192.0.2.9 -j DROP'],
    ['-A INPUT -vs 10.0.0.1 -j DROP', '-A INPUT -vs 192.0.2.9 -j DROP'],
    ['-A INPUT --so 10.0.0.1 -j DROP', '-A INPUT --so 192.0.2.9 -j DROP'],
    ['-A INPUT -j DROP ! -i lo -s 10.0.0.1', '-A INPUT -j DROP ! -i lo -s 192.0.2.9'],
  ])('replaces the source: %s', (line, expected) => {
    expect(restricted(line)).toBe(expected);
  });

  it.each([
    ['-A INPUT -s {{ net }} -j ACCEPT', '-A INPUT -s 192.0.2.9 -j ACCEPT'],
    ['-A INPUT ! -s {{ net }} -j ACCEPT', '-A INPUT -s 192.0.2.9 -j ACCEPT'],
    ['-A INPUT --source={{ net }} -j ACCEPT', '-A INPUT --source=192.0.2.9 -j ACCEPT'],
    ['-A INPUT -s "{{ net }}" -j ACCEPT', '-A INPUT -s 192.0.2.9 -j ACCEPT'],
    [
      '-A INPUT -s {{ one }},<%= two %> -p tcp --dport {{ port }} -j ACCEPT',
      '-A INPUT -s 192.0.2.9 -p tcp --dport {{ port }} -j ACCEPT',
    ],
    ['-A {{ the chain }} -j ACCEPT', '-A {{ the chain }} -s 192.0.2.9 -j ACCEPT'],
    ['-I INPUT {{ number }} -j ACCEPT', '-I INPUT -s 192.0.2.9 {{ number }} -j ACCEPT'],
  ])('takes a placeholder of a template as one word: %s', (line, expected) => {
    const edits = restrictToSource(fileOf([line], 4, { template: true }), 0, '192.0.2.9');
    expect(edits && applied([line], edits)).toBe(expected);
  });

  it('tells the placeholder that stands for the source', () => {
    const line = '-A INPUT -s {{ net }} -j ACCEPT';
    expect(currentSource(fileOf([line], 4, { template: true }), 0)).toBe('{{ net }}');
  });

  it('has nothing to do where the source is that already', () => {
    expect(restrictToSource(fileOf(['-A INPUT -s 192.0.2.9 -j DROP']), 0, '192.0.2.9')).toEqual([]);
  });

  it.each([
    '',
    '# -A INPUT -j DROP',
    '*filter',
    ':INPUT DROP [0:0]',
    'COMMIT',
    '-P INPUT DROP',
    '-D INPUT 3',
    '-F',
    '-N NEW',
  ])('says that this is no rule: %s', (line) => {
    expect(restrictToSource(fileOf([line]), 0, '192.0.2.9')).toBeUndefined();
    expect(currentSource(fileOf([line]), 0)).toBeUndefined();
  });

  it('says so past the last line, too', () => {
    expect(restrictToSource(fileOf(['-A INPUT -j DROP']), 7, '192.0.2.9')).toBeUndefined();
  });

  it.each([
    ['-A OUTPUT -j ACCEPT', '-A OUTPUT -d 192.0.2.9 -j ACCEPT'],
    ['-A OUTPUT -s 10.0.0.1 -d 10.0.0.2 -j ACCEPT', '-A OUTPUT -s 10.0.0.1 -d 192.0.2.9 -j ACCEPT'],
    ['-A OUTPUT ! --dst=10.0.0.2 -j ACCEPT', '-A OUTPUT -d 192.0.2.9 -j ACCEPT'],
  ])('restricts the destination in OUTPUT: %s', (line, expected) => {
    expect(restricted(line)).toBe(expected);
  });

  it('restricts the destination in a chain that only OUTPUT leads to', () => {
    const lines = [
      '*filter',
      ':out - [0:0]',
      ':both - [0:0]',
      '-A OUTPUT -j out',
      '-A OUTPUT -j both',
      '-A INPUT -j both',
    ];
    const rules = [...lines, '-A out -j ACCEPT', '-A both -j ACCEPT', 'COMMIT'];
    const edits = restrictToSource(fileOf(rules), [6, 7], '192.0.2.9');
    expect(linesOf(applied(rules, edits ?? [])).slice(6, 8)).toEqual([
      '-A out -d 192.0.2.9 -j ACCEPT',
      '-A both -s 192.0.2.9 -j ACCEPT',
    ]);
  });

  it('restricts all rules of a selection, and skips what is none', () => {
    const lines = ['*filter', ':INPUT DROP [0:0]', '# web', '-A INPUT -j ACCEPT', '', '-A OUTPUT -j ACCEPT', 'COMMIT'];
    const edits = restrictToSource(fileOf(lines), [0, 1, 2, 3, 3, 4, 5, 6, 99, -1], '192.0.2.9');
    expect(linesOf(applied(lines, edits ?? []))).toEqual([
      ...lines.slice(0, 3),
      '-A INPUT -s 192.0.2.9 -j ACCEPT',
      '',
      '-A OUTPUT -d 192.0.2.9 -j ACCEPT',
      'COMMIT',
    ]);
  });

  it('tells before it asks how many rules there are, and at which end', () => {
    const file = fileOf(['-A INPUT -s 10.0.0.1 -j ACCEPT', '-A OUTPUT -j ACCEPT', '#']);
    const ask = (...lines: number[]) => answerRestrictToSource(file, { line: 0, lines });
    expect(ask(0)).toEqual({ edits: [], rules: 1, restricts: 'source', current: '10.0.0.1' });
    expect(ask(1, 2)).toEqual({ edits: [], rules: 1, restricts: 'destination' });
    expect(ask(0, 1, 2)).toEqual({ edits: [], rules: 2, restricts: 'both' });
    expect(ask(2).message).toContain('no rule');
  });

  it('trims the blanks in a list of addresses', () => {
    const { edits } = answerRestrictToSource(fileOf(['-A INPUT -j DROP']), {
      line: 0,
      source: ' 192.0.2.1 , 192.0.2.2 ',
    });
    expect(applied(['-A INPUT -j DROP'], edits)).toBe('-A INPUT -s 192.0.2.1,192.0.2.2 -j DROP');
  });

  it('tells the source that a rule has', () => {
    expect(currentSource(fileOf(['-A INPUT ! --src=10.0.0.0/8 -j DROP']), 0)).toBe('10.0.0.0/8');
    expect(currentSource(fileOf(['-A INPUT -j DROP']), 0)).toBeUndefined();
  });
});

describe('restricting to a destination or interface', () => {
  const lines = [
    '*filter',
    '-A INPUT -j ACCEPT',
    '-A OUTPUT ! -o eth0 -j ACCEPT',
    '-A INPUT -i eth0 -j DROP',
    'COMMIT',
  ];
  const file = fileOf(lines);

  it('takes the destination in every chain', () => {
    const { edits, restricts } = answerRestrictToSource(file, { line: 1, source: '192.0.2.9', end: 'destination' });
    expect(restricts).toBe('destination');
    expect(linesOf(applied(lines, edits))[1]).toBe('-A INPUT -d 192.0.2.9 -j ACCEPT');
  });

  it('takes -i or -o, as the chain has it', () => {
    const all = [0, 1, 2, 3, 4];
    expect(answerRestrictToInterface(file, { lines: all })).toEqual({ edits: [], rules: 3, restricts: 'both' });
    const { edits } = answerRestrictToInterface(file, { lines: all, name: ' eth1 ' });
    expect(linesOf(applied(lines, edits)).slice(1, 4)).toEqual([
      '-A INPUT -i eth1 -j ACCEPT',
      '-A OUTPUT -o eth1 -j ACCEPT',
      '-A INPUT -i eth1 -j DROP',
    ]);
  });

  it('says what is wrong', () => {
    for (const name of ['', 'a b', '"', 'eth0123456789abcdef'])
      expect(answerRestrictToInterface(file, { lines: [1], name }).message, name).toMatch(/^[^\n]+\.$/);
    expect(answerRestrictToInterface(file, { lines: [0], name: 'eth0' }).message).toContain('no rule');
    expect(answerRestrictToInterface(file, { lines: [3], name: 'eth0' }).message).toContain('already');
  });
});

const GOOD4 = [
  '192.0.2.7',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.1.2.3/255.255.0.0',
  '192.0.2.7,198.51.100.0/24',
  '255.255.255.255/32',
];
const GOOD6 = [
  '::',
  '::1',
  '2001:db8::7',
  '2001:DB8::/32',
  'fe80::1,fe80::2',
  '::ffff:192.0.2.1',
  '1:2:3:4:5:6:7:8/128',
  '2001:db8::/ffff:ffff::',
];
const BAD4 = [
  '',
  ' ',
  'home',
  'example.org',
  '10',
  '10.1',
  '10.1.2',
  '10.1.2.3.4',
  '10.1.2.',
  '10.1.2.256',
  '10.1.2.010',
  '10.1.2.3/33',
  '10.1.2.3/',
  '10.1.2.3/255.255.256.0',
  '10.1.2.3/a',
  '10.1.2.3/024',
  '10.1.2.3-10.1.2.9',
  '10.1.2.3:22',
  '10.1.2.3, 10.1.2.4',
  '10.1.2.3,',
  ' 10.1.2.3',
  '! 10.1.2.3',
  '!10.1.2.3',
  '::1',
];
const BAD6 = [
  '',
  '192.0.2.1',
  '[::1]',
  'fe80::1%eth0',
  '1:2:3',
  '1::2::3',
  '12345::',
  ':::',
  '::1/129',
  '::1/',
  'home',
  'g::1',
  '1:2:3:4:5:6:7:8:9',
  '::1.2.3.256',
];

describe('an address as people type it', () => {
  it.each(GOOD4)('is one for IPv4: %s', (text) => expect(isSourceAddress(text, 4)).toBeUndefined());
  it.each(GOOD6)('is one for IPv6: %s', (text) => expect(isSourceAddress(text, 6)).toBeUndefined());
  it.each(BAD4)('is none for IPv4, with a sentence why: %j', (text) =>
    expect(isSourceAddress(text, 4)).toMatch(/^[^\n]+\.$/),
  );
  it.each(BAD6)('is none for IPv6, with a sentence why: %j', (text) =>
    expect(isSourceAddress(text, 6)).toMatch(/^[^\n]+\.$/),
  );

  it('names the other family', () => {
    expect(isSourceAddress('2001:db8::1', 4)).toContain('IPv6');
    expect(isSourceAddress('192.0.2.1', 6)).toContain('IPv4');
  });
});

describeWithIptables(describe, 'source addresses and the real tools', () => {
  it('load where they are taken', () => {
    for (const [family, texts] of [
      [4, GOOD4],
      [6, GOOD6],
    ] as const) {
      for (const text of texts)
        expect(loads(`*filter\n-A INPUT -s ${text} -j ACCEPT\nCOMMIT\n`, family), text).toBe(true);
    }
  });

  it('load in the rules that they restrict', () => {
    for (const line of [
      '-A INPUT -p tcp --dport 22 -j ACCEPT',
      '-A INPUT ! -s 10.0.0.1 -j DROP',
      '-A "INPUT"-j DROP',
      '-I INPUT 1 -j DROP',
    ]) {
      expect(loads(`*filter\n${restricted(line, '192.0.2.7,198.51.100.0/24')}\nCOMMIT\n`, 4), line).toBe(true);
    }
  });
});
