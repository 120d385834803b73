// Owns asking the real iptables of this machine: loads a text in a network namespace that is thrown away.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

export type Family = 4 | 6;
export type Backend = 'legacy' | 'nft';

/** What one tool said of a text. */
export interface Verdict {
  readonly backend: Backend;
  /** The tool's exit status; 0 is loaded. */
  readonly rc: number;
  /** The one-based line that the tool names; it often names the COMMIT line for a rule that the kernel refused. */
  readonly line: number | undefined;
  /** The tool's words without its hints; empty when it loaded. */
  readonly message: string;
}

export const backends: readonly Backend[] = ['legacy', 'nft'];

const searchPath = '/usr/sbin:/usr/bin:/sbin:/bin';
const lines = [/Error occurred at line: (\d+)/, /line (\d+) failed/, /\bline (\d+)\b/];
const noise = /^(Error occurred at line|Try `|Warning: |# Warning)/;
let lockFile: string | undefined;

/** Where the tools are, in English. One lock a process: the tools' common lock would make test files that run side by side wait for each other. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  lockFile ??= makeLockFile();
  return { ...process.env, LC_ALL: 'C', PATH: searchPath, XTABLES_LOCKFILE: lockFile };
}

function makeLockFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'iptables-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'xtables.lock');
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { env: toolEnvironment(), stdio: 'ignore' }).status === 0;
}

function findWhyNot(): string | undefined {
  if (process.platform !== 'linux') return `iptables exists on Linux only, and this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'loading rules needs root';
  if (!succeeds('unshare', ['-n', 'true'])) return '`unshare -n` makes no network namespace here';
  for (const program of ['iptables', 'ip6tables']) {
    for (const backend of backends) {
      const tool = `${program}-${backend}-restore`;
      if (!succeeds(tool, ['--version'])) return `${tool} is not installed`;
      const empty = spawnSync('unshare', ['-n', tool], { env: toolEnvironment(), input: '*filter\nCOMMIT\n' });
      if (empty.status !== 0) return `${tool} cannot load an empty table here`;
    }
  }
  return undefined;
}

let asked = false;
let whyNot: string | undefined;

/** Why no text can be loaded on this machine, in a few words; undefined where it can. Found out once. */
export function whyNoIptables(): string | undefined {
  if (!asked) whyNot = findWhyNot();
  asked = true;
  return whyNot;
}

/**
 * Loads a text for real, as `iptables-restore < file` does, into an empty network namespace of its own, with the
 * installed programs or those in `folder`. About 4 ms. Nothing of this machine changes. It throws where `whyNoIptables` says why.
 */
export function load(text: string, family: Family, backend: Backend, folder?: string): Verdict {
  const why = whyNoIptables();
  if (why !== undefined) throw new Error(`Nothing can be loaded: ${why}.`);
  const name = `${family === 4 ? 'iptables' : 'ip6tables'}-${backend}-restore`;
  const tool = folder === undefined ? name : path.join(folder, name);
  const done = spawnSync('unshare', ['-n', tool], {
    env: toolEnvironment(),
    input: text,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return verdictOf(backend, done.status ?? 1, done.stderr);
}

function verdictOf(backend: Backend, rc: number, said: string): Verdict {
  if (rc === 0) return { backend, rc, line: undefined, message: '' };
  const named = lines.map((pattern) => pattern.exec(said)?.[1]).find((line) => line !== undefined);
  const words = said.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
  return { backend, rc, line: named === undefined ? undefined : Number(named), message: words.join(' / ') };
}

/** What a tool saves once it has loaded a text: its rules, or its refusal. `folder` as for `load`. */
export function save(text: string, family: Family, backend: Backend, folder = ''): readonly string[] | Verdict {
  const saved = savedText(text, family, backend, folder);
  return typeof saved === 'string' ? saved.split('\n').filter((line) => line.startsWith('-A ')) : saved;
}

/** All that a tool saves, tables, chains and policies too, without remarks and counters, which change by themselves. */
export function savedText(text: string, family: Family, backend: Backend, folder = ''): string | Verdict {
  const why = whyNoIptables();
  if (why !== undefined) throw new Error(`Nothing can be loaded: ${why}.`);
  const program = path.join(folder, `${family === 4 ? 'iptables' : 'ip6tables'}-${backend}`);
  const done = spawnSync('unshare', ['-n', 'sh', '-c', '"$0-restore" && "$0-save"', program], {
    env: toolEnvironment(),
    input: text,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (done.status !== 0) return verdictOf(backend, done.status ?? 1, done.stderr);
  return done.stdout.replace(/^#.*\n/gm, '').replace(/ \[\d+:\d+\]$/gm, '');
}

/** What both back ends say of a text. */
export function loadOnBoth(text: string, family: Family): readonly Verdict[] {
  return backends.map((backend) => load(text, family, backend));
}

/** The refusals of a text, as sentences with the back end's name; empty when both back ends load it. */
export function refusalsOf(text: string, family: Family): string[] {
  return loadOnBoth(text, family).flatMap(({ backend, rc, line, message }) =>
    rc === 0 ? [] : [`${backend}: ${line === undefined ? '' : `line ${line}: `}${message}`],
  );
}

/** True when both back ends load the text. */
export function loads(text: string, family: Family): boolean {
  return refusalsOf(text, family).length === 0;
}

/** The part of `describe` that is used here; vitest's and mocha's both have it. */
interface Describe {
  (name: string, body: () => void): unknown;
  readonly skip: (name: string, body: () => void) => unknown;
}

/** The test runner looks for this word to say in one line why tests were skipped. */
const mark = '[needs iptables]';

/**
 * A suite whose tests load rules for real. Where that is impossible its tests are skipped and counted,
 * and the runner says why in one line.
 * @example describeWithIptables(describe, 'the baseline', () => { it('loads', () => { ... }); });
 */
export function describeWithIptables(describe: Describe, name: string, body: () => void): void {
  const title = `${name} ${mark}`;
  if (whyNoIptables() === undefined) describe(title, body);
  else describe.skip(title, body);
}
