// Owns one case of the fuzz: a text that is made from a seed and a number, for one family.
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains } from '../../../server/src/vocabulary/tables.ts';
import { BREAKAGES } from './breakages.ts';
import { makeFile } from './file.ts';
import type { Pool } from './pool.ts';
import { Random } from './random.ts';
import { makeRule, type Rule } from './rule.ts';

export interface FuzzCase {
  /** `seed:number`; the same text again on any machine. */
  readonly id: string;
  readonly family: Family;
  readonly text: string;
  /** The extension or the part of the format that it is about. */
  readonly about: string;
  /** What was broken, or `whole`. */
  readonly breakage: string;
}

export interface CaseWishes {
  readonly seed: string;
  /** Only rules made for this extension. */
  readonly extension?: string | undefined;
}

/** A file around one rule: the table alone, or with its chain lines, or the rule in a user chain that the hook leads to. */
function frame(rule: Rule, random: Random): string {
  const line = rule.words.join(random.chance(0.02) ? '  ' : random.chance(0.01) ? '\t' : ' ');
  const chains = random.chance(0.3) ? builtinChains(rule.table).map((chain) => `:${chain} ACCEPT [0:0]`) : [];
  const hook = rule.words[1] ?? 'INPUT';
  const inUserChain = rule.words[0] === '-A' && /^[A-Z]+$/.test(hook) && random.chance(0.1);
  const rules = inUserChain ? [`-A ${hook} -j FOO`, rule.words.with(1, 'FOO').join(' ')] : [line];
  return [`*${rule.table}`, ...chains, ...(inUserChain ? [':FOO - [0:0]'] : []), ...rules, 'COMMIT', ''].join('\n');
}

/** Breaks nothing, one thing, or two. */
function disturb(rule: Rule, pool: Pool, random: Random): { rule: Rule; breakage: string } {
  if (random.chance(0.25)) return { rule, breakage: 'whole' };
  const names: string[] = [];
  let broken = rule;
  for (let left = random.chance(0.1) ? 2 : 1; left > 0; left--) {
    const [name, breakage] = random.pick([...BREAKAGES]) ?? [];
    const result = breakage?.(broken, random, pool);
    if (!name || !result) continue;
    broken = result;
    names.push(name);
  }
  return { rule: broken, breakage: names.join('+') || 'whole' };
}

/** Case `number` of a seed. */
export function makeCase(number: number, wishes: CaseWishes, pools: Readonly<Record<Family, Pool>>): FuzzCase {
  const id = `${wishes.seed}:${number}`;
  const random = new Random(id);
  const family: Family = random.chance(0.65) ? 4 : 6;
  const pool = pools[family];
  const rule =
    wishes.extension !== undefined || random.chance(0.75) ? makeRule(pool, random, wishes.extension) : undefined;
  if (!rule) return { id, family, ...makeFile(pool, random) };
  const { rule: broken, breakage } = disturb(rule, pool, random);
  return { id, family: broken.family, text: frame(broken, random), about: rule.about, breakage };
}
