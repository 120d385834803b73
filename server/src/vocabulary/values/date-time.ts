// The kind `date-time`: a date with an optional time, each part after the year optional.

import type { ValueFault, ValueKind } from './kind.ts';
import type { DateTimeValue } from './kinds.ts';
import type { DateTimeMeaning } from './meaning.ts';
import { NO_NUMBER, scanDecimal, scanEnd } from './scan.ts';

const FORM = 'write YYYY[-MM[-DD[Thh[:mm[:ss]]]]], such as 2026-01-31T08:30';

/** The parts in their order, what stands before each, and what they may be. */
const PARTS = [
  { name: 'year', before: '', min: 1970, max: 2038 },
  { name: 'month', before: '-', min: 0, max: 12 },
  { name: 'day', before: '-', min: 0, max: 31 },
  { name: 'hour', before: 'T', min: 0, max: 23 },
  { name: 'minute', before: ':', min: 0, max: 59 },
  { name: 'second', before: ':', min: 0, max: 59 },
] as const;

/** The parts up to where the text stops to be a date, at its end for a whole one. */
interface Scan {
  readonly values: readonly number[];
  readonly at: number;
  /** The number that stands there and is out of its part's limits. */
  readonly wrong?: { readonly part: (typeof PARTS)[number]; readonly end: number };
}

/** strtoul reads each part, so an empty one counts as 0, and `-0` is a month. */
function scan(text: string): Scan {
  const values: number[] = [];
  let at = 0;
  for (const part of PARTS) {
    if (part.before !== '') {
      if (text[at] !== part.before) break;
      at++;
    }
    const number = scanDecimal(text, at, text.length, 32);
    const end = number === NO_NUMBER ? at : scanEnd();
    const value = Math.max(number, 0);
    if (value < part.min || value > part.max) return { values, at, wrong: { part, end } };
    values.push(value);
    at = end;
    if (at === text.length) break;
  }
  return { values, at };
}

function check(text: string): ValueFault | undefined {
  const { values, at, wrong } = scan(text);
  if (wrong) {
    const { part, end } = wrong;
    const message = `"${text.slice(at, end)}" is not a valid ${part.name}, ${part.min || 1} to ${part.max}; ${FORM}.`;
    return { message, start: at, end };
  }
  return at === text.length ? calendarFault(text, values) : formFault(text, at);
}

function formFault(text: string, at: number): ValueFault {
  const near = text[at] === ' ' || text[at] === 't' ? `${text.slice(0, at)}T${text.slice(at + 1)}` : undefined;
  return {
    message: `Unexpected "${text.slice(at)}" in a date; ${FORM}.`,
    start: at,
    end: text.length,
    ...(near ? { suggestions: [near] } : {}),
  };
}

/** The day, and the time of it, that the C library makes of the parts: day 30 of a February is one of March. */
function dateOf([year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function read(text: string): DateTimeMeaning {
  return { kind: 'date-time', seconds: dateOf(scan(text).values).getTime() / 1000 };
}

/** Loads, but is another day than it says: the C library turns 2026-02-30 into 2026-03-02. */
function calendarFault(text: string, values: readonly number[]): ValueFault | undefined {
  const [, month = 1, day = 1] = values;
  const date = dateOf(values);
  if (date.getTime() < 0) return { message: `"${text}" is before 1970-01-01, the first possible day; ${FORM}.` };
  if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return undefined;
  return {
    message: `There is no such day, so "${text}" is read as ${date.toISOString().slice(0, 10)}.`,
    severity: 'warning',
  };
}

export const dateTime: ValueKind<DateTimeValue, DateTimeMeaning> = {
  check,
  read,
  describe: () => 'a date from 1970 to 2038 with an optional time, as YYYY[-MM[-DD[Thh[:mm[:ss]]]]]',
};
