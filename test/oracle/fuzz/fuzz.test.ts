// Owns the fuzz in continuous integration: a fixed seed, so that a failure there is the same failure here.
import { describe, expect, it } from 'vitest';
import { describeWithIptables } from '../../support/iptables.ts';
import { describeDisagreement, fuzz } from './fuzz.ts';
import { releaseIn } from './tools.ts';

const CASES = 3000;

describeWithIptables(describe, 'rules made from the vocabulary', () => {
  it(`are refused where both loaders refuse them, ${CASES} of seed 2`, { timeout: 240_000 }, async () => {
    const result = await fuzz({ seed: '2', first: 0, runs: CASES, jobs: 2, releases: [releaseIn()], shrinks: 10 });
    expect(result.disagreements.map(describeDisagreement).join('\n')).toBe('');
    expect(result.agreed + result.skipped).toBe(CASES);
  });
});
