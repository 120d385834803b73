// The lists of IPv6 options that dst and hbh take.

import { readCNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const MOST = 16;

/** Whether the tools read the whole text as a number; they keep its lowest byte and do not mind more. */
function readable(text: string): boolean {
  const { end, overflow } = readCNumber(text);
  return end > 0 && end === text.length && !overflow;
}

/** What is wrong with one `type[:length]`, undefined when nothing is. */
function entryFault(entry: string): string | undefined {
  const colon = entry.indexOf(':');
  const type = colon < 0 ? entry : entry.slice(0, colon);
  if (!readable(type)) return `"${type}" is not an option type; write a number from 0 to 255.`;
  if (colon < 0) return undefined;
  if ((readCNumber(type).value & 0xffn) === 0n) return 'Option type 0 (Pad1) has no length; remove the colon.';
  const length = entry.slice(colon + 1);
  return readable(length) ? undefined : `"${length}" is not a length; write a number from 0 to 255.`;
}

function listFault(text: string, option: number): readonly UseFault[] {
  const entries = text.split(',');
  let start = 0;
  for (const [index, entry] of entries.entries()) {
    const end = start + entry.length;
    if (index === MOST) {
      const message = `Too many options; a rule has at most ${MOST}.`;
      return [{ message, option, value: 0, start, end: text.length }];
    }
    const message = entryFault(entry);
    if (message !== undefined) return [{ message, option, value: 0, start, end }];
    start = end + 1;
  }
  return [];
}

/** The check of the option `name`, a list of `type[:length]`. */
export function optionListCheck(name: string): UseCheck {
  return (use) =>
    use.options.flatMap((option, index) => {
      const text = option.name === name ? option.values[0] : undefined;
      return text === undefined ? [] : listFault(text, index);
    });
}

/** Judges `--dst-opts`. */
export const check: UseCheck = optionListCheck('--dst-opts');
