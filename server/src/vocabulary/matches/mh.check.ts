// The types and ranges of types that --mh-type takes.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

/** Names of the types; a cut name stands for the first entry that it begins. */
const NAMES: readonly (readonly [string, number])[] = [
  ['binding-refresh-request', 0],
  ['brr', 0],
  ['home-test-init', 1],
  ['hoti', 1],
  ['careof-test-init', 2],
  ['coti', 2],
  ['home-test', 3],
  ['hot', 3],
  ['careof-test', 4],
  ['cot', 4],
  ['binding-update', 5],
  ['bu', 5],
  ['binding-acknowledgement', 6],
  ['ba', 6],
  ['binding-error', 7],
  ['be', 7],
];
const MOST = 255n;

/** The number of a type by name, cut name or number; undefined when it is none. */
function typeOf(text: string): number | undefined {
  const name = text.toLowerCase();
  const named = NAMES.find(([full]) => full === name) ?? NAMES.find(([full]) => full.startsWith(name));
  if (named) return named[1];
  const number = wholeNumber(text, MOST);
  return number === undefined ? undefined : Number(number);
}

function typeFault(text: string, option: number): UseFault | undefined {
  const colon = text.indexOf(':');
  const first = colon < 0 ? text : text.slice(0, colon);
  const last = colon < 0 ? text : text.slice(colon + 1);
  const wrong = (word: string, start: number): UseFault => ({
    message: `"${word}" is not a mobility header type; write a name such as binding-update, or 0 to ${MOST}.`,
    option,
    value: 0,
    start,
    end: start + word.length,
  });
  const low = colon === 0 ? 0 : typeOf(first);
  if (low === undefined) return wrong(first, 0);
  const high = colon >= 0 && last === '' ? Number(MOST) : typeOf(last);
  if (high === undefined) return wrong(last, colon + 1);
  if (low <= high) return undefined;
  const message = `The range runs backwards, from type ${low} to ${high}; swap them.`;
  return { message, option, value: 0 };
}

/** Judges `--mh-type`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.name === '--mh-type' ? option.values[0] : undefined;
    return (text === undefined ? undefined : typeFault(text, index)) ?? [];
  });
