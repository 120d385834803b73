// Which rules of a table any packet gets to. After an edit only what it may have changed is looked for anew.

import type { LineEdit } from '../../ruleset/edit-log.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { complete, type Steps } from '../../ruleset/steps.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { targetsIn } from '../targets-in.ts';
import { fateOf } from '../verdict.ts';
import type { Block } from './blocks.ts';
import { type Edited, leftOf } from './certificates.ts';
import { ChainSteps, type Change } from './chain-steps.ts';
import { type Changes, changesOf } from './changes.ts';
import { packetsOf } from './hooks.ts';
import { joint, MOST_PATHS, type Path, type Place } from './paths.ts';
import { type RuleLines, ruleLinesOf } from './rule-lines.ts';
import { passes, search } from './search.ts';
import { type Step, stepOf, type Witness } from './step.ts';

/** After an edit of more rules, and of what was not looked at for more edits, all is looked for anew. */
const MOST_CHANGED = 200;
const MOST_EDITS = 16;
/** Behind the last rule of a chain. */
const END: Place['before'] = { at: Number.POSITIVE_INFINITY };
/** So many rules are read at a time. */
const MOST_READ = 128;
const NOTHING: Change = { added: [], gone: [] };

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

const UNKNOWN: Fate = { kind: 'unknown' };
const UNREACHED: Fate = { kind: 'chain' };
const NEVER: Fate = { kind: 'never' };

/** The ways to a chain; undefined: too many. */
type Paths = readonly Path[] | undefined;

/** Work in steps that makes what is known of a table; undefined where it is not certain which rules it has. */
type Building = Steps<TableReach | undefined>;

interface Caller {
  readonly chain: ChainSteps;
  readonly step: Step;
}

export class TableReach {
  readonly family: Family;
  private readonly chains = new Map<string, ChainSteps>();
  private callers: ReadonlyMap<string, readonly Caller[]> = new Map();
  private readonly paths = new Map<string, Paths>();
  private readonly hooks = new Map<string, Set<string>>();
  /** The last edits, the newest last, and how many there were before them. */
  private history: Edited[] = [];
  private forgotten = 0;
  private readonly changes: Changes;
  private readonly isPartial: boolean;
  private readonly isInOrder: boolean;

  private constructor(file: RulesFile, block: TableBlock, isPartial: boolean) {
    this.family = file.settings.family;
    this.isPartial = isPartial;
    this.isInOrder = block.standing.isInOrder;
    this.changes = changesOf(targetsIn(file, block));
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
    let count = 0;
    for (const [name, lines] of chains) {
      const chain = new ChainSteps(name, isBuiltin(block.table, name), isPartial);
      const steps: Step[] = [];
      for (const line of lines) {
        steps.push(reach.read(file, line, chains));
        if (++count % MOST_READ === 0) yield;
      }
      yield* chain.fill(steps);
      reach.chains.set(name, chain);
    }
    reach.callers = reach.findCallers();
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
    for (const [name, chain] of this.chains) {
      const steps = this.merged(file, chain.steps, lines.chains.get(name) ?? [], lines.chains, now);
      const change = chain.take(steps);
      added.push(...change.added);
      gone.push(...change.gone);
    }
    if (added.length + gone.length > MOST_CHANGED) return false;
    if (added.length > 0 || gone.length > 0) this.note({ added, gone });
    return true;
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

  /** Whether `fateOf` has its answer without any search. */
  isKnown({ asOf }: Step): boolean {
    return asOf === this.edition;
  }

  /** What is known of a rule of a chain. */
  fateOf(chain: ChainSteps, step: Step): Fate {
    if (step.fate && step.asOf === this.edition) return step.fate;
    const fate = this.lastFate(chain, step) ?? this.find(chain, step);
    step.fate = fate;
    step.asOf = this.edition;
    if (fate.kind === 'live') step.witness = fate;
    return fate;
  }

  /** How many edits changed any rule. */
  private get edition(): number {
    return this.forgotten + this.history.length;
  }

  /**
   * Whether any packet of a box is accepted on its way through a built-in chain, be it by a rule or by its policy. False:
   * surely none is, whatever is unknown.
   */
  mayAccept(hook: string, packets: Box, policy: string): boolean {
    const top = this.chains.get(hook);
    const box = packetsOf(hook, this.family).intersect(packets);
    if (!top || !box) return box !== undefined && policy !== 'DROP';
    // How a packet leaves a chain by RETURN or -g is not followed here.
    const others = [...this.chains.values()].filter((chain) => chain === top || this.hooksOf(chain).has(hook));
    const mayFall = others.some((chain) => chain.isPartial || chain.steps.some(({ way }) => way === 'unknown'));
    if (mayFall) return true;
    if (policy !== 'DROP') {
      const isLeft = (way: Step['way']) => way === 'returns' || way === 'goes';
      if (top.steps.some(({ way }) => isLeft(way)) || this.passesTo(top, END, [box])) return true;
    }
    return others.some((chain) =>
      chain.steps.some((step) => fateOf(step.verdict) === 'accept' && this.mayReach(chain, step, hook, box)),
    );
  }

  private mayReach(chain: ChainSteps, step: Step, hook: string, box: Box): boolean {
    const own = step.parts.flatMap((part) => part.box.intersect(box) ?? []);
    if (own.length === 0) return false;
    const paths = this.pathsTo(chain);
    if (!paths) return true;
    return paths.some((path) => {
      if ((path.places[0]?.chain.name ?? chain.name) !== hook) return false;
      const both = joint(path.boxes, own);
      return !both || this.passesTo(chain, step, both, path.places);
    });
  }

  /** Whether a packet of the boxes may get to a place of a chain. */
  private passesTo(
    chain: ChainSteps,
    before: Place['before'],
    boxes: readonly Box[],
    places: readonly Place[] = [],
  ): boolean {
    const found = this.onPath([...places, { chain, before }], boxes);
    return found.kind !== 'covered';
  }

  private read(file: RulesFile, line: number, chains: { has(name: string): boolean }): Step {
    return stepOf(file.freshRule(line), line, chains, file.settings.backend, this.changes);
  }

  /** The steps of some lines: those that there are with their new numbers, and new ones for lines that are new. */
  private merged(
    file: RulesFile,
    old: readonly Step[],
    lines: readonly number[],
    chains: { has(name: string): boolean },
    now: (line: number) => number,
  ): readonly Step[] {
    const kept: Step[] = [];
    for (const step of old) {
      const line = now(step.line);
      if (line < 0) continue;
      step.line = line;
      kept.push(step);
    }
    let next = 0;
    return lines.map((line) => {
      while ((kept[next]?.line ?? line) < line) next++;
      const step = kept[next];
      return step?.line === line ? step : this.read(file, line, chains);
    });
  }

  private hasChains(names: ReadonlyMap<string, unknown>): boolean {
    return names.size === this.chains.size && [...names.keys()].every((name) => this.chains.has(name));
  }

  private findCallers(): ReadonlyMap<string, readonly Caller[]> {
    const found = new Map<string, Caller[]>();
    for (const chain of this.chains.values()) {
      for (const [callee, steps] of chain.calls) {
        const known = found.get(callee) ?? [];
        for (const step of steps) known.push({ chain, step });
        found.set(callee, known);
      }
    }
    return found;
  }

  private note({ added, gone }: Change): void {
    const hasJumps = [...added, ...gone].some(({ callee }) => callee !== '');
    this.history.push({ added, gone, hasJumps });
    if (this.history.length > MOST_EDITS) {
      this.history.shift();
      this.forgotten++;
    }
    if (hasJumps) {
      this.paths.clear();
      this.hooks.clear();
      this.callers = this.findCallers();
    } else if (this.isJumpOther()) {
      this.paths.clear();
      this.history.push({ ...NOTHING, hasJumps: true });
    }
  }

  /** Whether packets take a jump now and did not before, or no longer do: then chains are reached on other ways. */
  private isJumpOther(): boolean {
    const before: [Caller, Fate['kind']][] = [];
    for (const callers of this.callers.values()) {
      for (const caller of callers) {
        const { fate } = caller.step;
        if (!fate) continue;
        before.push([caller, fate.kind]);
        // Why no packet takes it may lie in another jump, so each is asked anew.
        if (fate.kind !== 'live') caller.step.fate = undefined;
      }
    }
    return before.some(([{ chain, step }, kind]) => isTaken(this.fateOf(chain, step).kind) !== isTaken(kind));
  }

  /** What was known before the last edits, where that still holds. */
  private lastFate(chain: ChainSteps, step: Step): Fate | undefined {
    const { fate, asOf } = step;
    if (!fate || asOf < this.forgotten) return undefined;
    const from = asOf - this.forgotten;
    const { cut } = chain;
    if (cut && cut.at < step.at) return isCutBy(cut, fate) && !this.hasNewWays(from) ? fate : undefined;
    const left = leftOf(fate, this.history, from);
    if (left === 'stands') return fate;
    return left === 'try' && fate.kind === 'live' && this.getsThere(chain, step, fate) ? fate : undefined;
  }

  private hasNewWays(from: number): boolean {
    for (let i = from; i < this.history.length; i++) if (this.history[i]?.hasJumps !== false) return true;
    return false;
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
    if (chain.isBuiltin) return [{ places: [], boxes: [packetsOf(chain.name, this.family)] }];
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

/** All that is said of the rule is that this one takes every packet. */
function isCutBy(cut: Step, fate: Fate): boolean {
  return fate.kind === 'covered' && fate.covers.every(({ blocks }) => blocks.every(({ by }) => by[0] === cut));
}

/** Packets get to the rule, or may. */
function isTaken(kind: Fate['kind']): boolean {
  return kind === 'live' || kind === 'unknown';
}

function isSameChanges(a: Changes, b: Changes): boolean {
  return isSameSet(a.matches, b.matches) && isSameSet(a.dimensions, b.dimensions);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
