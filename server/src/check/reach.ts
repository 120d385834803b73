// Where packets can come in a table, as each back end's kernel sees it.

import { type Command, Jump, Trait } from '../ruleset/command.ts';
import { isGrave } from '../ruleset/fault.ts';
import { hookBit } from '../ruleset/places.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import type { LiveRule, Outcome } from './replay/outcome.ts';

/** The chains of one's own that a chain's rules lead to. */
export type Calls = (chain: string) => Iterable<string>;

export interface Reach {
  readonly calls: Calls;
  /** Hooks that lead to a rule, as bits; undefined: the kernel is never shown the rule. */
  readonly hooksTo: (command: Command, line: number) => number | undefined;
}

/**
 * The legacy kernel is shown what is there at the end, and does not look behind a rule that takes every packet.
 * `outcome` is that of a table whose order matters.
 */
export function legacyReach(file: RulesFile, block: TableBlock, outcome: Outcome | undefined): Reach {
  if (outcome) return legacyReachAfter(block, outcome);
  const last = known.get(block);
  if (last?.revision === file.revision) return last.reach;
  const reach = legacyReachInOrder(file, block);
  known.set(block, { revision: file.revision, reach });
  return reach;
}

/** Kept until a verdict, a jump or a line changes. */
const known = new WeakMap<TableBlock, { readonly revision: number; readonly reach: Reach }>();

function legacyReachInOrder(file: RulesFile, block: TableBlock): Reach {
  /** The line of each chain's first rule that takes every packet. */
  const finals = new Map<string, number>();
  const calls = new CallMap((name) => isOwn(block, name));
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (!isRule(entry) || entry.chain === undefined || finals.has(entry.chain) || entry.faults.some(isGrave)) continue;
    if (entry.traits & Trait.final) finals.set(entry.chain, line);
    else if (entry.jump !== Jump.none) calls.add(entry.chain, entry.object);
  }
  const hooks = spread(block, calls.of);
  return {
    calls: calls.of,
    hooksTo: ({ chain = '' }, line) => ((finals.get(chain) ?? line) < line ? 0 : (hooks.get(chain) ?? 0)),
  };
}

function legacyReachAfter(block: TableBlock, { chains }: Outcome): Reach {
  const calls = new CallMap((name) => chains.get(name)?.builtin === false);
  const places = new Map<Command, string | undefined>();
  for (const [chain, { rules }] of chains) {
    let seen = true;
    for (const { command, object } of rules) {
      if (seen || !places.has(command)) places.set(command, seen ? chain : undefined);
      if (seen) calls.add(chain, object);
      if (command.traits & Trait.final) seen = false;
    }
  }
  const hooks = spread(block, calls.of);
  return {
    calls: calls.of,
    hooksTo: (command) => (places.has(command) ? (hooks.get(places.get(command) ?? '') ?? 0) : undefined),
  };
}

/** nft asks for a rule's table when it is shown the rule, and for hooks at the end, of the rules that it still has. */
export function nftReach(block: TableBlock, outcome: Outcome | undefined): Reach {
  if (outcome) return nftReachAfter(block, outcome);
  const calls = (name: string) => ownCallees(block, name);
  return { calls, hooksTo: ({ chain = '' }) => block.chains.get(chain)?.reached ?? 0 };
}

function nftReachAfter(block: TableBlock, { chains, forgotten, keptByNft }: Outcome): Reach {
  const calls = new CallMap((name) => chains.get(name)?.builtin === false);
  const places = new Map<Command, string>();
  const take = (chain: string, rules: readonly LiveRule[]) => {
    for (const { command, object } of rules) {
      places.set(command, chain);
      calls.add(chain, object);
    }
  };
  for (const [chain, { rules }] of chains) take(chain, rules);
  for (const [chain, rules] of keptByNft) take(chain, rules);
  const hooks = spread(block, calls.of);
  return {
    calls: calls.of,
    hooksTo: (command) => (forgotten.has(command) ? undefined : (hooks.get(places.get(command) ?? '') ?? 0)),
  };
}

class CallMap {
  private readonly callees = new Map<string, Set<string>>();
  private readonly isOwn: (name: string) => boolean;

  constructor(isOwn: (name: string) => boolean) {
    this.isOwn = isOwn;
  }

  add(from: string, to: string | undefined): void {
    if (to === undefined || !this.isOwn(to)) return;
    const callees = this.callees.get(from);
    if (callees) callees.add(to);
    else this.callees.set(from, new Set([to]));
  }

  readonly of: Calls = (chain) => this.callees.get(chain) ?? [];
}

const NONE: readonly string[] = [];

function ownCallees(block: TableBlock, name: string): readonly string[] {
  const calls = block.chains.get(name)?.calls;
  if (calls === undefined || calls.size === 0) return NONE;
  const callees: string[] = [];
  for (const to of calls.keys()) if (isOwn(block, to)) callees.push(to);
  return callees;
}

function isOwn(block: TableBlock, name: string): boolean {
  const chain = block.chains.get(name);
  return chain?.declared === true && !chain.builtin;
}

/** The hooks that lead to each chain. */
function spread(block: TableBlock, calls: Calls): Map<string, number> {
  const hooks = new Map<string, number>();
  const work: string[] = [];
  for (const { name, builtin } of block.chains.values()) {
    if (!builtin) continue;
    hooks.set(name, hookBit(name));
    work.push(name);
  }
  for (let chain = work.pop(); chain !== undefined; chain = work.pop()) {
    const from = hooks.get(chain) ?? 0;
    for (const callee of calls(chain)) {
      const before = hooks.get(callee) ?? 0;
      if ((before | from) === before) continue;
      hooks.set(callee, before | from);
      work.push(callee);
    }
  }
  return hooks;
}
