// What a rule decides where it stands: the packets that the rules above leave of its match, if that is known already.

import { boxWords } from '../../analysis/explain/box-words.ts';
import { decidedBy } from '../../analysis/explain/decided.ts';
import { sentence } from '../../analysis/explain/explain.ts';
import { knownPacketTablesOf } from '../../lint/lint-file.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { code } from './page.ts';

/** More boxes, or more words, explain nothing. */
const MOST_BOXES = 3;
const MOST_CHARACTERS = 240;
/** A rule further behind in its chain is not looked for. */
const MOST_BEFORE = 2000;

/**
 * A sentence of Markdown; undefined where the rules above leave all of it or nothing, where it is long or not certain, and
 * where the packets have not been looked at since the last edit.
 */
export function decidedText(file: RulesFile, line: number): string | undefined {
  const entry = file.entry(line);
  if (entry.kind !== 'command' || entry.letter !== 'A' || entry.chain === undefined) return undefined;
  const block = file.blockAt(line);
  const table = knownPacketTablesOf(file)?.find((one) => one.block === block);
  const chain = table?.reach.chain(entry.chain);
  if (!table || !chain) return undefined;
  const step = chain.steps.slice(0, MOST_BEFORE).find((one) => one.line === line);
  const decided = step && decidedBy(table.reach, chain, step);
  if (!decided?.isLess || decided.boxes.length === 0 || decided.boxes.length > MOST_BOXES) return undefined;
  const words = [...new Set(decided.boxes.map((box) => sentence(boxWords(box, table.family))))]
    .map(code)
    .join(', and ');
  return words.length > MOST_CHARACTERS ? undefined : `Of these the rules above leave it ${words}.`;
}
