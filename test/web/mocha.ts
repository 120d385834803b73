// Owns mocha in a web worker: its browser build, set up before the suites register themselves.
import 'mocha/mocha.js';

mocha.setup({ ui: 'bdd', retries: 1, timeout: 20_000, reporter: undefined });
