// The packets that a hook lets into its built-in chain.

import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { AXES } from '../dimensions.ts';
import type { Intervals } from '../sets/intervals.ts';

/** Whether a packet has an interface there: it always has, never has, or sometimes. */
type Presence = 'always' | 'never' | 'sometimes';

/** By built-in chains: the interface by which the packet came in, and the one by which it goes out. */
const INTERFACES: Readonly<Record<string, readonly [input: Presence, output: Presence]>> = {
  PREROUTING: ['always', 'never'],
  INPUT: ['always', 'never'],
  FORWARD: ['always', 'always'],
  OUTPUT: ['never', 'always'],
  // Forwarded packets came in by one, the machine's own did not.
  POSTROUTING: ['sometimes', 'always'],
};

/** All packets that may enter a built-in chain. */
export function packetsOf(chain: string, family: Family): Box {
  const presence = INTERFACES[chain];
  if (!presence) return Box.everything;
  const known = boxes[family].get(chain) ?? boxOf(presence, family);
  boxes[family].set(chain, known);
  return known;
}

/** By built-in chain: every file asks for the same. */
const boxes: Readonly<Record<Family, Map<string, Box>>> = { 4: new Map(), 6: new Map() };

function boxOf([input, output]: readonly [input: Presence, output: Presence], family: Family): Box {
  const { inputInterface, outputInterface } = AXES[family];
  return (
    Box.of([present(inputInterface.point(''), input), present(outputInterface.point(''), output)]) ?? Box.everything
  );
}

function present(absent: Intervals, presence: Presence): Intervals {
  if (presence === 'always') return absent.complement();
  return presence === 'never' ? absent : absent.axis.everything;
}
