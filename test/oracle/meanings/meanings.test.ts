// Owns the proof that what we read of a word is what the kernel holds: hundreds of words a kind, loaded and saved again.
import { describe, expect, it } from 'vitest';
import { backends, describeWithIptables } from '../../support/iptables.ts';
import { releasesAtHand } from '../fuzz/tools.ts';
import { ADDRESSES } from './addresses.ts';
import { NAMES } from './names.ts';
import { NUMBERS } from './numbers.ts';
import { PORTS } from './ports.ts';
import { disagreementsOf } from './probe.ts';

/** Words a back end: of the installed release, and of the others that are at hand. */
const WORDS = 250;
const WORDS_OF_OTHERS = 100;
/** Even of what has few spellings, some must have been tried. */
const FEWEST = 5;

describeWithIptables(describe, 'what words mean', () => {
  const probes = [...ADDRESSES, ...PORTS, ...NAMES, ...NUMBERS].map((one) => [one.name, one] as const);

  it.each(probes)('%s', { timeout: 600_000 }, (_name, one) => {
    for (const release of releasesAtHand()) {
      for (const backend of backends) {
        const count = release.folder === undefined ? WORDS : WORDS_OF_OTHERS;
        const { tried, wrong } = disagreementsOf(one, count, backend, release);
        expect(wrong.join('\n')).toBe('');
        expect(tried).toBeGreaterThanOrEqual(FEWEST);
      }
    }
  });
});
