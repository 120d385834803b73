// The lists of days of time, read as the library reads them, dates in their order, and when --contiguous makes sense.

import { readCNumber } from '../c-number.ts';
import type { OptionUse, UseCheck, UseFault } from '../schema.ts';
import { readValue } from '../values/index.ts';

const LAST_MONTHDAY = 31n;
const WEEKDAYS: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** The library copies so much of an entry and does not look at the rest. */
const DAY_LETTERS = 3;
const FIRST_SECOND = 0;
const LAST_SECOND = 86399;

type Part = Pick<UseFault, 'message' | 'start' | 'end'>;

/** A list is read up to its end: a comma there opens no entry, but one before another opens an empty one. */
function weekdaysFault(text: string): Part | undefined {
  let start = 0;
  while (start < text.length) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    const day = text.slice(start, Math.min(end, start + DAY_LETTERS));
    const number = readCNumber(day);
    const place = day === '' ? {} : { start, end };
    if (day === '' || (number.end === day.length && number.value === 0n)) {
      const what = day === '' ? 'An empty entry' : `"${day}"`;
      return { message: `${what} is not a day of the week; numbers start with 1 for Monday.`, ...place };
    }
    if (number.end !== day.length && !WEEKDAYS.includes(day.slice(0, 2))) {
      return {
        message: `"${day}" is not a day of the week; write Mon, Tue, Wed, Thu, Fri, Sat, Sun or 1 to 7.`,
        ...place,
      };
    }
    start = end + 1;
  }
  return undefined;
}

/** Commas are passed over, then at most two characters are taken as a number: `311` is 31 and 1. */
function monthdaysFault(text: string): Part | undefined {
  let at = 0;
  while (at < text.length) {
    while (text[at] === ',') at++;
    const day = /^[^,]{0,2}/.exec(text.slice(at))?.[0] ?? '';
    if (day === '') continue;
    const { value, end } = readCNumber(day);
    if (end !== day.length || value > LAST_MONTHDAY) {
      const comma = text.indexOf(',', at);
      const stop = comma < 0 ? text.length : comma;
      const message = `"${text.slice(at, stop)}" is not a day of the month; write a number from 1 to 31, without ranges.`;
      return { message, start: at, end: stop };
    }
    // Behind two digits nothing is read up to the comma.
    const comma = day.length < 2 ? -1 : text.indexOf(',', at);
    at = day.length < 2 ? at + day.length : comma < 0 ? text.length : comma;
  }
  return undefined;
}

/** Seconds since midnight; undefined for what is no time of day, of which the literal speaks. */
function secondsOf(text: string): number | undefined {
  return readValue(text, { kind: 'time-of-day' }, { family: 4 })?.seconds;
}

function contiguousFault(options: readonly OptionUse[], option: number): readonly UseFault[] {
  const text = (name: string) => options.find((use) => use.name === name)?.values[0];
  const from = text('--timestart');
  const to = text('--timestop');
  const start = from === undefined ? FIRST_SECOND : secondsOf(from);
  const stop = to === undefined ? LAST_SECOND : secondsOf(to);
  if (start === undefined || stop === undefined || start >= stop) return [];
  const message = '"--contiguous" is for times past midnight: "--timestart" must not be before "--timestop".';
  return [{ message, option, ...(from === undefined || to === undefined ? { missing: true } : {}) }];
}

/** The last day comes before the first one: it loads, and no packet comes at such a time. */
function datesFault(options: readonly OptionUse[], option: number): readonly UseFault[] {
  const secondsAt = (name: string) => {
    const text = options.find((use) => use.name === name)?.values[0];
    return text === undefined ? undefined : readValue(text, { kind: 'date-time' }, { family: 4 })?.seconds;
  };
  const [start, stop] = [secondsAt('--datestart'), secondsAt('--datestop')];
  if (start === undefined || stop === undefined || start <= stop) return [];
  const message = '"--datestop" is before "--datestart", so this never matches; exchange the two.';
  return [{ message, option, value: 0, severity: 'warning' }];
}

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, option) => {
    if (use.name === '--datestop') return datesFault(options, option);
    if (use.name === '--contiguous') return contiguousFault(options, option);
    const text = use.values[0];
    if (text === undefined) return [];
    const part =
      use.name === '--weekdays' ? weekdaysFault(text) : use.name === '--monthdays' ? monthdaysFault(text) : undefined;
    return part === undefined ? [] : [{ ...part, option, value: 0 }];
  });
