// Which rules of a table any packet gets to. After an edit only what it may have changed is looked for anew.

import type { LineEdit } from '../../ruleset/edit-log.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { complete, type Steps } from '../../ruleset/steps.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { targetsIn } from '../targets-in.ts';
import type { Block } from './blocks.ts';
import { type Caller, CallGraph, type Paths } from './call-graph.ts';
import { leftOf } from './certificates.ts';
import { ChainSteps } from './chain-steps.ts';
import { type Changes, changesOf, isSameChanges } from './changes.ts';
import { type ChainEdit, History } from './history.ts';
import { packetsOf } from './hooks.ts';
import { joint, type Path, type Place } from './paths.ts';
import { type RuleLines, ruleLinesOf } from './rule-lines.ts';
import { passes, search } from './search.ts';
import type { Step, Witness } from './step.ts';
import { StepReader } from './step-reader.ts';

/** After an edit of more rules all is looked for anew. */
const MOST_CHANGED = 200;
/** On more ways it is first looked whether the rules of the same chain take all. */
const FEW_WAYS = 4;
/** So many rules are read at a time. */
const MOST_READ = 128;

/** What is known of a rule. */
export type Fate =
  /** This packet gets to it on this way and matches. */
  | ({ readonly kind: 'live' } & Witness)
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

/** A way to a rule's chain, and the packets of it that the rule would match; undefined: in too many boxes. */
interface Way {
  readonly path: Path;
  readonly boxes: readonly Box[] | undefined;
}

const UNKNOWN: Fate = { kind: 'unknown' };
const UNREACHED: Fate = { kind: 'chain' };
const NEVER: Fate = { kind: 'never' };

/** Work in steps that makes what is known of a table; undefined where it is not certain which rules it has. */
type Building = Steps<TableReach | undefined>;

export class TableReach {
  readonly family: Family;
  private readonly chains = new Map<string, ChainSteps>();
  private readonly graph: CallGraph;
  private readonly history: History;
  private readonly changes: Changes;
  private readonly isPartial: boolean;
  private readonly isInOrder: boolean;

  private constructor(file: RulesFile, block: TableBlock, isPartial: boolean) {
    this.family = file.settings.family;
    this.isPartial = isPartial;
    this.isInOrder = block.standing.isInOrder;
    this.changes = changesOf(targetsIn(file, block));
    this.graph = new CallGraph(this.family, this.chains, ({ chain, step }) => isTaken(this.fateOf(chain, step).kind));
    this.history = new History((chain) => this.graph.pathsTo(chain));
  }

  /** Undefined where it is not certain which rules the table has. */
  static of(file: RulesFile, block: TableBlock): TableReach | undefined {
    return complete(TableReach.building(file, block));
  }

  /** The same in steps, since a table may have very many rules to read. */
  static *building(file: RulesFile, block: TableBlock): Building {
    const lines = ruleLinesOf(file, block);
    return lines && (yield* TableReach.filled(file, block, lines));
  }

  private static *filled(file: RulesFile, block: TableBlock, { chains, isPartial }: RuleLines): Building {
    const reach = new TableReach(file, block, isPartial);
    const reader = new StepReader(file, chains, reach.changes);
    let count = 0;
    for (const [name, lines] of chains) {
      const chain = new ChainSteps(name, isBuiltin(block.table, name), isPartial);
      const steps: Step[] = [];
      for (const line of lines) {
        steps.push(reader.read(line));
        if (++count % MOST_READ === 0) yield;
      }
      yield* chain.fill(steps, lines);
      reach.chains.set(name, chain);
    }
    reach.graph.readJumps();
    return reach;
  }

  /** The same after edits, in steps. What these leave as it is stays known. */
  *updating(file: RulesFile, block: TableBlock, edits: readonly LineEdit[]): Building {
    const lines = ruleLinesOf(file, block);
    if (!lines) return undefined;
    const isKept =
      lines.isPartial === this.isPartial &&
      this.isInOrder &&
      block.standing.isInOrder &&
      this.hasChains(lines.chains) &&
      isSameChanges(changesOf(targetsIn(file, block)), this.changes);
    if (isKept && this.take(file, lines, edits)) return this;
    return yield* TableReach.filled(file, block, lines);
  }

  /** Takes edits in; false where so many rules changed that all is to be looked for anew. */
  private take(file: RulesFile, lines: RuleLines, edits: readonly LineEdit[]): boolean {
    const { now } = renumbering(edits);
    const added: Step[] = [];
    const gone: Step[] = [];
    const edited: ChainEdit[] = [];
    const reader = new StepReader(file, lines.chains, this.changes);
    for (const [name, chain] of this.chains) {
      const fresh = lines.chains.get(name) ?? [];
      if (chain.move(fresh, now)) continue;
      const change = chain.take(merged(reader, chain, fresh, now), fresh);
      added.push(...change.added);
      gone.push(...change.gone);
      edited.push({ chain, steps: [...change.added, ...change.gone] });
    }
    if (added.length + gone.length > MOST_CHANGED) return false;
    return edited.length === 0 || this.note(added, gone, edited);
  }

  chain(name: string): ChainSteps | undefined {
    return this.chains.get(name);
  }

  /** All chains. */
  all(): Iterable<ChainSteps> {
    return this.chains.values();
  }

  /** Whether any jump leads to a chain. */
  isCalled(chain: ChainSteps): boolean {
    return chain.isBuiltin || this.graph.callersOf(chain).length > 0;
  }

  /** False where surely no packet gets to a chain. */
  isReached(chain: ChainSteps): boolean {
    return this.pathsTo(chain)?.length !== 0;
  }

  /** The rules that lead to a chain, with theirs. */
  callersOf(chain: ChainSteps): readonly Caller[] {
    return this.graph.callersOf(chain);
  }

  /** The rules that lead to a chain. */
  jumpsTo(chain: ChainSteps): readonly Step[] {
    return this.callersOf(chain).map(({ step }) => step);
  }

  /** The ways on which packets come to a chain; undefined: too many. */
  pathsTo(chain: ChainSteps): Paths {
    return this.graph.pathsTo(chain);
  }

  /** The built-in chains from which jumps lead to a chain. */
  hooksOf(chain: ChainSteps): ReadonlySet<string> {
    return this.graph.hooksOf(chain);
  }

  /** False where surely no packet of the boxes gets past all places. */
  mayGetTo(places: readonly Place[], boxes: readonly Box[]): boolean {
    return this.onPath(places, boxes).kind !== 'covered';
  }

  /** A packet of the boxes gets past all places; what keeps only some packets, by chance or by what is not known, may stop it. */
  surelyGetsTo(places: readonly Place[], boxes: readonly Box[]): boolean {
    return this.onPath(places, boxes).kind === 'live';
  }

  /** All rules of a chain are known as they were when it was last settled. */
  isSettled(chain: ChainSteps): boolean {
    return this.history.isSettled(chain);
  }

  /** To be called when `fateOf` was asked for all rules of a chain. */
  settle(chain: ChainSteps): void {
    this.history.settle(chain);
  }

  /** Whether `fateOf` has its answer without any search. */
  isKnown(chain: ChainSteps, { asOf }: Step): boolean {
    return Math.max(asOf, chain.settled.edition) === this.edition;
  }

  /** What is known of a rule of a chain. */
  fateOf(chain: ChainSteps, step: Step): Fate {
    if (step.fate && this.isKnown(chain, step)) return step.fate;
    const asOf = Math.max(step.asOf, chain.settled.edition);
    const last = step.fate && this.standing(chain, step, step.fate, asOf);
    const fate = last ?? this.find(chain, step);
    step.fate = fate;
    step.asOf = this.edition;
    if (fate.kind === 'live') step.witness = fate;
    return fate;
  }

  /** How many edits changed any rule. */
  get edition(): number {
    return this.history.edition;
  }

  private hasChains(names: ReadonlyMap<string, unknown>): boolean {
    return names.size === this.chains.size && [...names.keys()].every((name) => this.chains.has(name));
  }

  /** False where nothing that was known may still hold. */
  private note(added: readonly Step[], gone: readonly Step[], edited: readonly ChainEdit[]): boolean {
    const callees = [...added, ...gone].flatMap(({ callee }) => this.chains.get(callee) ?? []);
    const hasJumps = callees.length > 0;
    const boxes = this.history.packetsOf(edited);
    const others = hasJumps ? this.graph.readJumps() : [];
    if (!others) return false;
    const chains = new Set([...edited.map(({ chain }) => chain), ...callees, ...others]);
    this.history.add({ added, gone, hasJumps, chains, boxes });
    if (!this.isJumpOther()) return true;
    this.graph.forgetPaths();
    this.history.add({ added: [], gone: [], hasJumps: true, chains, boxes: undefined });
    return true;
  }

  /** Whether packets take a jump now and did not before, or no longer do: then chains are reached on other ways. */
  private isJumpOther(): boolean {
    const before: [Caller, Fate['kind']][] = [];
    for (const chain of this.chains.values()) {
      if (chain.calls.size === 0 || this.isSettled(chain)) continue;
      for (const steps of chain.calls.values()) {
        for (const step of steps) {
          const { fate } = step;
          if (!fate) continue;
          before.push([{ chain, step }, fate.kind]);
          // Why no packet takes it may lie in another jump, so each is asked anew.
          if (fate.kind !== 'live') step.fate = undefined;
        }
      }
    }
    return before.some(([{ chain, step }, kind]) => isTaken(this.fateOf(chain, step).kind) !== isTaken(kind));
  }

  /** What was known as of an edit of packets on their way to a rule, where that still holds. */
  standing(chain: ChainSteps, step: Step, fate: Fate, asOf: number): Fate | undefined {
    const edits = this.history.since(asOf);
    if (!edits) return undefined;
    const { cut } = chain;
    if (cut && cut.at < step.at)
      return isCutBy(cut, fate) && !edits.some(({ hasJumps }) => hasJumps) ? fate : undefined;
    const left = leftOf(fate, edits);
    if (left === 'stands') return fate;
    return left === 'try' && fate.kind === 'live' && this.getsThere(chain, step, fate) ? fate : undefined;
  }

  private getsThere(chain: ChainSteps, step: Step, { path, probe }: Witness): boolean {
    const places = [...path.places, { chain, before: step }];
    if (places.some(({ before }) => before.at < 0)) return false;
    return passes((name) => this.chains.get(name), places, probe);
  }

  private find(chain: ChainSteps, step: Step): Fate {
    const boxes = step.parts.map(({ box }) => box);
    const hooks = [...this.hooksOf(chain)].map((name) => packetsOf(name, this.family));
    const paths = this.pathsTo(chain);
    if (paths?.length === 0) return UNREACHED;
    if (!boxes.some((box) => hooks.some((hook) => hook.intersects(box)))) return NEVER;
    const { cut } = chain;
    if (cut && cut.at < step.at)
      return { kind: 'covered', covers: [{ box: Box.everything, blocks: [{ box: Box.everything, by: [cut] }] }] };
    if (step.witness && this.getsThere(chain, step, step.witness)) return { kind: 'live', ...step.witness };
    const here: Place = { chain, before: step };
    const first = paths && [...firstOf(waysOf(paths, boxes), FEW_WAYS + 1)];
    if (first?.length === 0) return { kind: 'excluded', jumps: this.jumpsTo(chain) };
    if (!first || first.length > FEW_WAYS) {
      const alone = this.onPath([here], boxes);
      if (alone.kind === 'covered' || !paths) return alone.kind === 'covered' ? alone : UNKNOWN;
    }
    return this.onWays(waysOf(paths, boxes), here);
  }

  private onWays(ways: Iterable<Way>, here: Place): Fate {
    const covers: Cover[] = [];
    let isKnown = true;
    for (const { path, boxes } of ways) {
      const fate = boxes ? this.onPath([...path.places, here], boxes) : UNKNOWN;
      if (fate.kind === 'live') return { ...fate, path };
      if (fate.kind === 'covered') covers.push(...fate.covers);
      else isKnown = false;
    }
    return isKnown ? { kind: 'covered', covers } : UNKNOWN;
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
}

/** The ways on which packets come that a rule with these boxes would match. */
function* waysOf(paths: readonly Path[], boxes: readonly Box[]): Iterable<Way> {
  for (const path of paths) {
    const both = joint(path.boxes, boxes);
    if (both?.length !== 0) yield { path, boxes: both };
  }
}

function* firstOf<T>(all: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const one of all) {
    yield one;
    if (--left === 0) return;
  }
}

/** All that is said of the rule is that this one takes every packet. */
function isCutBy(cut: Step, fate: Fate): boolean {
  return fate.kind === 'covered' && fate.covers.every(({ blocks }) => blocks.every(({ by }) => by[0] === cut));
}

/** Packets get to the rule, or may. */
function isTaken(kind: Fate['kind']): boolean {
  return kind === 'live' || kind === 'unknown';
}

/** The steps of some lines: those that a chain has, and new ones for lines that are new. */
function merged(
  reader: StepReader,
  { steps, lines: old }: ChainSteps,
  lines: readonly number[],
  now: (line: number) => number,
): readonly Step[] {
  let next = 0;
  const lineOf = (at: number) => now(old[at] ?? -1);
  return lines.map((line) => {
    while (next < old.length && lineOf(next) < line) next++;
    const step = steps[next];
    return step && lineOf(next) === line ? step : reader.read(line);
  });
}
