// How a table stands when its last line is read: which chains there are, their rules in order, what each kernel sees.

import type { Backend } from '../../vocabulary/schema.ts';
import { mayStand, TABLE_ORDER } from '../places.ts';
import type { Chain, TableLines } from '../table/chain.ts';
import { firstOf, lastOf, placeOf } from '../table/lines.ts';
import { calleeOf, isRule, takesEffect } from '../table/roles.ts';
import type { View } from '../table/view.ts';
import type { Reached, TableBlock } from '../table-block.ts';
import { type Renames, seenByLegacy } from './edges.ts';
import type { Incident } from './incident.ts';
import type { LiveChain } from './live-chain.ts';
import { copiesOf, type LineCopies, linesOf, type Stretch } from './live-list.ts';
import { wrongMentions } from './missing.ts';
import { endOf, type Played, play } from './play.ts';
import { mayMeanSome } from './same-rule.ts';
import type { Fate } from './state.ts';
import { type KnownViews, Views } from './views.ts';

/** Rules that stand one behind the other: every rule that `from <= line < to` append to a chain, or that of one line. */
export interface Part {
  /** The chain's name in these lines; -E may have changed it since. */
  readonly chain: string;
  readonly from: number;
  readonly to: number;
  readonly appended: boolean;
}

const NEVER_SHOWN: Reached = { legacy: undefined, nft: undefined };

export class Standing {
  private readonly table: TableBlock;
  private readonly lines: TableLines;
  /** Undefined where chains may be made elsewhere: then every line is taken to be in its place. */
  private readonly played: Played | undefined;
  private readonly renames: Renames | undefined;
  /** What each kernel sees. */
  readonly views: Views;
  private ownIncidents: readonly Incident[] | undefined;
  private readonly seen = new Map<LiveChain, (line: number) => boolean>();

  /** `last` are the views of the table before its last change, which may do. */
  constructor(table: TableBlock, lines: TableLines, last: KnownViews) {
    this.table = table;
    this.lines = lines;
    this.played = lines.refersElsewhere ? undefined : play(table, lines);
    this.renames = this.played?.state.renames;
    this.views = new Views(table, lines, this.played, last);
  }

  /** What the table's commands meet, by line. None where chains may be made elsewhere. */
  get incidents(): readonly Incident[] {
    this.ownIncidents ??= this.findIncidents();
    return this.ownIncidents;
  }

  private findIncidents(): readonly Incident[] {
    if (!this.played) return [];
    const { state, end } = this.played;
    const all = [...state.incidents, ...wrongMentions(this.table, state, end)];
    return all.sort((a, b) => a.line - b.line || place(a) - place(b));
  }

  /** No command changes what `:` lines and -A make: every rule is in its chain, in the order of the lines. */
  get isInOrder(): boolean {
    if (!this.played) return true;
    const { state, end } = this.played;
    return end === Number.POSITIVE_INFINITY && !state.hasTouched && state.lastFlush < 0;
  }

  /** Chains have other names in the end than in some of the lines that speak of them. */
  get hasRenames(): boolean {
    return this.renames !== undefined;
  }

  /** What the legacy kernel is shown: what is there in the end, up to each chain's first rule that takes every packet. */
  get legacy(): View {
    return this.views.legacy;
  }

  /** What nft shows its kernel, and still has in the end: a bare -F takes nothing from it. */
  get nft(): View {
    return this.views.nft;
  }

  /** A chain of this name exists in the end. */
  has(name: string): boolean {
    return this.existsAt(name, endOf(this.played));
  }

  /** A chain of this name exists when a line of the table is read. */
  existsAt(name: string, line: number): boolean {
    if (this.played) return this.played.state.existsAt(name, line);
    return this.table.chains.get(name)?.declared ?? false;
  }

  /**
   * The lines of a chain's rules in their order, as a back end has them in the end: in a file nft does not follow a bare
   * -F. A line that makes several rules stands once for all that are not parted.
   */
  rulesOf(name: string, backend: Backend = 'legacy'): readonly number[] {
    const chain = this.table.chains.get(name);
    if (!chain || !this.has(name)) return [];
    const live = this.changed(name);
    if (live) return linesOf(backend === 'legacy' ? live.rules : live.nftRules);
    const end = endOf(this.played);
    return lastOf(chain.appends) < end ? chain.appends : chain.appends.slice(0, placeOf(chain.appends, end));
  }

  /** The same with which of a line's rules stand at each place, where a line makes several and a command has parted them. */
  copiesOf(name: string, backend: Backend = 'legacy'): readonly LineCopies[] {
    const live = this.has(name) ? this.changed(name) : undefined;
    if (live) return copiesOf(backend === 'legacy' ? live.rules : live.nftRules);
    return this.rulesOf(name, backend).map((line) => ({ line }));
  }

  /** What became of the rule of a line. */
  fateOf(line: number): Fate['kind'] {
    if (this.played) return this.played.state.fateOf(line).kind;
    const rule = this.lines.entry(line);
    return isRule(rule) && takesEffect(rule) && this.has(rule.chain ?? '') ? 'live' : 'never';
  }

  /** A chain's rules in their order, in as few parts as its commands leave; none of a chain that is not there. */
  partsOf(name: string): readonly Part[] {
    const chain = this.table.chains.get(name);
    if (!chain || !this.has(name)) return [];
    const live = this.changed(name);
    if (!live) {
      const end = Math.min(endOf(this.played), this.table.lastLine + 1);
      return [{ chain: name, from: this.table.firstLine, to: end, appended: true }];
    }
    return [...live.rules.stretches()].map((stretch) => this.partOf(stretch));
  }

  private partOf(stretch: Stretch): Part {
    if (stretch.source) {
      const { appends, name } = stretch.source.chain;
      return { chain: name, from: appends[stretch.from] ?? 0, to: (appends[stretch.to - 1] ?? -1) + 1, appended: true };
    }
    const { line } = stretch;
    const rule = this.lines.entry(line);
    const chain = rule.kind === 'command' ? (rule.chain ?? '') : '';
    return { chain, from: line, to: line + 1, appended: false };
  }

  private changed(name: string): LiveChain | undefined {
    return this.played?.state.changedChain(name) || undefined;
  }

  /** The hooks that lead to the rule of a line, as each kernel sees it. */
  reachedBy(line: number): Reached {
    const rule = this.lines.entry(line);
    const chain = isRule(rule) ? this.table.chains.get(rule.chain ?? '') : undefined;
    if (!chain || line >= endOf(this.played)) return NEVER_SHOWN;
    const state = this.played?.state;
    if (!state || state.changedChain(chain.name) === undefined) return this.reachedInPlace(chain, line);
    const fate = state.fateOf(line);
    switch (fate.kind) {
      case 'live': {
        const { name } = fate.chain;
        const legacy = this.isSeen(fate.chain, line) ? this.legacy.hooks(name) : 0;
        return { legacy, nft: this.nft.hooks(name) };
      }
      case 'kept':
        return { legacy: undefined, nft: this.nft.hooks(chain.name) };
      case 'gone':
        // nft is shown the rule, in no chain that a hook reaches in the end.
        return { legacy: undefined, nft: 0 };
      case 'flushed':
        return NEVER_SHOWN;
      default:
        return this.reachedInPlace(chain, line);
    }
  }

  /** The same for a rule that stands where its line says. */
  private reachedInPlace(chain: Chain, line: number): Reached {
    if (!this.has(chain.name)) return NEVER_SHOWN;
    const legacy = firstOf(chain.finals) < line ? 0 : this.legacy.hooks(chain.name);
    return { legacy, nft: this.nft.hooks(chain.name) };
  }

  private isSeen(live: LiveChain, line: number): boolean {
    const known = this.seen.get(live) ?? seenByLegacy(live, this.lines);
    this.seen.set(live, known);
    return known(line);
  }

  /** Lines of rules that a kernel may refuse where they are, ascending; what `reachedBy` tells of them decides. */
  maybeMisplaced(): readonly number[] {
    const { table } = this.table;
    const found: number[] = [];
    if (!table) return found;
    const index = TABLE_ORDER.indexOf(table);
    for (const chain of this.table.chains.all()) {
      if (chain.restrictions.length === 0) continue;
      const hooks = this.mostHooks(chain.name);
      for (const { allowedLegacy, allowedNft, allowedNftCalled, lines } of chain.restrictions) {
        const forNft = chain.builtin ? allowedNft : allowedNftCalled;
        if (!mayStand(allowedLegacy, index, hooks) || !mayStand(forNft, index, hooks)) found.push(...lines);
      }
    }
    return found.sort((a, b) => a - b);
  }

  /** Hooks that may lead to some rule of a chain, as bits. What legacy sees of a rule is no more than nft does. */
  private mostHooks(name: string): number {
    let hooks = this.nft.hooks(name);
    for (const later of this.renames && this.played ? this.played.state.laterNames(name) : [])
      hooks |= this.nft.hooks(later);
    return hooks;
  }

  /** The line of the first rule that leads from one chain to another, as nft sees them; -1 without. */
  firstJump(from: string, to: string): number {
    let first = -1;
    for (const chain of this.renames ? this.table.chains.all() : [this.table.chains.get(from)]) {
      for (const [object, lines] of chain?.calls ?? []) {
        if (!this.renames && object !== to) continue;
        const line = lines.find((one) => this.isJump(one, from, to));
        if (line !== undefined && (first < 0 || line < first)) first = line;
      }
    }
    return first;
  }

  private isJump(line: number, from: string, to: string): boolean {
    const rule = this.lines.entry(line);
    const object = rule.kind === 'command' ? (calleeOf(rule) ?? '') : '';
    const name = rule.kind === 'command' ? (rule.chain ?? '') : '';
    const state = this.played?.state;
    if (!state || state.changedChain(name) === undefined) return name === from && this.nameOf(object, line) === to;
    const fate = state.fateOf(line);
    const inChain = fate.kind === 'live' ? fate.chain.name : fate.kind === 'kept' ? name : undefined;
    return inChain === from && this.nameOf(object, line) === to;
  }

  /** What the chain for which a name stands in a line is called in the end; the name itself where no -E changed it. */
  nameOf(object: string, line: number): string {
    return this.renames?.calledNow(object, line) ?? object;
  }

  /** Whether another condition of the rule of this line, which is as it was otherwise, may change anything. */
  dependsOn(line: number): boolean {
    const rule = this.lines.entry(line);
    return (this.played?.state.sought ?? []).some((sought) => {
      if (sought.line === line || sought.found === line) return true;
      const command = this.lines.entry(sought.line);
      if (rule.kind !== 'command' || command.kind !== 'command') return false;
      return (
        rule.object === command.object &&
        mayMeanSome({ command, line: sought.line }, { command: rule, line }, this.lines)
      );
    });
  }
}

/** Of what one line meets, the order in which it is told. */
function place(incident: Incident): number {
  if (incident.kind === 'missing') return incident.blamed === 'chain' ? 1 : 2;
  return incident.kind === 'jump-to-builtin' ? 2 : 0;
}
