// A chain while commands are played: the rules in it, and the names that it has had.

import type { Chain, TableLines } from '../table/chain.ts';
import { type Lines, placeOf } from '../table/lines.ts';
import { LiveList, type Source } from './live-list.ts';

/** What took all rules of a chain: -F with its name, or anything else. nft never shows its kernel what that -F took. */
export type Emptier = 'flush' | 'other';

export class LiveChain {
  readonly builtin: boolean;
  /** What legacy has in it. */
  rules = new LiveList();
  /** What nft has in it, where a bare -F took rules that nft keeps. */
  private kept: LiveList | undefined;
  /**
   * What nft from 1.8.9 on knows of them: a bare -X makes it forget all that a built-in chain had, and -Z with a number, at
   * which the versions before 1.8.13 break down, that one rule.
   */
  private fresh: LiveList | undefined;
  /** The line of that -X, -1 without. */
  forgotten = -1;
  /** Lines at which it lost all its rules, ascending. */
  readonly emptied: { readonly line: number; readonly by: Emptier }[] = [];
  /** Names that it had, the present one last, each with the line at which it lost it. */
  readonly names: { readonly chain: Chain; until: number }[];
  /** Its rules are not simply all that are appended to it. */
  changed = false;
  /** Up to this line its rules are in `rules`. */
  seen: number;
  private source: Source;
  /** How many of the source's lines are in `rules`, or were. */
  private taken: number;

  /** A chain that line `since` makes; -1 for one that is built in. */
  constructor(chain: Chain, since: number, lines: TableLines) {
    this.builtin = chain.builtin;
    this.names = [{ chain, until: Number.POSITIVE_INFINITY }];
    this.seen = since;
    this.source = sourceOf(chain, lines);
    this.taken = placeOf(chain.appends, since);
  }

  get name(): string {
    return this.names.at(-1)?.chain.name ?? '';
  }

  /** What nft has in it. */
  get nftRules(): LiveList {
    return this.kept ?? this.rules;
  }

  /** What nft from 1.8.9 on finds in it. */
  get known(): LiveList {
    return this.fresh ?? this.nftRules;
  }

  /** A bare -X, for a built-in chain that has rules. */
  forget(line: number): void {
    this.fresh = new LiveList();
    this.forgotten = line;
  }

  /** -Z of the rule at a position of what nft from 1.8.9 on knows. */
  forgetRule(position: number): void {
    this.fresh ??= this.nftRules.copy();
    this.fresh.remove(position);
  }

  /** A bare -F, which nft does not follow: from here on the two have different rules. */
  part(): void {
    this.changed = true;
    this.kept ??= this.rules;
    this.rules = new LiveList();
  }

  /** Takes in what is appended above `line`. */
  take(line: number): void {
    const { source, taken } = this;
    const place = placeOf(source.chain.appends, line);
    if (place > taken) {
      const run = { source, from: taken, to: place, rules: source.count(taken, place) };
      this.rules.push(run);
      this.kept?.push(run);
      this.fresh?.push(run);
    }
    this.taken = Math.max(taken, place);
    this.seen = line;
  }

  empty(line: number, by: Emptier): void {
    this.changed = true;
    this.rules.clear();
    this.kept = this.fresh = undefined;
    this.emptied.push({ line, by });
  }

  /** Gives it the name of another chain of the table, from `line` on. */
  rename(chain: Chain, line: number, lines: TableLines): void {
    this.changed = true;
    const last = this.names.at(-1);
    if (last) last.until = line;
    this.names.push({ chain, until: Number.POSITIVE_INFINITY });
    this.source = sourceOf(chain, lines);
    this.taken = placeOf(chain.appends, line);
  }
}

function sourceOf(chain: Chain, lines: TableLines): Source {
  const { appends, multiple } = chain;
  if (multiple.length === 0) return { chain, count: (from, to) => to - from };
  /** Of each line in `multiple`, the rules that it and those above make beyond one a line. */
  const sums: number[] = [];
  let sum = 0;
  for (const line of multiple) {
    const entry = lines.entry(line);
    sum += entry.kind === 'command' ? entry.rules - 1 : 0;
    sums.push(sum);
  }
  const moreAbove = (place: number) => sums[placeOf(multiple, lineAt(appends, place)) - 1] ?? 0;
  return { chain, count: (from, to) => to - from + moreAbove(to) - moreAbove(from) };
}

function lineAt(lines: Lines, place: number): number {
  return lines[place] ?? Number.POSITIVE_INFINITY;
}
