// Owns running the suites inside VS Code's extension host: the `run` that VS Code calls for extensionTestsPath.
import { readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';
import { type Outcome, outcomeOf } from '../support/outcome.ts';

/** Every suite file that the bundler put beside this one. */
function suiteFiles(): string[] {
  const folder = path.join(__dirname, 'suite');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.cjs'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Runs all tests, writes what came of each to outcome.json and rejects where one failed. */
export function run(): Promise<void> {
  // Keys that are pressed while the editor is busy may be lost to it: who presses them tries once more.
  const mocha = new Mocha({ ui: 'bdd', retries: 1, timeout: 20_000, slow: 2000, reporter: Mocha.reporters.Base });
  for (const file of suiteFiles()) mocha.addFile(file);
  const outcome: Outcome = { tests: [] };
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      writeFileSync(path.join(__dirname, 'outcome.json'), JSON.stringify(outcome, null, 2));
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed.`));
    });
    outcomeOf(runner, outcome);
  });
}
