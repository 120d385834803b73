// Holds the trace against the kernel, ruleset by ruleset.

import type { HostFacts } from '../../../server/src/analysis/trace/facts.ts';
import { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../../server/src/syntax/lines.ts';
import { Random } from '../fuzz/random.ts';
import { type Step, stepsFrom } from './flows.ts';
import { countsDiffer, framesDiffer, risesOf } from './judge.ts';
import { runLab } from './lab.ts';
import { makePacket } from './packets.ts';
import { makeRuleset, type Ruleset } from './rules.ts';
import { HOST } from './topology.ts';
import { SETS, setCommands } from './values.ts';

export interface Wishes {
  readonly seed: string;
  readonly first: number;
  readonly runs: number;
  /** Packets for each ruleset, those that follow in a connection among them. */
  readonly packets: number;
  readonly jobs: number;
  readonly hasSets: boolean;
}

export interface Result {
  readonly rulesets: number;
  readonly packets: number;
  /** Packets of whose course the trace left something open; what it did say was true. */
  readonly open: number;
  /** How often rules and policies counted. */
  readonly counted: number;
  /** Each with all that is needed to see it again. */
  readonly disagreements: readonly string[];
  readonly seconds: number;
}

type Tally = { -readonly [K in 'packets' | 'open' | 'counted']: number } & { readonly disagreements: string[] };

export function tracerFor({ text, family, backend, loose }: Ruleset, hasSets: boolean): Tracer {
  const file = new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, family, backend });
  const tracer = new Tracer(file, backend);
  const host: HostFacts = {
    ...HOST,
    sysctl: { nf_conntrack_tcp_loose: loose },
    ...(hasSets && { sets: SETS[family] }),
  };
  tracer.setHost(host);
  return tracer;
}

function stepsOf(ruleset: Ruleset, { packets, hasSets }: Wishes): Step[] {
  const random = new Random(`packets:${ruleset.id}`);
  const tracer = tracerFor(ruleset, hasSets);
  const steps: Step[] = [];
  while (steps.length < packets) {
    steps.push(...stepsFrom(makePacket(random, ruleset.family), tracer, ruleset.text, random, ruleset.family));
  }
  return steps.slice(0, packets);
}

/** Packets whose counts are read together: reading takes longer than sending. */
const TOGETHER = 5;

async function runOne(ruleset: Ruleset, wishes: Wishes, tally: Tally): Promise<void> {
  const steps = stepsOf(ruleset, wishes);
  tally.packets += steps.length;
  tally.open += steps.filter(({ answer }) => answer.unknown.length > 0).length;
  const wrong = await compare(ruleset, steps, wishes, tally, TOGETHER);
  if (wrong.length === 0) return;
  // Once more, one by one, to see which packet it was.
  const one = await compare(ruleset, steps, wishes, tally, 1);
  tally.disagreements.push(...(one.length > 0 ? one : wrong));
}

/** Sends the packets, and reads the counters after every few of them. */
async function compare(
  ruleset: Ruleset,
  steps: readonly Step[],
  { hasSets }: Wishes,
  tally: Tally,
  together: number,
): Promise<string[]> {
  const { family, backend, text, loose, id } = ruleset;
  const groups = groupsOf(steps, together);
  const packets = groups.flatMap((group) =>
    group.map(({ sent }, at) => ({ ...sent.parcel, read: at === group.length - 1 })),
  );
  const account = await runLab({ family, backend, text, loose, packets, sets: hasSets ? setCommands(family) : '' });
  if ('refused' in account)
    return [`ruleset ${id} (IPv${family}, ${backend}) was not compared: ${account.refused}\n${text}`];
  const rises = risesOf(account.saves, text);
  let sentBefore = 0;
  return groups.flatMap((group, at) => {
    const risen = rises[at] ?? new Map();
    tally.counted += [...risen.values()].reduce((sum, count) => sum + count, 0);
    const first = sentBefore;
    sentBefore += group.length;
    const wrong = group.flatMap(({ answer }, index) =>
      framesDiffer(answer, account.frames[first + index] ?? [], family),
    );
    wrong.push(
      ...countsDiffer(
        group.map(({ answer }) => answer),
        risen,
      ),
    );
    return wrong.length === 0 ? [] : [describe(ruleset, first, group, wrong)];
  });
}

/** An answer that leaves something open stands alone, so that the exact ones are held exactly. */
function groupsOf(steps: readonly Step[], together: number): Step[][] {
  const groups: Step[][] = [];
  let wasOpen = true;
  for (const step of steps) {
    const isOpen = step.answer.unknown.length > 0;
    const last = groups.at(-1);
    if (last && !isOpen && !wasOpen && last.length < together) last.push(step);
    else groups.push([step]);
    wasOpen = isOpen;
  }
  return groups;
}

/** The packets, the rules that counted otherwise, and what we say. */
function describe(
  { id, family, backend, text }: Ruleset,
  first: number,
  group: readonly Step[],
  wrong: readonly string[],
): string {
  const lines = text.split('\n');
  const named = wrong.map((what) => {
    const line = lines[Number(/^line (\d+)/.exec(what)?.[1]) - 1];
    return `  ${what}${line === undefined ? '' : `   ${line}`}`;
  });
  const packets = group.map(({ sent: { facts }, answer: { verdict, decided_by, path, unknown } }, at) =>
    [
      `${id} packet ${first + at} (IPv${family}, ${backend}): ${JSON.stringify(facts)}`,
      `  we say ${verdict} by ${JSON.stringify(decided_by)}, ${path.join(' ')}; unknown ${JSON.stringify(unknown)}`,
    ].join('\n'),
  );
  return [...packets, ...named].join('\n');
}

export async function holdAgainstKernel(wishes: Wishes): Promise<Result> {
  const start = performance.now();
  const tally: Tally = { packets: 0, open: 0, counted: 0, disagreements: [] };
  let next = wishes.first;
  const end = wishes.first + wishes.runs;
  const work = async () => {
    while (next < end) await runOne(makeRuleset(wishes.seed, next++, wishes.hasSets), wishes, tally);
  };
  await Promise.all(Array.from({ length: wishes.jobs }, work));
  return { ...tally, rulesets: wishes.runs, seconds: (performance.now() - start) / 1000 };
}
