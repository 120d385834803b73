// Compares what the kernel counted and sent on with what the trace says.

import { readAddress } from '../../../server/src/analysis/trace/addresses.ts';
import type { TraceAnswer } from '../../../server/src/analysis/trace/facts.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { readFrame } from './bytes.ts';
import type { Frame } from './lab.ts';

type Counts = ReadonlyMap<string, number>;
const COUNTER = /\[(\d+):\d+\]/;

/** For each table and chain of a text the lines, counted from 1, of the kernel's rules in their order. */
export function placesOf(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  let table = '';
  text.split('\n').forEach((line, at) => {
    if (line.startsWith('*')) table = line.slice(1);
    const chain = /^-A (\S+)/.exec(line)?.[1];
    if (chain === undefined) return;
    const own = found.get(`${table} ${chain}`) ?? [];
    found.set(`${table} ${chain}`, own);
    // A list of addresses becomes a rule for each.
    const lists = [...line.matchAll(/ -[sd] (\S+)/g)].map(([, list = '']) => list.split(',').length);
    for (let left = lists.reduce((product, length) => product * length, 1); left > 0; left--) own.push(at + 1);
  });
  return found;
}

/** The counters of a save: of rules by line, of policies by table and chain. */
function readSave(save: string, places: ReadonlyMap<string, readonly number[]>): Counts {
  const found = new Map<string, number>();
  const seen = new Map<string, number>();
  let table = '';
  for (const line of save.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1);
    const count = Number(COUNTER.exec(line)?.[1]);
    const policy = /^:(\S+) [A-Z]/.exec(line)?.[1];
    if (policy !== undefined) found.set(`${table} ${policy}`, count);
    const chain = /^\[\d+:\d+\] -A (\S+)/.exec(line)?.[1];
    if (chain === undefined) continue;
    const at = `${table} ${chain}`;
    const index = seen.get(at) ?? 0;
    seen.set(at, index + 1);
    const key = `line ${places.get(at)?.[index]}`;
    found.set(key, (found.get(key) ?? 0) + count);
  }
  return found;
}

/** What rose from each save to the next. */
export function risesOf(saves: readonly string[], text: string): Counts[] {
  const places = placesOf(text);
  const counts = saves.map((save) => readSave(save, places));
  return counts.slice(1).map((after, at) => {
    const rises = [...after].map(([key, count]) => [key, count - (counts[at]?.get(key) ?? 0)] as const);
    return new Map(rises.filter(([, count]) => count !== 0));
  });
}

/** How often each rule and policy counts in some answers together. */
function told(answers: readonly TraceAnswer[]): Counts {
  const found = new Map<string, number>();
  for (const { hits, policy_hits } of answers) {
    for (const { line } of hits) raise(found, `line ${line}`);
    for (const { table, chain } of policy_hits) raise(found, `${table} ${chain}`);
  }
  return found;
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * What of answers is not as the kernel counted it for their packets together. Where one leaves something open, what is
 * said has to be true.
 */
export function countsDiffer(answers: readonly TraceAnswer[], rises: Counts): string[] {
  const own = told(answers);
  const isOpen = answers.some(({ unknown }) => unknown.length > 0);
  return [...new Set([...own.keys(), ...rises.keys()])]
    .map((key) => [key, own.get(key) ?? 0, rises.get(key) ?? 0] as const)
    .filter(([, ours, theirs]) => (isOpen ? ours > theirs : ours !== theirs))
    .map(([key, ours, theirs]) => `${key}: counted ${theirs}, we say ${ours}`);
}

/** What of an answer is not as the packet left. */
export function framesDiffer(
  { verdict, after, unknown }: TraceAnswer,
  frames: readonly Frame[],
  family: Family,
): string[] {
  const isOut = verdict === 'accept' && after?.out !== undefined && after.out !== 'lo';
  // Where it may be known that it goes on, but not which way.
  if (unknown.length > 0 && !isOut && (verdict === 'accept' || verdict === 'unknown')) return [];
  const seen = frames.map(([name]) => name).join(' ');
  const expected = isOut ? `${after.out}` : '';
  if (seen !== expected) return [`left by "${seen}", we say "${expected}" (${verdict})`];
  const [frame] = frames;
  if (!frame || !after) return [];
  const end = readFrame(frame[1]);
  const fields = ['src', 'dst', 'sport', 'dport', 'ttl', 'tos'] as const;
  return fields
    .filter((field) => after[field] !== undefined && end[field] !== undefined)
    .map((field) => [field, after[field], end[field]] as const)
    .filter(
      ([, ours, theirs]) =>
        (typeof theirs === 'bigint' ? BigInt(readAddress(String(ours), family) ?? -1) : ours) !== theirs,
    )
    .map(
      ([field, ours, theirs]) =>
        `leaves with ${field} ${typeof theirs === 'bigint' ? theirs.toString(16) : theirs}, we say ${ours}`,
    );
}
