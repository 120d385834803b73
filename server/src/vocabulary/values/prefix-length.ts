// The kind `prefix-length`: the length of a network's prefix without the address; as a mask, too.

import { prefixLength as lengthOf } from './address-words.ts';
import type { ReadContext, ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { PrefixLengthValue } from './kinds.ts';
import type { MaskMeaning } from './meaning.ts';
import { maskOf, readMask } from './network.ts';
import { masksOfExtension } from './odd-masks.ts';
import { quoted } from './quoted.ts';
import { wholeUnsigned } from './scan.ts';

function check(text: string, value: PrefixLengthValue, { family }: ValueContext): ValueFault | undefined {
  const longest = family === 4 ? 32 : 128;
  if (wholeUnsigned(text, 0, text.length, longest) >= 0) return undefined;
  const mask = readMask(text, 0, text.length, family, 'getaddrinfo');
  if (mask === undefined) return lengthFault(text, longest);
  if (value.mask) return maskOf(text, 0, text.length, family);
  return lengthOf(mask) === undefined ? lengthFault(text, longest) : undefined;
}

function read(text: string, _value: PrefixLengthValue, { family, version }: ReadContext): MaskMeaning | undefined {
  const written = readMask(text, 0, text.length, family, 'getaddrinfo');
  const [mask, ...others] = written ? masksOfExtension(written, version) : [];
  return mask && { kind: 'mask', mask, ...(others.length > 0 ? { differs: true } : {}) };
}

function lengthFault(text: string, longest: number): ValueFault {
  const number = wholeUnsigned(text, 0, text.length, Number.MAX_SAFE_INTEGER);
  const wrong =
    text === ''
      ? 'The prefix length is missing'
      : number > longest
        ? `${quoted(text)} is over ${longest}`
        : `"${text}" is not a prefix length`;
  return { message: `${wrong}; write a number from 0 to ${longest}, such as ${longest === 32 ? 24 : 64}.` };
}

export const prefixLength: ValueKind<PrefixLengthValue, MaskMeaning> = {
  check,
  read,
  describe: (_value, context) =>
    context.family === 4
      ? 'a prefix length from 0 to 32, or a mask such as 255.255.255.0'
      : 'a prefix length from 0 to 128, or a mask such as ffff:ffff::',
};
