// Codes of places: rules in a chain or table where the kernel refuses them.

import { quoted } from '../../vocabulary/values/quoted.ts';
import * as moves from '../fixes/moves.ts';
import type { Declarations } from './declaration.ts';
import { quotedList } from './names.ts';

export const PLACE_CODES = {
  'drop-in-nat': {
    means: 'A rule or policy of nat drops packets.',
    says: () =>
      '"DROP" is not allowed in the table "nat", which is not for filtering. Drop packets in "filter", or in "mangle" before routing.',
    fixes: moves.dropInMangle,
  },
  'input-interface-in-output': {
    means: '-i is used in a chain of packets that do not come in by an interface.',
    fault: (about) =>
      `${quoted(about(0))} is not allowed in ${quoted(about(1))}: outgoing packets have no input interface. Use "-o".`,
    fixes: moves.swapInterface,
  },
  'output-interface-in-input': {
    means: '-o is used in a chain of packets that have no output interface yet.',
    fault: (about) =>
      `${quoted(about(0))} is not allowed in ${quoted(about(1))}: incoming packets have no output interface yet. Use "-i".`,
    fixes: moves.swapInterface,
  },
  'wrong-chain': {
    means: 'A match, target or option does not work in a chain that leads to the rule.',
    says: (what: string, from: string, hooks: readonly string[]) =>
      `${quoted(what)} does not work ${from}; it ${hooks.length === 0 ? 'does not work in any chain of this table' : `only works in ${quotedList(hooks, 'and')}`}.`,
    fixes: moves.moveToRightChain,
  },
  'wrong-table': {
    means: 'A match, target or option does not work in the table.',
    says: (what: string, table: string, places: readonly string[]) =>
      `${quoted(what)} does not work in the table ${quoted(table)}; it works in ${places.join(' and ')}.`,
    fixes: moves.moveToRightTable,
  },
} as const satisfies Declarations;
