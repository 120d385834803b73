// Completions in the shells themselves, where these are, and the man page.

import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM, SUBCOMMANDS } from '../../../server/src/cli/commands.ts';
import { COMPLETIONS } from '../../../server/src/cli/completions/index.ts';
import { FORMAT_NAMES } from '../../../server/src/cli/formats/index.ts';
import { optionsOf } from '../../../server/src/cli/options/command-line.ts';
import { Command } from '../../support/command.ts';

const server = join(import.meta.dirname, '..', '..', '..', 'server');
const command = new Command();

beforeAll(async () => {
  await command.prepare();
  command.write({
    'rules.v4': '*filter\nCOMMIT\n',
    'bin/iptables-lint': `#!/bin/sh\nexec "${process.execPath}" "${command.program}" "$@"\n`,
    ...Object.fromEntries([...COMPLETIONS].map(([shell, make]) => [`shell/${shell}`, make()])),
    'zsh/_iptables-lint': COMPLETIONS.get('zsh')?.() ?? '',
  });
  chmodSync(command.path('bin/iptables-lint'), 0o755);
});
afterAll(() => command.end());

function has(program: string, word = '--version'): boolean {
  const found = spawnSync(program, [word]).status === 0;
  if (!found) console.log(`The tests with ${program} are skipped: it is not there.`);
  return found;
}

function shell(program: string, words: readonly string[]): string {
  const { PATH = '' } = process.env;
  const { stdout, stderr } = spawnSync(program, words, {
    cwd: command.path('.'),
    encoding: 'utf8',
    env: { ...process.env, PATH: [command.path('bin'), PATH].join(delimiter), HOME: command.path('.') },
    timeout: 30_000,
  });
  expect(stderr).toBe('');
  return stdout;
}

const options = (prefix: string) =>
  [...optionsOf(PROGRAM).map(({ name }) => `--${name}`)].filter((one) => one.startsWith(prefix)).sort();

/** What was typed, as words of which the last is to be completed, and what the shell is to offer. */
const CASES: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
  [['--form'], ['--format']],
  [['--ma'], options('--ma')],
  [['--format', ''], [...FORMAT_NAMES].sort()],
  [['rules.v4', '--format', 's'], ['sarif']],
  [['--explain', 'accepts-e'], ['accepts-everything']],
  [['tr'], ['trace']],
  [['trace', '--sp'], ['--sport']],
  [['trace', 'rules.v4', '--backend', 'l'], ['legacy']],
  [['explain', '--format', 'm'], ['markdown']],
  [['--config', 'rul'], ['rules.v4']],
];

describe.skipIf(!has('bash'))('bash', () => {
  const offers = (words: readonly string[]): readonly string[] => {
    const script = `. shell/bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _iptables_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const found = shell('bash', ['-c', script, 'bash', 'iptables-lint', ...words])
      .split('\n')
      .filter(Boolean);
    // Nothing means that bash itself offers files.
    return found.length > 0 || words.at(-2) !== '--config' ? found.sort() : ['rules.v4'];
  };
  test.each(CASES)('%j', (words, offered) => {
    expect(offers(words)).toEqual(offered);
  });

  test('a value after an equals sign', () => {
    expect(offers(['--format', '=', 'sa'])).toEqual(['sarif']);
    expect(offers(['--format', '='])).toEqual([...FORMAT_NAMES].sort());
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  test.each(CASES)('%j', (words, offered) => {
    const line = ['iptables-lint', ...words]
      .map((word) => word || "''")
      .join(' ')
      .replace(/''$/, '');
    const said = shell('fish', ['--no-config', '-c', `source shell/fish; complete -C '${line}'`]);
    const found = said
      .split('\n')
      .filter(Boolean)
      .map((one) => one.split('\t')[0] ?? '');
    expect(found.sort()).toEqual(offered);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  /** A shell within a shell, since only one with a terminal completes; what it would offer is printed. */
  const offers = (words: readonly string[]): readonly string[] => {
    const script = `
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell 'PS1=; fpath=($PWD/zsh $fpath); autoload -Uz compinit; compinit -u -D'
zpty -w shell 'compadd() { local -a found; builtin compadd -O found "$@"; builtin compadd -A shown -O found "$@"; print -rl -- "<"\${^found}">"; builtin compadd "$@" }'
zpty -w shell 'zle -C look complete-word _main_complete; bindkey "^I" look; setopt no_list_beep; print READY'
zpty -r -m shell ignored '*READY*READY*'
zpty -w -n shell "$1"$'\\t'
sleep 2
while zpty -r -t shell line; do print -r -- "$line"; done
zpty -d shell`;
    const said = shell('zsh', ['-f', '-c', script, 'zsh', ['iptables-lint', ...words].join(' ')]);
    return [...new Set([...said.matchAll(/<([^<>\s]+)>/g)].map(([, word = '']) => word.replace(/=$/, '')))].sort();
  };
  test.each(CASES)(
    '%j',
    (words, offered) => {
      expect(offers(words)).toEqual(offered);
    },
    30_000,
  );
});

test('each shell that the option takes has some', () => {
  const option = optionsOf(PROGRAM).find(({ name }) => name === 'completions');
  expect(option?.value).toEqual([...COMPLETIONS.keys()]);
});

test.each([...COMPLETIONS.keys()])('the program prints those of %s', (name) => {
  expect(command.run(['--completions', name])).toEqual({ status: 0, said: COMPLETIONS.get(name)?.(), complained: '' });
});

describe('the man page', () => {
  const page = join(server, 'man', 'iptables-lint.1');

  test('has each option of each command', () => {
    const text = readFileSync(page, 'utf8').replaceAll('\\-', '-');
    for (const line of [PROGRAM, ...Object.values(SUBCOMMANDS)])
      for (const { name } of optionsOf(line)) expect(text).toContain(`\\fB--${name}\\fR`);
  });

  test.skipIf(!has('groff'))('groff has nothing to say of it', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', page], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['', '']);
  });

  const hasMandoc = spawnSync('mandoc', ['-T', 'lint', page]).error === undefined;
  if (!hasMandoc) console.log('The test with mandoc is skipped: it is not there.');
  test.skipIf(!hasMandoc)('mandoc misses nothing but a date', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', page], { encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  });
});

test('npm packs the page and the completions', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: server,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(stdout);
  const paths = files.map(({ path }: { path: string }) => path);
  for (const name of [
    'man/iptables-lint.1',
    'completions/iptables-lint.bash',
    'completions/_iptables-lint',
    'completions/iptables-lint.fish',
  ])
    expect(paths).toContain(name);
  expect(JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')).man).toBe('man/iptables-lint.1');
});
