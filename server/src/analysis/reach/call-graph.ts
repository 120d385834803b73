// Which chains lead to which, and all ways on which packets come to a chain.

import type { Family } from '../../vocabulary/schema.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import { joint, MOST_PATHS, type Path } from './paths.ts';
import type { Step } from './step.ts';

/** A rule that leads to a chain. */
export interface Caller {
  readonly chain: ChainSteps;
  readonly step: Step;
}

/** The ways to a chain; undefined: too many. */
export type Paths = readonly Path[] | undefined;

const NO_CALLERS: readonly Caller[] = [];

export class CallGraph {
  readonly family: Family;
  private readonly chains: ReadonlyMap<string, ChainSteps>;
  /** Whether any packet gets to a jump, or may. */
  private readonly isTaken: (caller: Caller) => boolean;
  private readonly calledBy = new Map<string, Caller[]>();
  private readonly paths = new Map<string, Paths>();
  private readonly hooks = new Map<string, Set<string>>();

  constructor(family: Family, chains: ReadonlyMap<string, ChainSteps>, isTaken: (caller: Caller) => boolean) {
    this.family = family;
    this.chains = chains;
    this.isTaken = isTaken;
  }

  /** Reads the jumps of all chains anew. The chains to which jumps lead from other hooks than before. */
  readJumps(): readonly ChainSteps[] {
    const chains = [...this.chains.values()];
    const before = chains.map((chain) => this.hooksOf(chain));
    this.calledBy.clear();
    for (const chain of this.chains.values()) {
      for (const [callee, steps] of chain.calls) {
        const known = this.calledBy.get(callee) ?? [];
        for (const step of steps) known.push({ chain, step });
        this.calledBy.set(callee, known);
      }
    }
    this.hooks.clear();
    this.forgetPaths();
    return chains.filter((chain, i) => !isSameSet(before[i], this.hooksOf(chain)));
  }

  /** To be called where packets take another jump than before. */
  forgetPaths(): void {
    this.paths.clear();
  }

  callersOf(chain: ChainSteps): readonly Caller[] {
    return this.calledBy.get(chain.name) ?? NO_CALLERS;
  }

  /** The built-in chains from which jumps lead to a chain, whether any packet takes them or not. */
  hooksOf(chain: ChainSteps): ReadonlySet<string> {
    const known = this.hooks.get(chain.name);
    if (known) return known;
    const found = new Set<string>();
    this.hooks.set(chain.name, found);
    if (chain.isBuiltin) found.add(chain.name);
    for (const caller of this.callersOf(chain)) for (const name of this.hooksOf(caller.chain)) found.add(name);
    return found;
  }

  pathsTo(chain: ChainSteps): Paths {
    if (this.paths.has(chain.name)) return this.paths.get(chain.name);
    // In a loop no way is ever whole.
    this.paths.set(chain.name, undefined);
    const found = this.findPaths(chain);
    this.paths.set(chain.name, found);
    return found;
  }

  private findPaths(chain: ChainSteps): Paths {
    if (chain.isBuiltin) return [{ places: [], boxes: [packetsOf(chain.name, this.family)] }];
    const found: Path[] = [];
    for (const caller of this.callersOf(chain)) {
      const above = this.pathsTo(caller.chain);
      if (above?.length === 0 || !this.isTaken(caller)) continue;
      if (!above) return undefined;
      const boxes = caller.step.parts.map(({ box }) => box);
      for (const path of above) {
        const both = joint(path.boxes, boxes);
        if (!both) return undefined;
        if (both.length === 0) continue;
        found.push({ places: [...path.places, { chain: caller.chain, before: caller.step }], boxes: both });
        if (found.length > MOST_PATHS) return undefined;
      }
    }
    return found;
  }
}

function isSameSet(some: ReadonlySet<string> | undefined, others: ReadonlySet<string>): boolean {
  return some?.size === others.size && [...others].every((one) => some.has(one));
}
