// Codes of places: rules in a chain or table where the kernel does not take them.

import * as moves from '../fixes/moves.ts';
import type { Declarations } from './declaration.ts';

export const PLACE_CODES = {
  'drop-in-nat': {
    means: 'A rule or policy of nat drops packets.',
    says: () =>
      'DROP is not allowed in the nat table, which is not for filtering. Drop in filter, or in mangle before routing.',
    fixes: moves.dropInMangle,
  },
  'input-interface-in-output': {
    means: '-i stands in a chain of packets that come in nowhere.',
    fault: (about) => `${about(0)} is not allowed in ${about(1)}: outgoing packets have not come in anywhere. Use -o.`,
    fixes: moves.swapInterface,
  },
  'output-interface-in-input': {
    means: '-o stands in a chain of packets that have no way out yet.',
    fault: (about) => `${about(0)} is not allowed in ${about(1)}: the packet has no way out yet. Use -i.`,
    fixes: moves.swapInterface,
  },
  'wrong-chain': {
    means: 'A match, a target or an option does not work in a chain from which the rule is reached.',
    says: (what: string, from: string, hooks: readonly string[]) =>
      `${what} does not work ${from}; it works ${hooks.length === 0 ? 'in no chain of this table' : `only in ${hooks.join(', ')}`}.`,
    fixes: moves.moveToRightChain,
  },
  'wrong-table': {
    means: 'A match, a target or an option does not work in the table.',
    says: (what: string, table: string, places: readonly string[]) =>
      `${what} does not work in the table ${table}; it works in ${places.join(' or ')}.`,
    fixes: moves.moveToRightTable,
  },
} as const satisfies Declarations;
