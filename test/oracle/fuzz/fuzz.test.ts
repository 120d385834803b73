// Owns the fuzz in continuous integration: a fixed seed, so that a failure there is the same failure here.
import { describe, expect, it } from 'vitest';
import { describeWithIptables } from '../../support/iptables.ts';
import { describeDisagreement, Fuzz } from './fuzz.ts';
import { disagreementsOver, makeManyMistakes } from './many.ts';
import { MACHINE_BOUND, Pool } from './pool.ts';
import { Loader, releaseIn } from './tools.ts';

const CASES = 3000;
const FILES = 40;

describeWithIptables(describe, 'rules made from the vocabulary', () => {
  it(`are refused where both loaders refuse them, ${CASES} of seed 2`, { timeout: 600_000 }, async () => {
    const fuzz = await Fuzz.open({ seed: '2', jobs: 2, releases: [releaseIn()], shrinks: 10 });
    const result = await fuzz.run(0, CASES);
    fuzz.close();
    expect(result.disagreements.map(describeDisagreement).join('\n')).toBe('');
    expect(result.agreed + result.skipped).toBe(CASES);
  });

  it(`are marked each where a file has many of them, ${FILES} files`, { timeout: 600_000 }, async () => {
    const pools = { 4: new Pool(4, MACHINE_BOUND), 6: new Pool(6, MACHINE_BOUND) };
    const loader = new Loader([releaseIn()]);
    const wrong: string[] = [];
    for (let number = 0; number < FILES; number++) {
      wrong.push(...(await disagreementsOver(makeManyMistakes(number, { seed: 'many' }, pools), loader)));
    }
    loader.close();
    expect(wrong).toEqual([]);
  });
});
