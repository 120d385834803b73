// The kind `time-of-day`: hours, minutes and seconds with colons.

import type { ValueFault, ValueKind } from './kind.ts';
import type { TimeOfDayValue } from './kinds.ts';
import type { TimeOfDayMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, scanDecimal, scanEnd } from './scan.ts';

const FORM = 'write a time from 00:00 to 23:59:59, such as 08:30';
const MOST = [23, 59, 59] as const;
const NAMES = ['hour', 'minute', 'second'] as const;

/** strtoul with base 10 reads each part, so one may be empty (0) and leading zeros do not matter. */
function check(text: string): ValueFault | undefined {
  let from = 0;
  let odd = false;
  for (let i = 0; i < 3; i++) {
    const number = scanDecimal(text, from, text.length, 32);
    const at = number === NO_NUMBER ? from : scanEnd();
    const most = MOST[i] ?? 0;
    if (number > most)
      return {
        message: `${quoted(text.slice(from, at))} is not a valid ${NAMES[i]}: ${NAMES[i]}s are 0 to ${most}; ${FORM}.`,
        start: from,
        end: at,
      };
    if (number === NO_NUMBER) odd = true;
    const isEnd = at === text.length;
    if (isEnd && i > 0)
      return odd ? { message: `"${text}" has an empty part, which means 0; ${FORM}.`, severity: 'warning' } : undefined;
    if (isEnd || text.charCodeAt(at) !== 0x3a || i === 2) return formFault(text, at);
    from = at + 1;
  }
  return undefined;
}

function formFault(text: string, at: number): ValueFault {
  if (/^\d{1,2}$/.test(text)) return { message: `"${text}" has no minutes; ${FORM}.`, suggestions: [`${text}:00`] };
  return {
    message: `"${text}" is not a time of day; ${FORM}.`,
    ...(at > 0 && at < text.length ? { start: at, end: text.length } : {}),
  };
}

function read(text: string): TimeOfDayMeaning {
  const [hours = 0, minutes = 0, seconds = 0] = text
    .split(':')
    .map((word) => Math.max(scanDecimal(word, 0, word.length, 32), 0));
  return { kind: 'time-of-day', seconds: hours * 3600 + minutes * 60 + seconds };
}

export const timeOfDay: ValueKind<TimeOfDayValue, TimeOfDayMeaning> = {
  check,
  read,
  describe: () => 'a time of day from 00:00 to 23:59:59, as hh:mm or hh:mm:ss',
};
