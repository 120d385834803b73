// Owns running the suites in the web extension host: the `run` that VS Code calls for extensionTestsPath.
import { type Outcome, outcomeOf } from '../support/outcome.ts';
import { layOutWorkspace } from './workspace.ts';

/** The launcher looks for this word at the beginning of a console line; JSON follows. */
const mark = 'iptables-outcome:';

/** Runs all tests, prints what came of each as one line and rejects where one failed. */
export async function run(): Promise<void> {
  await layOutWorkspace();
  const outcome: Outcome = { tests: [] };
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      console.log(`${mark}${JSON.stringify(outcome)}`);
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed.`));
    });
    outcomeOf(runner, outcome);
  });
}
