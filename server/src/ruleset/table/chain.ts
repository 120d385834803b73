// One chain of a table, by the lines that speak of it.

import { type Command, Trait } from '../command.ts';
import { EVERYWHERE } from '../places.ts';
import type { Entry } from '../reader/entry-reader.ts';
import type { Rule } from '../rule.ts';
import { firstOf, type Lines, lastOf, NO_LINES, type Put, shiftLines, withLine, withoutLine } from './lines.ts';
import { calleeOf, isFinal, isRule, type Loaders, leadsOn, takesEffect } from './roles.ts';

/** Where the lines of a table are read. */
export interface TableLines {
  /** What a line is; a blank line past the end. */
  entry(line: number): Entry;
  /** The rule of a line. */
  rule(line: number): Rule;
  /** Who loads the file. */
  readonly settings: Loaders;
  /** Chains may be made elsewhere: what is missing here is no mistake. */
  readonly refersElsewhere: boolean;
}

/** Rules that a kernel does not take everywhere, by where it takes them; see places.ts. */
export interface Restriction {
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  readonly allowedNftCalled: number;
  readonly lines: Lines;
}

/** A chain that a table has or speaks of. Every list is of line numbers in the file. */
export interface Chain {
  readonly name: string;
  /** Follows from the table that the header names. */
  readonly builtin: boolean;
  /** It exists somewhere in the table: it is built in, or a `:NAME` line, -N or -E makes it. */
  readonly declared: boolean;
  /** Its `:` lines. */
  readonly declarations: Lines;
  /** -N of it, and -E to it, carried out or not. */
  readonly makers: Lines;
  /** Every -A to it that some loader carries out. */
  readonly appends: Lines;
  /** Every other command on it. An -A among them is one that no loader carries out. */
  readonly commands: Lines;
  /** Rules, and commands that name a rule, that jump or go to it. */
  readonly jumps: Lines;
  /** How many lines append, insert or replace a rule of it. */
  readonly ruleLines: number;
  /** The chains that its rules hand packets to, by name. */
  readonly calls: ReadonlyMap<string, Lines>;
  /** Its rules that take every packet with a verdict. */
  readonly finals: Lines;
  /** Its lines of `appends` that make several rules. */
  readonly multiple: Lines;
  /** Its rules whose counters don't begin at 0. */
  readonly counted: Lines;
  /** Its rules that a kernel does not take everywhere. */
  readonly restrictions: readonly Restriction[];
  /** The `:` line or -P that gives the policy, the last one; -1 without. */
  readonly policyLine: number;
  /** The policy as that line writes it; undefined where there is none. */
  readonly policy: string | undefined;
  /** The first line that appends, inserts or replaces a rule of it; infinite without. */
  readonly firstRule: number;
  /** The first line that speaks of it, and the first that makes it; infinite without. */
  readonly firstLine: number;
  readonly firstMaker: number;
}

interface OwnRestriction {
  readonly allowedLegacy: number;
  readonly allowedNft: number;
  readonly allowedNftCalled: number;
  lines: number[];
}

/** The first rule of its kind is another one: of those that lead to a chain, or of those that take every packet. */
export type Changed = 'calls' | 'cut' | undefined;

const NO_CALLS: Map<string, number[]> = new Map();
const NO_RESTRICTIONS: OwnRestriction[] = [];

/** The chain as its table keeps it. Lists are made when a first line comes: a file may speak of very many chains. */
export class ChainRecord implements Chain {
  readonly name: string;
  builtin: boolean;
  declarations: number[] = NO_LINES;
  makers: number[] = NO_LINES;
  appends: number[] = NO_LINES;
  commands: number[] = NO_LINES;
  jumps: number[] = NO_LINES;
  finals: number[] = NO_LINES;
  multiple: number[] = NO_LINES;
  counted: number[] = NO_LINES;
  ruleLines = 0;
  calls = NO_CALLS;
  restrictions = NO_RESTRICTIONS;
  private policies: number[] = NO_LINES;
  private readonly lines: TableLines;

  constructor(name: string, builtin: boolean, lines: TableLines) {
    this.name = name;
    this.builtin = builtin;
    this.lines = lines;
  }

  get declared(): boolean {
    return this.builtin || this.declarations.length > 0 || this.makers.length > 0;
  }

  get firstMaker(): number {
    return Math.min(firstOf(this.declarations), firstOf(this.makers));
  }

  get firstLine(): number {
    return Math.min(this.firstMaker, firstOf(this.appends), firstOf(this.commands), firstOf(this.jumps));
  }

  get firstRule(): number {
    const other = this.commands.find((line) => isRule(this.lines.entry(line)));
    return Math.min(firstOf(this.appends), other ?? Number.POSITIVE_INFINITY);
  }

  get policyLine(): number {
    return Math.max(lastOf(this.declarations), lastOf(this.policies));
  }

  get policy(): string | undefined {
    const by = this.policyLine < 0 ? undefined : this.lines.entry(this.policyLine);
    return by?.kind === 'chain' ? by.policy?.text : by?.kind === 'command' ? by.object : undefined;
  }

  /** Takes a command on this chain in, or out with `by` -1. Answers what that changes for the table. */
  take(command: Command, line: number, by: 1 | -1): Changed {
    const put = by > 0 ? withLine : withoutLine;
    if (command.letter === 'A' && takesEffect(command)) {
      this.appends = put(this.appends, line);
      if (command.rules !== 1) this.multiple = put(this.multiple, line);
    } else this.commands = put(this.commands, line);
    if (command.letter === 'P') this.policies = put(this.policies, line);
    return isRule(command) ? this.takeRule(command, line, put, by) : undefined;
  }

  private takeRule(command: Command, line: number, put: Put, by: 1 | -1): Changed {
    this.ruleLines += by;
    if (command.traits & Trait.counted) this.counted = put(this.counted, line);
    if (command.allowedLegacy !== EVERYWHERE || command.allowedNft !== EVERYWHERE) this.restrict(command, line, put);
    if (isFinal(command)) {
      const before = this.finals[0];
      this.finals = put(this.finals, line);
      return before === this.finals[0] ? undefined : 'cut';
    }
    const callee = leadsOn(command) ? calleeOf(command) : undefined;
    return callee !== undefined && this.call(callee, line, put) ? 'calls' : undefined;
  }

  /** True where the first line that leads there is another. */
  private call(callee: string, line: number, put: Put): boolean {
    if (this.calls === NO_CALLS) this.calls = new Map();
    const lines = this.calls.get(callee) ?? NO_LINES;
    const before = lines[0];
    const after = put(lines, line);
    if (after === NO_LINES) this.calls.delete(callee);
    else if (after !== lines) this.calls.set(callee, after);
    return before !== after[0];
  }

  private restrict({ allowedLegacy, allowedNft, allowedNftCalled }: Command, line: number, put: Put): void {
    if (this.restrictions === NO_RESTRICTIONS) this.restrictions = [];
    const at = this.restrictions.findIndex(
      (one) =>
        one.allowedLegacy === allowedLegacy &&
        one.allowedNft === allowedNft &&
        one.allowedNftCalled === allowedNftCalled,
    );
    const known = this.restrictions[at];
    if (!known) this.restrictions.push({ allowedLegacy, allowedNft, allowedNftCalled, lines: put(NO_LINES, line) });
    else {
      known.lines = put(known.lines, line);
      if (known.lines === NO_LINES) this.restrictions.splice(at, 1);
    }
  }

  /** Moves every line from `from` on. */
  shift(from: number, by: number): void {
    shiftLines(this.declarations, from, by);
    shiftLines(this.makers, from, by);
    shiftLines(this.appends, from, by);
    shiftLines(this.commands, from, by);
    shiftLines(this.jumps, from, by);
    shiftLines(this.finals, from, by);
    shiftLines(this.multiple, from, by);
    shiftLines(this.counted, from, by);
    shiftLines(this.policies, from, by);
    for (const lines of this.calls.values()) shiftLines(lines, from, by);
    for (const { lines } of this.restrictions) shiftLines(lines, from, by);
  }
}
