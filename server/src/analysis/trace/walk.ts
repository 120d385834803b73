// The walk of a packet through one table at one hook: jumps, gotos, RETURN, policies, and rules that may match or not.

import type { Hook } from '../../vocabulary/schema.ts';
import type { Cursor } from './chain-index.ts';
import type { Decider, Unknown } from './facts.ts';
import type { Flow } from './flow.ts';
import type { Rewriting } from './nat.ts';
import { type Open, openIn } from './open.ts';
import { matches, type Prepared } from './prepared.ts';
import type { ChainProgram, TableProgram } from './program.ts';
import type { World } from './world.ts';

/** How a table lets go of a packet. `open`: what follows is not known. */
export interface Outcome {
  readonly kind: 'accept' | 'drop' | 'reject' | 'queue' | 'open';
  readonly by: Decider | null;
  /** NAT writes this. */
  readonly rewriting?: Rewriting;
}

interface Frame {
  readonly chain: ChainProgram;
  readonly cursor: Cursor;
  /** The place of the rule that is looked at, -1 before the first. */
  at: number;
}

/** Chains that a packet enters in one table; whoever calls more of them is not followed. */
const MOST_CALLS = 100_000;
/** To tell what is not known of a rule takes as long as a look at so many. */
const COST_OF_UNKNOWN = 50;
const OPEN: Outcome = { kind: 'open', by: null };

/** Sends the packet through the built-in chain of a hook. */
export function walk(table: TableProgram, hook: Hook, flow: Flow, world: World): Outcome {
  return new Walk(table, hook, flow, world).run();
}

class Walk {
  private readonly table: TableProgram;
  private readonly hook: Hook;
  private readonly flow: Flow;
  private readonly world: World;
  private readonly callers: Frame[] = [];
  private calls = 0;
  /** What is not known of the rule at hand. */
  private opened: readonly Open[] = [];

  constructor(table: TableProgram, hook: Hook, flow: Flow, world: World) {
    this.table = table;
    this.hook = hook;
    this.flow = flow;
    this.world = world;
  }

  run(): Outcome {
    const first = this.table.chain(this.hook);
    if (!first) return { kind: 'accept', by: null };
    this.world.log?.table(this.table.table, this.hook);
    let frame: Frame | undefined = this.enter(first);
    while (frame) {
      const rule = this.nextIn(frame);
      if (!rule) {
        frame = this.comeBack();
        continue;
      }
      this.world.hit(rule.place);
      const { action } = rule;
      if (action.kind === 'return') frame = this.comeBack();
      else if (action.kind === 'call') {
        const callee = this.table.chain(action.chain);
        if (!callee) return this.stop(rule, `chain "${action.chain}" is not in the file`);
        if (!action.isGoto) this.callers.push(frame);
        if (this.callers.length > this.table.size || ++this.calls > MOST_CALLS)
          return this.stop(rule, 'jumps lead in a circle, or through too many chains');
        frame = this.enter(callee);
      } else {
        const outcome = this.act(rule);
        if (outcome) return outcome;
      }
    }
    return this.policy();
  }

  private enter(chain: ChainProgram): Frame {
    this.world.log?.chain(chain.name);
    return { chain, cursor: chain.index.from(this.flow), at: -1 };
  }

  /** Back behind the rule that jumped; undefined where that was the hook itself. */
  private comeBack(): Frame | undefined {
    const frame = this.callers.pop();
    if (frame) this.world.log?.chain(frame.chain.name);
    return frame;
  }

  /** The next rule of a chain that takes the packet. */
  private nextIn(frame: Frame): Prepared | undefined {
    const { rules } = frame.chain;
    const { flow, world } = this;
    let shown = frame.at;
    for (let at = frame.cursor.next(); at >= 0; at = frame.cursor.next()) {
      const rule = rules[at];
      if (!rule) continue;
      world.looked++;
      const found = matches(rule, flow);
      if (found === false) continue;
      if (found === undefined && world.hasToldEnough && isOnlyCounted(rule)) continue;
      const open = found ? [] : this.unknown(rule);
      if (world.log) {
        if (at - shown > 1) world.log.passed(rules.slice(shown + 1, at));
        if (found || open.length > 0) world.log.rule(rule, open);
        shown = at;
      }
      if (!found && !this.decide(rule)) continue;
      frame.at = at;
      return rule;
    }
    if (world.log && rules.length - shown > 1) world.log.passed(rules.slice(shown + 1));
    frame.at = rules.length;
    return undefined;
  }

  /** What is not known of a rule, said once it is clear that it matters; nothing where this world has decided it. */
  private unknown(rule: Prepared): readonly Unknown[] {
    this.world.looked += COST_OF_UNKNOWN;
    this.opened = openIn(rule, this.flow);
    const { line } = rule.place;
    return this.opened.map(({ match, why }) => ({ line, match, why }));
  }

  /** Whether the rule takes the packet in this world. */
  private decide(rule: Prepared): boolean {
    const { world } = this;
    const [only, ...more] = this.opened;
    const literal = more.length === 0 ? only?.literal : undefined;
    const known = literal && world.remembered(literal.key);
    if (literal && known !== undefined) return known !== literal.negated;
    for (const { match, why } of this.opened) world.depends({ line: rule.place.line, match, why });
    // Whether it counts is all that hangs on it: the packet goes on the same way.
    if (isOnlyCounted(rule)) return false;
    const { action, place } = rule;
    // Where the packet would end at once, nothing of that way needs to be followed.
    const endsHere = action.kind === 'end' && action.fate !== 'accept';
    if (endsHere) world.mayEnd(action.fate, place);
    const holds = !endsHere && world.choose(2) === 1;
    if (literal) world.remember(literal.key, holds !== literal.negated);
    return holds;
  }

  /** What a rule that is no call does; undefined where the packet goes on to the next. */
  private act(rule: Prepared): Outcome | undefined {
    const { action, place } = rule;
    switch (action.kind) {
      case 'end':
        return { kind: action.fate, by: place };
      case 'on':
        this.change(rule);
        return undefined;
      case 'nat':
        return this.rewrite(rule);
      case 'unknown':
        return this.stop(rule, action.why);
      default:
        return undefined;
    }
  }

  private change({ action }: Prepared): void {
    const { flow, world } = this;
    if (action.kind !== 'on' || !action.effect) return;
    const before = world.log && stateOf(flow);
    action.effect(flow);
    world.forget();
    if (before && world.log) for (const what of changes(before, stateOf(flow))) world.log.changed(what);
  }

  private rewrite(rule: Prepared): Outcome {
    const { action, place } = rule;
    if (action.kind !== 'nat') return OPEN;
    const side = this.hook === 'PREROUTING' || this.hook === 'OUTPUT' ? 'dst' : 'src';
    const written = action.nat?.(this.flow, side);
    if (written === 'drop') return { kind: 'drop', by: place };
    if (!written) return this.stop(rule, `which address or port "${action.target}" takes is not known`);
    return { kind: 'accept', by: place, rewriting: written };
  }

  private stop({ place, action }: Prepared, why: string): Outcome {
    const match = 'target' in action && action.target !== '' ? `-j ${action.target}` : 'target';
    this.world.depends({ line: place.line, match, why });
    return OPEN;
  }

  private policy(): Outcome {
    const { table, hook, world } = this;
    const policy = table.policy(hook);
    if (policy === undefined) {
      world.depends({ line: null, match: 'policy', why: `a placeholder says the policy of ${table.table} ${hook}` });
      return OPEN;
    }
    const by = { table: table.table, chain: hook, policy };
    world.policyHits.push(by);
    world.log?.policy(hook, policy);
    return { kind: policy === 'DROP' ? 'drop' : 'accept', by };
  }
}

/** The packet is the same after the rule, and goes on. */
function isOnlyCounted({ action }: Prepared): boolean {
  return action.kind === 'on' && !action.effect;
}

type State = Readonly<Record<string, unknown>>;

function stateOf(flow: Flow): State {
  return {
    mark: flow.mark,
    ttl: flow.ttl,
    tos: flow.tos,
    state: flow.state,
    'mark of the connection': flow.connection?.mark,
  };
}

function changes(before: State, after: State): readonly string[] {
  const show = (value: unknown) => (value === undefined ? 'unknown' : String(value));
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${show(before[name])} -> ${show(after[name])}`);
}
