// Which files are checked: folders, patterns, what Git leaves out, and each file once.

import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isMatch, patternsOf } from '../../../server/src/cli/files/pattern.ts';
import { Command } from '../../support/command.ts';

const GOOD = '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n';

const command = new Command();
beforeAll(() => command.prepare());
afterEach(() => command.clear());
afterAll(() => command.end());

function write(...names: readonly string[]): void {
  command.write(Object.fromEntries(names.map((name) => [name, GOOD])));
}

/** The paths that are checked, in their order. */
function checked(...words: readonly string[]): readonly string[] {
  const { files } = JSON.parse(command.run(['--format', 'json', ...words]).said);
  return files.map(({ path }: { path: string }) => path);
}

describe('patterns', () => {
  test.each<[string, readonly string[]]>([
    ['*.v4', ['a.v4']],
    ['etc/*.v4', ['etc/b.v4']],
    ['etc/**/*.v4', ['etc/b.v4', 'etc/x/c.v4', 'etc/x/y/d.v4']],
    ['etc/*/*.v4', ['etc/x/c.v4']],
    ['**/d.v?', ['etc/x/y/d.v4', 'etc/x/y/d.v6']],
    ['etc/x/y/d.v[46]', ['etc/x/y/d.v4', 'etc/x/y/d.v6']],
    ['etc/{b,x/c}.v4', ['etc/b.v4', 'etc/x/c.v4']],
    ['etc/**', ['etc/b.v4', 'etc/readme', 'etc/x/c.v4', 'etc/x/y/d.v4', 'etc/x/y/d.v6']],
    ['etc/x*', ['etc/x/c.v4', 'etc/x/y/d.v4', 'etc/x/y/d.v6']],
    ['./*.v4', ['a.v4']],
    ['.hidden/*', ['.hidden/e.v4']],
  ])('%s', (pattern, paths) => {
    write('a.v4', 'etc/b.v4', 'etc/readme', 'etc/x/c.v4', 'etc/x/y/d.v4', 'etc/x/y/d.v6', '.hidden/e.v4');
    expect([...checked(pattern)].sort()).toEqual(paths);
  });

  test('an absolute one', () => {
    write('a/b.v4');
    expect(checked(`${command.path('a')}/*.v4`)).toEqual([command.path('a/b.v4')]);
  });

  test('one that matches nothing is told, and the rest is checked', () => {
    write('a.v4');
    const { said, complained, status } = command.run(['etc/**/*.v5', 'nowhere/*.v4', 'a.v4']);
    expect(complained).toBe(
      'iptables-lint: Nothing matches "etc/**/*.v5".\niptables-lint: Nothing matches "nowhere/*.v4".\n',
    );
    expect([said, status]).toEqual(['0 errors, 0 warnings in 1 file\n', 2]);
  });

  test('a file that is called like one is that file', () => {
    write('a[1].v4', 'a1.v4');
    expect(checked('a[1].v4')).toEqual(['a[1].v4']);
  });

  test('braces stand for each of their words, and where no pattern is, a name stays', () => {
    expect(patternsOf('a/{b,{c,d}}*.v4')).toEqual([
      { folder: 'a', parts: ['b*.v4'] },
      { folder: 'a', parts: ['c*.v4'] },
      { folder: 'a', parts: ['d*.v4'] },
    ]);
    expect(patternsOf('/*/x')).toEqual([{ folder: '/', parts: ['*', 'x'] }]);
    expect([isMatch('*', '.git'), isMatch('.*', '.git')]).toEqual([false, true]);
  });
});

describe('once', () => {
  test('by whatever name', () => {
    write('a/b.rules.v4');
    symlinkSync('b.rules.v4', command.path('a/c.rules.v4'));
    symlinkSync('a', command.path('linked'));
    const once = ['a/b.rules.v4'];
    expect(checked('a/b.rules.v4', './a/b.rules.v4', command.path('a/b.rules.v4'), 'a/../a/b.rules.v4')).toEqual(once);
    expect(checked('a/b.rules.v4', 'a/c.rules.v4', 'linked', 'a', 'linked/b.rules.v4', 'a/*')).toEqual(once);
    expect(command.run(['a', 'linked']).status).toBe(0);
  });

  test('two names of the same bytes are two files', () => {
    write('a.v4');
    linkSync(command.path('a.v4'), command.path('b.v4'));
    expect(checked('a.v4', 'b.v4')).toEqual(['a.v4', 'b.v4']);
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.log('The tests of what Git leaves out are skipped: there is no git.');

describe.skipIf(!hasGit)('what Git leaves out', () => {
  /** Git by itself: what is set for the one who runs the tests says nothing here. */
  const git = (folder: string, ...words: readonly string[]) =>
    spawnSync('git', ['-c', 'core.excludesFile=', ...words], {
      cwd: command.path(folder),
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  const repository = (folder: string, ignored: Readonly<Record<string, string>>, ...names: readonly string[]) => {
    write(...names);
    command.write(ignored);
    expect(git(folder, 'init', '-q').stderr).toBe('');
  };
  /** What Git itself would take. */
  const kept = (folder: string) =>
    git(folder, 'ls-files', '--others', '--exclude-standard', '-z')
      .stdout.split('\0')
      .filter((name) => name.endsWith('.rules.v4'))
      .sort();

  const NAMES = [
    'a.rules.v4',
    'old.rules.v4',
    'build/b.rules.v4',
    'build/keep/c.rules.v4',
    'etc/d.rules.v4',
    'etc/old.rules.v4',
    'etc/build/e.rules.v4',
    'etc/x/f.rules.v4',
    'etc/x/y/g.rules.v4',
    'local/h.rules.v4',
    'tmp1/i.rules.v4',
  ];
  const LISTS: readonly [string, Readonly<Record<string, string>>][] = [
    ['names anywhere', { '.gitignore': 'old.rules.v4\n' }],
    ['a folder at the top alone', { '.gitignore': '/build/\n' }],
    ['a folder anywhere, of which nothing comes back', { '.gitignore': 'build/\n!build/keep/\n!c.rules.v4\n' }],
    ['contents of which some come back', { '.gitignore': '/build/*\n!/build/keep/\n' }],
    ['a nearer file that takes back', { '.gitignore': '*.rules.v4\n', 'etc/.gitignore': '!*.rules.v4\nold*\n' }],
    ['a nearer file that leaves out', { 'etc/x/.gitignore': '/f.rules.v4\n', 'etc/.gitignore': 'y/\n' }],
    ['wildcards, comments, blank lines', { '.gitignore': '# build/\n\n  \ntmp?/\netc/**/g*\n\\#x\r\n' }],
    ['everything', { '.gitignore': '*\n' }],
  ];

  test.each(LISTS)('%s, as Git says', (_, lists) => {
    repository('.', lists, ...NAMES);
    const found = kept('.');
    expect([...(found.length > 0 ? checked('.') : [])].sort()).toEqual(found);
    expect([...checked('--no-ignore', '.')].sort()).toEqual([...NAMES].sort());
  });

  test('the list of one clone, also in a worktree', () => {
    repository('.', {}, 'a.rules.v4', 'local.rules.v4');
    command.write({ '.git/info/exclude': 'local.*\n' });
    expect(checked('.')).toEqual(['a.rules.v4']);
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    expect(git('.', ...author, 'commit', '-q', '--allow-empty', '-m', 'first').stderr).toBe('');
    git('.', 'worktree', 'add', '-q', 'second');
    write('second/b.rules.v4', 'second/local.rules.v4');
    expect(checked('second')).toEqual(['second/b.rules.v4']);
  });

  test('what is named is checked, be it a file or a folder', () => {
    repository(
      '.',
      { '.gitignore': 'old.rules.v4\nbuild/\n' },
      'old.rules.v4',
      'build/b.rules.v4',
      'build/x/c.rules.v4',
    );
    expect(checked('old.rules.v4')).toEqual(['old.rules.v4']);
    expect(checked('build')).toEqual(['build/b.rules.v4', 'build/x/c.rules.v4']);
    expect(checked('build/x')).toEqual(['build/x/c.rules.v4']);
  });

  test('a folder within a repository, and a repository within a folder', () => {
    repository('in', { 'in/.gitignore': 'x.rules.v4\n' }, 'in/etc/x.rules.v4', 'in/etc/y.rules.v4', 'x.rules.v4');
    expect(checked('in/etc')).toEqual(['in/etc/y.rules.v4']);
    expect(checked('.')).toEqual(['in/etc/y.rules.v4', 'x.rules.v4']);
  });

  test('it counts for patterns', () => {
    repository('.', { '.gitignore': 'build/\n' }, 'etc/a.v4', 'build/b.v4');
    expect(checked('**/*.v4')).toEqual(['etc/a.v4']);
    expect(checked('--no-ignore', '**/*.v4')).toEqual(['build/b.v4', 'etc/a.v4']);
  });

  test('without a repository nothing is left out', () => {
    write('a.rules.v4');
    command.write({ '.gitignore': '*\n' });
    // The folder of the tests may stand in a repository itself.
    mkdirSync(command.path('.'), { recursive: true });
    if (git('.', 'rev-parse').status !== 0) expect(checked('.')).toEqual(['a.rules.v4']);
  });

  test('where nothing is left, it says how to see more', () => {
    repository('.', { '.gitignore': '*\n' }, 'a.rules.v4');
    const { complained, status } = command.run(['.']);
    expect([complained, status]).toEqual([
      'iptables-lint: There is no rules file in ".". What Git ignores was not looked at; "--no-ignore" looks at that, too.\n',
      2,
    ]);
  });
});
