// What lint rules say of the packets of chains. Where packets go as they did, it is kept, and moves with the lines.

import { Unpassed } from '../../analysis/reach/always.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Fate, TableReach } from '../../analysis/reach/table-reach.ts';
import type { Finding } from '../../check/finding.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { PacketTable } from '../packets.ts';
import type { PacketLint } from '../rule.ts';
import { movedSaid, packetReporter, type Said, saidBy } from './said.ts';

const FATES: readonly Fate['kind'][] = ['live', 'covered', 'never', 'excluded', 'chain', 'unknown'];
/** So many chains of which all is known are gone through at a time. */
const MOST_KNOWN = 128;

/** What was said of a chain of a table under its policies, with the lines that it had in an edition of the file. */
interface Told<N extends string> {
  readonly said: readonly Said<N>[];
  readonly block: TableBlock;
  readonly policies: string;
  readonly edition: number;
}

/** Looks at chains; where packets go as they did, what was said of a chain moves with its lines. */
export class ChainLooks<N extends string> {
  private readonly told = new WeakMap<TableReach, Map<ChainSteps, Told<N>>>();
  private readonly file: RulesFile;
  private readonly ofHooks: readonly PacketLint<N>[];
  private readonly ofChains: readonly PacketLint<N>[];
  private readonly ofUnpassed: readonly PacketLint<N>[];
  private readonly byFate: ReadonlyMap<Fate['kind'], readonly PacketLint<N>[]>;

  constructor(file: RulesFile, rules: readonly PacketLint<N>[]) {
    this.file = file;
    this.ofHooks = rules.filter(({ checkHook }) => checkHook);
    this.ofChains = rules.filter(({ checkChain }) => checkChain);
    this.ofUnpassed = rules.filter(({ checkUnpassed }) => checkUnpassed);
    this.byFate = new Map(FATES.map((kind) => [kind, rules.filter(({ fates }) => fates?.includes(kind))]));
  }

  *look(table: PacketTable, found: Finding<N>[]): Steps<void> {
    const told = this.told.get(table.reach) ?? new Map<ChainSteps, Told<N>>();
    this.told.set(table.reach, told);
    const { edition } = this.file.edits;
    const mover = new Mover(this.file);
    const policies = table.block.builtins.map((name) => table.block.chains.get(name)?.policy ?? '').join(' ');
    let count = 0;
    for (const chain of table.chains) {
      if (chain.isBuiltin) {
        for (const rule of this.ofHooks) {
          rule.checkHook?.(table, chain, packetReporter(rule, found));
          yield;
        }
      }
      const last = told.get(chain);
      const isSame = last?.block === table.block && last.policies === policies;
      const isSettled = last !== undefined && isSame && table.isSettled(chain);
      let said = isSettled ? mover.moved(last) : undefined;
      if (!said) {
        said = yield* this.lookAt(table, chain);
        table.settle(chain);
        yield;
      } else if (++count % MOST_KNOWN === 0) yield;
      if (said !== last?.said || last.edition !== edition)
        told.set(chain, { said, block: table.block, policies, edition });
      for (const { finding } of said) found.push(finding);
    }
  }

  private *lookAt(table: PacketTable, chain: ChainSteps): Steps<readonly Said<N>[]> {
    const said: Said<N>[] = [];
    const seen = new Unpassed();
    let count = 0;
    for (const step of chain.steps) {
      if (++count % MOST_KNOWN === 0 || !table.isKnown(chain, step)) yield;
      const fate = table.fateOf(chain, step);
      if (fate.kind === 'live') seen.see(step, fate.probe);
      if (fate.kind === 'live' && !chain.isBuiltin) continue;
      const known = { table, chain, step, fate };
      for (const rule of this.byFate.get(fate.kind) ?? [])
        rule.checkRule?.(known, (found) => said.push(saidBy(rule, found)));
    }
    for (const rule of this.ofChains) rule.checkChain?.(table, chain, (found) => said.push(saidBy(rule, found)));
    for (const step of seen.steps) {
      yield;
      for (const rule of this.ofUnpassed)
        rule.checkUnpassed?.(table, chain, step, (found) => said.push(saidBy(rule, found)));
    }
    return said;
  }
}

/** Where lines are since an edition, and whether any that were not replaced have other numbers. */
interface Way {
  readonly now: (line: number) => number;
  readonly areMoved: boolean;
}

/** Takes what was said of chains to where its lines are now. */
class Mover {
  private readonly file: RulesFile;
  /** By edition; undefined where nobody knows. */
  private readonly ways = new Map<number, Way | undefined>();

  constructor(file: RulesFile) {
    this.file = file;
  }

  /** Undefined where a line of it is another one now. */
  moved<N extends string>({ said, edition }: Told<N>): readonly Said<N>[] | undefined {
    if (said.length === 0 || edition === this.file.edits.edition) return said;
    const way = this.wayFrom(edition);
    if (!way) return undefined;
    const { now, areMoved } = way;
    for (const { finding } of said) {
      if (now(finding.line) < 0 || finding.related?.some(({ line }) => now(line) < 0)) return undefined;
    }
    return areMoved ? said.map((one) => movedSaid(one, now)) : said;
  }

  private wayFrom(edition: number): Way | undefined {
    if (!this.ways.has(edition)) {
      const news = this.file.edits.since(edition);
      const areMoved = news?.some(({ old, fresh }) => old.length !== fresh.length) === true;
      this.ways.set(edition, news && { now: renumbering(news).now, areMoved });
    }
    return this.ways.get(edition);
  }
}
