// The kind `log-level`: a syslog level by name or number.

import { nearest } from '../nearest.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { LogLevelValue } from './kinds.ts';
import type { LogLevelMeaning } from './meaning.ts';
import { wholeUnsigned } from './scan.ts';

/** The names that the tools know, none of them cut; `warn` and `err` of syslog(3) are refused. Source: runs. */
const LEVELS = [
  { name: 'emerg', level: 0, summary: '0: the system is unusable.' },
  { name: 'panic', level: 0, summary: '0, the old name of emerg.' },
  { name: 'alert', level: 1, summary: '1: action must be taken at once.' },
  { name: 'crit', level: 2, summary: '2: critical.' },
  { name: 'error', level: 3, summary: '3: an error.' },
  { name: 'warning', level: 4, summary: '4: a warning; the default.' },
  { name: 'notice', level: 5, summary: '5: normal, but worth a look.' },
  { name: 'info', level: 6, summary: '6: information.' },
  { name: 'debug', level: 7, summary: '7: for debugging.' },
] as const;

const NAMES: ReadonlySet<string> = new Set(LEVELS.map(({ name }) => name));
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['warn', 'warning'],
  ['err', 'error'],
  ['emergency', 'emerg'],
  ['critical', 'crit'],
  ['informational', 'info'],
]);

function check(text: string): ValueFault | undefined {
  if (NAMES.has(text) || wholeUnsigned(text, 0, text.length, 7) >= 0) return undefined;
  const other = OTHER_NAMES.get(text.toLowerCase());
  const suggestions = other === undefined ? nearest(text, NAMES) : [other];
  const hint = suggestions[0] === undefined ? '' : ` Did you mean "${suggestions[0]}"?`;
  return {
    message: `"${text}" is not a log level; write 0 to 7 or one of ${[...NAMES].join(', ')}.${hint}`,
    suggestions,
  };
}

function read(text: string): LogLevelMeaning | undefined {
  const level = LEVELS.find(({ name }) => name === text)?.level ?? wholeUnsigned(text, 0, text.length, 7);
  return level < 0 ? undefined : { kind: 'log-level', level };
}

export const logLevel: ValueKind<LogLevelValue, LogLevelMeaning> = {
  check,
  read,
  describe: () => 'a syslog level from 0 (emerg) to 7 (debug), by number or name',
  names: () => LEVELS,
};
