// The kind `prefix-length`: the length of a network's prefix without the address; as a mask, too.

import { atonV4, lastV6, NO_ADDRESS, readV6 } from './address.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { PrefixLengthValue } from './kinds.ts';
import { maskOf } from './network.ts';
import { wholeUnsigned } from './scan.ts';
import { shown } from './shown.ts';

/** Whether a mask is ones and then zeros only, so that it has a length. */
function isPrefix(mask: bigint, bits: bigint): boolean {
  const rest = 2n ** bits - 1n - mask;
  return (rest & (rest + 1n)) === 0n;
}

function check(text: string, value: PrefixLengthValue, context: ValueContext): ValueFault | undefined {
  const longest = context.family === 4 ? 32 : 128;
  if (wholeUnsigned(text, 0, text.length, longest) >= 0) return undefined;
  const fault = maskOf(text, 0, text.length, context.family);
  if (fault !== undefined && fault.severity === undefined) return lengthFault(text, longest);
  if (value.mask) return fault;
  const mask =
    context.family === 4
      ? BigInt(atonV4(text, 0, text.length))
      : readV6(text, 0, text.length)
        ? lastV6()
        : BigInt(NO_ADDRESS);
  return mask >= 0n && isPrefix(mask, BigInt(longest)) ? undefined : lengthFault(text, longest);
}

function lengthFault(text: string, longest: number): ValueFault {
  const number = wholeUnsigned(text, 0, text.length, Number.MAX_SAFE_INTEGER);
  const wrong =
    text === ''
      ? 'A length is missing'
      : number > longest
        ? `${shown(text)} is over ${longest}`
        : `"${text}" is no length of a prefix`;
  return { message: `${wrong}; write a number from 0 to ${longest}, such as ${longest === 32 ? 24 : 64}.` };
}

export const prefixLength: ValueKind<PrefixLengthValue> = {
  check,
  describe: (_value, context) =>
    context.family === 4
      ? 'a prefix length from 0 to 32, or a mask such as 255.255.255.0'
      : 'a prefix length from 0 to 128, or a mask such as ffff:ffff::',
};
