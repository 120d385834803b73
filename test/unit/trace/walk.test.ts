// Owns the walk through chains: order, jumps, gotos, RETURN, policies, lines of several rules, what cannot be followed.
import { describe, expect, it } from 'vitest';
import { FIRST, filter, linesOf, policiesOf, table, traced } from './tracing.ts';

const at = (...offsets: number[]) => offsets.map((offset) => FIRST + offset);

describe('chains', () => {
  it('asks rules in order, and the first that decides ends it', () => {
    const answer = traced(
      filter('-A INPUT -p udp -j DROP', '-A INPUT -p tcp --dport 22 -j ACCEPT', '-A INPUT -j DROP'),
    );
    expect(linesOf(answer)).toEqual(at(1));
    expect(answer).toMatchObject({
      verdict: 'accept',
      decided_by: { line: FIRST + 1, chain: 'INPUT', table: 'filter' },
    });
    expect(answer.path).toEqual(['PREROUTING', 'INPUT']);
  });

  it('counts a policy at the end of a built-in chain', () => {
    const answer = traced(filter('-A INPUT -p udp -j ACCEPT'));
    expect(policiesOf(answer)).toEqual(['filter INPUT DROP']);
    expect(answer).toMatchObject({ verdict: 'drop', decided_by: { policy: 'DROP', chain: 'INPUT' }, after: null });
  });

  it('comes back behind a jump', () => {
    const answer = traced(
      filter(':A - [0:0]', '-A INPUT -j A', '-A INPUT -j ACCEPT', '-A A -j LOG', '-A A -j RETURN', '-A A -j DROP'),
    );
    expect(linesOf(answer)).toEqual(at(1, 3, 4, 2));
  });

  it('comes back from a goto to the caller of the last jump', () => {
    const text = filter(
      ':A - [0:0]',
      ':B - [0:0]',
      '-A INPUT -j A',
      '-A INPUT -j ACCEPT',
      '-A A -g B',
      '-A A -j DROP',
      '-A B -j LOG',
    );
    expect(linesOf(traced(text))).toEqual(at(2, 4, 6, 3));
  });

  it('comes back from a goto of the hook itself to the policy', () => {
    const answer = traced(filter(':A - [0:0]', '-A INPUT -g A', '-A INPUT -j ACCEPT', '-A A -j LOG'));
    expect(linesOf(answer)).toEqual(at(1, 3));
    expect(policiesOf(answer)).toEqual(['filter INPUT DROP']);
  });

  it('counts RETURN in a built-in chain as its policy', () => {
    const answer = traced(filter('-A INPUT -j RETURN', '-A INPUT -j ACCEPT'));
    expect(linesOf(answer)).toEqual(at(0));
    expect(policiesOf(answer)).toEqual(['filter INPUT DROP']);
  });

  it('takes -P for the policy, and ACCEPT where nothing says one', () => {
    expect(traced(table('filter', ['-P INPUT DROP'])).verdict).toBe('drop');
    expect(traced(table('filter', [':FORWARD DROP [0:0]'])).verdict).toBe('accept');
  });

  it('puts rules where -I puts them', () => {
    const answer = traced(filter('-A INPUT -j DROP', '-I INPUT -j ACCEPT', '-I INPUT 2 -j LOG'));
    expect(linesOf(answer)).toEqual(at(1));
    expect(linesOf(traced(filter('-A INPUT -j DROP', '-I INPUT -j LOG')))).toEqual(at(1, 0));
  });

  it('follows the second of two blocks of a table', () => {
    expect(traced(filter('-A INPUT -j ACCEPT') + filter()).verdict).toBe('drop');
  });
});

describe('lines of several rules', () => {
  it('counts each rule of the line that matches', () => {
    const answer = traced(filter('-A INPUT -s 203.0.113.0/24,198.0.0.0/8,203.0.113.5 -j LOG'));
    expect(linesOf(answer)).toEqual(at(0, 0));
  });

  it('ends with the first that decides', () => {
    expect(
      linesOf(traced(filter('-A INPUT -s 203.0.113.0/24,203.0.113.5 -d 198.51.100.1,198.51.100.2 -j ACCEPT'))),
    ).toEqual(at(0));
  });

  it('has them apart where another was put between', () => {
    const text = filter('-A INPUT -s 203.0.113.0/24,203.0.113.5 -j LOG', '-I INPUT 2 -s 203.0.113.5 -j ACCEPT');
    expect(linesOf(traced(text))).toEqual(at(0, 1));
  });
});

describe('what cannot be followed', () => {
  it('leaves open what a refused line does', () => {
    const answer = traced(filter('-A INPUT -j LOG', '-A INPUT --nonsense', '-A INPUT -j ACCEPT'));
    expect(answer.verdict).toBe('unknown');
    expect(linesOf(answer)).toEqual(at(0));
    expect(new Set(answer.unknown.map(({ line }) => line))).toEqual(new Set([FIRST + 1]));
  });

  it('leaves open a jump to a chain that is not there', () => {
    const answer = traced(filter('-A INPUT -j nowhere'));
    expect(answer).toMatchObject({
      verdict: 'unknown',
      unknown: [{ line: FIRST, why: expect.stringContaining('"nowhere"') }],
    });
    expect(linesOf(answer)).toEqual(at(0));
  });

  it('leaves open a circle of jumps', () => {
    for (const way of ['-j', '-g']) {
      const answer = traced(filter(':A - [0:0]', ':B - [0:0]', '-A INPUT -j A', `-A A ${way} B`, `-A B ${way} A`));
      expect(answer.verdict).toBe('unknown');
      expect(answer.unknown).toHaveLength(1);
    }
  });

  it('does not hang where chains call each other twice each', () => {
    const names = Array.from({ length: 40 }, (_, i) => `C${i}`);
    const calls = names.slice(1).flatMap((name, i) => [`-A C${i} -j ${name}`, `-A C${i} -j ${name}`]);
    const answer = traced(filter(...names.map((name) => `:${name} - [0:0]`), '-A INPUT -j C0', ...calls));
    expect(answer.verdict).toBe('unknown');
  });

  it('leaves open what a placeholder says', () => {
    const text = filter('-A INPUT -p tcp --dport {{ port }} -j ACCEPT', '-A INPUT -j {{ target }}');
    const answer = traced(text, {}, { template: true });
    expect(answer.verdict).toBe('unknown');
    expect(answer.unknown.map(({ line }) => line)).toEqual(at(0, 1));
  });

  it('says nothing for sure where a line of placeholders may hold anything', () => {
    const answer = traced(filter('{{ more }}', '-A INPUT -j ACCEPT'), {}, { template: true });
    expect(answer.hits).toEqual([]);
    expect(answer.unknown.length).toBeGreaterThan(0);
  });
});
