// Lint rules that look at chains: a chain is looked at again when a line speaks of it, or of a chain that was looked
// at for its sake, and changes what lint rules know of its rules.

import type { Finding } from '../../check/finding.ts';
import type { LineEdit } from '../../ruleset/edit-log.ts';
import type { Standing } from '../../ruleset/play/standing.ts';
import type { Entry, RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { isIdle } from '../../ruleset/table/roles.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Fact } from '../fact.ts';
import { factsOf } from '../look.ts';
import type { ChainLint } from '../rule.ts';
import { TableView } from '../view.ts';
import { type News, type Run, reporter } from './run.ts';

/** What was found of the chains of one name in all tables. Most have nothing. */
type FindingsByName<N extends string> = Map<string, readonly Finding<N>[]>;

/** The names of chains that were looked at with the help of another, by its name. */
type Users = Map<string, Set<string>>;

export class ChainRun<N extends string> implements Run<N> {
  private readonly file: RulesFile;
  private readonly rules: readonly ChainLint<N>[];
  private readonly found: FindingsByName<N> = new Map();
  /** For each chain those that were looked at with its help. */
  private readonly usedBy: Users = new Map();
  /** The same for each fact that was asked of a chain. */
  private readonly askedBy = new Map<Fact, Users>();
  /** The lines whose words were read for a chain, where there are any. */
  private readonly read = new Map<string, ReadonlySet<number>>();
  private places: readonly Places[] = [];
  private changeCount = 0;
  /** The edition in which all chains were looked at before they were asked for. */
  private prepared = -1;

  constructor(file: RulesFile, rules: readonly ChainLint<N>[]) {
    this.file = file;
    this.rules = rules;
  }

  *prepare(): Steps<void> {
    this.prepared = -1;
    yield* factsOf(this.file).knowing((noting) => this.looking(noting));
    this.prepared = this.file.edits.edition;
  }

  private *looking(noting: (work: () => void) => void): Steps<void> {
    this.forget();
    for (const name of this.names()) {
      noting(() => this.lookAt(name));
      yield;
    }
  }

  findings({ edits }: News): readonly Finding<N>[] {
    const facts = factsOf(this.file);
    const places = this.file.blocks.map(placesOf);
    const touched = edits && namesIn(edits.flatMap(({ old, fresh }) => [...old, ...fresh]));
    const isRenamed = this.file.blocks.some(({ standing }) => standing.hasRenames);
    if (!edits || !touched || (touched.size > 0 && isRenamed)) this.lookAtAll();
    else if (edits.length > 0) {
      const inPlace = places.length === this.places.length && places.every((one, i) => one === this.places[i]);
      for (const name of this.affected(edits, touched, inPlace)) this.lookAt(name);
    }
    this.places = places;
    this.changeCount = facts.changeCount;
    return [...this.found.values()].flat();
  }

  /** The chains to look at again. Where rules are in their places, all that may have changed is what they say. */
  private affected(edits: readonly LineEdit[], touched: ReadonlySet<string>, inPlace: boolean): ReadonlySet<string> {
    const facts = factsOf(this.file);
    const names = new Set<string>();
    for (const [fact, users] of this.askedBy) {
      for (const chain of [...touched, ''])
        if (facts.hasChanged(fact, chain, this.changeCount)) for (const name of users.get(chain) ?? []) names.add(name);
    }
    // What is said of a chain may name lines, which have other numbers now.
    if (edits.some(({ old, fresh }) => old.length !== fresh.length))
      return this.withUsers([...touched, ...names, ...this.found.keys(), ...this.read.keys()]);
    for (const [name, lines] of this.read) if (edits.some((edit) => isIn(lines, edit))) names.add(name);
    return this.withUsers(inPlace ? calleesIn(edits) : touched, names);
  }

  private lookAtAll(): void {
    if (this.prepared === this.file.edits.edition) return;
    this.forget();
    for (const name of this.names()) this.lookAt(name);
  }

  private names(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { chains } of this.file.blocks) for (const { name } of chains.all()) names.add(name);
    return names;
  }

  private forget(): void {
    this.found.clear();
    this.usedBy.clear();
    this.askedBy.clear();
    this.read.clear();
  }

  private lookAt(name: string): void {
    const findings: Finding<N>[] = [];
    const facts = factsOf(this.file);
    const lines = new Set<number>();
    const watch = {
      chain: (used: string) => note(this.usedBy, used, name),
      fact: (fact: Fact, chain: string) => this.noteFact(fact, chain, name),
      line: (line: number) => void lines.add(line),
    };
    for (const block of this.file.blocks) {
      if (!block.table || !block.chains.has(name)) continue;
      const chain = new TableView(this.file, block, facts, watch).chain(name);
      if (chain) for (const rule of this.rules) rule.check(chain, reporter(rule, findings));
    }
    if (findings.length > 0) this.found.set(name, findings);
    else this.found.delete(name);
    if (lines.size > 0) this.read.set(name, lines);
    else this.read.delete(name);
  }

  private noteFact(fact: Fact, chain: string, by: string): void {
    let users = this.askedBy.get(fact);
    if (!users) {
      users = new Map();
      this.askedBy.set(fact, users);
    }
    note(users, chain, by);
  }

  /** The chains and all that were looked at with their help, and `others`. */
  private withUsers(names: Iterable<string>, others: Iterable<string> = []): Set<string> {
    const all = new Set(names);
    for (const name of [...all]) for (const user of this.usedBy.get(name) ?? []) all.add(user);
    for (const name of others) all.add(name);
    return all;
  }
}

function note(users: Users, chain: string, by: string): void {
  const known = users.get(chain);
  if (known) known.add(by);
  else users.set(chain, new Set([by]));
}

/** Something that is the same as before as long as the same chains have the same rules, and lead to the same chains. */
type Places = number | Standing;

function placesOf({ standing, shape }: TableBlock): Places {
  return standing.isInOrder ? shape : standing;
}

function isIn(lines: ReadonlySet<number>, { first, fresh }: LineEdit): boolean {
  return fresh.some((_, i) => lines.has(first + i));
}

/** The chains to which lines that were exchanged lead no more, or lead now, or lead from elsewhere. */
function calleesIn(edits: readonly LineEdit[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { old, fresh } of edits) {
    for (const [at, one] of old.entries()) {
      const [before, after] = [leadOf(one), leadOf(fresh[at])];
      if (before?.to === after?.to && before?.from === after?.from) continue;
      for (const lead of [before, after]) if (lead) names.add(lead.to);
    }
  }
  return names;
}

function leadOf(entry: Entry | undefined): { readonly from: string | undefined; readonly to: string } | undefined {
  if (entry?.kind !== 'command' || entry.object === undefined) return undefined;
  return { from: entry.chain, to: entry.object };
}

/** The chains that some lines speak of; undefined where they may mean any chain. */
function namesIn(entries: readonly Entry[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const entry of entries) {
    if (isIdle(entry)) continue;
    if (entry.kind !== 'command' || (entry.letter !== undefined && entry.letter !== 'A') || entry.ends)
      return undefined;
    if (entry.chain !== undefined) names.add(entry.chain);
    if (entry.object !== undefined) names.add(entry.object);
  }
  return names;
}
