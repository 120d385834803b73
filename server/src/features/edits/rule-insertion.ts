// Puts groups of wanted rules into a table: only what is missing, each chain's rules at their spot, frames completed.

import { plainSettings, readRule } from '../../ruleset/read-rule.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { LineEdits } from './line-edits.ts';
import type { BlockOutline, ChainOutline, Outline } from './outline.ts';
import { RuleMeaning } from './rule-meaning.ts';
import { blockEnd, type Spot } from './spots.ts';

/** A rule that is wanted, read. */
export interface WantedRule {
  readonly text: string;
  readonly chain: ChainOutline;
  readonly rule: RuleMeaning;
}

/** Reads a rule such as `-A INPUT -i lo -j ACCEPT` that is to go into `block`. */
export function wantedRule(text: string, block: BlockOutline, family: Family): WantedRule {
  const rule = readRule(text, plainSettings(family));
  return { text, chain: block.chain(rule.chain ?? 'INPUT'), rule: new RuleMeaning(() => rule) };
}

/** The last block of a table: where the same table stands twice, the second wipes the first while loading. */
export function lastBlock({ blocks }: Outline, table: string): BlockOutline | undefined {
  return blocks.findLast((block) => block.table === table);
}

interface Paragraph {
  readonly spot: Spot;
  readonly comment: string;
  readonly rules: string[];
}

/** Rules on their way into a file, by spot and comment. */
export class Paragraphs {
  private readonly list: Paragraph[] = [];

  /** Adds a rule; rules with one comment that meet at one spot become one paragraph. */
  add(spot: Spot, comment: string, rule: string): void {
    const same = this.list.find(
      (other) => other.comment === comment && other.spot.line === spot.line && other.spot.layout === spot.layout,
    );
    if (same) same.rules.push(rule);
    else this.list.push({ spot, comment, rules: [rule] });
  }

  /** How many rules they are. */
  get size(): number {
    return this.list.reduce((sum, { rules }) => sum + rules.length, 0);
  }

  writeTo(edits: LineEdits): void {
    for (const { spot, comment, rules } of this.list) {
      const lines = [`# ${comment}`, ...rules];
      if (spot.layout === 'bare') edits.insertBefore(spot.line, rules);
      else edits.insertBefore(spot.line, spot.layout === 'before' ? [...lines, ''] : ['', ...lines]);
    }
  }
}

/** Adds a COMMIT to every table that surely has none: the loaders refuse the next table, or drop this one. */
export function addCommits({ lines, blocks, mayCommit }: Outline, edits: LineEdits): void {
  for (const block of blocks) {
    if (!block.committed && !mayCommit) edits.insertBefore(blockEnd(lines, block), ['COMMIT']);
  }
}

/** Ends the last line, where nothing else is put behind it: legacy refuses a COMMIT without a line end. */
export function endLastLine(lines: readonly string[], edits: LineEdits): void {
  const last = lines.at(-1) ?? '';
  if (last !== '' && !edits.insertsAtEnd) edits.replace(lines.length - 1, last.length, last.length, '\n');
}

/** Adds a whole table behind all that is there. */
export function appendTable(lines: readonly string[], table: readonly string[], edits: LineEdits): void {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  edits.insertBefore(end, end === 0 ? table : ['', ...table]);
}
