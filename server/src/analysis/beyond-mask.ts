// Values of which a mask leaves some bits, compared with a value that has others: nothing is equal to it.

import type { Meaning } from '../vocabulary/values/meaning.ts';

/** The values of an option ask for a bit that their mask takes away, as `0x2/0x1` does. */
export function asksBeyondMask([first, second]: readonly Meaning[]): boolean {
  switch (first?.kind) {
    case 'mark':
    case 'tos':
      return (first.value & ~first.mask) !== 0;
    case 'tcp-flags':
      return second?.kind === 'tcp-flags' && (second.flags & ~first.flags) !== 0;
    default:
      return false;
  }
}
