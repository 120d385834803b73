// Which rules of a table any packet gets to.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import type { Block } from './blocks.ts';
import { ChainSteps } from './chain-steps.ts';
import { type Changes, changesOf } from './changes.ts';
import { packetsOf } from './hooks.ts';
import { joint, MOST_PATHS, type Path, type Place } from './paths.ts';
import type { Probe } from './probe.ts';
import { type RuleLines, ruleLinesOf } from './rule-lines.ts';
import { search } from './search.ts';
import { type Step, stepOf } from './step.ts';

/** What is known of a rule. */
export type Fate =
  /** This packet gets to it on this way and matches. */
  | { readonly kind: 'live'; readonly path: Path; readonly probe: Probe }
  /** Earlier rules take every packet that would match. */
  | { readonly kind: 'covered'; readonly covers: readonly Cover[] }
  /** What it asks for cannot be in the chains that lead to it. */
  | { readonly kind: 'never' }
  /** The jumps to its chain ask for something else. */
  | { readonly kind: 'excluded'; readonly jumps: readonly Step[] }
  /** No packet comes to its chain: nothing leads there, or what does is never reached. */
  | { readonly kind: 'chain' }
  /** Not certain, or too much work. */
  | { readonly kind: 'unknown' };

/** What would match on one way, and what takes it. */
export interface Cover {
  readonly box: Box;
  readonly blocks: readonly Block[];
}

const UNKNOWN: Fate = { kind: 'unknown' };
const UNREACHED: Fate = { kind: 'chain' };

/** The ways to a chain; undefined: too many. */
type Paths = readonly Path[] | undefined;

export class TableReach {
  readonly family: Family;
  private readonly chains = new Map<string, ChainSteps>();
  private readonly callers = new Map<string, { readonly chain: ChainSteps; readonly step: Step }[]>();
  private readonly paths = new Map<string, Paths>();
  private readonly hooks = new Map<string, Set<string>>();
  private readonly fates = new Map<Step, Fate>();

  private constructor(file: RulesFile, block: TableBlock, { chains, isPartial }: RuleLines) {
    this.family = file.settings.family;
    const changes = changesIn(file, block);
    for (const [name, lines] of chains) {
      const chain = new ChainSteps(name, isBuiltin(block.table, name), isPartial);
      chain.take(lines.map((line) => stepOf(file.freshRule(line), line, chains, file.settings.backend, changes)));
      this.chains.set(name, chain);
    }
    for (const chain of this.chains.values()) {
      for (const [callee, steps] of chain.calls) {
        const known = this.callers.get(callee) ?? [];
        for (const step of steps) known.push({ chain, step });
        this.callers.set(callee, known);
      }
    }
  }

  /** Undefined where it is not certain which rules the table has. */
  static of(file: RulesFile, block: TableBlock): TableReach | undefined {
    const lines = ruleLinesOf(file, block);
    return lines && new TableReach(file, block, lines);
  }

  /** All chains. */
  all(): Iterable<ChainSteps> {
    return this.chains.values();
  }

  /** Whether any jump leads to a chain. */
  isCalled(chain: ChainSteps): boolean {
    return chain.isBuiltin || (this.callers.get(chain.name)?.length ?? 0) > 0;
  }

  /** False where surely no packet gets to a chain. */
  isReached(chain: ChainSteps): boolean {
    return this.pathsTo(chain)?.length !== 0;
  }

  /** The rules that lead to a chain. */
  jumpsTo(chain: ChainSteps): readonly Step[] {
    return (this.callers.get(chain.name) ?? []).map(({ step }) => step);
  }

  /** What is known of a rule of a chain. */
  fateOf(chain: ChainSteps, step: Step): Fate {
    const known = this.fates.get(step);
    if (known) return known;
    const fate = this.find(chain, step);
    this.fates.set(step, fate);
    return fate;
  }

  private find(chain: ChainSteps, step: Step): Fate {
    const paths = this.pathsTo(chain);
    if (paths?.length === 0) return UNREACHED;
    const boxes = step.parts.map(({ box }) => box);
    const hooks = [...this.hooksOf(chain)].map((name) => packetsOf(name, this.family));
    if (!boxes.some((box) => hooks.some((hook) => hook.intersects(box)))) return { kind: 'never' };
    const { cut } = chain;
    if (cut && cut.at < step.at)
      return { kind: 'covered', covers: [{ box: Box.everything, blocks: [{ box: Box.everything, by: [cut] }] }] };
    const here: Place = { chain, before: step };
    if (!paths || paths.length > 4) {
      const alone = this.onPath([here], boxes);
      if (alone.kind === 'covered' || !paths) return alone.kind === 'covered' ? alone : UNKNOWN;
    }
    return this.onPaths(paths, here, boxes);
  }

  private onPaths(paths: readonly Path[], here: Place, boxes: readonly Box[]): Fate {
    const covers: Cover[] = [];
    let isKnown = true;
    for (const path of paths) {
      const both = joint(path.boxes, boxes);
      if (!both) {
        isKnown = false;
        continue;
      }
      if (both.length === 0) continue;
      const fate = this.onPath([...path.places, here], both);
      if (fate.kind === 'live') return { ...fate, path };
      if (fate.kind !== 'covered') isKnown = false;
      else covers.push(...fate.covers);
    }
    if (!isKnown) return UNKNOWN;
    if (covers.length > 0) return { kind: 'covered', covers };
    return { kind: 'excluded', jumps: this.jumpsTo(here.chain) };
  }

  /** Of the boxes together: the packet that gets through, or what stops all of them. */
  private onPath(places: readonly Place[], boxes: readonly Box[]): Fate {
    const covers: Cover[] = [];
    for (const box of boxes) {
      const outcome = search((name) => this.chains.get(name), places, box, this.family);
      if (outcome.kind === 'live') return { kind: 'live', probe: outcome.probe, path: { places: [], boxes } };
      if (outcome.kind === 'unknown') return UNKNOWN;
      covers.push({ box, blocks: outcome.blocks });
    }
    return { kind: 'covered', covers };
  }

  /** The built-in chains from which jumps lead to a chain, whether any packet takes them or not. */
  private hooksOf(chain: ChainSteps): ReadonlySet<string> {
    const known = this.hooks.get(chain.name);
    if (known) return known;
    const found = new Set<string>();
    this.hooks.set(chain.name, found);
    if (chain.isBuiltin) found.add(chain.name);
    for (const caller of this.callers.get(chain.name) ?? [])
      for (const name of this.hooksOf(caller.chain)) found.add(name);
    return found;
  }

  private pathsTo(chain: ChainSteps): Paths {
    if (this.paths.has(chain.name)) return this.paths.get(chain.name);
    // In a loop no way is ever whole.
    this.paths.set(chain.name, undefined);
    const found = this.findPaths(chain);
    this.paths.set(chain.name, found);
    return found;
  }

  private findPaths(chain: ChainSteps): Paths {
    if (chain.isBuiltin) {
      const hook = packetsOf(chain.name, this.family);
      return [{ places: [], boxes: [hook] }];
    }
    const found: Path[] = [];
    for (const caller of this.callers.get(chain.name) ?? []) {
      const above = this.pathsTo(caller.chain);
      if (above?.length === 0) continue;
      const fate = this.fateOf(caller.chain, caller.step);
      if (fate.kind !== 'live' && fate.kind !== 'unknown') continue;
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

function changesIn(file: RulesFile, block: TableBlock): Changes {
  const targets = new Set<string>();
  for (const chain of block.chains.all()) {
    for (const line of chain.appends) {
      const entry = file.entry(line);
      if (entry.kind === 'command' && entry.toExtension && entry.object !== undefined) targets.add(entry.object);
    }
  }
  return changesOf(targets);
}
