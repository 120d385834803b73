// The chunk list of sctp: names with flags, or ALL or NONE for the whole of it.

import type { UseCheck, UseFault, Version } from '../schema.ts';

/** The chunks and their flags, small letters. */
const CHUNKS: ReadonlyMap<string, string> = new Map([
  ['DATA', 'iube'],
  ['INIT', ''],
  ['INIT_ACK', ''],
  ['SACK', ''],
  ['HEARTBEAT', ''],
  ['HEARTBEAT_ACK', ''],
  ['ABORT', 't'],
  ['SHUTDOWN', ''],
  ['SHUTDOWN_ACK', ''],
  ['ERROR', ''],
  ['COOKIE_ECHO', ''],
  ['COOKIE_ACK', ''],
  ['ECN_ECNE', ''],
  ['ECN_CWR', ''],
  ['SHUTDOWN_COMPLETE', 't'],
  ['I_DATA', 'iube'],
  ['RE_CONFIG', ''],
  ['PAD', ''],
  ['ASCONF', ''],
  ['ASCONF_ACK', ''],
  ['FORWARD_TSN', ''],
  ['I_FORWARD_TSN', ''],
]);
/** Those that not every version knows. */
const SINCE: ReadonlyMap<string, Version> = new Map<string, Version>([
  ['I_DATA', '1.8.9'],
  ['RE_CONFIG', '1.8.9'],
  ['PAD', '1.8.9'],
  ['I_FORWARD_TSN', '1.8.9'],
]);
const WHOLE = /^(?:all|none)$/i;

type Part = Pick<UseFault, 'message' | 'start' | 'end' | 'until'>;

/** What is wrong with one entry, which begins at `start` of the word. */
function entryFault(entry: string, start: number): Part | undefined {
  const colon = entry.indexOf(':');
  const name = colon < 0 ? entry : entry.slice(0, colon);
  const flags = CHUNKS.get(name.toUpperCase());
  if (flags === undefined) {
    const message = WHOLE.test(name)
      ? `"${name}" must be used alone, without a list and without flags.`
      : `"${name}" is not an SCTP chunk; write one of ${[...CHUNKS.keys()].join(', ')}.`;
    return { message, start, end: start + Math.max(name.length, 1) };
  }
  const later = laterFault(name.toUpperCase(), start);
  if (colon < 0) return later;
  const wrong = [...entry.slice(colon + 1)].find((flag) => !flags.includes(flag.toLowerCase()));
  if (wrong === undefined) return later;
  const allowed = flags === '' ? 'it has none' : `its flags are ${[...flags.toUpperCase()].join(', ')}`;
  const message = `The chunk "${name.toUpperCase()}" has no flag "${wrong}"; ${allowed}.`;
  return { message, start: start + colon + 1, end: start + entry.length };
}

/** Of a chunk that came with a later version. */
function laterFault(name: string, start: number): Part | undefined {
  const until = SINCE.get(name);
  if (until === undefined) return undefined;
  const message = `The chunk "${name}" is only known since iptables ${until}.`;
  return { message, start, end: start + name.length, until };
}

/** Empty entries do not count: `DATA,` loads, and so does an empty word. What everyone refuses is said first. */
function listFault(text: string): Part | undefined {
  if (WHOLE.test(text)) return undefined;
  let start = 0;
  let later: Part | undefined;
  for (const entry of text.split(',')) {
    const fault = entry === '' ? undefined : entryFault(entry, start);
    if (fault && fault.until === undefined) return fault;
    later ??= fault;
    start += entry.length + 1;
  }
  return later;
}

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, option) => {
    const text = use.name === '--chunk-types' ? use.values[1] : undefined;
    const fault = text === undefined ? undefined : listFault(text);
    return fault === undefined ? [] : [{ ...fault, option, value: 1 }];
  });
