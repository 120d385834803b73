// Owns `npm run check`: each check's name, how it runs, and what is said of it.
import { runGenerators } from '../generate/main.mjs';
import { Failure } from '../lib/failure.mjs';
import { root } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { runTool } from '../lib/tools.mjs';
import { checkLayers } from './layers.ts';

async function types() {
  const { code, output } = await runTool('typescript', 'tsc', ['-b', '--pretty', 'false']);
  return { good: code === 0, output };
}

async function lintAndLayout() {
  const { code, output } = await runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '--colors=off']);
  return { good: code === 0, output };
}

async function layers() {
  const refused = await checkLayers(root);
  return { good: refused.length === 0, output: refused.join('\n') };
}

async function generated() {
  const stale = (await runGenerators(['--check'])).filter(({ code }) => code !== 0);
  const said = stale.map(({ name, output }) => output || `${name} found its file stale`);
  return { good: stale.length === 0, output: [...said, 'To write them anew: npm run generate'].join('\n') };
}

const checks = [
  { name: 'types', work: types },
  { name: 'lint and layout', work: lintAndLayout },
  { name: 'layers', work: layers },
  { name: 'generated files', work: generated },
];

/**
 * Runs all checks and prints a line for each, with what a failing one found.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runChecks() {
  const results = await step('Checking types, lint, layers and generated files', () =>
    Promise.all(checks.map(({ work }) => work())),
  );
  for (const [index, { good, output }] of results.entries()) {
    console.log(`check: ${checks[index].name}: ${good ? 'fine' : `FAILED\n${output.trim()}`}`);
  }
  const failed = results.filter(({ good }) => !good).length;
  return { passed: results.length - failed, failed, skipped: 0 };
}

export default async function main(args) {
  if (args.length > 0) throw new Failure(`Unknown option ${args[0]}; the check takes none.`, 2);
  const { failed } = await runChecks();
  return failed === 0 ? 0 : 1;
}
