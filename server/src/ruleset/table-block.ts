// One table of a file, from its `*name` line to its COMMIT: chains, who jumps to whom, kept up to date rule by rule.

import type { ChainLine, TableLine } from '../syntax/line.ts';
import type { TableName } from '../vocabulary/schema.ts';
import { builtinChains, isTableName } from '../vocabulary/tables.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import { type Command, Jump, Trait } from './command.ts';
import { isGrave } from './fault.ts';
import { EVERYWHERE, hookBit, mayStand, TABLE_ORDER } from './places.ts';

/** A chain of one table. */
export interface Chain {
  readonly name: string;
  /** Depends on the table that the header names. */
  builtin: boolean;
  /** It exists: it is built in, or a `:NAME` line or -N makes it. */
  declared: boolean;
  /** Its `:` lines, in order. */
  readonly lines: ChainLine[];
  /** The policy that a `:` line or -P gives last; undefined where none does. */
  policy: string | undefined;
  /** The line that gives the policy. */
  policyBy: ChainLine | Command | undefined;
  /** How many command lines append or insert to it. */
  ruleLines: number;
  /** Command lines that jump or go to it. */
  readonly callers: Set<Command>;
  /** Chains that its rules lead to, and by how many lines. */
  readonly calls: Map<string, number>;
  /** Its rules that the kernel does not take everywhere. */
  readonly restricted: Set<Command>;
  /** Rules that log whatever comes. */
  readonly logs: Set<Command>;
  acceptsLoopbackIn: number;
  acceptsLoopbackOut: number;
  acceptsEstablished: number;
  accepts: number;
  /** Rules that accept everything. */
  acceptsAll: number;
  /** Hooks that lead here, as bits. */
  reached: number;
}

/** Hooks that lead to a rule, as each back end's kernel sees it. */
export interface Reached {
  readonly legacy: number | undefined;
  readonly nft: number | undefined;
}

/** Whether a table has a chain of this name from the beginning. */
export function isBuiltin(table: TableName | undefined, name: string): boolean {
  return table !== undefined && builtinChains(table).some((hook) => hook === name);
}

/** A jump in a line that every loader refuses leads nowhere: what follows from it is no mistake of its own. */
function leadsOn({ faults }: Command): boolean {
  return faults.length === 0 || !faults.some(isGrave);
}

export class TableBlock {
  header: TableLine;
  table: TableName | undefined;
  /** Line numbers in the file. They move when lines above are added or removed. */
  firstLine: number;
  /** The COMMIT line; -1: missing. */
  commitLine = -1;
  /** The last line that belongs to the table. */
  lastLine: number;
  /** The last `:` line, -1 without. */
  lastChainLine = -1;
  /** -A and `:` only, every `:` before the first rule: order does not matter. */
  regular = true;
  readonly chains = new Map<string, Chain>();
  /** Rules and policies of DROP, which the nat table does not take. */
  drops = 0;
  /** Lines that add rules. */
  rules = 0;
  /** Grows whenever chains, or who leads to whom, change. */
  shape = 0;
  /** Rules that a hook reaches where the kernel refuses them. */
  readonly misplaced = new Set<Command>();
  /** Chains that are spoken of and do not exist. */
  readonly undeclared = new Set<Chain>();
  /** Changes whenever the set of chains, or who leads to whom, does. */
  private reachStale = true;

  constructor(header: TableLine, line: number) {
    this.header = header;
    this.firstLine = line;
    this.lastLine = line;
    const name = header.name?.text ?? '';
    this.table = isTableName(name) ? name : undefined;
    if (!this.table) return;
    for (const chain of builtinChains(this.table)) this.chain(chain).reached = hookBit(chain);
  }

  /** The chain of this name, noted as undeclared where it was not spoken of before. */
  chain(name: string): Chain {
    const known = this.chains.get(name);
    if (known) return known;
    const builtin = isBuiltin(this.table, name);
    const chain: Chain = {
      name,
      builtin,
      declared: builtin,
      lines: [],
      policy: undefined,
      policyBy: undefined,
      ruleLines: 0,
      callers: new Set(),
      calls: new Map(),
      restricted: new Set(),
      logs: new Set(),
      acceptsLoopbackIn: 0,
      acceptsLoopbackOut: 0,
      acceptsEstablished: 0,
      accepts: 0,
      acceptsAll: 0,
      reached: 0,
    };
    this.chains.set(name, chain);
    if (!builtin) this.undeclared.add(chain);
    return chain;
  }

  /** Takes in a `:` line. */
  declare(line: ChainLine): void {
    if (!line.name) return;
    const chain = this.chain(line.name.text);
    chain.lines.push(line);
    chain.policy = line.policy?.text;
    chain.policyBy = line;
    this.makeDeclared(chain);
  }

  /** Takes a `:` line out again. */
  undeclare(line: ChainLine): void {
    const chain = line.name && this.chains.get(line.name.text);
    const at = chain?.lines.indexOf(line) ?? -1;
    if (!chain || at < 0) return;
    chain.lines.splice(at, 1);
    const last = chain.lines.at(-1);
    chain.policy = last?.policy?.text;
    chain.policyBy = last;
    if (chain.builtin || last) return;
    chain.declared = false;
    this.undeclared.add(chain);
    this.reachStale = true;
    this.forget(chain);
  }

  /** Takes another header: which chains are built in follows from the table. Only for regular tables. */
  retitle(header: TableLine): void {
    this.header = header;
    const name = header.name?.text ?? '';
    this.table = isTableName(name) ? name : undefined;
    for (const builtin of this.table ? builtinChains(this.table) : []) this.chain(builtin);
    for (const chain of [...this.chains.values()]) {
      chain.builtin = isBuiltin(this.table, chain.name);
      chain.declared = chain.builtin || chain.lines.length > 0;
      if (chain.declared) this.undeclared.delete(chain);
      else {
        this.undeclared.add(chain);
        this.forget(chain);
      }
    }
    this.reachStale = true;
    this.settle();
  }

  makeDeclared(chain: Chain): void {
    if (chain.declared) return;
    chain.declared = true;
    this.undeclared.delete(chain);
    this.reachStale = true;
  }

  /** Takes in a rule. Before `settle` its place may not be judged. */
  addRule(command: Command): void {
    const chain = this.count(command, 1);
    if (!chain) return;
    if (command.allowedLegacy !== EVERYWHERE || command.allowedNft !== EVERYWHERE) chain.restricted.add(command);
    if (command.traits & Trait.log) chain.logs.add(command);
    const callee = this.calleeOf(command);
    if (!callee) return;
    callee.callers.add(command);
    if (!leadsOn(command)) return;
    const calls = chain.calls.get(callee.name) ?? 0;
    chain.calls.set(callee.name, calls + 1);
    if (calls === 0 && callee.declared) this.reachStale = true;
  }

  /** Takes a rule out again. */
  removeRule(command: Command): void {
    const chain = this.count(command, -1);
    if (!chain) return;
    chain.restricted.delete(command);
    chain.logs.delete(command);
    this.misplaced.delete(command);
    const callee = this.calleeOf(command);
    if (callee) {
      callee.callers.delete(command);
      if (leadsOn(command)) this.removeCall(chain, callee);
      this.forget(callee);
    }
    this.forget(chain);
  }

  private removeCall(chain: Chain, callee: Chain): void {
    const calls = chain.calls.get(callee.name) ?? 0;
    if (calls > 1) chain.calls.set(callee.name, calls - 1);
    else {
      chain.calls.delete(callee.name);
      if (callee.declared) this.reachStale = true;
    }
  }

  private count(command: Command, by: 1 | -1): Chain | undefined {
    if (command.chain === undefined) return undefined;
    const chain = this.chain(command.chain);
    chain.ruleLines += by;
    this.rules += by;
    if (command.object === 'DROP') this.drops += by;
    if (command.traits & Trait.accept) {
      chain.accepts += by;
      if (command.traits & Trait.fromLoopback) chain.acceptsLoopbackIn += by;
      if (command.traits & Trait.toLoopback) chain.acceptsLoopbackOut += by;
      if (command.traits & Trait.established) chain.acceptsEstablished += by;
      if (command.traits & Trait.unconditional) chain.acceptsAll += by;
    }
    return chain;
  }

  /** Drops a chain that nothing speaks of any more. */
  private forget(chain: Chain): void {
    if (chain.declared || chain.ruleLines > 0 || chain.callers.size > 0) return;
    this.chains.delete(chain.name);
    this.undeclared.delete(chain);
  }

  /** The chain that a rule hands the packet to. A user chain wins over a target extension of its name. */
  private calleeOf(command: Command): Chain | undefined {
    const { object } = command;
    if (object === undefined || command.jump === Jump.none) return undefined;
    if (command.toExtension) return this.chains.get(object);
    return command.jump === Jump.jump && isVerdict(object) ? undefined : this.chain(object);
  }

  /** Brings what depends on other rules up to date: hooks that lead to each chain, rules in the wrong place. */
  settle(changed?: Command): void {
    if (this.reachStale) {
      this.reachStale = false;
      this.shape++;
      this.spreadHooks();
      this.misplaced.clear();
      for (const chain of this.chains.values()) for (const command of chain.restricted) this.place(chain, command);
    } else if (changed?.chain !== undefined) {
      const chain = this.chains.get(changed.chain);
      if (chain?.restricted.has(changed)) this.place(chain, changed);
    }
  }

  private place(chain: Chain, command: Command): void {
    if (!this.table || !chain.declared) return;
    const { reached } = chain;
    const { legacy, nft } = this.refusals(chain, command, { legacy: reached, nft: reached });
    if (legacy || nft) this.misplaced.add(command);
    else this.misplaced.delete(command);
  }

  /** Which back ends' kernels refuse a rule to which the hooks of `reached` lead; undefined: it never sees the rule. */
  refusals(chain: Chain, command: Command, reached: Reached): { readonly legacy: boolean; readonly nft: boolean } {
    const table = this.table ? TABLE_ORDER.indexOf(this.table) : 0;
    const forNft = chain.builtin ? command.allowedNft : command.allowedNftCalled;
    return {
      legacy: reached.legacy !== undefined && !mayStand(command.allowedLegacy, table, reached.legacy),
      nft: reached.nft !== undefined && !mayStand(forNft, table, reached.nft),
    };
  }

  private spreadHooks(): void {
    const work: Chain[] = [];
    for (const chain of this.chains.values()) {
      chain.reached = chain.builtin ? hookBit(chain.name) : 0;
      if (chain.reached !== 0) work.push(chain);
    }
    for (let chain = work.pop(); chain; chain = work.pop()) {
      for (const name of chain.calls.keys()) {
        const callee = this.chains.get(name);
        if (!callee?.declared || callee.builtin || (callee.reached | chain.reached) === callee.reached) continue;
        callee.reached |= chain.reached;
        work.push(callee);
      }
    }
  }
}
