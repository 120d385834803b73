// The kind `text`: any text within a number of bytes.

import type { ValueFault, ValueKind } from './kind.ts';
import type { TextValue } from './kinds.ts';
import type { TextMeaning } from './meaning.ts';
import { utf8Length } from './scan.ts';

/** A UTF-16 unit takes at most three bytes, so short texts need no count. */
const MOST_BYTES_A_UNIT = 3;

function check(text: string, value: TextValue): ValueFault | undefined {
  const forbidden = value.forbidden === undefined ? undefined : forbiddenFault(text, value.forbidden, value);
  if (forbidden) return forbidden;
  const least = value.minBytes ?? 0;
  const most = Math.min(value.maxBytes ?? Number.POSITIVE_INFINITY, value.cutAfterBytes ?? Number.POSITIVE_INFINITY);
  if (text.length < least || text.length * MOST_BYTES_A_UNIT > most) {
    return lengthFault(text, value);
  }
  return undefined;
}

function lengthFault(text: string, value: TextValue): ValueFault | undefined {
  const bytes = utf8Length(text);
  const least = value.minBytes ?? 0;
  if (bytes < least) {
    return {
      message:
        text === ''
          ? `The value is empty; write ${value.what}.`
          : `"${text}" has ${bytes} bytes; at least ${least} are needed.`,
    };
  }
  if (value.maxBytes !== undefined && bytes > value.maxBytes) {
    return {
      message: `The text has ${bytes} bytes; at most ${value.maxBytes} are allowed.`,
      start: unitsOf(text, value.maxBytes),
      end: text.length,
    };
  }
  if (value.cutAfterBytes === undefined || bytes <= value.cutAfterBytes) return undefined;
  const message = `The text has ${bytes} bytes and is silently cut to ${value.cutAfterBytes}.`;
  return { message, start: unitsOf(text, value.cutAfterBytes), end: text.length, severity: 'warning' };
}

/** How many UTF-16 units the first so many bytes are; a character that is cut does not count. */
function unitsOf(text: string, bytes: number): number {
  let left = bytes;
  let units = 0;
  for (const character of text) {
    left -= utf8Length(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function forbiddenFault(text: string, forbidden: string, value: TextValue): ValueFault | undefined {
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (!forbidden.includes(sign)) continue;
    const why = value.forbiddenWhy === undefined ? '' : `: ${value.forbiddenWhy}`;
    const named = sign === '\n' ? 'A line break' : `"${sign}"`;
    const late = sign === '/' ? { late: true as const } : {};
    return { message: `${named} is not allowed here${why}.`, start: at, end: at + 1, ...late };
  }
  return undefined;
}

function read(text: string, { cutAfterBytes }: TextValue): TextMeaning {
  return { kind: 'text', text: cutAfterBytes === undefined ? text : text.slice(0, unitsOf(text, cutAfterBytes)) };
}

export const text: ValueKind<TextValue, TextMeaning> = {
  check,
  read,
  describe: (value) => {
    const most = value.maxBytes ?? value.cutAfterBytes;
    return most === undefined ? value.what : `${value.what} of at most ${most} bytes`;
  },
};
