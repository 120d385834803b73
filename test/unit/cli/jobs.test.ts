// Files in several threads: what is printed is the same, what goes wrong is told, and nothing hangs.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../../server/src/cli/arguments.ts';
import { FORMAT_NAMES } from '../../../server/src/cli/formats/index.ts';
import type { Outcome } from '../../../server/src/cli/lint/judge.ts';
import { judgeInThreads } from '../../../server/src/cli/lint/threads.node.ts';
import { Command } from '../../support/command.ts';

const RULES = [
  '-A INPUT -p tcp --dport 22 -j ACCEPT',
  '-A INPUT -p tcp --dport 70000 -j ACCEPT',
  '-A INPUT -j LOG',
  '-A INPUT -j nowhere',
  '-F',
];

/** A file with other findings than its neighbours. */
function fileOf(number: number): string {
  const rules = RULES.filter((_, at) => (number >> at) % 2 === 0);
  const lines = ['*filter', ':INPUT ACCEPT [0:0]', ...rules, ...RULES.slice(0, 1 + (number % 3)), 'COMMIT', ''];
  return lines.join('\n');
}

const command = new Command();
beforeAll(async () => {
  await command.prepare();
  const files = Array.from({ length: 150 }, (_, i) => [`many/d${i % 7}/host${i}.v4`, fileOf(i)] as const);
  command.write({
    ...Object.fromEntries(files),
    'many/d3/iptables-lint.json': '{"rules": {"bare-flush": "off"}}',
    'many/d4/iptables-lint.json': '{"ruls": {}}',
    'many/d5/readme': 'not rules',
    'none/readme': 'not rules',
  });
});
afterAll(() => command.end());

describe('the same as one after another', () => {
  test.each(FORMAT_NAMES.map((name) => [name]))('%s', (format) => {
    const words = ['--format', format, 'many/d6', 'none', 'many', 'gone.v4', 'many/d1/host1.v4'];
    const alone = command.run(['--jobs', '1', ...words]);
    expect(alone.status).toBe(2);
    expect(alone.complained).toContain('There is no rules file in "none"');
    expect(command.run(['--jobs', '3', ...words])).toEqual(alone);
  });

  test('standard input among files', () => {
    const words = ['many/d0', '-', 'many/d1'];
    const input = fileOf(1);
    expect(command.run(['--jobs', '2', ...words], { input })).toEqual(
      command.run(['--jobs', '1', ...words], { input }),
    );
  });
});

test.each(['0', '-1', 'all', '1000', ''])('"--jobs %s" is refused', (count) => {
  const { status, complained } = command.run([`--jobs=${count}`, 'many']);
  expect([status, complained.split('\n')[0]]).toEqual([
    2,
    `iptables-lint: "--jobs" takes a number from 1 to 999, not "${count}".`,
  ]);
});

describe('a thread that ends', () => {
  const sources = Array.from({ length: 40 }, (_, i) => ({ path: `f${i}`, size: 10 }));
  /** Judges with threads that run other code than the program's. */
  const run = async (code: string): Promise<readonly Outcome[]> => {
    const path = join(command.folder, 'thread.mjs');
    writeFileSync(path, `import { parentPort } from 'node:worker_threads';\n${code}`);
    const parsed = parseArguments(['x']);
    if (parsed.kind !== 'run') throw new Error('The words are fine.');
    const taken: Outcome[] = [];
    await judgeInThreads({
      program: pathToFileURL(path),
      threads: 2,
      work: { given: parsed.arguments, circumstances: { colours: false } },
      sources,
      take: (outcome) => taken.push(outcome),
      interrupted: () => {},
    });
    return taken;
  };

  test('by itself', async () => {
    const code = "parentPort.on('message', () => process.exit(0));";
    await expect(run(code)).rejects.toThrow(
      /^A thread of the program ended while it checked "f\d+" or one of the \d+ files after it: it stopped by itself\.$/,
    );
  });

  test('by an error', async () => {
    const code = "parentPort.on('message', () => { throw new Error('no more memory'); });";
    await expect(run(code)).rejects.toThrow(/^A thread of the program ended while .*: no more memory\.$/);
  });

  test('before it begins', async () => {
    await expect(run("throw new Error('not today');")).rejects.toThrow(/: not today\.$/);
  });

  test('what a file threw is thrown', async () => {
    const code = "parentPort.on('message', () => parentPort.postMessage({ fault: new TypeError('a fault') }));";
    await expect(run(code)).rejects.toThrow('a fault');
  });

  test('one that answers late is waited for, and the order stays', async () => {
    const code = `parentPort.on('message', (sources) => {
      const outcomes = sources.map(({ path }) => ({ kind: 'checked', entries: [{ text: path }], counts: {} }));
      setTimeout(() => parentPort.postMessage({ outcomes }), sources[0].path === 'f0' ? 200 : 0);
    });`;
    const taken = await run(code);
    const texts = taken.flatMap((outcome) =>
      outcome.kind === 'checked' ? outcome.entries.map(({ text }) => text) : [],
    );
    expect(texts).toEqual(sources.map(({ path }) => path));
  });
});

test('a full disk ends all threads', () => {
  const script = '"$0" "$1" --jobs 2 --format json many > /dev/full';
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, command.program], {
    cwd: command.path('.'),
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('iptables-lint: ENOSPC');
});

/** `script` gives a program a terminal; not every system has it. */
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!hasTerminal)
  console.log('The tests of what stands on a terminal are skipped: there is no `script` that makes one.');

describe.skipIf(!hasTerminal)('on a terminal', () => {
  const onTerminal = (words: string): string => {
    const line = `${process.execPath} ${command.program} --jobs 2 ${words}`;
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
      cwd: command.path('.'),
      encoding: 'utf8',
      env: { ...process.env, TERM: 'xterm' },
      timeout: 60_000,
    });
    return stdout;
  };
  // Each of them takes some milliseconds, and half a second is what a short run may take.
  const large = `*filter\n:INPUT ACCEPT [0:0]\n${'-A INPUT -s 192.0.2.1 -p tcp --dport 22 -j ACCEPT\n'.repeat(3000)}COMMIT\n`;
  beforeAll(() => {
    command.write(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`long/h${i}.rules.v4`, large])));
  });

  test('a long run says how far it is, and the line is gone in the end', { timeout: 120_000 }, () => {
    const shown = onTerminal('--quiet long > /dev/null');
    expect(shown).toMatch(/Checked \d+ of 60 files/);
    expect(shown.endsWith('\r\x1b[K')).toBe(true);
  });

  test('a short run says nothing', () => {
    expect(onTerminal('many/d0/host0.v4 > /dev/null')).toBe('');
  });

  test('nothing is told within a line of the output', { timeout: 120_000 }, () => {
    expect(onTerminal('--format json long')).not.toContain('Checked');
  });
});

test.each<[NodeJS.Signals]>([['SIGINT'], ['SIGTERM']])(
  '%s ends it at once',
  async (signal) => {
    const large = `*filter\n:INPUT ACCEPT [0:0]\n${'-A INPUT -p tcp --dport 22 -j ACCEPT\n'.repeat(40_000)}COMMIT\n`;
    command.write(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`huge/h${i}.rules.v4`, large])));
    const child = spawn(process.execPath, [command.program, '--jobs', '2', 'huge'], { cwd: command.path('.') });
    // Its threads are at work by then.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
  },
  20_000,
);
