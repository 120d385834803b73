// What the literals of SNPT and DNPT cannot say: prefixes of 64 bits at most, with nothing behind them.

import type { UseCheck, UseFault } from '../schema.ts';
import { compareAddresses, prefixLength } from '../values/address-words.ts';
import { readValue } from '../values/index.ts';

const LONGEST = 64;

/** Judges what is surely a prefix; the rest, host names for one, is not its business. */
function prefixFault(text: string): string | undefined {
  const network = readValue(text, { kind: 'network' }, { family: 6 })?.networks[0];
  if (network === undefined || network.kind === 'host') return undefined;
  const length = network.kind === 'differs' ? undefined : prefixLength(network.mask);
  if (network.kind === 'differs' || length === undefined)
    return `"${text}" has a mask with holes; write a length from /0 to /${LONGEST}.`;
  if (length > LONGEST) {
    const what = text.includes('/') ? `"/${length}" is too long` : `"${text}" without a length means /${length}`;
    return `${what}; a translated prefix has at most ${LONGEST} bits.`;
  }
  if (compareAddresses(network.address, network.written) === 0) return undefined;
  return `"${text}" has bits after its /${length}; write them as zeros.`;
}

/** Judges `--src-pfx` and `--dst-pfx`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index): readonly UseFault[] => {
    const text = option.values[0];
    const message = text === undefined ? undefined : prefixFault(text);
    return message === undefined ? [] : [{ message, option: index, value: 0 }];
  });
