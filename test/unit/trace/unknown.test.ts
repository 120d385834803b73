// Owns what is said where not all is known: both ways are followed, and what they have in common holds.
import { describe, expect, it } from 'vitest';
import { FIRST, filter, HOST, linesOf, policiesOf, traced } from './tracing.ts';

describe('a match that nobody knows', () => {
  const limited = (...rest: string[]) => filter('-A INPUT -p tcp -m limit --limit 1/s -j ACCEPT', ...rest);

  it('leaves the verdict open where it decides', () => {
    const answer = traced(limited());
    expect(answer.verdict).toBe('unknown');
    expect(answer.possible).toEqual(['drop', 'accept']);
    expect(answer.unknown).toEqual([{ line: FIRST, match: 'limit', why: expect.any(String) }]);
    expect(linesOf(answer)).toEqual([]);
    expect(policiesOf(answer)).toEqual([]);
  });

  it('has a verdict where both ways end alike, and the hits of both', () => {
    const answer = traced(filter('-A INPUT -j LOG', '-A INPUT -m limit --limit 1/s -j ACCEPT', '-A INPUT -j ACCEPT'));
    expect(answer.verdict).toBe('accept');
    expect(linesOf(answer)).toEqual([FIRST]);
  });

  it('is nothing behind a match that fails', () => {
    const answer = traced(limited(), { proto: 17, dport: 53 });
    expect(answer).toMatchObject({ verdict: 'drop', unknown: [] });
  });

  it('changes nothing where the rule only counts', () => {
    const answer = traced(filter('-A INPUT -m limit --limit 1/s -j LOG', '-A INPUT -j ACCEPT'));
    expect(answer.verdict).toBe('accept');
    expect(linesOf(answer)).toEqual([FIRST + 1]);
    expect(answer.unknown).toHaveLength(1);
  });

  it('has the same answer for the same question', () => {
    const set = '-m set --match-set office src';
    const answer = traced(filter(`-A INPUT ${set} -j ACCEPT`, `-A INPUT -m set ! --match-set office src -j ACCEPT`));
    expect(answer.verdict).toBe('accept');
  });

  it('follows no packet that ends at once, however many such rules there are', () => {
    const rules = Array.from({ length: 2000 }, (_, i) => `-A INPUT -m recent --name r${i} --rcheck -j DROP`);
    const dropped = traced(filter('-A INPUT -j LOG', ...rules));
    expect(dropped).toMatchObject({ verdict: 'drop', decided_by: null });
    expect(linesOf(dropped)).toEqual([FIRST]);
    expect(policiesOf(dropped)).toEqual([]);
    const either = traced(filter('-A INPUT -j LOG', ...rules, '-A INPUT -j ACCEPT'));
    expect(either).toMatchObject({ verdict: 'unknown', possible: ['accept', 'drop'] });
    expect(linesOf(either)).toEqual([FIRST]);
  });

  it('gives up where there are too many courses, and keeps what is sure', () => {
    const rules = Array.from(
      { length: 30 },
      (_, i) => `-A INPUT -m recent --name r${i} --rcheck -j MARK --or-mark ${2 ** i}`,
    );
    const answer = traced(filter('-A INPUT -j LOG', ...rules, '-A INPUT -j ACCEPT'));
    expect(answer.verdict).toBe('unknown');
    expect(answer.possible).toContain('unknown');
    expect(linesOf(answer)).toEqual([FIRST]);
  });
});

describe('a fact that is not given', () => {
  it.each([
    ['sport', { sport: undefined }, '-p tcp --sport 1024:'],
    ['flags', { flags: undefined, ctstate: 'NEW' }, '-p tcp --syn'],
    ['length', {}, '-m length --length 100:'],
    ['mac_src', {}, '-m mac --mac-source 02:00:00:00:00:01'],
    ['ctstate', { proto: 132 }, '-m conntrack --ctstate NEW'],
  ] as const)('%s leaves open what asks for it', (field, packet, words) => {
    const answer = traced(filter(`-A INPUT ${words} -j ACCEPT`), packet);
    expect(answer.unknown).toEqual([{ line: FIRST, match: field, why: expect.any(String) }]);
    expect(answer.possible).toEqual(['drop', 'accept']);
  });

  it('the machine: whether a packet is for it is open, unless the packet tells', () => {
    const text = filter('-A INPUT -j ACCEPT');
    expect(traced(text, {}, { host: {} })).toMatchObject({ verdict: 'unknown', unknown: [{ match: 'routing' }] });
    expect(traced(text, { path: 'input' }, { host: {} })).toMatchObject({ verdict: 'accept', unknown: [] });
    const forwarded = traced(filter('-A FORWARD -o eth1 -j ACCEPT'), { path: 'forward', out: 'eth1' }, { host: {} });
    expect(forwarded).toMatchObject({ verdict: 'accept', after: { ttl: 63, out: 'eth1' } });
  });

  it('the address here may be any of the machine', () => {
    const to = traced(filter('-A INPUT -m addrtype --dst-type LOCAL -j ACCEPT'), { dst: undefined, path: 'input' });
    expect(to.verdict).toBe('accept');
  });
});

describe('sets', () => {
  const text = filter('-A INPUT -m set --match-set office src -j ACCEPT');

  it('are looked up where their contents are given', () => {
    expect(traced(text, {}, { host: { ...HOST, sets: { office: ['203.0.113.0/24'] } } })).toMatchObject({
      verdict: 'accept',
      unknown: [],
    });
    expect(traced(text, {}, { host: { ...HOST, sets: { office: ['192.0.2.0/24'] } } })).toMatchObject({
      verdict: 'drop',
      unknown: [],
    });
  });

  it('are open where they are not, or a target may have changed them', () => {
    expect(traced(text).verdict).toBe('unknown');
    const changed = filter('-A INPUT -j SET --add-set office src', '-A INPUT -m set --match-set office src -j ACCEPT');
    expect(traced(changed, {}, { host: { ...HOST, sets: { office: [] } } }).verdict).toBe('unknown');
  });
});

describe('the back ends', () => {
  const text = filter('-A INPUT -p tcp ! --sport 53 ! --dport 22 -j ACCEPT');

  it('are both meant without a word, and what they do differently is open', () => {
    expect(traced(text)).toMatchObject({ verdict: 'unknown', unknown: [{ match: 'ports' }] });
    expect(traced(text, { dport: 80 })).toMatchObject({ verdict: 'accept', unknown: [] });
  });

  it('are told apart where one is chosen', () => {
    expect(traced(text, {}, { backend: 'legacy' }).verdict).toBe('drop');
    expect(traced(text, {}, { backend: 'nft' }).verdict).toBe('accept');
  });

  it('do not agree about a bare -F', () => {
    const flushed = filter('-A INPUT -j ACCEPT', '-F');
    expect(traced(flushed)).toMatchObject({ verdict: 'unknown', hits: [] });
    expect(traced(flushed, {}, { backend: 'legacy' })).toMatchObject({ verdict: 'drop', hits: [] });
    expect(traced(flushed, {}, { backend: 'nft' }).verdict).toBe('accept');
  });
});
