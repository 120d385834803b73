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

/** Whether a fate surely is the same after some edits. `getsThere` tries a packet again. */
export function stillStands(fate: Fate, edits: readonly Edited[], getsThere: (witness: Witness) => boolean): boolean {
  switch (fate.kind) {
    case 'live':
      return (
        (edits.every((edit) => isUntouched(fate, edit)) && fate.path.places.every(({ before }) => before.at >= 0)) ||
        getsThere(fate)
      );
    case 'covered':
      return edits.every((edit) => !edit.hasJumps && fate.covers.every((cover) => isUnbroken(cover, edit)));
    case 'never':
    case 'excluded':
    case 'chain':
      return edits.every(({ hasJumps }) => !hasJumps);
    default:
      return false;
  }
}

/** No rule that came or went has anything to do with the packet. */
function isUntouched({ probe }: Witness, { added, gone }: Edited): boolean {
  return !touches(added, probe) && !touches(gone, probe);
}

function touches(steps: readonly Step[], probe: Probe): boolean {
  return steps.some(({ way, parts }) => way !== 'passes' && parts.some(({ box }) => probe.isIn(box)));
}

/** The rules that take the packets are all there, nothing leads packets around them, and no other ones take any. */
function isUnbroken({ box, blocks }: Cover, { added, gone }: Edited): boolean {
  if (blocks.some(({ by }) => by.some(({ at }) => at < 0))) return false;
  if (added.some(({ way, parts }) => way !== 'passes' && parts.some((part) => part.box.intersects(box)))) return false;
  if (blocks.every(({ by }) => by.length === 1)) return true;
  return ![...added, ...gone].some(({ isEscape }) => isEscape);
}
