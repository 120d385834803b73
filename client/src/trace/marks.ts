// What a trace says to each line of its file: a rule that was come to twice has the weightier word.

import type { PacketTrace, TraceStep } from '../../../server/src/features/trace/protocol.ts';

/** What is shown of a line; of several the last one in this list counts. */
export const MARKS = ['passed', 'depends', 'matches', 'policy'] as const;
export type Mark = (typeof MARKS)[number];

export interface Marked {
  readonly mark: Mark;
  readonly step: TraceStep;
}

/** More lines than this nobody looks through, and an editor would be slow. */
const MOST_LINES = 5000;

/** What stands behind each line, counted from zero. */
export function marksOf({ steps }: Pick<PacketTrace, 'steps'>): ReadonlyMap<number, Marked> {
  const marks = new Map<number, Marked>();
  for (const step of steps) {
    const mark = MARKS.find((one) => one === step.kind);
    if (mark === undefined) continue;
    for (const line of linesOf(step)) {
      const known = marks.get(line);
      if (known && MARKS.indexOf(known.mark) > MARKS.indexOf(mark)) continue;
      if (known || mark !== 'passed' || marks.size < MOST_LINES) marks.set(line, { mark, step });
      else break;
    }
  }
  return marks;
}

function* linesOf({ line, lines }: TraceStep): Generator<number> {
  if (!lines) {
    if (line !== undefined) yield line;
    return;
  }
  for (const [first, last] of lines) for (let at = first; at <= last; at++) yield at;
}
