// Owns the way through the kernel: hooks and tables, routing, tracking, NAT, fragments, TTL, the way to itself.
import { describe, expect, it } from 'vitest';
import { type Changes, FIRST, filter, HOST, linesOf, policiesOf, SYN, table, traced } from './tracing.ts';

const FROM_HERE: Changes = { in: undefined, origin: 'box', src: '198.51.100.1', dst: '203.0.113.5' };
const FORWARDED: Changes = { dst: '10.0.0.9' };
const nat = (...lines: string[]) => table('nat', lines);
const raw = (...lines: string[]) => table('raw', lines);
const mangle = (...lines: string[]) => table('mangle', lines);
const accepting = (...lines: string[]) => filter('-P INPUT ACCEPT', '-P FORWARD ACCEPT', ...lines);

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

describe('sources that the routing refuses', () => {
  const GROUP: Changes = { dst: '224.0.0.1', pkttype: 'multicast' };
  const TO_ALL: Changes = { pkttype: 'broadcast' };
  it.each([
    ['nobody to all', { ...TO_ALL, src: '0.0.0.0', dst: '255.255.255.255' }, 'INPUT'],
    ['nobody to all of one network', { ...TO_ALL, src: '0.0.0.0', dst: '10.0.0.255' }, undefined],
    ['nobody to a group of the link', { ...GROUP, src: '0.0.0.0' }, 'INPUT'],
    ['nobody to one', { src: '0.0.0.0' }, undefined],
    ['an own address to a group', { ...GROUP, src: '10.0.0.1' }, undefined],
    ['an own address to one', { src: '10.0.0.1' }, undefined],
  ] as const)('%s', (_what, packet, hook) => {
    expect(traced(accepting(), packet).path[1]).toBe(hook);
  });
});

it.each([
  ['to another interface', 'eth1', 'unrouted'],
  ['back by its own interface', 'eth0', 'accept'],
] as const)('an IPv6 source of the link %s', (_what, to, verdict) => {
  const dst = to === 'eth0' ? '2001:db8::9' : 'fd00::9';
  const answer = traced(accepting(), { src: 'fe80::7', dst }, { family: 6 });
  expect(answer).toMatchObject({ verdict, unknown: [] });
});

it.each([
  ['from outside', {}],
  ['of this machine', { ...FROM_HERE, src: '2001:db8::1' }],
] as const)('where a packet %s to an IPv6 neighbour goes is not known', (_what, packet) => {
  const asked: Changes = { src: '2001:db8::9', ...packet, dst: 'fe80::7' };
  expect(traced(accepting(), asked, { family: 6 })).toMatchObject({
    verdict: 'unknown',
    unknown: [{ match: 'routing' }],
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

describe('routing', () => {
  it.each([
    ['an own address', { dst: '10.0.0.1' }, 'INPUT'],
    ['the broadcast address of a network', { dst: '10.0.0.255', pkttype: 'broadcast' }, 'INPUT'],
    ['all hosts', { dst: '224.0.0.1', pkttype: 'multicast' }, 'INPUT'],
    ['elsewhere', { dst: '192.0.2.7' }, 'FORWARD'],
  ] as const)('%s', (_what, packet, hook) => {
    expect(traced(accepting(), packet).path[1]).toBe(hook);
  });

  it('goes out by the route with the longest prefix', () => {
    expect(traced(accepting(), FORWARDED).after).toMatchObject({ out: 'eth1', ttl: 63 });
    expect(traced(accepting(), { dst: '192.0.2.7' }).after).toMatchObject({ out: 'eth0' });
  });

  it('lets nothing go where no route leads, and nothing come from an own address', () => {
    const host = { addresses: HOST.addresses ?? {} };
    expect(traced(accepting(), { dst: '192.0.2.7' }, { host })).toMatchObject({
      verdict: 'unrouted',
      decided_by: { kernel: 'routing' },
    });
    expect(traced(accepting(), { src: '10.0.0.1' })).toMatchObject({
      verdict: 'unrouted',
      decided_by: { kernel: 'martian' },
    });
  });

  it('leaves open whether a group was joined', () => {
    expect(traced(accepting(), { dst: '239.1.2.3', pkttype: 'multicast' })).toMatchObject({
      verdict: 'unknown',
      path: ['PREROUTING'],
    });
  });

  it('lets a packet die between PREROUTING and FORWARD', () => {
    const answer = traced(accepting(), { ...FORWARDED, ttl: 1 });
    expect(answer).toMatchObject({ verdict: 'expired', decided_by: { kernel: 'ttl' }, path: ['PREROUTING'] });
    expect(traced(mangle('-A PREROUTING -j TTL --ttl-inc 1') + accepting(), { ...FORWARDED, ttl: 1 }).verdict).toBe(
      'accept',
    );
  });
});

describe('tracking', () => {
  const states = ['NEW', 'ESTABLISHED', 'INVALID', 'UNTRACKED'];
  const asking = accepting(
    ...states.map((state) => `-A INPUT -m conntrack --ctstate ${state} -m comment --comment ${state} -j ACCEPT`),
  );
  const stateOf = (packet: Changes, host = HOST) => states[(linesOf(traced(asking, packet, { host }))[0] ?? 0) - 7];

  it.each([
    ['SYN', { flags: 'S' }, 'NEW'],
    ['a lone ACK', { flags: 'A' }, 'NEW'],
    ['SYN and ACK', { flags: 'SA' }, 'INVALID'],
    ['RST', { flags: 'R' }, 'INVALID'],
    ['FIN', { flags: 'F' }, 'INVALID'],
    ['FIN and ACK', { flags: 'FA' }, 'INVALID'],
    ['no flags', { flags: '' }, 'INVALID'],
    ['all flags', { flags: 'SAFRPU' }, 'INVALID'],
    ['UDP', { proto: 17, flags: undefined }, 'NEW'],
    ['a protocol without ports', { proto: 50, flags: undefined, sport: undefined, dport: undefined }, 'NEW'],
    ['an echo request', { proto: 1, icmp_type: 8, icmp_code: 0 }, 'NEW'],
    ['an echo reply', { proto: 1, icmp_type: 0, icmp_code: 0 }, 'INVALID'],
    ['a stray error', { proto: 1, icmp_type: 3, icmp_code: 1 }, 'INVALID'],
    ['what is told', { flags: 'S', ctstate: 'ESTABLISHED' }, 'ESTABLISHED'],
  ] as const)('%s is %s without an entry', (_what, packet, state) => {
    expect(stateOf(packet)).toBe(state);
  });

  it('takes no ACK for a beginning where nf_conntrack_tcp_loose is 0', () => {
    expect(stateOf({ flags: 'A' }, { ...HOST, sysctl: { nf_conntrack_tcp_loose: 0 } })).toBe('INVALID');
  });

  it('leaves neighbour discovery alone', () => {
    const text = accepting('-A INPUT -m conntrack --ctstate UNTRACKED -j LOG');
    const asked = { proto: 58, icmp_type: 135, icmp_code: 0, src: '2001:db8::9', dst: '2001:db8::1', flags: undefined };
    expect(linesOf(traced(text, asked, { family: 6 }))).toHaveLength(1);
  });

  it('shows rules of raw no state, and after NOTRACK that one', () => {
    const text =
      raw(
        '-A PREROUTING -m state --state INVALID -j LOG',
        '-A PREROUTING -j CT --notrack',
        '-A PREROUTING -m state --state UNTRACKED -j LOG',
      ) + accepting();
    expect(linesOf(traced(text, { ctstate: 'NEW' }))).toEqual([2, 3, 4]);
  });

  it('asks nothing of NAT for what NOTRACK took away', () => {
    const text = raw('-A PREROUTING -j NOTRACK') + nat('-A PREROUTING -j DNAT --to-destination 10.0.0.9') + accepting();
    expect(policiesOf(traced(text)).filter((one) => one.startsWith('nat'))).toEqual([]);
  });

  it('looks at the connection that is given', () => {
    const orig = { src: '203.0.113.5', dst: '198.51.100.1', proto_num: 6, sport: 40000, dport: 22 };
    const reply = { src: '198.51.100.1', dst: '203.0.113.5', proto_num: 6, sport: 22, dport: 40000 };
    const text = accepting(
      '-A INPUT -m conntrack --ctorigsrc 203.0.113.0/24 --ctorigdstport 22 --ctdir ORIGINAL -j LOG',
      '-A INPUT -m conntrack --ctstatus ASSURED -j LOG',
      '-A INPUT -m conntrack ! --ctproto tcp -j LOG',
      '-A INPUT -m connmark --mark 5/7 -j LOG',
    );
    const answer = traced(text, {
      ctstate: 'ESTABLISHED',
      ctdir: 'original',
      ct: { orig, reply, status: ['SEEN_REPLY', 'ASSURED'], mark: 0xd },
    });
    expect(linesOf(answer)).toEqual([7, 8, 10]);
    expect(answer.unknown).toEqual([]);
  });
});

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

describe('fragments', () => {
  const part = { frag: { offset: 1480, mf: false }, sport: undefined, dport: undefined, flags: undefined };
  it('wait where connections are tracked, and before INPUT', () => {
    expect(traced(nat() + accepting(), { ...FORWARDED, ...part })).toMatchObject({ verdict: 'queued', path: [] });
    expect(traced(accepting(), part)).toMatchObject({ verdict: 'queued', path: ['PREROUTING'] });
  });

  it('wait behind INPUT in IPv6', () => {
    const packet = { ...part, src: '2001:db8::9', dst: '2001:db8::1', exthdr: [44] };
    const answer = traced(accepting('-A INPUT -p tcp -j LOG'), packet, { family: 6 });
    expect(answer).toMatchObject({ verdict: 'queued', path: ['PREROUTING', 'INPUT'], hits: [{ line: 7 }] });
  });

  it('fit -f and no ports', () => {
    const text = accepting('-A FORWARD -f -j LOG', '-A FORWARD -p tcp -m multiport ! --dports 80 -j LOG');
    expect(linesOf(traced(text, { ...FORWARDED, ...part }))).toEqual([7]);
    expect(linesOf(traced(text, { ...FORWARDED, frag: { offset: 0, mf: true } }))).toEqual([8]);
  });

  it('are open where nft compares their bytes', () => {
    const text = accepting('-A FORWARD -p tcp --dport 80 -j DROP');
    expect(traced(text, { ...FORWARDED, ...part }).verdict).toBe('unknown');
    expect(traced(text, { ...FORWARDED, ...part }, { backend: 'legacy' }).verdict).toBe('accept');
  });
});

describe('targets that go on', () => {
  it.each([
    ['MARK --set-mark 6', 'mark', 6],
    ['MARK --set-xmark 1/3', 'mark', 0xd],
    ['MARK --or-mark 0x10', 'mark', 0x1c],
    ['MARK --and-mark 4', 'mark', 4],
    ['MARK --xor-mark 0xf', 'mark', 3],
    ['TTL --ttl-set 9', 'ttl', 9],
    ['TTL --ttl-dec 99', 'ttl', 0],
    ['TOS --set-tos 0x10/0x3f', 'tos', 0x10],
    ['DSCP --set-dscp-class EF', 'tos', 0xb9],
    ['DSCP --set-dscp 1', 'tos', 5],
  ] as const)('%s', (words, field, value) => {
    const text = mangle(`-A INPUT -j ${words}`) + accepting();
    expect(traced(text, { mark: 0xc, tos: 1 }).after?.[field]).toBe(value);
  });

  it('CONNMARK carries a mark from packet to connection and back', () => {
    const text =
      mangle(
        '-A PREROUTING -j MARK --set-mark 7',
        '-A PREROUTING -j CONNMARK --save-mark',
        '-A PREROUTING -j MARK --set-mark 0',
        '-A PREROUTING -j CONNMARK --restore-mark --mask 3',
      ) + accepting();
    expect(traced(text).after?.mark).toBe(3);
  });

  it('a target that is not modelled leaves the rest open', () => {
    const text = mangle('-A PREROUTING -p tcp -j TPROXY --on-port 80') + accepting();
    expect(traced(text)).toMatchObject({ verdict: 'unknown', unknown: [{ match: '-j TPROXY' }] });
  });

  it('a mark that only the kernel knows is open where it is asked for', () => {
    const text =
      mangle('-A PREROUTING -j HMARK --hmark-tuple src --hmark-mod 9 --hmark-rnd 1') +
      accepting('-A INPUT -m mark --mark 5 -j DROP');
    expect(traced(text).unknown).toEqual([expect.objectContaining({ match: 'mark' })]);
  });
});

it('verdicts end the way', () => {
  for (const [target, verdict] of [
    ['REJECT', 'reject'],
    ['NFQUEUE', 'queue'],
    ['DROP', 'drop'],
  ] as const)
    expect(traced(filter(`-A INPUT -j ${target}`), SYN)).toMatchObject({ verdict, decided_by: { line: 5 } });
});
