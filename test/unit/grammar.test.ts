// The colours: every fixture under test/fixtures/grammar, and that no line makes the grammar slow.

import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasScope, loadTokenizer, type Token, type Tokenizer } from './grammar-tokens.ts';

/*
 * A fixture is prose, source lines behind `> `, and below each the scopes of what the carets point at:
 *
 *   > -A INPUT -j ACCEPT
 *     ^^ keyword.control.command
 *        ^^^^^ entity.name.function.chain
 *
 * The scope must cover the carets and end where they end; `!scope` means that none of the carets bears it.
 */

interface Expectation {
  readonly fixtureLine: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

interface Sample {
  readonly source: string;
  readonly expectations: Expectation[];
}

function readSamples(text: string): Sample[] {
  const samples: Sample[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.startsWith('> ')) samples.push({ source: line.slice(2).replace('<BOM>', '\uFEFF'), expectations: [] });
    const carets = /^ {2}( *)(\^+) (\S+)$/.exec(line);
    const sample = samples.at(-1);
    if (carets === null || sample === undefined) return;
    const [, blanks = '', marks = '', scope = ''] = carets;
    const start = blanks.length;
    sample.expectations.push({ fixtureLine: index + 1, start, end: start + marks.length, scope });
  });
  return samples;
}

function failures(sample: Sample, tokens: readonly Token[]): string[] {
  const shown = tokens.map(({ start, end, scopes }) => `  ${sample.source.slice(start, end)}  ${scopes.join(' ')}`);
  return sample.expectations.flatMap(({ fixtureLine, start, end, scope }) => {
    const columns = Array.from({ length: end - start }, (_, index) => start + index);
    const fails = scope.startsWith('!')
      ? columns.some((column) => hasScope(tokens, column, scope.slice(1)))
      : columns.some((column) => !hasScope(tokens, column, scope)) ||
        [start - 1, end].some((column) => hasScope(tokens, column, scope));
    return fails ? [`fixture line ${fixtureLine}: ${scope}\n${sample.source}\n${shown.join('\n')}`] : [];
  });
}

let tokenize: Tokenizer;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

const folder = new URL('../fixtures/grammar/', import.meta.url);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const samples = readSamples(readFileSync(new URL(name, folder), 'utf8'));

  test('says something', () => {
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter(({ expectations }) => expectations.length === 0).map(({ source }) => source)).toEqual([]);
  });

  test.each(samples.map((sample) => [sample.source, sample] as const))('%s', (_source, sample) => {
    const [tokens = []] = tokenize([sample.source]);
    expect(failures(sample, tokens)).toEqual([]);
  });
});

describe('state', () => {
  test('nothing runs into the next line', () => {
    const open = ['-A INPUT --comment "open', '*filter # c', ':INPUT DROP', '-s {{ open', '-j', '-A', '[0:0', '!'];
    for (const line of open) {
      const [, next = []] = tokenize([line, 'COMMIT']);
      expect(
        next.map(({ scopes }) => scopes),
        line,
      ).toEqual([['keyword.control.commit.iptables']]);
    }
  });
});

describe('a line of 100 kB takes time in proportion', { timeout: 300_000 }, () => {
  const seeds = [
    '-¦--¦--a¦-a ¦-A ¦"¦\\¦"\\¦a:¦::¦1:¦1¦1.¦1.1.1.1/¦1.1.1.1,¦,¦A¦A,¦A_¦! ¦!¦ ¦\t¦#¦ #¦[¦[1:¦]¦[::¦ff:¦00:¦*¦:¦+¦=¦--a=',
    '{{¦{%¦${a¦$a¦<%¦-j ¦-j A¦-s 1.2.3.4 ¦0x¦0xf/¦1/a¦a/¦/¦-m x ¦--comment #¦é¦1-',
  ].flatMap((list) => list.split('¦'));
  const starts = ['', '-A INPUT -j ', '-A INPUT --comment "', ':'];

  /** Of this thread's own work: what others do on the machine does not count. */
  const milliseconds = (line: string): number => {
    const before = process.threadCpuUsage();
    tokenize([line]);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };

  /** A busy machine slows some runs, a quadratic pattern slows all: the best runs of the whole and of half a line. */
  const linear = (line: string): boolean => {
    let [whole, half] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 8; round++) {
      whole = Math.min(whole, milliseconds(line));
      if (whole < 60) return true;
      if (whole > 3_000) return false;
      half = Math.min(half, milliseconds(line.slice(0, line.length / 2)));
      if (whole < 500 && whole < 3.2 * half) return true;
    }
    return false;
  };

  test.each(seeds)('of %j', (seed) => {
    for (const start of starts) {
      expect(linear(start + seed.repeat(100_000 / seed.length)), `after ${JSON.stringify(start)}`).toBe(true);
    }
  });
});
