// Owns the list of generators: every scripts/generate-*.ts, run to write or, with --check, only to compare.
import { readdir } from 'node:fs/promises';
import { Failure } from '../lib/failure.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

async function generators() {
  return (await readdir(inRoot('scripts'))).filter((name) => /^generate-.*\.ts$/.test(name)).sort();
}

/**
 * Runs all generators with the given arguments.
 * A generator exits 1 where --check finds its file stale, and says so.
 * @param {readonly string[]} args none, or `--check`
 * @returns {Promise<readonly { name: string, code: number, output: string }[]>}
 */
export async function runGenerators(args) {
  const names = await generators();
  return Promise.all(
    names.map(async (name) => {
      const { code, output } = await run(process.execPath, [inRoot('scripts', name), ...args], { cwd: root });
      return { name, code, output: output.trim() };
    }),
  );
}

export default async function main(args) {
  if (args.length > 0) throw new Failure(`Unknown option ${args[0]}; generating takes none.`, 2);
  const results = await runGenerators([]);
  for (const { name, code, output } of results)
    console.log(`${name}: ${code === 0 ? output || 'done' : `FAILED\n${output}`}`);
  return results.some(({ code }) => code !== 0) ? 1 : 0;
}
