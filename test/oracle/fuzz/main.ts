// Owns `npm run fuzz:oracle`: rules made from the vocabulary, checked by us and loaded by the real tools.
// Run: npm run fuzz:oracle -- --seed S --runs N [--first N] [--extension NAME] [--jobs 2] [--shrinks 60] [--also FOLDER]
// Asks the installed release and those that `npm run oracle:fetch` unpacked. FOLDER holds the iptables-*-restore programs
// of one more; it may be given more than once.
import { parseArgs } from 'node:util';
import { VERSIONS } from '../../../server/src/vocabulary/schema.ts';
import { whyNoIptables } from '../../support/iptables.ts';
import { describeDisagreement, Fuzz } from './fuzz.ts';
import { releaseIn, releasesAtHand } from './tools.ts';

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return number;
}

/** Runs the fuzz for these arguments and answers the exit status: 1 where anything was disagreed about. */
export default async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: String(Date.now()) },
      runs: { type: 'string', default: '1000' },
      first: { type: 'string', default: '0' },
      extension: { type: 'string' },
      jobs: { type: 'string', default: '2' },
      shrinks: { type: 'string', default: '60' },
      also: { type: 'string', multiple: true, default: [] },
    },
  });
  const runs = wholeNumber('runs', values.runs);
  const why = whyNoIptables();
  if (why !== undefined) {
    console.log(`Fuzz: nothing was compared: ${why}.\n0 passed, 0 failed, ${runs} skipped`);
    return 0;
  }
  const releases = [...releasesAtHand(), ...values.also.map(releaseIn)];
  const asked = new Set(releases.map(({ version }) => version));
  const missing = VERSIONS.filter((version) => !asked.has(version));
  console.log(
    `Fuzz: asks iptables ${[...asked].join(', ')}${missing.length === 0 ? '' : ` and not ${missing.join(', ')} (npm run oracle:fetch)`}; seed ${values.seed}, ${runs} cases from ${values.first}${values.extension ? ` about ${values.extension}` : ''}.`,
  );
  const fuzz = await Fuzz.open({
    seed: values.seed,
    jobs: Math.max(1, wholeNumber('jobs', values.jobs)),
    releases,
    extension: values.extension,
    shrinks: wholeNumber('shrinks', values.shrinks),
  });
  if (fuzz.leftOut.length > 0)
    console.log(`Left out, as this kernel loads none of their examples: ${fuzz.leftOut.join(', ')}.`);
  try {
    return await inParts(fuzz, wholeNumber('first', values.first), runs);
  } finally {
    fuzz.close();
  }
}

const PART = 500;

/** Runs the cases in parts and tells of each; Ctrl+C ends it behind the part that is being run. */
async function inParts(fuzz: Fuzz, first: number, runs: number): Promise<number> {
  let isStopped = false;
  process.once('SIGINT', () => {
    isStopped = true;
    console.log('Stops behind this part.');
  });
  const sum = { done: 0, agreed: 0, disagreed: 0, skipped: 0, seconds: 0 };
  while (sum.done < runs && !isStopped) {
    const size = Math.min(PART, runs - sum.done);
    const result = await fuzz.run(first + sum.done, size);
    sum.done += size;
    for (const count of ['agreed', 'disagreed', 'skipped', 'seconds'] as const) sum[count] += result[count];
    for (const one of result.disagreements) console.log(describeDisagreement(one));
    console.log(
      `${sum.done} of ${runs} cases, ${(sum.done / sum.seconds).toFixed(0)} a second: ${sum.agreed} agree, ${sum.disagreed} disagree, ${sum.skipped} depend on this machine.`,
    );
  }
  console.log(`${sum.agreed} passed, ${sum.disagreed} failed, ${sum.skipped} skipped`);
  return sum.disagreed === 0 ? 0 : 1;
}
