// A table's chains hold in the end what playing it line by line, rule by rule, leaves in them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';

const BUILTINS = ['INPUT', 'FORWARD', 'OUTPUT'];
const chain = fc.constantFrom('INPUT', 'OUTPUT', 'web', 'ssh', 'late');
const number = fc.integer({ min: 1, max: 9 });
/** The bodies of rules, and how many rules each makes. */
const BODIES = { '-j ACCEPT': 1, '-p tcp -j web': 1, '-s 192.0.2.1,192.0.2.2 -j DROP': 2, '-g ssh': 1 } as const;
const body = fc.constantFrom('-j ACCEPT', '-p tcp -j web', '-s 192.0.2.1,192.0.2.2 -j DROP', '-g ssh');

type Step =
  | { readonly does: 'append'; readonly chain: string; readonly body: keyof typeof BODIES }
  | {
      readonly does: 'insert' | 'replace';
      readonly chain: string;
      readonly at: number;
      readonly body: keyof typeof BODIES;
    }
  | { readonly does: 'delete'; readonly chain: string; readonly at: number }
  | { readonly does: 'make' | 'declare' | 'flush' | 'drop'; readonly chain: string }
  | { readonly does: 'flushAll' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('append' as const), chain, body }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('insert' as const), chain, at: number, body }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('replace' as const),
      chain,
      at: number,
      body: fc.constant('-j ACCEPT' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('delete' as const), chain, at: number }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('make' as const, 'declare' as const, 'flush' as const, 'drop' as const),
      chain,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'flushAll' as const }) },
);

function textOf(one: Step): string {
  switch (one.does) {
    case 'append':
      return `-A ${one.chain} ${one.body}`;
    case 'insert':
      return `-I ${one.chain} ${one.at} ${one.body}`;
    case 'replace':
      return `-R ${one.chain} ${one.at} ${one.body}`;
    case 'delete':
      return `-D ${one.chain} ${one.at}`;
    case 'make':
      return `-N ${one.chain}`;
    case 'declare':
      return `:${one.chain} - [0:0]`;
    case 'flush':
      return `-F ${one.chain}`;
    case 'drop':
      return `-X ${one.chain}`;
    default:
      return '-F';
  }
}

/** What each back end has in a chain: one line number for each rule. */
interface Rules {
  readonly legacy: number[];
  readonly nft: number[];
}

const noRules = (): Rules => ({ legacy: [], nft: [] });

class Plain {
  readonly chains = new Map(BUILTINS.map((name): [string, Rules] => [name, noRules()]));
  private readonly jumps = new Map<number, string>();

  play(one: Step, line: number): void {
    if (one.does === 'flushAll') {
      for (const { legacy } of this.chains.values()) legacy.length = 0;
      return;
    }
    const rules = this.chains.get(one.chain);
    if (one.does === 'make' || one.does === 'declare') {
      if (!rules || (one.does === 'declare' && !BUILTINS.includes(one.chain))) this.chains.set(one.chain, noRules());
      return;
    }
    if (!rules) return;
    if ('body' in one) this.jumps.set(line, one.body.split(' ').at(-1) ?? '');
    if (one.does === 'flush') this.chains.set(one.chain, noRules());
    else if (one.does === 'drop') this.drop(one.chain, rules);
    else for (const list of [rules.legacy, rules.nft]) change(list, one, line);
  }

  private drop(name: string, { legacy }: Rules): void {
    const isCalled = [...this.chains.values()].some((one) => one.legacy.some((line) => this.jumps.get(line) === name));
    if (legacy.length === 0 && !BUILTINS.includes(name) && !isCalled) this.chains.delete(name);
  }
}

function change(rules: number[], one: Step, line: number): void {
  if (one.does === 'append') for (let i = 0; i < BODIES[one.body]; i++) rules.push(line);
  else if (one.does === 'insert' && one.at <= rules.length + 1)
    rules.splice(one.at - 1, 0, ...new Array<number>(BODIES[one.body]).fill(line));
  else if (one.does === 'replace' && one.at <= rules.length) rules[one.at - 1] = line;
  else if (one.does === 'delete' && one.at <= rules.length) rules.splice(one.at - 1, 1);
}

/** Rules of one line that stand together once. */
function once(lines: readonly number[]): number[] {
  return lines.filter((line, i) => line !== lines[i - 1]);
}

test('the rules of every chain, in their order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const file = new RulesFile(['*filter', ':web - [0:0]', ...steps.map(textOf), 'COMMIT', ''].join('\n'));
      const plain = new Plain();
      plain.play({ does: 'declare', chain: 'web' }, 1);
      steps.forEach((one, i) => {
        plain.play(one, i + 2);
      });
      const standing = file.blocks[0]?.standing;
      for (const name of [...BUILTINS, 'web', 'ssh', 'late']) {
        expect([name, standing?.has(name)]).toEqual([name, plain.chains.has(name)]);
        for (const backend of ['legacy', 'nft'] as const) {
          const rules = plain.chains.get(name)?.[backend] ?? [];
          expect([backend, once(standing?.rulesOf(name, backend) ?? [])]).toEqual([backend, once(rules)]);
        }
      }
    }),
    { numRuns: 5000 },
  );
});

test('in a chain whose rules are parted more than a thousand times', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(100_000)), (numbers) => {
      const steps: Step[] = Array.from({ length: 900 }, () => ({ does: 'append', chain: 'INPUT', body: '-j ACCEPT' }));
      let length = 900;
      for (let i = 0; i < 2500; i++) {
        const at = (numbers.next().value % length) + 1;
        if (i % 5 < 3) steps.push({ does: 'insert', chain: 'INPUT', at, body: '-s 192.0.2.1,192.0.2.2 -j DROP' });
        else steps.push({ does: 'delete', chain: 'INPUT', at });
        length += i % 5 < 3 ? 2 : -1;
      }
      const file = new RulesFile(['*filter', ...steps.map(textOf), 'COMMIT', ''].join('\n'));
      const plain = new Plain();
      steps.forEach((one, i) => {
        plain.play(one, i + 1);
      });
      expect(once(file.blocks[0]?.standing.rulesOf('INPUT') ?? [])).toEqual(
        once(plain.chains.get('INPUT')?.legacy ?? []),
      );
    }),
    { numRuns: 5 },
  );
});
