// What a checkout looks like where git is told to write CRLF, as Git for Windows is by default: LF all the same.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'iptables-checkout-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout || stderr };
}

/** The files of a checkout that hold a CR, by their names below the folder. */
function filesWithCr(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes('\r'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}

const toplevel = git('rev-parse', '--show-toplevel');
const isClone = toplevel.status === 0 && realpathSync(toplevel.output.trim()) === root;

describe.skipIf(!isClone)('a checkout with core.autocrlf [needs git and a clone]', () => {
  test('has CRs in pictures only, and its pictures are whole', () => {
    const written = git('-c', 'core.autocrlf=true', 'checkout-index', '--all', `--prefix=${folder}/`);
    expect(written.status, written.output).toBe(0);
    const withCr = filesWithCr();
    expect(withCr.filter((name) => !/\.(png|webp)$/.test(name))).toEqual([]);
    expect(withCr.length).toBeGreaterThan(0);
    for (const name of withCr) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(root, name))), name).toBe(true);
    }
  });
});
