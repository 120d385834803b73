// What the literal of TCPOPTSTRIP cannot say: two spellings of one option count as the same.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck } from '../schema.ts';
import { STRIPPABLE } from './TCPOPTSTRIP.ts';

function numberOf(item: string): number | undefined {
  const named = STRIPPABLE.find((choice) => choice.name === item)?.number;
  const value = named ?? wholeNumber(item, 255n);
  return value === undefined ? undefined : Number(value);
}

/** Finds `2,mss` and `2,0x2`; the same word twice is the literal's business. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--strip-options' || text === undefined) return [];
    const seen = new Map<number, string>();
    let start = 0;
    for (const item of text.split(',')) {
      const number = numberOf(item);
      const earlier = number === undefined ? undefined : seen.get(number);
      if (earlier !== undefined && earlier !== item) {
        const message = `"${item}" is the same option as "${earlier}"; list it once.`;
        return [{ message, option: index, value: 0, start, end: start + item.length }];
      }
      if (number !== undefined) seen.set(number, item);
      start += item.length + 1;
    }
    return [];
  });
