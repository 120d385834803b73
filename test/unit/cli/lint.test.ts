// iptables-lint as a program: its exit status, its options, and inputs that are no rules files.

import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import { Command } from '../../support/command.ts';

const GOOD = '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n';
const WARNS = '*filter\n-A INPUT -j LOG\n-F\nCOMMIT\n';
const BAD = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j nowhere\nCOMMIT\n';

const command = new Command();
beforeAll(() => command.prepare());
afterEach(() => command.clear());
afterAll(() => command.end());

/** The paths of a JSON answer, with how many findings each has. */
function filesIn(said: string): Record<string, number> {
  const { files } = JSON.parse(said);
  return Object.fromEntries(
    files.map(({ path, diagnostics }: { path: string; diagnostics: [] }) => [path, diagnostics.length]),
  );
}

describe('the exit status', () => {
  test.each<[string, readonly string[], number]>([
    ['nothing to say', ['good.v4'], 0],
    ['warnings', ['warns.v4'], 0],
    ['more warnings than allowed', ['--max-warnings', '0', 'warns.v4'], 1],
    ['as many as allowed', ['--max-warnings=1', 'warns.v4'], 0],
    ['an error', ['bad.v4', 'good.v4'], 1],
    ['a file that is not there', ['bad.v4', 'none.v4'], 2],
    ['an empty folder', ['empty'], 2],
    ['an unknown option', ['--nonsense'], 2],
    ['no path', [], 2],
    ['a limit that is no number', ['--max-warnings', 'x', 'good.v4'], 2],
    ['a configuration that is not there', ['--config', 'none.json', 'good.v4'], 2],
  ])('%s', (_, words, status) => {
    command.write({ 'good.v4': GOOD, 'warns.v4': WARNS, 'bad.v4': BAD, 'empty/readme': 'nothing' });
    expect(command.run(words).status).toBe(status);
  });

  test('a full disk is not an error in a file', () => {
    command.write({ 'bad.v4': BAD });
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" bad.v4 > /dev/full', process.execPath, command.program],
      {
        cwd: command.path('.'),
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^iptables-lint: ENOSPC.*\n$/)]);
  });
});

describe('what is checked', () => {
  test('a file that is named twice counts once', () => {
    command.write({ 'a/rules.v4': GOOD });
    expect(filesIn(command.run(['--format', 'json', 'a', './a/rules.v4', 'a']).said)).toEqual({ 'a/rules.v4': 0 });
  });

  test('of a path without a rules file that is said, and the rest is checked', () => {
    command.write({ 'a/rules.v4': BAD, 'b/readme': 'nothing' });
    const { said, complained, status } = command.run(['b', 'a']);
    expect(complained).toBe('iptables-lint: There is no rules file in "b".\n');
    expect(said).toContain('1 error, 0 warnings in 1 file\n');
    expect(status).toBe(2);
  });

  test('standard input has the name that it is given', () => {
    command.write({ 'x/iptables-lint.json': '{"rules": {"bare-flush": "off"}}' });
    const v6 = '*filter\n-A INPUT -s 2001:db8::1 -j DROP\n-F\nCOMMIT\n';
    const { said } = command.run(['--format', 'json', '--stdin-filename', 'x/rules.v6', '-'], { input: v6 });
    expect(JSON.parse(said).files).toEqual([{ path: 'x/rules.v6', family: 6, diagnostics: [] }]);
  });

  test.each<[string, readonly string[]]>([
    ['-A INPUT -j {{ target }}', ['--template']],
    ['-A mine -j ACCEPT', ['--fragment']],
    ['-A INPUT -m geoip --src-cc CN -j DROP', ['--extensions', 'geoip,condition']],
  ])('%s is fine with %j', (rule, words) => {
    command.write({ 'a.v4': `*filter\n:INPUT ACCEPT [0:0]\n${rule}\nCOMMIT\n` });
    const count = (given: readonly string[]) =>
      filesIn(command.run(['--format', 'json', ...given, 'a.v4']).said)['a.v4'];
    expect(count([])).toBeGreaterThan(0);
    expect(count(words)).toBe(0);
  });

  test('an unknown version is taken as its nearest, and that is said', () => {
    command.write({ 'good.v4': GOOD });
    const note = (version: string) => command.run(['--iptables-version', version, 'good.v4']).complained;
    expect(note('1.4.21')).toBe(
      'iptables-lint: iptables 1.4.21 is taken as 1.8.7, the nearest of the known versions.\n',
    );
    expect(note('1.8.9')).toBe('');
  });

  test('comments suppress nothing for auditors', () => {
    const text = WARNS.replace('-F', '# iptables-lint-disable-next-line bare-flush -- why\n-F');
    command.write({ 'a.v4': text });
    expect(command.run(['a.v4']).said).toBe('0 errors, 0 warnings in 1 file\n');
    expect(command.run(['--no-inline-config', 'a.v4']).said).toContain('0 errors, 1 warning in 1 file\n');
  });

  test('quiet prints errors, and counts warnings only where somebody asks', () => {
    command.write({ 'a.v4': WARNS, 'b.v4': '*filter\n-A INPUT -j ACCPET\nCOMMIT\n' });
    expect(command.run(['--quiet', 'a.v4'])).toMatchObject({ said: '0 errors in 1 file\n', status: 0 });
    const broken = command.run(['--quiet', 'a.v4', 'b.v4']);
    expect(broken.said).toMatch(/^b\.v4:2:13: error: .*\n.*\n.*\n1 error in 2 files\n$/);
    expect(broken.status).toBe(1);
    const { said, status } = command.run(['--quiet', '--max-warnings', '0', 'a.v4']);
    expect([said, status]).toEqual(['0 errors, 1 warning in 1 file\n', 1]);
  });
});

describe('configuration', () => {
  test('the nearest counts, unless one is named or none is wanted', () => {
    command.write({
      'iptables-lint.json': '{"rules": {"bare-flush": "off"}}',
      'a/iptables-lint.yaml': 'rules: {bare-flush: hint}',
      'a/b/rules.v4': WARNS,
      'rules.v4': WARNS,
    });
    const severity = (...words: readonly string[]) =>
      JSON.parse(command.run(['--format', 'json', ...words]).said).files[0].diagnostics[0]?.severity;
    expect(severity('rules.v4')).toBeUndefined();
    expect(severity('a')).toBe('hint');
    expect(severity('--no-config', 'a')).toBe('warning');
    expect(severity('--config', 'iptables-lint.json', 'a')).toBeUndefined();
  });

  test('the command line counts before it', () => {
    command.write({ 'iptables-lint.json': '{"backend": "legacy", "family": 6}', 'a.txt': WARNS });
    const [file] = JSON.parse(
      command.run(['--format', 'json', '--backend', 'both', '--family', '4', 'a.txt']).said,
    ).files;
    expect([file.family, file.diagnostics.length]).toEqual([4, 1]);
  });

  test('a broken one is told once, with line and column, and what is not below it is checked', () => {
    command.write({
      'a/iptables-lint.json': '{\n  "backnd": "nft"\n}',
      'a/1.iptables': BAD,
      'a/2.iptables': BAD,
      'rules.v4': BAD,
    });
    const { said, complained, status } = command.run(['a', 'rules.v4']);
    const path = command.path('a/iptables-lint.json');
    expect(complained.split('\n')[0]).toBe(`${path}:2:3: Unknown entry "backnd". Did you mean "backend"?`);
    expect(complained.match(/backnd/g)).toHaveLength(1);
    expect(said).toContain('1 error, 0 warnings in 1 file');
    expect(status).toBe(2);
  });
});

describe('what is no rules file', () => {
  const cannot = (name: string): string => {
    const { complained, status, said } = command.run(['good.v4', name]);
    expect([status, said]).toEqual([2, '0 errors, 0 warnings in 1 file\n']);
    return complained;
  };
  /** Makes what only a shell can. */
  const shell = (script: string): void => {
    expect(spawnSync('sh', ['-c', script], { cwd: command.path('.'), encoding: 'utf8' }).stderr).toBe('');
  };

  test.each<[string, string, string]>([
    ['a program', 'head -c 20000 "$(command -v node || echo /bin/sh)" > x.v4', 'it is not a text'],
    ['a packed file', 'seq 1 20000 | gzip > x.v4', 'it is not a text'],
    ['UTF-16', "printf '\\377\\376*\\000f\\000' > x.v4", 'it is UTF-16, and the loaders read UTF-8'],
    ['a pipe that nobody writes into', 'mkfifo x.v4', 'it is a pipe, and nobody may ever write into it'],
    ['a link to a pipe', 'mkfifo p; ln -s p x.v4', 'it is a pipe, and nobody may ever write into it'],
    ['a device', 'ln -s /dev/zero x.v4', 'it is a device'],
    ['a link that circles', 'ln -s x.v4 x.v4', 'it is a link that leads back to itself'],
    ['a link that leads nowhere', 'ln -s nowhere x.v4', 'there is no such file or folder'],
  ])('%s', (_, script, why) => {
    command.write({ 'good.v4': GOOD });
    shell(script);
    expect(cannot('x.v4')).toBe(`iptables-lint: Cannot read "x.v4": ${why}.\n`);
  });

  test('in a folder they are told, too, and nothing hangs', () => {
    command.write({ 'a/rules.v4': GOOD });
    shell('cd a; mkfifo rules.v6; mkfifo other; ln -s . around; ln -s /dev/zero zero');
    symlinkSync('iptables.rules', command.path('a/iptables.rules'));
    const { complained, said } = command.run(['a']);
    expect(said).toBe('0 errors, 0 warnings in 1 file\n');
    expect(complained.trimEnd().split('\n')).toEqual([
      'iptables-lint: Cannot read "a/iptables.rules": it is a link that leads back to itself.',
      'iptables-lint: Cannot read "a/rules.v6": it is a pipe, and nobody may ever write into it.',
    ]);
  });

  test('a pipe that a shell gives is read', () => {
    command.write({});
    const words = ['-c', `"$0" "$1" <(sleep 0.2; printf '*filter\\nCOMMIT\\n')`, process.execPath, command.program];
    const { stdout } = spawnSync('bash', words, { encoding: 'utf8', timeout: 20_000 });
    expect(stdout).toBe('0 errors, 0 warnings in 1 file\n');
  });

  test('a name that is no UTF-8 is found, and shown without harm', () => {
    command.write({});
    shell(
      `printf '*filter\\n:INPUT ACCEPT [0:0]\\n-A INPUT -j nowhere\\nCOMMIT\\n' > "$(printf '\\377\\033[2J.iptables')"`,
    );
    const { said, status } = command.run(['.']);
    expect(said).toMatch(/^\ufffd\\x1b\[2J\.iptables:3:13: error:/);
    expect(status).toBe(1);
  });

  test('a file with a NUL or two is a text with an error', () => {
    command.write({ 'x.v4': `${GOOD}\0\0` });
    expect(command.run(['x.v4']).said).not.toBe('');
  });
});

test('a reader that goes away ends it without a word', async () => {
  command.write({ 'x.v4': `*filter\n:INPUT ACCEPT [0:0]\n${'-A INPUT -j nowhere\n'.repeat(5000)}COMMIT\n` });
  const child = spawn(process.execPath, [command.program, '--format', 'json', 'x.v4'], { cwd: command.path('.') });
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, complained]).toEqual([2, '']);
});

describe('rules', () => {
  test('are listed, each with its severity', () => {
    const lines = command.run(['--list-rules']).said.trimEnd().split('\n');
    expect(lines).toHaveLength(LINT_RULES.length);
    expect(lines.join('\n')).toMatch(/^bare-flush {2,}warning {2,}A "-F" without a chain/m);
  });

  test('a code is explained, and the nearest of an unknown name is told', () => {
    expect(command.run(['--explain', 'unknown-target']).said).toMatch(/^# unknown-target\n\n./);
    const { complained, status } = command.run(['--explain', 'bare-flsh']);
    expect([complained, status]).toEqual([
      'iptables-lint: No rule is called "bare-flsh". Did you mean "bare-flush"?\n',
      2,
    ]);
  });
});
