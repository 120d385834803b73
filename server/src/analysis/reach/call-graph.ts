// Which chains lead to which, and all ways on which packets come to a chain.

import type { Family } from '../../vocabulary/schema.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import { MOST_NESTED, markDeep } from './nesting.ts';
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
const NO_HOOKS: ReadonlySet<string> = new Set();

export class CallGraph {
  readonly family: Family;
  private readonly chains: ReadonlyMap<string, ChainSteps>;
  /** Whether any packet gets to a jump, or may. */
  private readonly isTaken: (caller: Caller) => boolean;
  private readonly calledBy = new Map<string, Caller[]>();
  private readonly paths = new Map<string, Paths>();
  /** By chain; undefined before anybody asks. */
  private hooks: Map<string, Set<string>> | undefined;

  constructor(family: Family, chains: ReadonlyMap<string, ChainSteps>, isTaken: (caller: Caller) => boolean) {
    this.family = family;
    this.chains = chains;
    this.isTaken = isTaken;
  }

  /**
   * Reads the jumps of all chains anew. The chains to which jumps lead from other hooks than before; undefined where nothing
   * holds any more, because other chains than before are too deep to follow.
   */
  readJumps(): readonly ChainSteps[] | undefined {
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
    this.hooks = undefined;
    this.forgetPaths();
    if (markDeep(this.chains, this.calledBy)) return undefined;
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
    this.hooks ??= this.findHooks();
    return this.hooks.get(chain.name) ?? NO_HOOKS;
  }

  private findHooks(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const left = [...this.chains.values()].flatMap(({ name, isBuiltin }) => (isBuiltin ? [{ name, hook: name }] : []));
    for (let next = left.pop(); next; next = left.pop()) {
      const { name, hook } = next;
      const known = found.get(name) ?? new Set();
      if (known.has(hook)) continue;
      found.set(name, known.add(hook));
      for (const callee of this.chains.get(name)?.calls.keys() ?? []) left.push({ name: callee, hook });
    }
    return found;
  }

  /** Those that call a chain come first, so that a long row of chains is no deep recursion. */
  pathsTo(chain: ChainSteps): Paths {
    const left = [chain];
    const opened = new Set<ChainSteps>();
    for (let last = left.at(-1); last; last = left.at(-1)) {
      if (opened.delete(last)) this.paths.set(last.name, this.findPaths(last));
      if (this.paths.has(last.name)) {
        left.pop();
        continue;
      }
      // In a loop no way is ever whole.
      this.paths.set(last.name, undefined);
      opened.add(last);
      for (const { chain: caller } of this.callersOf(last)) if (!this.paths.has(caller.name)) left.push(caller);
    }
    return this.paths.get(chain.name);
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
        if (path.places.length >= MOST_NESTED) return undefined;
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
