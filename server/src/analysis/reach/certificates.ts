// What proves the fate of a rule, and whether an edit leaves the proof as it is.

import type { Probe } from './probe.ts';
import type { Step, Witness } from './step.ts';
import type { Cover, Fate } from './table-reach.ts';

/** What an edit took out of a table and put into it. */
export interface Edited {
  readonly added: readonly Step[];
  readonly gone: readonly Step[];
  /** Chains may be reached on other ways than before. */
  readonly hasJumps: boolean;
}

/** What edits leave of a proof: it stands, its packet must be tried again, or it is broken. */
export type Left = 'stands' | 'try' | 'broken';

/** What edits leave of the proof of a fate. */
export function leftOf(fate: Fate, edits: readonly Edited[]): Left {
  switch (fate.kind) {
    case 'live': {
      for (const edit of edits) if (!isUntouched(fate, edit)) return 'try';
      for (const { before } of fate.path.places) if (before.at < 0) return 'broken';
      return 'stands';
    }
    case 'covered':
      for (const edit of edits)
        if (edit.hasJumps || !fate.covers.every((cover) => isUnbroken(cover, edit))) return 'broken';
      return 'stands';
    case 'never':
    case 'excluded':
    case 'chain':
      return edits.some(({ hasJumps }) => hasJumps) ? 'broken' : 'stands';
    default:
      return 'broken';
  }
}

/** No rule that came or went has anything to do with the packet. */
function isUntouched({ probe }: Witness, edit: Edited): boolean {
  return !touches(edit.added, probe) && !touches(edit.gone, probe);
}

function touches(steps: readonly Step[], probe: Probe): boolean {
  for (const { way, parts } of steps) {
    if (way === 'passes') continue;
    for (const { box } of parts) if (probe.isIn(box)) return true;
  }
  return false;
}

/** The rules that take the packets are all there, nothing leads packets around them, and no other ones take any. */
function isUnbroken({ box, blocks }: Cover, { added, gone }: Edited): boolean {
  if (blocks.some(({ by }) => by.some(({ at }) => at < 0))) return false;
  if (added.some(({ way, parts }) => way !== 'passes' && parts.some((part) => part.box.intersects(box)))) return false;
  if (blocks.every(({ by }) => by.length === 1)) return true;
  return ![...added, ...gone].some(({ isEscape }) => isEscape);
}
