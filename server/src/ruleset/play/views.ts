// What each kernel sees of a table in the end, which stays as long as no jump comes or goes that it shows.

import type { Chain, TableLines } from '../table/chain.ts';
import { firstOf } from '../table/lines.ts';
import { View } from '../table/view.ts';
import type { TableBlock } from '../table-block.ts';
import { liveEdges, plainEdges } from './edges.ts';
import { endOf, type Played } from './play.ts';

/** What a kernel sees, and all that it depends on; undefined where that is more than is worth telling. */
interface Keyed {
  readonly key: string | undefined;
  readonly view: View;
}

/** What each kernel saw, as far as it was asked for. */
export interface KnownViews {
  readonly legacy: Keyed | undefined;
  readonly nft: Keyed | undefined;
}

export const NO_VIEWS: KnownViews = { legacy: undefined, nft: undefined };

export class Views {
  private readonly table: TableBlock;
  private readonly lines: TableLines;
  private readonly played: Played | undefined;
  private readonly last: KnownViews;
  private ownLegacy: Keyed | undefined;
  private ownNft: Keyed | undefined;

  /** `last` are those of the table before its last change, which may do. */
  constructor(table: TableBlock, lines: TableLines, played: Played | undefined, last: KnownViews) {
    this.table = table;
    this.lines = lines;
    this.played = played;
    this.last = last;
  }

  /** Up to each chain's first rule that takes every packet. */
  get legacy(): View {
    this.ownLegacy ??= this.find(true, this.last.legacy);
    return this.ownLegacy.view;
  }

  /** With rules that a bare -F took. */
  get nft(): View {
    this.ownNft ??= this.find(false, this.last.nft);
    return this.ownNft.view;
  }

  /** For those that take the place of these. */
  get soFar(): KnownViews {
    return { legacy: this.ownLegacy ?? this.last.legacy, nft: this.ownNft ?? this.last.nft };
  }

  private find(final: boolean, last: Keyed | undefined): Keyed {
    const key = this.keyOf(final);
    if (key !== undefined && last?.key === key) return last;
    return { key, view: new View(this.table.builtins, (name) => this.callsOf(name, final)) };
  }

  private keyOf(final: boolean): string | undefined {
    const { played, table } = this;
    const shape = final ? `${table.shape} ${table.cuts}` : String(table.shape);
    if (!played) return `${shape} elsewhere`;
    if (played.state.renames || endOf(played) !== Number.POSITIVE_INFINITY) return undefined;
    const parts = [shape];
    for (const name of played.state.touched) {
      const live = played.state.changedChain(name);
      if (live !== undefined) parts.push(name, live ? 'leads to' : 'is gone', ...this.namesFrom(name, final), 'end');
    }
    return parts.join('\0');
  }

  /** The chains of one's own that a chain's rules lead to, of `final` as the legacy kernel sees them. */
  private callsOf(name: string, final: boolean): readonly string[] {
    return this.namesFrom(name, final).filter((callee) => this.has(callee) && !this.table.builtins.includes(callee));
  }

  private has(name: string): boolean {
    if (this.played) return this.played.state.existsAt(name, endOf(this.played));
    return this.table.chains.get(name)?.declared ?? false;
  }

  private namesFrom(name: string, final: boolean): readonly string[] {
    const chain = this.table.chains.get(name);
    if (!chain || !this.has(name)) return [];
    const state = this.played?.state;
    const live = state?.changedChain(name);
    if (!live) {
      const end = endOf(this.played);
      return plainEdges(chain.calls, final ? Math.min(end, firstOf(chain.finals)) : end, state?.renames);
    }
    const names = liveEdges(live, this.lines, final, state?.renames);
    return final ? names : [...new Set([...names, ...this.keptNames(chain)])];
  }

  /** Names that rules lead to which a bare -F took and nft did not. */
  private keptNames({ calls }: Chain): string[] {
    const state = this.played?.state;
    if (!state || state.lastFlush < 0) return [];
    const kept: { name: string; line: number }[] = [];
    for (const [object, lines] of calls) {
      const line = lines.find((one) => state.fateOf(one).kind === 'kept');
      if (line !== undefined) kept.push({ name: state.calledNow(object, line), line });
    }
    return kept.sort((a, b) => a.line - b.line).map(({ name }) => name);
  }
}
