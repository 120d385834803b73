// Owns where a packet goes: sources that the routing refuses, routes, the way to itself.
import { describe, expect, it } from 'vitest';
import { accepting, type Changes, FORWARDED, FROM_HERE, HOST, mangle, traced } from './tracing.ts';

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
