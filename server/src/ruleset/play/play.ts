// Plays a table: only the lines at which more happens than that a rule is appended or a new chain made.

import type { TableLines } from '../table/chain.ts';
import type { TableBlock } from '../table-block.ts';
import { Player } from './player.ts';

/** The table behind its last line, and the line at which the reading ends; infinite where nothing ends it. */
export interface Played {
  readonly state: Player;
  readonly end: number;
}

/** The line at which the reading of a table ends; infinite where nothing ends it. */
export function endOf(played: Played | undefined): number {
  return played?.end ?? Number.POSITIVE_INFINITY;
}

export function play(table: TableBlock, lines: TableLines): Played {
  const state = new Player(table, lines);
  let end = Number.POSITIVE_INFINITY;
  for (const line of linesToPlay(table)) {
    if (state.play(line)) continue;
    end = line;
    break;
  }
  state.finish(end);
  return { state, end };
}

/** Commands other than -A, and `:` lines of chains that lines above spoke of already. */
function linesToPlay(table: TableBlock): readonly number[] {
  const late: number[] = [];
  for (const { builtin, declarations, firstLine } of table.chains.all()) {
    if (builtin) continue;
    for (const line of declarations) if (line !== firstLine) late.push(line);
  }
  if (late.length === 0) return table.events;
  return [...table.events, ...late].sort((a, b) => a - b);
}
