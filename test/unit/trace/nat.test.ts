// Owns what NAT writes, for first packets and later ones, at OUTPUT as well.
import { describe, expect, it } from 'vitest';
import {
  accepting,
  type Changes,
  FORWARDED,
  FROM_HERE,
  filter,
  HOST,
  linesOf,
  nat,
  policiesOf,
  traced,
} from './tracing.ts';

describe('NAT', () => {
  it('DNAT sends a packet elsewhere, and FORWARD sees where', () => {
    const text =
      nat('-A PREROUTING -p tcp --dport 22 -j DNAT --to-destination 10.0.0.9:2222') +
      accepting('-A FORWARD -d 10.0.0.9 -p tcp --dport 2222 -m conntrack --ctstate DNAT -j LOG');
    const answer = traced(text);
    expect(linesOf(answer)).toEqual([2, 10]);
    expect(answer.after).toMatchObject({ dst: '10.0.0.9', dport: 2222, out: 'eth1' });
  });

  it('DNAT in OUTPUT has the packet routed again', () => {
    const answer = traced(nat('-A OUTPUT -j DNAT --to-destination 10.0.0.9') + accepting(), FROM_HERE);
    expect(answer.after).toMatchObject({ dst: '10.0.0.9', out: 'eth1' });
  });

  it.each([
    ['SNAT', '-A POSTROUTING -o eth1 -j SNAT --to-source 10.0.0.77', { src: '10.0.0.77', sport: 40000 }],
    [
      'SNAT with a port',
      '-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.77:61000',
      { src: '10.0.0.77', sport: 61000 },
    ],
    ['MASQUERADE', '-A POSTROUTING -j MASQUERADE', { src: '10.0.0.1', sport: 40000 }],
    ['NETMAP', '-A POSTROUTING -j NETMAP --to 192.168.5.0/24', { src: '192.168.5.5' }],
  ])('%s writes the source', (_what, rule, after) => {
    expect(traced(nat(rule) + accepting(), FORWARDED).after).toMatchObject(after);
  });

  it('REDIRECT sends to the first address of the interface', () => {
    const text = nat('-A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080') + accepting();
    expect(traced(text, { dst: '192.0.2.7', dport: 80 })).toMatchObject({
      path: ['PREROUTING', 'INPUT'],
      after: { dst: '198.51.100.1', dport: 8080 },
    });
  });

  it.each([
    ['a range of addresses', '-A PREROUTING -j DNAT --to-destination 10.0.0.5-10.0.0.9'],
    ['a range of ports', '-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.5:8000-8009'],
    ['--random', '-A PREROUTING -p tcp -j REDIRECT --to-ports 80 --random'],
  ])('leaves open what chance decides: %s', (_what, rule) => {
    const answer = traced(nat(rule) + accepting());
    expect(answer.verdict).toBe('unknown');
    expect(answer.unknown).toHaveLength(1);
  });

  it('keeps a port that lies in the range', () => {
    const text = nat('-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.5:8000-8009') + accepting();
    expect(traced(text, { dport: 8003 }).after).toMatchObject({ dst: '10.0.0.5', dport: 8003 });
  });

  const entry = {
    orig: { src: '203.0.113.5', dst: '198.51.100.1', proto_num: 6, sport: 40000, dport: 22 },
    reply: { src: '10.0.0.9', dst: '203.0.113.5', proto_num: 6, sport: 2222, dport: 40000 },
    status: ['SEEN_REPLY', 'CONFIRMED', 'DST_NAT', 'SRC_NAT_DONE', 'DST_NAT_DONE'],
  };

  it('asks no rules for a known connection, and writes what it decided', () => {
    const text = nat('-A PREROUTING -j LOG') + accepting();
    const answer = traced(text, { flags: 'A', ctstate: 'ESTABLISHED', ctdir: 'original', ct: entry });
    expect(linesOf(answer)).toEqual([]);
    expect(answer.after).toMatchObject({ dst: '10.0.0.9', dport: 2222, out: 'eth1' });
  });

  it('turns the answers round', () => {
    const packet = { in: 'eth1', src: '10.0.0.9', dst: '203.0.113.5', sport: 2222, dport: 40000, flags: 'SA' };
    const answer = traced(nat() + accepting(), { ...packet, ctstate: 'ESTABLISHED', ctdir: 'reply', ct: entry });
    expect(answer.after).toMatchObject({ src: '198.51.100.1', sport: 22, out: 'eth0' });
  });
});

describe('NAT at OUTPUT', () => {
  const toNowhere = nat('-A OUTPUT -j DNAT --to-destination 192.0.2.7') + accepting();
  const noDefault = { ...HOST, routes: [] };
  const HERE: Changes = { ...FROM_HERE, dst: '10.0.0.9' };

  it('looks for the new way at once: filter does not see what has none', () => {
    const answer = traced(toNowhere, HERE, { host: noDefault });
    expect(answer).toMatchObject({ verdict: 'unrouted', path: ['OUTPUT'], policy_hits: [], unknown: [] });
    expect(policiesOf(traced(toNowhere, HERE))).toContain('filter OUTPUT ACCEPT');
  });

  it('leads to no neighbour by the loopback interface', () => {
    const text = nat('-A OUTPUT -j DNAT --to-destination fe80::7') + accepting();
    const own: Changes = { ...FROM_HERE, src: '2001:db8::1' };
    expect(traced(text, { ...own, dst: 'fd00::1' }, { family: 6 })).toMatchObject({ verdict: 'unrouted', unknown: [] });
    expect(traced(text, { ...own, dst: 'fd00::9' }, { family: 6 })).toMatchObject({ verdict: 'unknown' });
  });
});

it('MASQUERADE leaves the source of what goes to this machine as it is, in IPv6', () => {
  const text = nat('-A POSTROUTING -j MASQUERADE') + filter('-A INPUT -s fd00::1 -j ACCEPT');
  const packet: Changes = { ...FROM_HERE, src: '2001:db8::1', dst: 'fd00::1' };
  expect(traced(text, packet, { family: 6 }).after).toMatchObject({ src: 'fd00::1', dst: 'fd00::1' });
});
