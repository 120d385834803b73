// Names of targets that `:` lines have turned into names of chains: from such a line on the loaders find no target of
// that name any more, in any table of the file. Source: runs; libxtables notes each chain's name as no target's, from
// 1.8.9 on. Before, the target is read as ever; then nft takes it, and legacy jumps to the chain where its table has it.

import type { Backend, Family, Version, VersionRange } from '../vocabulary/schema.ts';
import { isWithin } from '../vocabulary/versions.ts';
import { type Command, Jump } from './command.ts';
import type { Fault } from './fault.ts';
import { knownTarget } from './known.ts';
import type { Entry } from './reader/entry-reader.ts';
import { isRule, takesEffect } from './table/roles.ts';

/** The target behind every verdict and every jump, which most files have used before a chain could take its name. */
export const STANDARD = 'standard';

/** No name is taken. */
export const NONE_TAKEN: ReadonlySet<string> = new Set();

/** Who reads a file: the settings that decide what such a name is. */
export interface Readers {
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
}

/** The versions to which a chain's name is no target's. */
export const TAKING = { since: '1.8.9' } as const satisfies VersionRange;
const BEFORE: Version = '1.8.7';

/** Whether a chain takes no name from a target. */
export function keepsTargets({ version }: Readers): boolean {
  return version !== 'any' && !isWithin(version, TAKING);
}

/** The loaders that read a file with taken names otherwise than these settings do by themselves, each on its own. */
export function otherReaders<T extends Readers>(settings: T): T[] {
  const { backend, version } = settings;
  if (version !== 'any' && (backend !== 'both' || !keepsTargets(settings))) return [];
  const backends: readonly Backend[] = backend === 'both' ? ['legacy', 'nft'] : [backend];
  return backends.map((one) => ({ ...settings, backend: one, version: BEFORE }));
}

/** Whether a chain of this name takes it from a target. */
export function takesName(name: string, family: Family): boolean {
  return name === STANDARD || knownTarget(name, family) !== undefined;
}

/** Each taken name with the line that takes it. */
export class TakenNames {
  private readonly lines: ReadonlyMap<string, number>;

  constructor(lines: ReadonlyMap<string, number> = new Map()) {
    this.lines = lines;
  }

  get any(): boolean {
    return this.lines.size > 0;
  }

  /** The names that are taken above a line. */
  above(line: number): ReadonlySet<string> {
    if (this.lines.size === 0) return NONE_TAKEN;
    return new Set([...this.lines].flatMap(([name, taker]) => (taker < line ? [name] : [])));
  }

  /** The line that takes a name; undefined where nothing does. */
  takerOf(name: string): number | undefined {
    return this.lines.get(name);
  }

  /** The same names and lines. */
  equals(other: TakenNames): boolean {
    return this.lines.size === other.lines.size && [...this.lines].every(([name, at]) => other.lines.get(name) === at);
  }

  /** The same below an edit of lines `first` and on, of which there are `by` more now. */
  moved(first: number, by: number): TakenNames {
    if (this.lines.size === 0 || by === 0) return this;
    return new TakenNames(new Map([...this.lines].map(([name, line]) => [name, line > first ? line + by : line])));
  }
}

/** What is looked at to find them. */
interface Lines {
  entry(index: number): Entry;
  readonly settings: { readonly family: Family };
}

/** The first of these `:` lines that takes each name. */
export function findTaken(declarations: Iterable<number>, file: Lines): TakenNames {
  const lines = new Map<string, number>();
  for (const line of declarations) {
    const entry = file.entry(line);
    const name = entry.kind === 'chain' ? entry.name?.text : undefined;
    if (name === undefined || lines.has(name) || !takesName(name, file.settings.family)) continue;
    if (name !== STANDARD || !hasRuleAbove(line, file)) lines.set(name, line);
  }
  return lines.size === 0 ? NO_NAMES : new TakenNames(lines);
}

/** Some rule above a line has its loader find the target of all verdicts and jumps. */
function hasRuleAbove(line: number, file: Lines): boolean {
  for (let i = 0; i < line; i++) {
    const entry = file.entry(i);
    if (isRule(entry) && takesEffect(entry) && !entry.toExtension) return true;
  }
  return false;
}

export const NO_NAMES = new TakenNames();

/** A command that is read otherwise where such a name is taken: every rule where the target of all jumps is. */
export function speaksOf({ chain, object }: Command, taken: TakenNames): boolean {
  const isTaken = (name: string | undefined) => name !== undefined && taken.takerOf(name) !== undefined;
  return isTaken(object) || isTaken(chain) || isTaken(STANDARD);
}

/** A jump as legacy before 1.8.9 makes one of a target with a chain's name: `bare` is it read without the target. */
export function asJump(command: Command, bare: Command): Command {
  if (command.jump !== Jump.jump) return command;
  const { faults } = command;
  if (!faults.some(({ byKernel }) => byKernel)) return { ...bare, faults };
  const isOfRule = ({ code, start, byKernel }: Fault) =>
    !byKernel || bare.faults.some((fault) => fault.code === code && fault.start === start);
  return { ...bare, faults: faults.filter(isOfRule) };
}
