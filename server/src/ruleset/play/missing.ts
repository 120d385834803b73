// Lines that speak of a chain where there is none, or jump to one that is built in.

import { EVERYONE } from '../../vocabulary/schema.ts';
import type { Chain } from '../table/chain.ts';
import { hasLine, type Lines } from '../table/lines.ts';
import type { TableBlock } from '../table-block.ts';
import type { Incident, MissingChain } from './incident.ts';
import type { TableState } from './state.ts';

/** All of them above line `end`. What the commands that were played found missing themselves is not among them. */
export function wrongMentions(table: TableBlock, state: TableState, end: number): Incident[] {
  const found: Incident[] = [];
  for (const chain of table.chains.all()) {
    if (chain.builtin) {
      for (const line of chain.jumps)
        if (line < end) found.push({ kind: 'jump-to-builtin', line, name: chain.name, refusedBy: EVERYONE });
    } else if (mayBeMissing(chain, state)) {
      const note = (lines: Lines, blamed: MissingChain['blamed']) => {
        for (const line of lines)
          if (line < end && !state.existsAt(chain.name, line))
            found.push({ kind: 'missing', blamed, line, name: chain.name, refusedBy: EVERYONE });
      };
      note(chain.appends, 'chain');
      note(refused(table, chain), 'chain');
      note(chain.jumps, 'object');
    }
  }
  return found;
}

/** False of a chain that a `:` line makes before anything speaks of it, and that nothing deletes or renames. */
function mayBeMissing({ name, declarations, firstLine }: Chain, state: TableState): boolean {
  return declarations[0] !== firstLine || state.wasDeleted(name);
}

/** Commands on a chain that no loader carries out, so that they were not played. */
function refused(table: TableBlock, { commands, makers }: Chain): Lines {
  return commands.filter((line) => !hasLine(table.events, line) && !hasLine(makers, line));
}
