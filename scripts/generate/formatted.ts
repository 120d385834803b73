// Owns how generated TypeScript is laid out: as the formatter would.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The text of `file` as the formatter lays it out. Throws where that fails. */
export function formatted(text: string, file: string): string {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const words = [biome, 'check', '--write', `--stdin-file-path=${file}`];
  const done = spawnSync(process.execPath, words, { input: text, encoding: 'utf8', cwd: root });
  if (done.status !== 0) throw new Error(`The formatter failed: ${done.stderr}`);
  return done.stdout;
}
