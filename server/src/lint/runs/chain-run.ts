// Lint rules that look at chains: a chain is looked at again when a line speaks of it, or of a chain that was looked
// at for its sake.

import type { Finding } from '../../check/finding.ts';
import type { Entry, RulesFile } from '../../ruleset/rules-file.ts';
import { isIdle } from '../../ruleset/table/roles.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { factsOf } from '../look.ts';
import type { ChainLint } from '../rule.ts';
import { TableView } from '../view.ts';
import { type News, type Run, reporter } from './run.ts';

/** What was found of the chains of one name in all tables. Most have nothing. */
type FindingsByName = Map<string, readonly Finding[]>;

export class ChainRun implements Run {
  private readonly file: RulesFile;
  private readonly rules: readonly ChainLint[];
  private readonly found: FindingsByName = new Map();
  /** For each chain those that were looked at for its sake, and the other way round. */
  private readonly usedBy = new Map<string, Set<string>>();

  constructor(file: RulesFile, rules: readonly ChainLint[]) {
    this.file = file;
    this.rules = rules;
  }

  findings({ edits }: News): readonly Finding[] {
    const touched = edits && namesIn(edits.flatMap(({ old, fresh }) => [...old, ...fresh]));
    const isRenamed = this.file.blocks.some(({ standing }) => standing.hasRenames);
    if (!edits || !touched || (touched.size > 0 && isRenamed)) this.lookAtAll();
    else if (edits.length > 0) {
      // What is said of a chain may name lines, which have other numbers now.
      const isMoved = edits.some(({ old, fresh }) => old.length !== fresh.length);
      const names = this.withUsers(isMoved ? [...touched, ...this.found.keys()] : touched);
      for (const name of names) this.lookAt(name, this.file.blocks);
    }
    return [...this.found.values()].flat();
  }

  private lookAtAll(): void {
    this.found.clear();
    this.usedBy.clear();
    const names = new Set<string>();
    for (const { chains } of this.file.blocks) for (const { name } of chains.all()) names.add(name);
    for (const name of names) this.lookAt(name, this.file.blocks);
  }

  private lookAt(name: string, blocks: readonly TableBlock[]): void {
    const findings: Finding[] = [];
    const facts = factsOf(this.file);
    const note = (used: string) => {
      if (used === name) return;
      const users = this.usedBy.get(used);
      if (users) users.add(name);
      else this.usedBy.set(used, new Set([name]));
    };
    for (const block of blocks) {
      if (!block.table || !block.chains.has(name)) continue;
      const chain = new TableView(this.file, block, facts, note).chain(name);
      if (chain) for (const rule of this.rules) rule.check(chain, reporter(rule, findings));
    }
    if (findings.length > 0) this.found.set(name, findings);
    else this.found.delete(name);
  }

  /** The chains and all that were looked at with their help. */
  private withUsers(names: Iterable<string>): ReadonlySet<string> {
    const all = new Set(names);
    for (const name of [...all]) for (const user of this.usedBy.get(name) ?? []) all.add(user);
    return all;
  }
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
