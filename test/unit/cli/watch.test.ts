// iptables-lint --watch as a program: what makes it check again, what does not, and how it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Command } from '../../support/command.ts';
import { poll } from '../../support/poll.ts';

const GOOD = '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n';
const BAD = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j nowhere\nCOMMIT\n';
const WARNS = '*filter\n-A INPUT -j LOG\n-F\nCOMMIT\n';
/** Longer than the linter waits for a file to become quiet. */
const A_WHILE = 600;

const command = new Command();
beforeAll(() => command.prepare());
afterAll(() => command.end());

let running: Watching | undefined;
afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  command.clear();
});

class Watching {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  said = '';
  complained = '';

  constructor(words: readonly string[]) {
    this.child = spawn(process.execPath, [command.program, '--watch', ...words], { cwd: command.path('.') });
    this.child.stdout?.on('data', (piece) => {
      this.said += piece;
    });
    this.child.stderr?.on('data', (piece) => {
      this.complained += piece;
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  /** What was said in each check that is done. */
  get checks(): readonly string[] {
    return this.said.split('\n\n').slice(0, -1);
  }

  /** The check of this number, counted from 1. */
  check(number: number): Promise<string> {
    return poll(`check ${number} after ${JSON.stringify(this.said)}`, () => this.checks[number - 1]);
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

async function watch(...words: readonly string[]): Promise<Watching> {
  running = new Watching(words);
  await running.check(1);
  return running;
}

test('a file is checked at once, and again when it changes, under a line with the time', async () => {
  command.write({ 'a.v4': GOOD });
  const watching = await watch('a.v4');
  expect(watching.checks[0]).toMatch(
    /^\[\d\d:\d\d:\d\d\] watching 1 file, Ctrl\+C ends it\n0 errors, 0 warnings in 1 file$/,
  );
  command.write({ 'a.v4': BAD });
  expect(await watching.check(2)).toMatch(
    /^\[\d\d:\d\d:\d\d\] a\.v4 changed\na\.v4:3:13: error: [\s\S]*\n1 error, 0 warnings in 1 file$/,
  );
});

test('so it is when an editor puts another file in its place, again and again', async () => {
  command.write({ 'a.v4': GOOD });
  const watching = await watch('a.v4');
  for (const [i, text] of [BAD, WARNS, GOOD].entries()) {
    command.write({ '.a.v4.swp': text });
    renameSync(command.path('.a.v4.swp'), command.path('a.v4'));
    expect(await watching.check(i + 2)).toContain('] a.v4 changed\n');
  }
  expect(watching.checks.map((check) => check.slice(check.lastIndexOf('\n') + 1))).toEqual([
    '0 errors, 0 warnings in 1 file',
    '1 error, 0 warnings in 1 file',
    '0 errors, 1 warning in 1 file',
    '0 errors, 0 warnings in 1 file',
  ]);
});

test('a file may go and come again', async () => {
  command.write({ 'a.v4': GOOD });
  const watching = await watch('a.v4');
  rmSync(command.path('a.v4'));
  await watching.check(2);
  expect(watching.complained).toContain('Cannot read "a.v4": there is no such file or folder.');
  command.write({ 'a.v4': BAD });
  expect(await watching.check(3)).toContain('1 error');
});

test('a file comes into a folder, or into a new folder in it', async () => {
  command.write({ 'etc/rules.v4': GOOD });
  const watching = await watch('etc');
  command.write({ 'etc/rules.v6': BAD });
  expect(await watching.check(2)).toContain('] etc/rules.v6 changed\n');
  mkdirSync(command.path('etc/new/deep'), { recursive: true });
  command.write({ 'etc/new/deep/by-its-first-line': WARNS });
  expect(await watching.check(3)).toContain('1 error, 1 warning in 3 files');
});

test('a folder is replaced by another one of its name', async () => {
  command.write({ 'etc/rules.v4': GOOD, 'next/rules.v4': BAD });
  const watching = await watch('etc');
  renameSync(command.path('etc'), command.path('old'));
  renameSync(command.path('next'), command.path('etc'));
  await poll('the new folder', () => watching.checks.find((check) => check.includes('1 error')));
  const count = watching.checks.length;
  command.write({ 'etc/rules.v4': GOOD });
  expect(await watching.check(count + 1)).toContain('0 errors');
});

test('a configuration comes, changes and goes, also in a folder above', async () => {
  command.write({ 'x/y/a.v4': WARNS });
  const watching = await watch('x/y/a.v4');
  expect(watching.checks[0]).toContain('1 warning');
  command.write({ 'x/iptables-lint.json': '{"rules": {"bare-flush": "off"}}' });
  expect(await watching.check(2)).toContain('] x/iptables-lint.json changed\n0 errors, 0 warnings');
  command.write({ 'x/iptables-lint.json': '{"rules": {"bare-flush": "warning"}}' });
  expect(await watching.check(3)).toContain('0 errors, 1 warning');
  command.write({ 'x/y/iptables-lint.yaml': 'rules: {bare-flush: off}' });
  expect(await watching.check(4)).toContain('0 errors, 0 warnings');
  rmSync(command.path('x/y/iptables-lint.yaml'));
  expect(await watching.check(5)).toContain('0 errors, 1 warning');
});

test('a link is followed, and the file of the other family is one that matters', async () => {
  command.write({ 'real/a': GOOD, 'rules.v4': GOOD });
  symlinkSync('real/a', command.path('link.v4'));
  const watching = await watch('link.v4', 'rules.v4');
  command.write({ 'real/a': BAD });
  expect(await watching.check(2)).toContain('1 error');
  command.write({ 'rules.v6': GOOD });
  expect(await watching.check(3)).toContain('] rules.v6 changed\n');
});

test('a file comes that a pattern matches, and goes when Git ignores it', async () => {
  command.write({ 'etc/a.txt': GOOD, '.git/HEAD': 'ref: refs/heads/main\n' });
  const watching = await watch('--jobs', '2', 'etc/**/*.txt');
  command.write({ 'etc/x/b.txt': BAD });
  expect(await watching.check(2)).toContain('1 error, 0 warnings in 2 files');
  command.write({ '.gitignore': 'x\n' });
  expect(await watching.check(3)).toContain('] .gitignore changed\n0 errors, 0 warnings in 1 file');
});

test('what changes during a check is checked after it', async () => {
  const rules = Array.from({ length: 5000 }, (_, i) => `-A INPUT -s 10.0.${i >> 8}.${i & 255} -j DROP\n`).join('');
  const long = GOOD.replace('COMMIT', `${rules}COMMIT`);
  command.write({ 'a.v4': long, 'b.v4': long });
  const watching = await watch('--jobs', '2', 'a.v4', 'b.v4');
  command.write({ 'a.v4': `${long}# one\n` });
  await poll('the second check', () => watching.said.includes('] a.v4 changed\n') || undefined);
  command.write({ 'b.v4': `${long}# two\n` });
  expect(await watching.check(3)).toContain('] b.v4 changed\n');
});

test('many changes at once are one, and what does not matter is none', async () => {
  command.write({ 'etc/a.v4': GOOD, 'etc/rules.v4': GOOD, 'etc/log': 'nothing' });
  const watching = await watch('etc/a.v4', 'etc');
  appendFileSync(command.path('etc/log'), 'more\n');
  command.write({ 'notes.txt': 'nothing' });
  await new Promise((resolve) => setTimeout(resolve, A_WHILE));
  expect(watching.checks).toHaveLength(1);
  for (let i = 0; i < 5; i++) command.write({ 'etc/a.v4': BAD.repeat(i), 'etc/rules.v4': BAD });
  expect(await watching.check(2)).toMatch(/\] etc\/\S+ and 1 more changed\n/);
  await new Promise((resolve) => setTimeout(resolve, A_WHILE));
  expect(watching.checks).toHaveLength(2);
});

test.skipIf(process.platform === 'win32')('Ctrl+C ends it, with status 0', async () => {
  command.write({ 'a.v4': BAD });
  const watching = await watch('a.v4');
  expect(await watching.end('SIGINT')).toBe(0);
  expect(watching.complained).toBe('');
});

test.each([
  [['-'], '"--watch" needs files or folders: standard input does not change.'],
  [['--format', 'sarif', 'a.v4'], '"--watch" prints findings again and again for people, so its format is text.'],
  [['--fix', 'a.v4'], '"--watch" goes without "--fix".'],
  [['--write-known', 'x', 'a.v4'], '"--watch" goes without "--write-known".'],
])('%j is refused', (words, sentence) => {
  const { complained, status } = command.run(['--watch', ...words]);
  expect([complained, status]).toEqual([expect.stringContaining(sentence), 2]);
});
