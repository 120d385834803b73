// What a rule asks: which of it are sets, what is unknown and how much, and what that lets the conditions claim.

import { describe, expect, it, test } from 'vitest';
import { AXES, type Dimension } from '../../../server/src/analysis/dimensions.ts';
import { conditionsOfWords as conditions } from './read.ts';

const setOf = (words: string, dimension: Dimension) =>
  conditions(words).boxes.map((box) => box.on(AXES[4][dimension]).cuts);
const literalsOf = (words: string, reading = {}) =>
  conditions(words, reading).boxes.flatMap(({ literals }) =>
    literals.map(({ key, nature, negated }) => `${negated ? 'not ' : ''}${nature}: ${key}`),
  );

describe('sets', () => {
  test.each([
    ['-s 10.0.0.0/31,10.0.0.2', 'source', [0x0a000000, 0x0a000003]],
    ['-s 10.1', 'source', [0x0a010000, 0x0a010001]],
    ['! -s 10.0.0.0/8', 'source', [0, 0x0a000000, 0x0b000000]],
    ['-s 255.255.255.255', 'source', [0xffffffff]],
    ['-s 10.0.0.0/255.255.255.253', 'source', [0x0a000000, 0x0a000001, 0x0a000002, 0x0a000003]],
    ['-m iprange --src-range 10.0.0.9-10.0.0.1', 'source', undefined],
    ['-p tcp --dport ssh', 'destinationPort', [22, 23]],
    ['-p udp --dport 65558', 'destinationPort', [22, 23]],
    ['-p tcp --dport 0x16:', 'destinationPort', [22]],
    ['-p tcp -m multiport --dports 22,80:90,85:100', 'destinationPort', [22, 23, 80, 101]],
    ['-p icmp --icmp-type 3/1', 'icmp', [769, 770]],
    ['-p icmp --icmp-type any', 'icmp', [0]],
    ['-i eth+', 'inputInterface', ['eth', 'eti']],
    ['-i +', 'inputInterface', ['']],
    ['! -i lo', 'inputInterface', ['', 'lo', 'lo\0']],
    ['-m conntrack --ctstate estab', 'state', [6, 10]],
    ['-m conntrack --ctstate NEW,DNAT', 'state', [2, 6, 8, 10, 12]],
    ['-p tcp --syn', 'flags', [2, 3, 10, 11, 34, 35, 42, 43]],
    ['-p tcp --tcp-flags SYN ACK', 'flags', undefined],
    ['-p tcp -m tcp', 'fragment', [0, 1]],
    ['-f', 'fragment', [1]],
    ['-m ttl --ttl-lt 0', 'ttl', undefined],
    ['-m dscp --dscp-class EF', 'tos', [184, 188]],
    ['-m addrtype --dst-type LOCAL,MULTICAST', 'destinationType', [2, 3, 5, 6]],
    ['-m mac ! --mac-source 00:00:00:00:00:05', 'mac', [0, 5, 6]],
  ] as const)('%s', (words, dimension, cuts) => expect(setOf(words, dimension)).toEqual(cuts ? [cuts] : []));

  it('source or destination port are two boxes, neither of them is one', () => {
    expect(conditions('-p tcp -m multiport --ports 22').boxes).toHaveLength(2);
    expect(conditions('-p tcp -m multiport ! --ports 22').boxes).toHaveLength(1);
  });

  it('so many choices that their boxes would be thousands become literals', () => {
    const many = conditions(`-p tcp ${'-m multiport --ports 22,80 '.repeat(20)}`);
    expect(many.boxes).toHaveLength(16);
    expect(many.contains(conditions('-p tcp --dport 22'))).toBe(false);
  });

  it('IPv6: a prefix is one stretch', () => {
    const { boxes } = conditions('-s 2001:db8::/32', { family: 6 });
    expect(boxes.map((box) => box.on(AXES[6].source).cuts)).toEqual([[0x20010db8n << 96n, 0x20010db9n << 96n]]);
  });

  it('what asks nothing takes every packet', () => {
    for (const words of ['', '-p all', '-s 0/0', '-i +', '-m comment --comment x', '-m recent --set'])
      expect(conditions(words).isEverything, words).toBe(true);
  });
});

describe('literals', () => {
  test.each([
    [
      '-m set --match-set office src',
      ['machine: set --match-set "office" {"kind":"set-directions","directions":["src"]}'],
    ],
    ['-m mark ! --mark 0x1', ['not machine: mark --mark {"kind":"mark","value":1,"mask":4294967295}']],
    ['-m limit --limit 5/min', ['state: limit']],
    ['-m recent --rcheck', ['state: recent']],
    ['-m time --timestart 08:00', ['state: time']],
    ['-m set --match-set office src --packets-gt 5', ['state: set']],
    ['-m u32 --u32 0=1', ['packet: u32 --u32 "0=1"']],
    ['-p tcp --tcp-option 8', ['packet: tcp --tcp-option {"kind":"integer","value":"8"}']],
    [
      '-s host.example',
      ['machine: --source {"kind":"networks","networks":[{"kind":"host","name":"host.example","mask":[4294967295]}]}'],
    ],
  ])('%s', (words, literals) => expect(literalsOf(words)).toEqual(literals));

  it('two spellings of one thing are the same, the other negation is its opposite', () => {
    const one = conditions('-m mark --mark 1');
    expect(one.contains(conditions('-i lo -m mark --mark 0x01/0xffffffff'))).toBe(true);
    expect(one.intersects(conditions('-m mark ! --mark 1'))).toBe(false);
    expect(one.intersects(conditions('-m mark --mark 2'))).toBe(true);
  });

  it('what fails without its header has no opposite', () => {
    const one = conditions('-m connmark --mark 1');
    expect(one.contains(conditions('-m connmark --mark 0x1'))).toBe(true);
    expect(one.intersects(conditions('-m connmark ! --mark 1'))).toBe(true);
  });

  it('what answers anew each time is not even the same as itself', () => {
    const limited = conditions('-m limit --limit 5/min');
    expect(limited.contains(limited)).toBe(false);
    expect(limited.complement()).toBeUndefined();
    expect(conditions('').contains(limited)).toBe(true);
  });

  it('beside --ctstate the other options of conntrack are one literal, beside --dport those of tcp are one each', () => {
    expect(literalsOf('-m conntrack --ctstate NEW --ctdir ORIGINAL')).toHaveLength(1);
    expect(literalsOf('-m conntrack --ctstate NEW --ctdir ORIGINAL')).not.toEqual(
      literalsOf('-m conntrack --ctdir ORIGINAL'),
    );
    expect(conditions('-p tcp --tcp-option 8').contains(conditions('-p tcp --dport 22 --tcp-option 8'))).toBe(true);
  });

  it('a mark and a mask with many holes answer for a packet that is known', () => {
    expect(conditions('-m mark ! --mark 0x1/0x1').has({ mark: 3 })).toBe(false);
    expect(conditions('-d 0.0.0.5/0.0.0.255').has({ destination: 0x0a000005 })).toBe(true);
    expect(conditions('-d 0.0.0.5/0.0.0.255').has({ destination: 0x0a000006 })).toBe(false);
    expect(conditions('-m mark --mark 1').has({})).toBeUndefined();
  });
});

describe('what cannot be read is neither every packet nor none, nor the same twice', () => {
  const template = { template: true };
  test.each([
    ['-s {{ net }} -j ACCEPT', template],
    ['-p {{ proto }} --dport 22 -j ACCEPT', template],
    ['{{ more }} -j ACCEPT', template],
    ['-m {{ match }} -j ACCEPT', template],
    ['-p tcp -m multiport --dports 22,{{ port }} -j ACCEPT', template],
    ['-p tcp --dport 99999 -j ACCEPT', {}],
    ['-p tcp --dprt 22 -j ACCEPT', {}],
    ['-m nosuch --option 1 -j ACCEPT', { extensions: ['nosuch'] }],
    ['-m nosuch -j ACCEPT', { extensions: ['nosuch'] }],
    [`-m comment --comment ${'x'.repeat(11000)} -j ACCEPT`, {}],
    ['-i eth0\0 -j ACCEPT', {}],
  ])('%.60s', (words, reading) => {
    const unknown = conditions(words, reading);
    expect(unknown.isEverything).toBe(false);
    expect(unknown.isNothing).toBe(false);
    expect(unknown.has({})).toBeUndefined();
    expect(unknown.contains(unknown)).toBe(false);
    expect(conditions('').contains(unknown)).toBe(true);
    expect(conditions('-j ACCEPT').intersects(unknown)).toBe(true);
  });

  it('leaves the rest of the rule as it is', () => {
    const rule = conditions('-p tcp -s {{ net }} --dport 22 -j {{ target }}', template);
    expect(conditions('-p tcp --dport 1:1023').contains(rule)).toBe(true);
    expect(rule.intersects(conditions('-p udp'))).toBe(false);
  });

  it('doubts the option behind a placeholder, which may be a !', () => {
    const rule = conditions('{{ not }} -s 10.0.0.0/8 -p tcp', template);
    expect(rule.intersects(conditions('-s 192.0.2.1'))).toBe(true);
    expect(rule.intersects(conditions('-p udp'))).toBe(false);
  });
});

describe('where the back ends differ', () => {
  test.each(['! --sport 53 ! --dport 80', '! --dport :65535'])('%s is sure on legacy alone', (ports) => {
    const packet = { protocol: 6, sourcePort: 1, destinationPort: 80, fragment: 0 };
    expect(conditions(`-p tcp ${ports}`, { backend: 'legacy' }).has(packet)).toBe(false);
    for (const backend of ['nft', 'both'] as const) {
      expect(conditions(`-p tcp ${ports}`, { backend }).has(packet)).toBeUndefined();
      expect(conditions(`-p tcp ${ports}`, { backend }).has({ ...packet, protocol: 17 })).toBe(false);
    }
  });

  it('a mask with holes that some versions of nft cut is sure on legacy alone', () => {
    const packet = { source: 0x0a630001 };
    expect(conditions('-s 10.0.0.1/255.0.255.255', { backend: 'legacy' }).has(packet)).toBe(true);
    expect(conditions('-s 10.0.0.1/255.0.255.255').has(packet)).toBeUndefined();
  });

  it('a port without its protocol, which nft alone loads, is unknown', () => {
    expect(
      conditions('! -p tcp -m tcp --dport 22').has({ protocol: 17, destinationPort: 23, fragment: 0 }),
    ).toBeUndefined();
  });
});
