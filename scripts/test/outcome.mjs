// Owns how the outcome of a suite inside VS Code is read, printed and counted.
import { readFile } from 'node:fs/promises';

/** What run.ts wrote, or undefined where it did not come that far. */
export async function readOutcome(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Lines that every run of the embedded VS Code prints: missing native modules, places it cannot reach offline. */
const noise =
  /spdlog|bindings file|Failed to load resource|getaddrinfo|Creation of workbench|INFO|Canceled|File Watcher|AgentHost/;

/** The last things the editor said that may explain a broken run, each cut to its first lines. */
function lastWords(said) {
  const telling = said.filter((entry) => !noise.test(entry.slice(0, 200)));
  return [...new Set(telling)].slice(-8).map((entry) => entry.split('\n').slice(0, 4).join('\n').slice(0, 600));
}

const signs = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

/**
 * Prints a line for each test and counts them. A run that ended badly without a failed test is one failure more.
 * @param {string} runner its name, for the lines
 * @param {{ tests: { title: string, state: 'passed' | 'failed' | 'skipped', duration: number, error?: string }[] } | undefined} outcome
 * @param {number} code the exit code that the editor gave
 * @param {readonly string[]} said what the editor printed, shown where the run itself went wrong
 */
export function report(runner, outcome, code, said) {
  const tests = outcome?.tests ?? [];
  for (const { title, state, duration, error } of tests) {
    console.log(`${runner}: ${signs[state]} ${title}${state === 'skipped' ? '' : ` (${Math.round(duration)} ms)`}`);
    if (error !== undefined) console.log(error.replace(/^/gm, '    '));
  }
  const count = (state) => tests.filter((test) => test.state === state).length;
  const broken = count('failed') === 0 && (code !== 0 || tests.length === 0);
  if (broken) console.log(`${runner}: FAIL the run itself, exit code ${code}\n${lastWords(said).join('\n')}`);
  return { passed: count('passed'), failed: count('failed') + (broken ? 1 : 0), skipped: count('skipped') };
}
