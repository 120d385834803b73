// What the literals of SNPT and DNPT cannot say: prefixes of 64 bits at most, with nothing behind them.

import type { UseCheck, UseFault } from '../schema.ts';
import { compareAddresses, prefixLength } from '../values/address-words.ts';
import { readValue } from '../values/index.ts';
import { readMask } from '../values/network.ts';

const LONGEST = 64;
const BITS = 128;

/** Judges what is surely a prefix; the rest, host names for one, is not its business. */
function prefixFault(text: string): string | undefined {
  const network = readValue(text, { kind: 'network' }, { family: 6 })?.networks[0];
  if (network?.kind !== 'network') return undefined;
  const length = prefixLength(network.mask) ?? BITS;
  if (length > LONGEST) return `${tooLong(text, length)}; a prefix that is translated has at most ${LONGEST} bits.`;
  if (compareAddresses(network.address, network.written) === 0) return undefined;
  return `${text} has bits behind its /${length}; write them as zeros.`;
}

function tooLong(text: string, length: number): string {
  const slash = text.indexOf('/');
  if (slash < 0) return `${text} without a length is a /${BITS}`;
  const mask = readMask(text, slash + 1, text.length, 6, 'getaddrinfo') ?? [];
  return prefixLength(mask) === undefined
    ? `${text} has a mask with holes, which counts as /${BITS}`
    : `/${length} is too long`;
}

/** Judges `--src-pfx` and `--dst-pfx`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index): readonly UseFault[] => {
    const text = option.values[0];
    const message = text === undefined ? undefined : prefixFault(text);
    return message === undefined ? [] : [{ message, option: index, value: 0 }];
  });
