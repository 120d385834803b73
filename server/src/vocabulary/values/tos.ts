// The kind `tos`: a type of service by name, or a number of 8 bits with an optional mask.

import { nearest } from '../nearest.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { TosValue } from './kinds.ts';
import { maskedFault, readMasked } from './mark.ts';
import type { TosMeaning } from './meaning.ts';
import { NO_NUMBER, scanUnsigned } from './scan.ts';

/** The names, in any letter case. Source: `iptables -m tos -h` and runs of 1.8.9 and 1.8.11. */
const NAMES = [
  { name: 'Minimize-Delay', value: 0x10, summary: '0x10, for interactive traffic.' },
  { name: 'Maximize-Throughput', value: 0x08, summary: '0x08, for bulk traffic.' },
  { name: 'Maximize-Reliability', value: 0x04, summary: '0x04, where losses hurt.' },
  { name: 'Minimize-Cost', value: 0x02, summary: '0x02, where time does not matter.' },
  { name: 'Normal-Service', value: 0x00, summary: '0x00, nothing special.' },
] as const;

const VALUES: ReadonlyMap<string, number> = new Map(NAMES.map(({ name, value }) => [name.toLowerCase(), value]));

function check(text: string): ValueFault | undefined {
  // A word that begins with a number in range is read as one; only the rest may be a name.
  const number = scanUnsigned(text, 0, text.length);
  if (number !== NO_NUMBER) return maskedFault(text, 255, true);
  if (VALUES.has(text.toLowerCase())) return undefined;
  const slash = text.indexOf('/');
  if (slash > 0 && VALUES.has(text.slice(0, slash).toLowerCase())) {
    return {
      message: 'A type of service given by name cannot have a mask; write a number such as 0x10/0x3f.',
      start: slash,
      end: text.length,
    };
  }
  const suggestions = nearest(
    text,
    NAMES.map(({ name }) => name),
  );
  return {
    message: `"${text}" is not a type of service; write a number from 0 to 255 or one of ${NAMES.map(({ name }) => name).join(', ')}.`,
    suggestions,
  };
}

/** The bits that count where a name is written. Source: runs, `--tos Normal-Service` is saved as 0x00/0x3f. */
const NAME_MASK = 0x3f;

function read(text: string): TosMeaning | undefined {
  const value = VALUES.get(text.toLowerCase());
  if (value !== undefined) return { kind: 'tos', value, mask: NAME_MASK };
  const found = readMasked(text, 255, true);
  return found && { kind: 'tos', ...found };
}

export const tos: ValueKind<TosValue, TosMeaning> = {
  check,
  read,
  describe: () => 'a type of service by name, or a number from 0 to 255 with an optional mask: 0x10/0x3f',
  names: () => NAMES,
};
