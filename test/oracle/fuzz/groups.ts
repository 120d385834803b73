// Owns reading many disagreements as few: those with the same signature are one line with a count.
import type { FuzzCase } from './case.ts';
import type { Disagreement } from './judge.ts';

export interface Sample {
  readonly fuzzCase: FuzzCase;
  readonly found: Disagreement;
}

export interface Group {
  readonly signature: string;
  count: number;
  /** The first few, to be shrunk and shown. */
  readonly samples: Sample[];
}

const MOST_SAMPLES = 2;

/** A message without what differs between cases: numbers, quoted words, lines. */
function blur(message: string): string {
  return message
    .replaceAll(/["'`][^"'`]*["'`]/g, '…')
    .replaceAll(/\d+/g, 'N')
    .slice(0, 140);
}

/** The same for disagreements that have, most likely, the same cause; the extension aside. */
export function likeness({ kind, ours, theirs, blamed }: Disagreement): string {
  if (blamed) return `${kind} | ${blamed.line.split(' ', 1)[0]} ${extensionsIn(blamed.line)} | ${blur(blamed.message)}`;
  const codes = [...new Set(ours.map(({ code, message }) => `${code}: ${blur(message)}`))].slice(0, 2).join(' + ');
  return `${kind} | ours: ${codes || 'nothing'} | theirs: ${blur(theirs)}`;
}

/** The extensions that a text names. */
export function extensionsIn(text: string): string {
  return [...new Set([...text.matchAll(/-[mj] (\S+)/g)].map((found) => found[1]))].sort().join(' ');
}

export class Groups {
  readonly #groups = new Map<string, Group>();

  add(sample: Sample): void {
    const signature = `${sample.fuzzCase.about} | ${likeness(sample.found)}`;
    const group = this.#groups.get(signature) ?? { signature, count: 0, samples: [] };
    this.#groups.set(signature, group);
    group.count++;
    if (group.samples.length < MOST_SAMPLES) group.samples.push(sample);
  }

  /** The groups, the largest first. */
  get list(): Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }
}
