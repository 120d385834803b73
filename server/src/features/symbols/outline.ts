// The outline of a file: its tables, their chains, the rules of each, with the lines where they stand.

import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import { commentBlockAt, type LineRun } from '../navigation/runs.ts';

/** More rules than this an outline does not show one by one. Each chain shows its first, small chains all of theirs. */
export const MOST_RULES = 5000;

/** So many rules are gone through before others may come between. */
const READ_AT_ONCE = 4000;

export interface ChainOutline {
  readonly chain: Chain;
  /** The lines of all its rules, ascending. */
  readonly rules: readonly number[];
  /** The lines that are the chain's alone: the longest run of its rules with the comments above, or the one that makes it. */
  readonly lines: LineRun;
  /** Within them, where to go. */
  readonly line: number;
}

export interface TableOutline {
  readonly block: TableBlock;
  /** As the header writes it; `*` where it names none. */
  readonly name: string;
  readonly chains: readonly ChainOutline[];
}

/** The tables with those of their chains that some line makes, gives a policy or a rule. */
export function* outlineSteps(file: RulesFile): Steps<readonly TableOutline[]> {
  const tables: TableOutline[] = [];
  for (const block of file.blocks) {
    const chains: ChainOutline[] = [];
    let rules = 0;
    for (const chain of block.chains.values()) {
      const outline = yield* chainOutlineSteps(file, chain);
      if (!outline) continue;
      chains.push(outline);
      rules += outline.rules.length;
      if (rules < READ_AT_ONCE) continue;
      rules = 0;
      yield;
    }
    tables.push({ block, name: tableName(file, block), chains });
  }
  return tables;
}

/** The header's own word: a placeholder of a template as it is written. */
function tableName(file: RulesFile, { header, firstLine }: TableBlock): string {
  const { name } = header;
  return name ? file.lines.line(firstLine).slice(name.start, name.end) : '*';
}

function* chainOutlineSteps(file: RulesFile, chain: Chain): Steps<ChainOutline | undefined> {
  if (chain.name.includes(UNKNOWN)) return undefined;
  const others = chain.commands.filter((line) => isRule(file.entry(line)));
  const rules = others.length === 0 ? chain.appends : [...chain.appends, ...others].sort((a, b) => a - b);
  const run = yield* longestRunSteps(file, rules);
  if (run) {
    const above = commentBlockAt(file, run.first - 1);
    return { chain, rules, lines: { first: above?.first ?? run.first, last: run.last }, line: run.first };
  }
  const line = [chain.declarations[0], chain.makers[0], chain.policyLine].find((one) => one !== undefined && one >= 0);
  return line === undefined ? undefined : { chain, rules, lines: { first: line, last: line }, line };
}

/** The longest stretch of rules with nothing but comments and blank lines between; the first of several. */
function* longestRunSteps(file: RulesFile, rules: readonly number[]): Steps<LineRun | undefined> {
  let longest: LineRun | undefined;
  let length = 0;
  let read = 0;
  for (let i = 0; i < rules.length; ) {
    if (i - read >= READ_AT_ONCE) {
      read = i;
      yield;
    }
    const from = i++;
    while (i < rules.length && isIdleBetween(file, rules[i - 1] ?? 0, rules[i] ?? 0)) i++;
    if (i - from <= length) continue;
    length = i - from;
    longest = { first: rules[from] ?? 0, last: rules[i - 1] ?? 0 };
  }
  return longest;
}

function isIdleBetween(file: RulesFile, above: number, below: number): boolean {
  for (let line = above + 1; line < below; line++) {
    const { kind } = file.entry(line);
    if (kind !== 'comment' && kind !== 'blank') return false;
  }
  return true;
}

/** How many rules each chain may show, so that all show no more than `most`: the small ones all of theirs. */
export function rulesShown(tables: readonly TableOutline[], most = MOST_RULES): number {
  const counts = tables.flatMap(({ chains }) => chains.map(({ rules }) => rules.length)).sort((a, b) => a - b);
  let left = most;
  let share = most;
  counts.forEach((count, i) => {
    share = Math.floor(left / (counts.length - i));
    left -= Math.min(count, share);
  });
  return share;
}
