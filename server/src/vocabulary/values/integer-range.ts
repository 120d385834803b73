// The kind `integer-range`: one whole number, or two with a colon between them, either of which may be left out.

import type { ValueFault, ValueKind } from './kind.ts';
import type { IntegerRangeValue } from './kinds.ts';
import type { IntegerRangeMeaning } from './meaning.ts';
import { describeLimits, numberFault, withinLimits } from './number-fault.ts';
import { exactUnsigned, scanEnd, scanUnsigned } from './scan.ts';

function check(text: string, value: IntegerRangeValue): ValueFault | undefined {
  const separator = value.separator ?? ':';
  const middle = text.indexOf(separator);
  if (middle < 0) {
    if (text === '') return { message: `An empty value means ${value.min}; write the number.`, severity: 'warning' };
    return endFault(text, 0, text.length, value);
  }
  const again = text.indexOf(separator, middle + 1);
  if (again >= 0)
    return { message: `A range has one "${separator}", such as 1${separator}10.`, start: again, end: text.length };
  const first = middle === 0 ? undefined : endFault(text, 0, middle, value);
  if (first !== undefined) return first;
  const last = middle + 1 === text.length ? undefined : endFault(text, middle + 1, text.length, value);
  return last ?? orderFault(text, middle, value, separator);
}

/** Judges one end of the range. */
function endFault(text: string, from: number, to: number, value: IntegerRangeValue): ValueFault | undefined {
  const number = scanUnsigned(text, from, to);
  if (number >= 0 && scanEnd() === to && withinLimits(number, text, from, to, value)) return undefined;
  return numberFault(text, from, to, value);
}

function orderFault(text: string, middle: number, value: IntegerRangeValue, separator: string): ValueFault | undefined {
  if (middle === 0 || middle + 1 === text.length) return undefined;
  const low = scanUnsigned(text, 0, middle);
  const high = scanUnsigned(text, middle + 1, text.length);
  if (low < high) return undefined;
  if (
    low <= Number.MAX_SAFE_INTEGER
      ? low === high
      : exactUnsigned(text, 0, middle) <= exactUnsigned(text, middle + 1, text.length)
  )
    return undefined;
  const turned = `${text.slice(middle + 1)}${separator}${text.slice(0, middle)}`;
  const message = `The range "${text}" runs backwards; write "${turned}".`;
  const fault = { message, suggestions: [turned] };
  if (value.ordered === undefined) return { ...fault, severity: 'warning' };
  return value.ordered === 'always' ? fault : { ...fault, ...value.ordered };
}

function read(text: string, value: IntegerRangeValue): IntegerRangeMeaning {
  const middle = text.indexOf(value.separator ?? ':');
  const end = middle < 0 ? text.length : middle;
  const first = end === 0 ? BigInt(value.min) : exactUnsigned(text, 0, end);
  const isOpen = middle < 0 ? value.alone === 'least' : middle + 1 === text.length;
  const last = isOpen ? BigInt(value.max) : middle < 0 ? first : exactUnsigned(text, middle + 1, text.length);
  return { kind: 'integer-range', first, last };
}

export const integerRange: ValueKind<IntegerRangeValue, IntegerRangeMeaning> = {
  check,
  read,
  describe: (value) => {
    const separator = value.separator ?? ':';
    return `${describeLimits(value)}, or a range such as 10${separator}20, ${separator}20 or 10${separator}`;
  },
};
