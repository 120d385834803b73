// Owns `npm test`: all runners one after the other, and the sum as its last line.
import { buildAll } from '../build/main.mjs';
import { runChecks } from '../check/main.mjs';
import { getEditor } from '../editor/fetch.mjs';
import { Failure } from '../lib/failure.mjs';
import { makePackage } from '../package/vsix.mjs';
import { testOnDesktop } from './desktop.mjs';
import { testStart } from './start.mjs';
import { bundleDesktopSuite } from './suites.mjs';
import { testUnits } from './unit.mjs';
import { freshWorkspace, testInVscode } from './vscode.mjs';
import { testInWeb } from './web.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** The runners by name. All but `desktop` run when none is named; that one downloads a VS Code. */
const runners = {
  check: () => runChecks(),
  unit: (filters) => testUnits(filters),
  start: () => testStart(),
  vscode: async (filters) => testInVscode((await makePackage()).file, filters),
  web: (filters) => testInWeb(filters),
  desktop: () => testOnDesktop(),
};
/** Those that can run some of their files. */
const takeNames = ['unit', 'vscode', 'web'];
const usual = ['check', 'unit', 'start', 'vscode', 'web'];

function line(name, { passed, failed, skipped }) {
  return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A runner that breaks down counts as one failure and does not keep the others from running. */
async function tryRunner(name, filters) {
  try {
    return await runners[name](filters);
  } catch (error) {
    console.log(`${name}: FAIL ${error instanceof Failure ? error.message : error.stack}`);
    return { ...nothing, failed: 1 };
  }
}

/** Without the bundles nothing after the checks can be right: that is one failure, and the end. */
async function build() {
  try {
    await buildAll();
    return nothing;
  } catch (error) {
    console.log(`build: FAIL ${error.message}`);
    return { ...nothing, failed: 1 };
  }
}

function readArguments(args) {
  if (args.length === 0) return { names: usual, filters: [] };
  if (args.length === 1 && args[0] === '--prepare') return { names: [], filters: [] };
  const [option, name, ...filters] = args;
  if (option !== '--only' || name === undefined || !Object.hasOwn(runners, name)) {
    throw new Failure(
      `The tests take --only and one of ${Object.keys(runners).join(', ')}; some also take names of files.`,
      2,
    );
  }
  if (!takeNames.includes(name) && filters.length > 0)
    throw new Failure(`The runner ${name} takes no names of files.`, 2);
  return { names: [name], filters };
}

/** What the debugger's "Extension Tests" need: the bundles, the suite and its workspace. */
async function prepare() {
  await buildAll({ minify: false });
  await bundleDesktopSuite();
  await freshWorkspace();
}

export default async function main(args) {
  const { names, filters } = readArguments(args);
  if (names.length === 0) return prepare();
  const results = [await build()];
  if (names.includes('vscode')) {
    // The download takes the network, the checks take the processor: both at once.
    getEditor().catch(() => {});
  }
  for (const name of names) {
    const result = await tryRunner(name, filters);
    console.log(`${line(name, result)}\n`);
    results.push(result);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
}
