// Runs the lint rules that look at packets: in steps, and what was found last stands until the next run is done.

import { Unpassed } from '../analysis/reach/always.ts';
import type { ChainSteps } from '../analysis/reach/chain-steps.ts';
import type { Step } from '../analysis/reach/step.ts';
import type { Fate, TableReach } from '../analysis/reach/table-reach.ts';
import type { Finding } from '../check/finding.ts';
import { renumbering } from '../ruleset/edit-log.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { type PacketTable, PacketTables } from './packets.ts';
import type { LintRule, PacketLint, Report } from './rule.ts';
import { byPlace } from './runner.ts';
import { moved, reporter } from './runs/run.ts';

export class PacketRunner<N extends string> {
  private readonly file: RulesFile;
  private readonly rules: readonly PacketLint<N>[];
  readonly tables: PacketTables;
  private readonly looks = new ChainLooks<N>();
  private kept: readonly Finding<N>[] = [];
  private edition = -1;
  private isDone = false;
  private seen: readonly PacketTable[] = [];

  constructor(file: RulesFile, rules: readonly LintRule<N>[]) {
    this.file = file;
    this.tables = new PacketTables(file);
    this.rules = rules.filter((rule) => rule.looksAt === 'packets');
  }

  /** Takes in that nothing is to be said of the file's packets as it is now. */
  pass(): void {
    this.kept = [];
    this.edition = this.file.edits.edition;
    this.isDone = true;
  }

  /** Looks at the file as it is now. It must not change until the last step; then the run is to be dropped. */
  *run(): Steps<void> {
    const { edition } = this.file.edits;
    if (this.isDone && edition === this.edition) return;
    const found: Finding<N>[] = [];
    const rules = this.rules.map((rule) => ({ rule, report: reporter(rule, found) }));
    const tables = yield* this.tables.steps();
    for (const table of tables) {
      yield;
      yield* this.looks.look(table, rules);
    }
    for (const { rule, report } of rules) {
      if (!rule.checkFile) continue;
      rule.checkFile(tables, report);
      yield;
    }
    this.kept = found.sort(byPlace);
    this.edition = edition;
    this.isDone = true;
    this.seen = tables;
  }

  /** The tables of the last run, where the file is still the same; undefined elsewhere. */
  get current(): readonly PacketTable[] | undefined {
    return this.isDone && this.edition === this.file.edits.edition ? this.seen : undefined;
  }

  /** The last run that was done saw the file as it is now. */
  get isCurrent(): boolean {
    return this.isDone && this.edition === this.file.edits.edition;
  }

  /** What the last run that was done found, where its lines are now. Lines that were edited since have nothing. */
  known(): readonly Finding<N>[] {
    const { edits } = this.file;
    if (edits.edition === this.edition || this.kept.length === 0) return this.kept;
    const news = edits.since(this.edition);
    this.isDone = false;
    this.edition = edits.edition;
    if (!news) this.kept = [];
    else {
      const { now } = renumbering(news);
      this.kept = this.kept.map((finding) => moved(finding, now)).filter(({ line }) => line >= 0);
    }
    return this.kept;
  }
}

const FATES: readonly Fate['kind'][] = ['live', 'covered', 'never', 'excluded', 'chain', 'unknown'];
/** So many rules of which all is known are gone through at a time. */
const MOST_KNOWN = 256;

interface Reporting<N extends string> {
  readonly rule: PacketLint<N>;
  readonly report: Report;
}

/** The rules of a chain of which something was said, under a policy. */
interface Told<N extends string> {
  readonly steps: readonly Step[];
  /** The lint rules that had something to say of the chain as a whole. */
  readonly own: readonly PacketLint<N>[];
  /** Of these it was said of which packets get to them. */
  readonly unpassed: readonly Step[];
  readonly policy: string | undefined;
}

/** Looks at the rules of chains, and where packets go as they did, only at those of which there was something to say. */
class ChainLooks<N extends string> {
  private readonly told = new WeakMap<TableReach, Map<ChainSteps, Told<N>>>();

  *look(table: PacketTable, reporting: readonly Reporting<N>[]): Steps<void> {
    const ofChains = reporting.filter(({ rule }) => rule.checkChain);
    const ofHooks = reporting.filter(({ rule }) => rule.checkHook);
    const ofUnpassed = reporting.filter(({ rule }) => rule.checkUnpassed);
    const byFate = new Map<Fate['kind'], readonly Reporting<N>[]>();
    for (const kind of FATES)
      byFate.set(
        kind,
        reporting.filter(({ rule }) => rule.fates?.includes(kind)),
      );
    const told = this.told.get(table.reach) ?? new Map<ChainSteps, Told<N>>();
    this.told.set(table.reach, told);
    let count = 0;
    for (const chain of table.chains) {
      if (chain.isBuiltin) for (const { rule, report } of ofHooks) rule.checkHook?.(table, chain, report);
      const policy = chain.isBuiltin ? table.block.chains.get(chain.name)?.policy : undefined;
      const last = told.get(chain);
      const isSettled = last !== undefined && last.policy === policy && table.isSettled(chain);
      const seen = new Unpassed();
      const steps: Step[] = [];
      for (const step of isSettled ? last.steps : chain.steps) {
        if (++count % MOST_KNOWN === 0 || !table.isKnown(chain, step)) yield;
        const fate = table.fateOf(chain, step);
        if (fate.kind === 'live') seen.see(step, fate.probe);
        if (fate.kind === 'live' && !chain.isBuiltin) continue;
        const known = { table, chain, step, fate };
        if (tell(byFate.get(fate.kind) ?? [], (rule, report) => rule.checkRule?.(known, report))) steps.push(step);
      }
      const own = (isSettled ? ofChains.filter(({ rule }) => last.own.includes(rule)) : ofChains).filter((one) =>
        tell([one], (rule, report) => rule.checkChain?.(table, chain, report)),
      );
      const unpassed: Step[] = [];
      for (const step of isSettled ? last.unpassed : seen.steps) {
        yield;
        if (tell(ofUnpassed, (rule, report) => rule.checkUnpassed?.(table, chain, step, report))) unpassed.push(step);
      }
      if (!isSettled) {
        told.set(chain, { steps, unpassed, own: own.map(({ rule }) => rule), policy });
        table.settle(chain);
      }
      yield;
    }
  }
}

/** True where any lint rule had something to say. */
function tell<N extends string>(
  reporting: readonly Reporting<N>[],
  check: (rule: PacketLint<N>, report: Report) => void,
): boolean {
  let count = 0;
  for (const { rule, report } of reporting) {
    check(rule, (found) => {
      count++;
      report(found);
    });
  }
  return count > 0;
}
