// Rules that share packets by chance or in turn, and give each what the rules before it have left.

import type { Rule } from '../../ruleset/rule.ts';
import { conditionText, decides, numberOf } from '../common/shares.ts';
import { overwrites, writingOf } from '../common/writes.ts';
import { splits } from '../fact.ts';
import { lintRule } from '../rule.ts';

/** One of several rules that ask the same of packets, beside their share. */
interface Share {
  readonly line: number;
  readonly rule: Rule;
  readonly kind: '--probability' | '--every';
  readonly number: number;
}

function shareOf(line: number, rule: Rule): Share | undefined {
  for (const kind of ['--probability', '--every'] as const) {
    const number = numberOf(rule, kind);
    if (number !== undefined && number > 0) return { line, rule, kind, number };
  }
  return undefined;
}

/** Neighbours that ask the same, in one way. */
function runsOf(shares: readonly Share[]): readonly (readonly Share[])[] {
  const runs: Share[][] = [];
  for (const share of shares) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const isSame = before?.kind === share.kind && conditionText(before.rule) === conditionText(share.rule);
    if (last && isSame) last.push(share);
    else runs.push([share]);
  }
  return runs;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function byChance(run: readonly Share[], at: number): string | undefined {
  const { number } = run[at] ?? { number: 1 };
  const sum = run.reduce((all, one) => all + one.number, 0);
  const isWhole = Math.abs(sum - 1) < 0.02 && at === run.length - 1;
  if (number >= 1 || !(number === run[at - 1]?.number || isWhole)) return undefined;
  const left = run.slice(0, at).reduce((rest, one) => rest * (1 - one.number), 1);
  const none = run.reduce((rest, one) => rest * (1 - one.number), 1);
  return `This rule only sees the ${percent(left)} that the rules before it left, so it takes ${percent(left * number)} of all packets, and ${percent(none)} of them match none of these rules. ${evenly(run.length)}`;
}

/** How so many rules, or three where they are fewer, get the same. */
function evenly(count: number): string {
  const all = Math.max(count, 3);
  const shares = Array.from({ length: all - 1 }, (_, at) => String(Number((1 / (all - at)).toFixed(5))));
  const words = all > 5 ? `${shares.slice(0, 2).join(', ')} and so on to 0.5` : shares.join(', ');
  return `For equal shares of ${all} write ${words}, and no probability in the last rule.`;
}

function inTurn(run: readonly Share[], at: number): string | undefined {
  const [before, share] = [run[at - 1], run[at]];
  if (!share || share.number < 2 || share.number !== before?.number) return undefined;
  if (!decides(before.rule))
    return isTakenTwice(before.rule, share.rule)
      ? `Packets go on after ${before.rule.object}, and both rules pick the same ones of ${share.number}, so the second one overwrites what the first one wrote. Give this one another "--packet".`
      : undefined;
  return `This rule only counts the packets that the rules before it left, so it takes less than one of ${share.number}. For equal shares of three write "--every 3 --packet 0", then "--every 2 --packet 0", and nothing in the last rule.`;
}

/** Both write the same field, into the same packets. */
function isTakenTwice(one: Rule, two: Rule): boolean {
  const [first, second] = [writingOf(one), writingOf(two)];
  if (!first || !second || !overwrites(second, first)) return false;
  return numberOf(one, '--packet') === numberOf(two, '--packet');
}

export const statisticUneven = lintRule({
  name: 'statistic-uneven',
  severity: 'warning',
  category: 'packets',
  finds: 'Rules that share packets by `-m statistic`, and do not share them evenly.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(splits);
    if (lines.length < 2) return;
    const shares = lines.flatMap((line) => shareOf(line, chain.rule(line)) ?? []);
    for (const run of runsOf(shares)) {
      for (const [at, { line, rule, kind }] of run.entries()) {
        const message = at === 0 ? undefined : kind === '--every' ? inTurn(run, at) : byChance(run, at);
        const option = rule.options.find(({ name }) => name === kind);
        if (message !== undefined && option) report({ message, line, start: option.start, end: option.end });
      }
    }
  },
});
