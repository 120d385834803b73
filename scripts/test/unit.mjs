// Owns the runner `unit`: everything outside VS Code, by vitest.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { inCache } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { runTool } from '../lib/tools.mjs';

/** vitest's own account of a run, or undefined where it broke down before. */
async function readAccount(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** test/support/iptables.ts puts this word into the titles of the suites that load rules for real. */
const mark = '[needs iptables]';
/** test/oracle/kernel says so why no packets can be sent through the kernel. */
const noKernel = /\[no kernel as judge: (.*)\]/;

/**
 * Says in one line, with the number of cases, that something could not be tested here.
 * @param {readonly string[]} titles the full titles of skipped tests
 */
export function explainSkipped(runner, titles) {
  const needing = titles.filter((title) => title.includes(mark)).length;
  if (needing > 0) {
    console.log(
      `${runner}: ${needing} cases skipped: they load rules for real, which needs root, \`unshare -n\` and iptables.`,
    );
  }
  const reasons = titles.flatMap((title) => noKernel.exec(title)?.[1] ?? []);
  if (reasons.length > 0) {
    console.log(`${runner}: ${reasons.length} case skipped: traces are not held against this kernel: ${reasons[0]}.`);
  }
}

/**
 * Runs vitest.
 * @param {readonly string[]} filters names of files to run, all when empty
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testUnits(filters = []) {
  const file = inCache('test', 'vitest.json');
  await mkdir(inCache('test'), { recursive: true });
  await rm(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await step('Testing outside VS Code', () =>
    runTool('vitest', 'vitest', ['run', '--passWithNoTests', ...reporters, ...filters], {
      env: { ...process.env, NO_COLOR: '1' },
    }),
  );
  if (code !== 0) console.log(output.trim());
  const account = await readAccount(file);
  const tests = (account?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const titlesOf = (states) => tests.filter(({ status }) => states.includes(status)).map(({ fullName }) => fullName);
  const skipped = titlesOf(['skipped', 'pending', 'todo', 'disabled']);
  explainSkipped('unit', skipped);
  const failed = titlesOf(['failed']).length;
  // A file that cannot be read or an error outside a test fails the run without failing a test.
  const files = (account?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const rest = code !== 0 && failed + files === 0 ? 1 : 0;
  return { passed: titlesOf(['passed']).length, failed: failed + files + rest, skipped: skipped.length };
}
