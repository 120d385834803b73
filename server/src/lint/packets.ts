// What lint rules see of the packets of a file: its tables, and of each rule whether any packet gets to it.

import type { Box } from '../analysis/box.ts';
import { mayPass } from '../analysis/reach/admission.ts';
import { othersOf } from '../analysis/reach/always.ts';
import type { ChainSteps } from '../analysis/reach/chain-steps.ts';
import { type Replacement, replacementOf } from '../analysis/reach/redundant.ts';
import type { Step } from '../analysis/reach/step.ts';
import { type Cover, type Fate, TableReach } from '../analysis/reach/table-reach.ts';
import { targetsIn } from '../analysis/targets-in.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import type { Family, TableName } from '../vocabulary/schema.ts';
import type { Place } from './view.ts';

/** One table whose rules are certain. */
export class PacketTable {
  readonly file: RulesFile;
  readonly block: TableBlock;
  readonly reach: TableReach;

  constructor(file: RulesFile, block: TableBlock, reach: TableReach) {
    this.file = file;
    this.block = block;
    this.reach = reach;
  }

  get chains(): Iterable<ChainSteps> {
    return this.reach.all();
  }

  isCalled(chain: ChainSteps): boolean {
    return this.reach.isCalled(chain);
  }

  /** The fate of a rule is known already, so asking for it takes no time. */
  isKnown(chain: ChainSteps, step: Step): boolean {
    return this.reach.isKnown(chain, step);
  }

  /** No edit since `settle` has to do with a packet that comes to the chain: all of its rules have the fates of then. */
  isSettled(chain: ChainSteps): boolean {
    return this.reach.isSettled(chain);
  }

  /** To be called when `fateOf` was asked for all rules of a chain. */
  settle(chain: ChainSteps): void {
    this.reach.settle(chain);
  }

  fateOf(chain: ChainSteps, step: Step): Fate {
    return this.reach.fateOf(chain, step);
  }

  isReached(chain: ChainSteps): boolean {
    return this.reach.isReached(chain);
  }

  jumpsTo(chain: ChainSteps): readonly Step[] {
    return this.reach.jumpsTo(chain);
  }

  get family(): Family {
    return this.file.settings.family;
  }

  /** What keeps all packets that would not match a rule from it; undefined where it is not certain that none gets there. */
  othersOf(chain: ChainSteps, step: Step): readonly Cover[] | undefined {
    return othersOf(this.reach, chain, step);
  }

  /** What decides alike in the place of a rule; undefined where something might not, or where a match keeps count. */
  replacementOf(chain: ChainSteps, step: Step, policy: string): Replacement | undefined {
    return replacementOf(this.reach, chain, step, policy);
  }

  /** Whether any packet of a box may pass a built-in chain; false: surely none does. */
  mayPass(hook: string, packets: Box): boolean {
    return mayPass(this.reach, hook, packets, this.policyOf(hook));
  }

  /** The policy of a built-in chain; ACCEPT where the file gives none. */
  policyOf(hook: string): string {
    return this.block.chains.get(hook)?.policy ?? 'ACCEPT';
  }

  /** Some rule of the file may give packets another port before they come to a filter. */
  get changesPorts(): boolean {
    return this.hasTarget(['DNAT', 'REDIRECT', 'NETMAP', 'TPROXY']);
  }

  /** Some rule of the file may keep packets out of connection tracking. */
  get mayUntrack(): boolean {
    return this.hasTarget(['NOTRACK', 'CT']);
  }

  private hasTarget(targets: readonly string[]): boolean {
    return this.file.blocks.some((block) => {
      const own = targetsIn(this.file, block);
      return targets.some((target) => own.has(target));
    });
  }

  /** Where the policy of a built-in chain is written. */
  policyPlace(name: string): Place | undefined {
    const line = this.block.chains.get(name)?.policyLine ?? -1;
    const entry = this.file.entry(line);
    if (entry.kind === 'chain' && entry.policy) return { line, start: entry.policy.start, end: entry.policy.end };
    return line < 0 ? undefined : this.placeOf(line);
  }

  /** Where a chain is made; undefined for one that is built in. */
  makerPlace(name: string): Place | undefined {
    const line = this.block.makerOf(name);
    const entry = this.file.entry(line);
    if (entry.kind === 'chain' && entry.name) return { line, start: entry.name.start, end: entry.name.end };
    return line < 0 ? undefined : this.placeOf(line);
  }

  /** A whole line without the blanks around it. */
  placeOf(line: number): Place {
    const text = this.file.lines.line(line);
    // Very many places are asked for, and nearly all lines begin and end with what is no blank.
    const isBare = isGraphic(text.charCodeAt(0)) && isGraphic(text.charCodeAt(text.length - 1));
    if (isBare) return { line, start: 0, end: text.length };
    return { line, start: text.length - text.trimStart().length, end: text.trimEnd().length };
  }
}

/** Is a character of ASCII that shows. */
function isGraphic(code: number): boolean {
  return code > 32 && code < 127;
}

/** The tables of a file about whose packets anything can be said, kept up to date edit by edit. */
export class PacketTables {
  private readonly file: RulesFile;
  /** What is known of each table, as of the file's edition then. */
  private readonly known = new Map<TableName, { readonly reach: TableReach; readonly edition: number }>();

  constructor(file: RulesFile) {
    this.file = file;
  }

  /** The tables as the file is now, in steps. */
  *steps(): Steps<readonly PacketTable[]> {
    const names = this.file.blocks.map(({ table }) => table);
    for (const name of this.known.keys()) if (!names.includes(name)) this.known.delete(name);
    const tables: PacketTable[] = [];
    for (const block of this.file.blocks) {
      const { table } = block;
      if (!table) continue;
      // Of a table that stands twice the second takes the place of the first.
      const isOnly = names.indexOf(table) === names.lastIndexOf(table);
      const reach = isOnly ? yield* this.reachOf(table, block) : undefined;
      if (reach) tables.push(new PacketTable(this.file, block, reach));
      else this.known.delete(table);
    }
    return tables;
  }

  private *reachOf(table: TableName, block: TableBlock): Steps<TableReach | undefined> {
    const { edits } = this.file;
    const last = this.known.get(table);
    const news = last && edits.since(last.edition);
    if (last && news?.length === 0) return last.reach;
    // Work that is dropped half done leaves nothing: what was known may have been changed by it.
    this.known.delete(table);
    const reach =
      last && news ? yield* last.reach.updating(this.file, block, news) : yield* TableReach.building(this.file, block);
    if (reach) this.known.set(table, { reach, edition: edits.edition });
    return reach;
  }
}
