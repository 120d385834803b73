// Shows by what the real tools save that refactorings keep what rules say: there, or there and back again.
import { describe, expect, it } from 'vitest';
import { backends, describeWithIptables, savedText } from '../../support/iptables.ts';
import { filter, refactored } from './refactored.ts';

/** Marks the first line that begins so. */
function marked(text: string | undefined, beginning: string): string {
  return (text ?? '').replace(`\n${beginning}`, `\n>${beginning}`);
}

function unmarked(text: string): string {
  return text.replace(/^>/gm, '');
}

function expectSame(after: string | undefined, before: string): void {
  for (const backend of backends) {
    const saved = savedText(unmarked(before), 4, backend);
    expect(saved, before).toBeTypeOf('string');
    expect(savedText(after ?? '', 4, backend), after).toEqual(saved);
  }
}

function expectLoads(text: string | undefined): void {
  for (const backend of backends) expect(savedText(text ?? '', 4, backend), text).toBeTypeOf('string');
}

const PORTS = [22, '8000:8010', 443].map((port) => `>-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport ${port} -j ACCEPT`);

describeWithIptables(describe, 'refactorings and the real tools', () => {
  it('merged rules load, and split again they are what they were', () => {
    const before = filter(...PORTS, '-A INPUT -j LOG');
    const merged = refactored('multiport', before, 'Merge');
    expectLoads(merged);
    expectSame(refactored('multiport', marked(merged, '-A INPUT -s'), 'Split'), before);
  });

  it('an extracted chain loads, and inlined again it is what it was', () => {
    const before = filter(...PORTS, '-A INPUT -j LOG');
    const extracted = refactored('extract-chain', before);
    expectLoads(extracted);
    expectSame(refactored('inline-chain', marked(extracted, '-A INPUT -j input-1')), before);
  });

  it('an inlined chain loads with what its jump asked', () => {
    const rules = [
      ':m - [0:0]',
      '>-A INPUT -p tcp -m tcp --dport 22 -j m',
      '-A m -s 10.0.0.1 -j ACCEPT',
      '-A m -j DROP',
    ];
    const flat = [
      '-A INPUT -s 10.0.0.1/32 -p tcp -m tcp --dport 22 -j ACCEPT',
      '-A INPUT -p tcp -m tcp --dport 22 -j DROP',
    ];
    expectSame(refactored('inline-chain', filter(...rules)), filter(...flat));
  });

  it('chain lines say what -P and -N said', () => {
    const before =
      '*filter\n:INPUT ACCEPT [0:0]\n>-N zoo\n-N ant\n-P INPUT DROP\n-P OUTPUT DROP\n-A INPUT -j zoo\n-A zoo -j ant\nCOMMIT\n';
    const lines = refactored('chain-lines', before);
    expectSame(lines, before);
    expectSame(refactored('sort-chain-lines', marked(lines, ':INPUT')), before);
  });

  it('a comment that was taken in and out again leaves the rule as it was', () => {
    const rule = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
    const taken = refactored('comment', filter(`>${rule} # the "office" \\ home`), 'Take');
    expectLoads(taken);
    expectSame(refactored('comment', marked(taken, '-A INPUT'), 'Move'), filter(rule));
  });

  it('a rule for the answers loads, and so does what is left of a save', () => {
    expectLoads(refactored('answering-rule', filter(...PORTS.slice(0, 1))));
    expectLoads(refactored('restrict', filter('>-A INPUT -j ACCEPT', '-A INPUT -i eth1 -j DROP')));
    const docker = [
      ':DOCKER - [0:0]',
      '>-A FORWARD -o docker0 -j DOCKER',
      '-A DOCKER -i docker0 -j RETURN',
      '-A INPUT -j LOG',
    ];
    expectSame(refactored('strip-program', filter(...docker)), filter('-A INPUT -j LOG'));
  });
});
