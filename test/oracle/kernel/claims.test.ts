// The claims of the lint rules' pages against the kernel: the examples are loaded, the packet is sent, the counters are read.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import type { Backend } from '../../../server/src/vocabulary/schema.ts';
import { CLAIMS, type Claim, DEVICE_OF } from './claims.ts';
import { risesOf } from './judge.ts';
import { runLab } from './lab.ts';
import { sent } from './packets.ts';
import { whyNoKernel } from './possible.ts';

const PAGES = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules');
const { why } = await whyNoKernel();

function example(rule: string, heading: 'Bad' | 'Good'): string {
  const page = readFileSync(join(PAGES, `${rule}.md`), 'utf8');
  return new RegExp(`## ${heading}\\n\\n\`\`\`iptables\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';
}

/** The line of the lab for a line of an example. */
function inLab(text: string): string {
  return text.replace(
    / (-[io]) (\S+)/g,
    (whole, option, name) => ` ${option} ${DEVICE_OF[name] ?? whole.split(' ')[2]}`,
  );
}

/** How often each of the wanted rules and policies counted the packet. */
async function counted(claim: Claim, heading: 'Bad' | 'Good', backend: Backend): Promise<Record<string, number>> {
  const { family = 4, packet } = claim;
  const text = example(claim.rule, heading);
  const facts: PacketFacts = { in: 'lan0', proto: 6, sport: 40000, flags: 'S', ...packet };
  const { parcel } = sent(facts, { seq: 1000, ack: 0, payload: facts.proto === 58 ? 16 : 0 }, family, true);
  const loaded = inLab(text);
  const packets = [{ ...parcel, read: true }];
  const account = await runLab({ family, backend, text: loaded, sets: '', loose: 1, packets });
  if ('refused' in account) throw new Error(account.refused);
  const [rises = new Map<string, number>()] = risesOf(account.saves, loaded);
  const lines = text.split('\n');
  const wanted = Object.keys(heading === 'Bad' ? claim.bad : claim.good);
  return Object.fromEntries(
    wanted.map((key) => {
      const line = lines.indexOf(key) + 1;
      if (key.startsWith('-A') && line === 0) throw new Error(`The page of ${claim.rule} has no line "${key}".`);
      return [key, rises.get(line > 0 ? `line ${line}` : key) ?? 0];
    }),
  );
}

describe.skipIf(why !== undefined)(
  `the pages' claims${why === undefined ? '' : ` [no kernel as judge: ${why}]`}`,
  () => {
    describe.each(CLAIMS)('$rule: $says', (claim) => {
      test.each(['legacy', 'nft'] as const)('as %s counts it', { timeout: 30_000 }, async (backend) => {
        expect(await counted(claim, 'Bad', backend)).toEqual(claim.bad);
        expect(await counted(claim, 'Good', backend)).toEqual(claim.good);
      });
    });
  },
);
