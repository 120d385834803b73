// Owns targets after which the packet goes on, changed or not.
import { describe, expect, it } from 'vitest';
import { accepting, filter, mangle, SYN, traced } from './tracing.ts';

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
