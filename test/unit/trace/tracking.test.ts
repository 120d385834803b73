// Owns what connection tracking says of a packet, and what becomes of fragments.
import { describe, expect, it } from 'vitest';
import { accepting, type Changes, FORWARDED, HOST, linesOf, nat, policiesOf, raw, traced } from './tracing.ts';

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
