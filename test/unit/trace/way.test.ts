// Owns the way through the kernel: hooks and their tables in order, what no hook sees, which table comes first at INPUT.
import { describe, expect, it } from 'vitest';
import {
  accepting,
  type Changes,
  FIRST,
  FORWARDED,
  FROM_HERE,
  linesOf,
  nat,
  policiesOf,
  table,
  traced,
} from './tracing.ts';

describe('hooks and tables', () => {
  const every = ['raw', 'mangle', 'nat', 'filter', 'security']
    .map((name) => table(name, []))
    .reverse()
    .join('');
  it.each([
    [
      'input',
      {},
      'raw PREROUTING, mangle PREROUTING, nat PREROUTING, mangle INPUT, filter INPUT, security INPUT, nat INPUT',
    ],
    [
      'forward',
      FORWARDED,
      'raw PREROUTING, mangle PREROUTING, nat PREROUTING, mangle FORWARD, filter FORWARD, security FORWARD, mangle POSTROUTING, nat POSTROUTING',
    ],
    [
      'output',
      FROM_HERE,
      'raw OUTPUT, mangle OUTPUT, nat OUTPUT, filter OUTPUT, security OUTPUT, mangle POSTROUTING, nat POSTROUTING',
    ],
  ] as const)('of %s are in the order of the kernel', (_path, packet, order) => {
    expect(policiesOf(traced(every, packet)).join(', ').replaceAll(' ACCEPT', '')).toBe(order);
  });

  it('to itself a packet leaves and comes in again, without being asked by nat twice', () => {
    const answer = traced(every, { ...FROM_HERE, dst: '10.0.0.1' });
    expect(answer.path).toEqual(['OUTPUT', 'POSTROUTING', 'PREROUTING', 'INPUT']);
    expect(policiesOf(answer).filter((text) => text.startsWith('nat'))).toEqual([
      'nat OUTPUT ACCEPT',
      'nat POSTROUTING ACCEPT',
    ]);
  });
});

describe('what no hook sees', () => {
  const V6: Changes = { src: '2001:db8:5::5', dst: '2001:db8::1' };
  it.each([
    ['a frame for another machine', { pkttype: 'otherhost' }, 4, 'routing'],
    ['an IPv6 loopback source from outside', { ...V6, src: '::1' }, 6, 'martian'],
    ['an IPv6 loopback destination from outside', { ...V6, dst: '::1' }, 6, 'martian'],
    ['a group as IPv6 source', { ...V6, src: 'ff02::9' }, 6, 'martian'],
    ['an IPv6 group that ends at an interface', { ...V6, dst: 'ff01::1', pkttype: 'multicast' }, 6, 'martian'],
  ] as const)('%s', (_what, packet, family, cause) => {
    const answer = traced(table('raw', []) + accepting(), packet, { family });
    expect(answer).toMatchObject({ verdict: 'unrouted', path: [], hits: [], policy_hits: [], unknown: [] });
    expect(answer.decided_by).toEqual({ kernel: cause });
  });

  it('IPv4 looks at the source behind PREROUTING', () => {
    const answer = traced(table('raw', []) + accepting(), { src: '127.0.0.1' });
    expect(answer).toMatchObject({ verdict: 'unrouted', path: ['PREROUTING'] });
  });
});

describe('INPUT of nat and of security', () => {
  const both = `${table('security', [':INPUT DROP [0:0]'])}${nat('-A INPUT -j SNAT --to-source 10.0.0.77')}${accepting()}`;
  const SNAT = 5;

  it('with iptables-legacy nat comes last', () => {
    expect(linesOf(traced(both, {}, { backend: 'legacy' }))).toEqual([]);
  });

  it('with iptables-nft security comes last', () => {
    expect(linesOf(traced(both, {}, { backend: 'nft' }))).toEqual([SNAT]);
  });

  it('with either the verdict is told and the rule is not', () => {
    const answer = traced(both);
    expect(answer).toMatchObject({ verdict: 'drop', hits: [], unknown: [{ match: 'backend' }] });
  });

  it('an empty chain that accepts asks for no back end', () => {
    const answer = traced(both.replace('INPUT DROP', 'INPUT ACCEPT'));
    expect(answer).toMatchObject({ verdict: 'accept', unknown: [] });
    expect(linesOf(answer)).toEqual([SNAT]);
  });
});

it('an ICMP error is no answer within the connection that it speaks of', () => {
  const orig = { src: '10.0.0.9', dst: '203.0.113.5', proto_num: 17, sport: 9, dport: 53 };
  const reply = { src: '203.0.113.5', dst: '10.0.0.9', proto_num: 17, sport: 53, dport: 9 };
  const text = accepting('-A FORWARD -m conntrack --ctstatus SEEN_REPLY');
  const known: Changes = {
    ct: { orig, reply, status: ['CONFIRMED'] },
    ctdir: 'reply',
    dst: '10.0.0.9',
    flags: undefined,
  };
  const error: Changes = {
    sport: undefined,
    dport: undefined,
    proto: 1,
    icmp_type: 3,
    icmp_code: 1,
    ctstate: 'RELATED',
  };
  expect(linesOf(traced(text, { ...known, ...error }))).toEqual([]);
  const answer: Changes = { proto: 17, sport: 53, dport: 9, ctstate: 'ESTABLISHED' };
  expect(linesOf(traced(text, { ...known, ...answer }))).toEqual([FIRST + 2]);
});
