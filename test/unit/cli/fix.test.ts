// iptables-lint --fix, --unsafe and --diff as a program: what is written, what is printed, what is left as it was.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Command } from '../../support/command.ts';

const GOOD = '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n';
const BROKEN = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT --dport 22 -p tcp -j ACCEPT # ssh\nCOMMIT\n';
const MENDED = '*filter\n:INPUT ACCEPT [0:0]\n# ssh\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n';
const LATE =
  '*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -d 10.0.0.0/8 -j DROP\n-A OUTPUT -d 10.0.0.1 -j ACCEPT\nCOMMIT\n';
const MOVED =
  '*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -d 10.0.0.1 -j ACCEPT\n-A OUTPUT -d 10.0.0.0/8 -j DROP\nCOMMIT\n';
const HOPELESS = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j nowhere\nCOMMIT\n';
const DIFF = [
  '@@ -1,4 +1,5 @@\n *filter\n :INPUT ACCEPT [0:0]\n',
  '--A INPUT --dport 22 -p tcp -j ACCEPT # ssh\n+# ssh\n+-A INPUT -p tcp --dport 22 -j ACCEPT\n COMMIT\n',
].join('');

const command = new Command();
beforeAll(() => command.prepare());
afterEach(() => command.clear());
afterAll(() => command.end());

const read = (name: string) => readFileSync(command.path(name), 'utf8');

describe('--fix', () => {
  test('writes what is safe and tells what is left', () => {
    command.write({ 'a.v4': BROKEN, 'b.v4': LATE, 'c.v4': GOOD });
    const { said, status } = command.run(['--fix', 'a.v4', 'b.v4', 'c.v4']);
    expect([read('a.v4'), read('b.v4'), read('c.v4')]).toEqual([MENDED, LATE, GOOD]);
    expect(said).toContain('b.v4:4:1: warning: No packet reaches this rule');
    expect(said).toMatch(/\n0 errors, 2 warnings in 3 files, 2 fixes made\n$/);
    expect(status).toBe(0);
  });

  test('leaves an error that it cannot mend, with the status of errors', () => {
    command.write({ 'a.v4': HOPELESS });
    expect(command.run(['--fix', 'a.v4']).status).toBe(1);
    expect(read('a.v4')).toBe(HOPELESS);
  });

  test('makes others, too, where that is wanted', () => {
    command.write({ 'b.v4': LATE });
    const { said, status } = command.run(['--fix', '--unsafe', '--format', 'json', 'b.v4']);
    expect(JSON.parse(said).files).toEqual([{ path: 'b.v4', family: 4, diagnostics: [] }]);
    expect([read('b.v4'), status]).toEqual([MOVED, 0]);
  });

  test('takes no suppressed finding and none that is off', () => {
    const text = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m state --state INVALID -j DROP\nCOMMIT\n';
    const kept = text.replace('-A', '# iptables-lint-disable-next-line state-match-deprecated -- old kernels\n-A');
    command.write({
      'a.v4': text,
      'b.v4': kept,
      'x/c.v4': text,
      'x/iptables-lint.json': '{"rules":{"state-match-deprecated":"off"}}',
    });
    command.run(['--fix', 'a.v4', 'b.v4', 'x/c.v4']);
    expect(read('a.v4')).toContain('-m conntrack --ctstate INVALID');
    expect([read('b.v4'), read('x/c.v4')]).toEqual([kept, text]);
  });

  test('changes no byte outside of its edits', () => {
    const odd =
      '*filter\n:INPUT ACCEPT [0:0]\n# \u00e9\t\u{1f600} \rx\n-A INPUT --dport 22 -p tcp -j ACCEPT\nCOMMIT\n# no end';
    command.write({ 'a.v4': odd });
    command.run(['--fix', 'a.v4']);
    expect(read('a.v4')).toBe(odd.replace('--dport 22 -p tcp', '-p tcp --dport 22'));
  });

  test('leaves a file alone that is not UTF-8, says so and goes on', () => {
    const latin = Buffer.from(BROKEN.replace('ssh', 'caf\u00e9'), 'latin1');
    command.write({ 'a.v4': latin, 'b.v4': BROKEN });
    const { complained, status } = command.run(['--fix', 'a.v4', 'b.v4']);
    expect(complained).toBe(
      'iptables-lint: Cannot fix "a.v4": it has bytes that are not UTF-8, which would be lost.\n',
    );
    expect([readFileSync(command.path('a.v4')), read('b.v4'), status]).toEqual([latin, MENDED, 2]);
  });

  test('knows the mark of lost bytes from lost bytes', () => {
    command.write({ 'a.v4': BROKEN.replace('ssh', '\ufffd') });
    expect(command.run(['--fix', 'a.v4']).status).toBe(0);
    expect(read('a.v4')).toBe(MENDED.replace('ssh', '\ufffd'));
  });

  test('prints what it makes of standard input, and tells what is left on the error stream', () => {
    const { said, complained, status } = command.run(['--fix', '-'], {
      input: BROKEN.replace('COMMIT', '-A INPUT -j nowhere\nCOMMIT'),
    });
    expect(said).toBe(MENDED.replace('COMMIT', '-A INPUT -j nowhere\nCOMMIT'));
    expect(complained).toContain('-:5:13: error: ');
    expect(status).toBe(1);
    expect(command.run(['--fix', '-'], { input: GOOD }).said).toBe(GOOD);
  });

  test('prints nothing of standard input that is not UTF-8', () => {
    const { said, status } = command.run(['--fix', '-'], {
      input: Buffer.from(BROKEN.replace('ssh', '\u00e9'), 'latin1'),
    });
    expect([said, status]).toEqual(['', 2]);
  });
});

describe.skipIf(process.platform === 'win32')('a file that is written', () => {
  test('keeps its mode, and nothing else stays in its folder', () => {
    command.write({ 'a.v4': BROKEN });
    chmodSync(command.path('a.v4'), 0o640);
    command.run(['--fix', 'a.v4']);
    expect(statSync(command.path('a.v4')).mode & 0o7777).toBe(0o640);
    expect(readdirSync(command.path('.'))).toEqual(['a.v4']);
  });

  test.skipIf(process.getuid?.() !== 0)('keeps its owner', () => {
    command.write({ 'a.v4': BROKEN });
    chownSync(command.path('a.v4'), 1234, 4321);
    command.run(['--fix', 'a.v4']);
    const { uid, gid } = statSync(command.path('a.v4'));
    expect([read('a.v4'), uid, gid]).toEqual([MENDED, 1234, 4321]);
  });

  test('is the one to which a link leads', () => {
    command.write({ 'etc/a.v4': BROKEN });
    symlinkSync('etc/a.v4', command.path('link.v4'));
    expect(command.run(['--fix', 'link.v4']).status).toBe(0);
    expect(lstatSync(command.path('link.v4')).isSymbolicLink()).toBe(true);
    expect(read('etc/a.v4')).toBe(MENDED);
  });

  test('is another one than before, so whoever reads the old one reads it to its end', () => {
    command.write({ 'a.v4': BROKEN });
    linkSync(command.path('a.v4'), command.path('old.v4'));
    command.run(['--fix', 'a.v4']);
    expect([read('a.v4'), read('old.v4')]).toEqual([MENDED, BROKEN]);
  });

  test('is not one that is read-only', () => {
    command.write({ 'a.v4': BROKEN });
    chmodSync(command.path('a.v4'), 0o444);
    const { said, complained, status } = command.run(['--fix', 'a.v4']);
    expect(complained).toBe('iptables-lint: Cannot fix "a.v4": it is read-only.\n');
    expect([read('a.v4'), status]).toEqual([BROKEN, 2]);
    expect(said).toMatch(/a\.v4:3:\d+: error:[\s\S]*, 0 fixes made\n$/);
  });

  test.skipIf(process.getuid?.() === 0)('is not one in a folder that is closed', () => {
    command.write({ 'x/a.v4': BROKEN });
    chmodSync(command.path('x'), 0o555);
    const { complained, status } = command.run(['--fix', 'x/a.v4']);
    chmodSync(command.path('x'), 0o755);
    expect(complained).toContain(
      'Cannot fix "x/a.v4": you have no permission to write it, or to create a file beside it.',
    );
    expect([read('x/a.v4'), status]).toEqual([BROKEN, 2]);
  });

  test('is no pipe', () => {
    mkdirSync(command.path('.'), { recursive: true });
    command.write({ 'a.v4': BROKEN });
    const script = `cat a.v4 | "$0" "$1" --fix /dev/stdin`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, command.program], {
      cwd: command.path('.'),
      encoding: 'utf8',
    });
    expect(stderr).toContain('Cannot fix "/dev/stdin": it is not a regular file.');
    expect(status).toBe(2);
  });
});

describe('--diff', () => {
  test('prints what --fix would change, writes nothing, and is 1 where there is something', () => {
    command.write({ 'a.v4': BROKEN, 'c.v4': GOOD });
    expect(command.run(['--diff', 'a.v4', 'c.v4'])).toEqual({
      status: 1,
      said: `--- a.v4\n+++ a.v4\n${DIFF}`,
      complained: '',
    });
    expect(read('a.v4')).toBe(BROKEN);
    expect(command.run(['--fix', '--diff', 'c.v4'])).toEqual({ status: 0, said: '', complained: '' });
  });

  test('is 0 where nothing can be fixed, errors or not', () => {
    command.write({ 'a.v4': HOPELESS, 'b.v4': LATE });
    expect(command.run(['--diff', 'a.v4', 'b.v4'])).toEqual({ status: 0, said: '', complained: '' });
    expect(command.run(['--diff', '--unsafe', 'b.v4']).said).toContain('--A OUTPUT -d 10.0.0.0/8 -j DROP\n -A OUTPUT');
  });

  test('reads standard input', () => {
    const { said, status } = command.run(['--diff', '--stdin-filename', 'x.v4', '-'], { input: BROKEN });
    expect([said, status]).toEqual([`--- x.v4\n+++ x.v4\n${DIFF}`, 1]);
  });

  test('is what patch takes', () => {
    command.write({ 'a.v4': BROKEN });
    const { said } = command.run(['--diff', 'a.v4']);
    const done = spawnSync('patch', ['-p0'], { cwd: command.path('.'), input: said, encoding: 'utf8' });
    if (done.error) return console.log('There is no patch on this machine, so nothing is tried with it.');
    expect([read('a.v4'), done.status]).toEqual([MENDED, 0]);
  });

  test('tells of what cannot be read, and is 2', () => {
    command.write({ 'a.v4': BROKEN });
    const { said, complained, status } = command.run(['--diff', 'none.v4', 'a.v4']);
    expect([complained, status]).toEqual([
      'iptables-lint: Cannot read "none.v4": there is no such file or folder.\n',
      2,
    ]);
    expect(said).toContain('+++ a.v4\n');
  });
});

test.each<[readonly string[], string]>([
  [['--unsafe', 'a.v4'], '"--unsafe" needs "--fix" or "--diff".'],
  [
    ['--diff', '--format', 'json', 'a.v4'],
    '"--diff" prints differences and no findings, so it has no use for "--format".',
  ],
])('%j is refused', (words, sentence) => {
  command.write({ 'a.v4': BROKEN });
  expect(command.run(words)).toMatchObject({ status: 2, complained: expect.stringContaining(sentence) });
});
