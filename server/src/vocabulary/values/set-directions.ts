// The kind `set-directions`: which address or port of the packet each part of a set's entry is compared with.

import type { ValueFault, ValueKind } from './kind.ts';
import type { SetDirectionsValue } from './kinds.ts';
import type { SetDirectionsMeaning } from './meaning.ts';

/** Dimensions that an ipset can have. */
const MOST = 6;

/** Only the first three letters are compared, so `srcx` loads as src. Run with a set that exists. */
function check(text: string): ValueFault | undefined {
  let count = 0;
  let warning: ValueFault | undefined;
  for (let from = 0; ; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    if (++count > MOST)
      return {
        message: `A set has at most ${MOST} directions; remove the rest.`,
        start: from - 1,
        end: text.length,
      };
    const isDirection = text.startsWith('src', from) || text.startsWith('dst', from);
    if (!isDirection || to - from < 3) return directionFault(text, from, to);
    if (to - from > 3)
      warning ??= {
        message: `"${text.slice(from, to)}" is read as "${text.slice(from, from + 3)}"; write "src" or "dst".`,
        start: from,
        end: to,
        severity: 'warning',
      };
    if (comma < 0) return warning;
    from = comma + 1;
  }
}

function directionFault(text: string, from: number, to: number): ValueFault {
  const word = text.slice(from, to);
  const lower = word.trim().toLowerCase();
  const right = lower.startsWith('s') ? 'src' : lower.startsWith('d') ? 'dst' : undefined;
  const message =
    word === ''
      ? 'The direction is missing; write src or dst, several separated by commas.'
      : `"${word}" is not a direction; write src or dst, several separated by commas without spaces.`;
  return {
    message,
    start: from,
    end: to,
    ...(right ? { suggestions: [text.slice(0, from) + right + text.slice(to)] } : {}),
  };
}

function read(text: string): SetDirectionsMeaning {
  return {
    kind: 'set-directions',
    directions: text.split(',').map((word) => (word.startsWith('src') ? 'src' : 'dst')),
  };
}

export const setDirections: ValueKind<SetDirectionsValue, SetDirectionsMeaning> = {
  check,
  read,
  describe: () => 'src or dst for each part of a set entry, separated by commas: src,dst',
  names: () => [
    { name: 'src', summary: 'The source address, port, MAC or interface of the packet.' },
    { name: 'dst', summary: 'The destination address, port or interface of the packet.' },
  ],
};
