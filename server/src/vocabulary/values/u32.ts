// The kind `u32`: tests of four bytes of the packet, `start operators = values`, with && between them.

import type { ValueFault, ValueKind } from './kind.ts';
import type { U32Value } from './kinds.ts';
import type { TextMeaning } from './meaning.ts';
import { isSpace, NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

/** Tests, numbers on the left of an =, and ranges on its right: the kernel's structure has room for so many. */
const MOST = 10;
const MAX = 0xffffffff;

/** A walk over the expression; every step gives the fault that ends it, or undefined to go on. */
class Walk {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  blanks(): void {
    while (this.at < this.text.length && isSpace(this.text.charCodeAt(this.at))) this.at++;
  }

  sees(sign: string): boolean {
    return this.text.startsWith(sign, this.at);
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  fault(message: string, start = this.at, end = Math.min(this.text.length, start + 1)): ValueFault {
    return start < this.text.length ? { message, start, end } : { message };
  }

  number(what: string): ValueFault | undefined {
    const from = this.at;
    const value = scanUnsigned(this.text, from, this.text.length);
    if (value === NO_NUMBER || value > MAX) {
      const missing = `${what} is missing; write a number from 0 to 0xffffffff.`;
      return value === NO_NUMBER ? this.fault(missing) : this.fault('The number is over 0xffffffff.', from, scanEnd());
    }
    this.at = scanEnd();
    return undefined;
  }
}

/** A number of bits to shift by; the kernel refuses 32 and more. */
function shift(walk: Walk): ValueFault | undefined {
  const from = walk.at;
  const fault = walk.number('The number of bits to shift by');
  if (fault !== undefined) return fault;
  if (scanUnsigned(walk.text, from, walk.text.length) < 32) return undefined;
  return { ...walk.fault('Shifts are limited to 0 to 31 bits.', from, walk.at), late: true };
}

/** The left side up to and including the =. */
function location(walk: Walk): ValueFault | undefined {
  walk.blanks();
  if (walk.sees('='))
    return walk.fault('The place in the packet before the "=" is missing, such as 0 for the first four bytes.');
  if (walk.isAtEnd()) return { message: 'The test is missing; write one such as 6&0xFF=1.' };
  const first = walk.number('The place in the packet');
  if (first !== undefined) return first;
  for (let numbers = 1; ; numbers++) {
    walk.blanks();
    if (walk.isAtEnd()) return { message: 'The test has no "=" and value; write one such as 6&0xFF=1.' };
    if (walk.sees('=')) {
      walk.at++;
      return undefined;
    }
    const operator = ['&', '>>', '<<', '@'].find((sign) => walk.sees(sign));
    if (operator === undefined) return walk.fault('Expected an operator (& >> << @) or the "=" before the values.');
    if (numbers >= MOST) return walk.fault(`A test has at most ${MOST} numbers before the "=".`);
    walk.at += operator.length;
    const fault = operator.length === 2 ? shift(walk) : walk.number(`The number after "${operator}"`);
    if (fault !== undefined) return fault;
  }
}

/** The right side; stops behind the && of the next test or at the end. */
function values(walk: Walk): ValueFault | undefined {
  for (let ranges = 1; ; ranges++) {
    walk.blanks();
    if (walk.isAtEnd()) return { message: 'The value at the end is missing.' };
    if (ranges > MOST) return walk.fault(`A test has at most ${MOST} values or ranges.`);
    const low = walk.number('The value');
    if (low !== undefined) return low;
    walk.blanks();
    if (walk.sees(':')) {
      walk.at++;
      const high = walk.number('The end of the range');
      if (high !== undefined) return high;
      walk.blanks();
    }
    if (walk.isAtEnd()) return undefined;
    if (walk.sees('&')) {
      if (!walk.sees('&&')) return walk.fault('Tests are joined by "&&".');
      return undefined;
    }
    if (!walk.sees(',')) return walk.fault('Expected a comma and another value, or "&&" and another test.');
    walk.at++;
  }
}

function check(text: string): ValueFault | undefined {
  const walk = new Walk(text);
  for (let tests = 1; ; tests++) {
    const fault = location(walk) ?? values(walk);
    if (fault !== undefined) return fault;
    if (walk.isAtEnd()) return undefined;
    if (tests >= MOST) return walk.fault(`An expression has at most ${MOST} tests.`, walk.at, walk.at + 2);
    walk.at += 2;
  }
}

export const u32: ValueKind<U32Value, TextMeaning> = {
  read: (text) => ({ kind: 'text', text }),
  check,
  describe: () =>
    'tests of four bytes such as 6&0xFF=1 && 4&0x1FFF=0: a place, operators & >> << @, then = and values or ranges',
};
