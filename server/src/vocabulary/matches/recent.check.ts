// What the literal of recent cannot say: names that are no file names, and a hit count where nothing is counted.

import { wholeNumber } from '../c-number.ts';
import type { OptionUse, UseCheck, UseFault } from '../schema.ts';

const MOST_HITS = 65535n;

function nameFault(text: string, option: number): readonly UseFault[] {
  if (text !== '.' && text !== '..') return [];
  const message = `A list cannot be named "${text}": the name becomes a file in /proc/net/xt_recent.`;
  return [{ message, option, value: 0 }];
}

/** The kernel refuses a count beside --set and --remove; a count of 0 it does not see. */
function countFault(text: string, option: number, options: readonly OptionUse[]): readonly UseFault[] {
  const hits = wholeNumber(text, MOST_HITS);
  const action = options.find((use) => use.name === '--set' || use.name === '--remove');
  if (action === undefined || hits === undefined || hits === 0n) return [];
  const message = `"--hitcount" needs "--rcheck" or "--update"; "${action.name}" does not count hits.`;
  return [{ message, option }];
}

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, index) => {
    const text = use.values[0];
    if (text === undefined) return [];
    if (use.name === '--name') return nameFault(text, index);
    return use.name === '--hitcount' ? countFault(text, index, options) : [];
  });
