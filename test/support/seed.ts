// Owns the seed of the property tests: the same at every run, so that a red run tells of a change and not of luck.
// `SEED=7 npm run test:unit` looks elsewhere.

import fc from 'fast-check';

const { SEED = '1' } = process.env;
fc.configureGlobal({ seed: Number(SEED) });
