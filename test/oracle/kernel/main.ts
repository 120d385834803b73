// Owns `npm run test:kernel`: made-up rulesets in the kernel, real packets, and every counter against the trace.
// Run: npm run test:kernel -- [--seed S] [--runs 40] [--packets 50] [--first N] [--jobs 2] [--rules]
// --rules prints the rulesets of the seed in place of running them.
import { parseArgs } from 'node:util';
import { whyNoKernel } from './possible.ts';
import { makeRuleset } from './rules.ts';
import { holdAgainstKernel } from './run.ts';

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return number;
}

/** Runs the comparison for these arguments and answers the exit status: 1 where anything disagreed. */
export default async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '40' },
      packets: { type: 'string', default: '50' },
      first: { type: 'string', default: '0' },
      jobs: { type: 'string', default: '2' },
      rules: { type: 'boolean', default: false },
    },
  });
  const { seed } = values;
  const [runs, first] = [wholeNumber('runs', values.runs), wholeNumber('first', values.first)];
  const packets = wholeNumber('packets', values.packets);
  if (values.rules) {
    for (let number = first; number < first + runs; number++) {
      const { id, family, backend, text } = makeRuleset(seed, number, true);
      console.log(`# ${id} (IPv${family}, ${backend})\n${text}`);
    }
    return 0;
  }
  const { why, hasSets } = await whyNoKernel();
  if (why !== undefined) {
    console.log(`Kernel: nothing was compared: ${why}.\n0 passed, 0 failed, ${runs * packets} skipped`);
    return 0;
  }
  const jobs = Math.max(1, wholeNumber('jobs', values.jobs));
  const result = await holdAgainstKernel({ seed, first, runs, packets, jobs, hasSets });
  for (const one of result.disagreements) console.log(one);
  const failed = result.disagreements.length;
  const ms = (1000 * result.seconds * jobs) / Math.max(1, result.packets);
  console.log(
    `Kernel: seed ${seed}, ${runs} rulesets from ${first}${hasSets ? '' : ' without sets'}: ${result.packets} packets in ${result.seconds.toFixed(1)} s (${ms.toFixed(1)} ms each), ${result.counted} counters rose; of ${result.open} packets the trace leaves something open.`,
  );
  console.log(`${Math.max(0, result.packets - failed)} passed, ${failed} failed, 0 skipped`);
  return failed === 0 ? 0 : 1;
}
