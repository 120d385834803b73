// Owns the kernel as judge in continuous integration: a fixed seed, so that a failure there is the same failure here.
import { describe, expect, it } from 'vitest';
import { whyNoKernel } from './possible.ts';
import { holdAgainstKernel } from './run.ts';

const RULESETS = 40;
const PACKETS = 50;
const { why, hasSets } = await whyNoKernel();

// The test runner reads the reason out of the name.
describe.skipIf(why !== undefined)(`a trace${why === undefined ? '' : ` [no kernel as judge: ${why}]`}`, () => {
  it(`counts what the kernel counts, ${RULESETS} rulesets of seed 1`, { timeout: 300_000 }, async () => {
    const result = await holdAgainstKernel({ seed: '1', first: 0, runs: RULESETS, packets: PACKETS, jobs: 2, hasSets });
    expect(result.disagreements.join('\n')).toBe('');
    expect(result.packets).toBe(RULESETS * PACKETS);
    expect(result.open).toBeLessThan(100);
    expect(result.counted).toBeGreaterThan(RULESETS * PACKETS);
  });
});
