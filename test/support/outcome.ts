// Owns what is kept of a mocha run inside VS Code: each test's title and how it ended, as plain data.

export interface TestOutcome {
  /** The titles of the suites around it and its own, joined by blanks. */
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Milliseconds; 0 for a skipped one. */
  readonly duration: number;
  /** Message and stack of a failure. */
  readonly error?: string;
}

export interface Outcome {
  readonly tests: TestOutcome[];
}

/** The part of a mocha test that is read here. */
interface Titled {
  fullTitle(): string;
  readonly duration?: number | undefined;
}

/** The part of a mocha runner that is read here: the same in Node and in a web worker. */
interface Runner {
  on(event: 'pass' | 'pending', listener: (test: Titled) => void): unknown;
  on(event: 'fail', listener: (test: Titled, error: Error) => void): unknown;
}

/** Fills `outcome` while the runner runs. A failing hook counts as a failing test. */
export function outcomeOf(runner: Runner, outcome: Outcome): void {
  runner.on('pass', (test) => {
    outcome.tests.push({ title: test.fullTitle(), state: 'passed', duration: test.duration ?? 0 });
  });
  runner.on('pending', (test) => {
    outcome.tests.push({ title: test.fullTitle(), state: 'skipped', duration: 0 });
  });
  runner.on('fail', (test, error) => {
    const said = error.stack ?? error.message;
    outcome.tests.push({ title: test.fullTitle(), state: 'failed', duration: test.duration ?? 0, error: said });
  });
}
