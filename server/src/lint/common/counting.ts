// The lines of rules whose matches keep count: limits, and lists of addresses.

import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { PacketTable } from '../packets.ts';

const counting = ofSteps((steps) => steps.filter(({ keepsCount, way }) => keepsCount || way === 'unknown'));

/** The lines that may have the match, in order: all of them where the rules of some table are not certain. */
export function countingLines(tables: readonly PacketTable[]): readonly number[] {
  const [first] = tables;
  if (!first) return [];
  if (tables.length < first.file.blocks.length) return [...first.file.lines.all().keys()];
  return tables
    .flatMap(({ chains }) => [...chains].flatMap(counting))
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}
