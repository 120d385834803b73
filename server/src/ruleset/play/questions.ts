// What commands ask of a table while it is played: who jumps to a chain, which rule is meant, what can be printed.

import { LEGACY, NFT, type RefusedBy } from '../../vocabulary/schema.ts';
import type { Command } from '../command.ts';
import type { Comparer } from '../signature.ts';
import { lastOf } from '../table/lines.ts';
import { calleeOf, takesEffect } from '../table/roles.ts';
import { TAKING, takesName } from '../taken-names.ts';
import { NEW_NFT, NOT_DELETING } from './incident.ts';
import type { LiveChain } from './live-chain.ts';
import { copyAt, type LiveList } from './live-list.ts';
import { mayMean } from './same-rule.ts';
import { TableState } from './state.ts';

/**
 * So many rules and chains are looked at for the sake of commands that may mean any of them; past it nothing is said of
 * what those commands meet. Only a hostile table comes here.
 */
const MOST_STEPS = 1_000_000;

const LEGACY_TAKING: RefusedBy = { ...LEGACY, ...TAKING };

export class Questions extends TableState {
  private steps = 0;

  /** Counts a look at something; false where there were too many. */
  protected look(): boolean {
    return this.steps++ < MOST_STEPS;
  }

  /** True where looks were refused, so that a "no" may be wrong. */
  protected get tired(): boolean {
    return this.steps > MOST_STEPS;
  }

  /** Some rule in the table jumps to the chain. */
  protected isCalled(live: LiveChain): boolean {
    return this.someCaller(live, this.line, 'live');
  }

  /** Each rule that jumps to the chain is one that a -F of its chain takes further below: nft shows its kernel none of them. */
  protected isCalledInVain(live: LiveChain): boolean {
    for (const { chain, until } of live.names) {
      for (const line of chain.jumps) {
        if (line >= until || line >= this.line || !this.look()) break;
        const fate = this.fateOf(line);
        if (fate.kind === 'live' && !this.isFlushedBelow(fate.chain.name)) return false;
      }
    }
    return true;
  }

  private isFlushedBelow(name: string): boolean {
    return this.table.events.some((line) => {
      const event = line > this.line ? this.lines.entry(line) : undefined;
      return event?.kind === 'command' && event.letter === 'F' && event.chain === name && takesEffect(event);
    });
  }

  /** The chain has rules that a bare -F took and nft did not, or such a rule jumps to it. */
  protected isKeptInUse(live: LiveChain): boolean {
    if (this.flushes.length === 0) return false;
    return live.nftRules.length > 0 || this.someCaller(live, lastOf(this.flushes), 'kept');
  }

  private someCaller(live: LiveChain, below: number, kind: 'live' | 'kept'): boolean {
    for (const { chain, until } of live.names) {
      for (const line of chain.jumps) {
        if (line >= until || line >= below || !this.look()) break;
        if (this.fateOf(line).kind === kind) return true;
      }
    }
    return false;
  }

  /** Who cannot print the chain, as a rule of it jumps to a chain of one's own; undefined: nobody minds. */
  protected unprintable(live: LiveChain): RefusedBy | undefined {
    let found: RefusedBy | undefined;
    for (const { chain } of live.names) {
      for (const [object, lines] of chain.calls) {
        if (!this.look()) return found;
        if (!this.isOwn(object) && !this.oldNames.has(object)) continue;
        for (const line of lines) {
          if (line >= this.line || !this.look()) break;
          const fate = this.fateOf(line);
          if (fate.kind !== 'live' || fate.chain !== live) continue;
          const by = this.unprintableJump(this.calledNow(object, line));
          if (by === LEGACY) return by;
          found ??= by;
        }
      }
    }
    return found;
  }

  /** The same of the rule of a line. */
  protected unprintableRule(line: number): RefusedBy | undefined {
    const entry = this.lines.entry(line);
    const callee = entry.kind === 'command' ? calleeOf(entry) : undefined;
    return callee === undefined ? undefined : this.unprintableJump(this.calledNow(callee, line));
  }

  /** Legacy looks for a target of the chain's name. Where chains take no name from targets it finds one. */
  private unprintableJump(name: string): RefusedBy | undefined {
    if (!this.isOwn(name)) return undefined;
    return takesName(name, this.isIpv6 ? 6 : 4) ? LEGACY_TAKING : LEGACY;
  }

  /** The position of the first rule that rule `copy` of a -D or -C at this line may mean to who compares; -1 without. */
  protected positionOf(rules: LiveList, command: Command, copy: number, by: Comparer): number {
    const wanted = { command, line: this.line, copy };
    let position = 0;
    for (const stretch of rules.stretches()) {
      const { source } = stretch;
      for (let place = source ? stretch.from : 0; place < (source ? stretch.to : 1); place++) {
        const line = source ? (source.chain.appends[place] ?? -1) : stretch.line;
        if (!this.look()) return -1;
        const rule = this.lines.entry(line);
        if (rule.kind !== 'command') continue;
        const count = source ? source.count(place, place + 1) : stretch.rules;
        const most = this.objectOf(rule, line) === command.object ? count : 0;
        for (let i = 0; i < most; i++) {
          const own = source ? i : copyAt(stretch, i);
          if (mayMean(wanted, { command: rule, line, copy: own }, this.lines, by)) return position + i;
          if (!this.look()) return -1;
        }
        position += count;
      }
    }
    return -1;
  }

  protected get isIpv6(): boolean {
    return this.lines.rule(this.line).family === 6;
  }

  /**
   * Which nft has a rule in the chain that begins with other counters than 0 and minds it; undefined: none. In IPv6 none
   * before 1.8.11 does. Source: runs.
   */
  protected countedBy(live: LiveChain): RefusedBy | undefined {
    let found: RefusedBy | undefined;
    for (const { chain } of live.names) {
      for (const line of chain.counted) {
        const fate = this.fateOf(line);
        if (fate.kind !== 'kept' && !(fate.kind === 'live' && fate.chain === live)) continue;
        if (line > live.forgotten) return this.isIpv6 ? NEW_NFT : NFT;
        if (!this.isIpv6) found = NOT_DELETING;
      }
    }
    return found;
  }

  private objectOf({ object }: Command, line: number): string | undefined {
    return object === undefined ? undefined : this.calledNow(object, line);
  }
}
