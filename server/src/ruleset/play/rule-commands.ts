// Commands that put rules into a chain, take them out or look for them, in what each back end has of the chain.

import { EVERYONE, LEGACY, NFT, type RefusedBy } from '../../vocabulary/schema.ts';
import type { Command } from '../command.ts';
import type { TableLines } from '../table/chain.ts';
import type { TableBlock } from '../table-block.ts';
import { Anchors } from './anchors.ts';
import { COMPARING, CRASHING, DELETING, type FailureKind, type Incident, NOT_DELETING, OLD_NFT } from './incident.ts';
import type { LiveChain } from './live-chain.ts';
import { allOf, type LiveList } from './live-list.ts';
import { NftChains } from './nft-chains.ts';
import { Questions } from './questions.ts';

/** Whose rules: of all loaders, of nft with what a bare -F left it, or of them what nft from 1.8.9 on still knows. */
type Whose = 'all' | 'kept' | 'known';
type Refused = RefusedBy | readonly RefusedBy[];

/** A rule that -D or -C names by its words, and the line that was found for it, -1 without. */
export interface Sought {
  readonly line: number;
  readonly found: number;
}

export class RuleCommands extends Questions {
  readonly incidents: Incident[] = [];
  readonly sought: Sought[] = [];
  protected readonly nft: NftChains;
  protected readonly anchors = new Anchors();

  constructor(table: TableBlock, lines: TableLines) {
    super(table, lines);
    this.nft = new NftChains(table);
  }

  protected say(kind: FailureKind, name: string, refusedBy: Refused = EVERYONE): void {
    this.incidents.push({ kind, line: this.line, name, refusedBy });
  }

  protected sayNumber(name: string, count: number, most: number, refusedBy: Refused = EVERYONE): void {
    this.incidents.push({ kind: 'no-such-number', line: this.line, name, count, most, refusedBy });
  }

  /** nft makes a built-in chain at the first command that changes it. */
  protected makeForNft({ letter }: Command, { builtin, name }: LiveChain): void {
    if (!builtin) return;
    if (letter !== 'P' && this.nft.isMissing(name, this.line))
      this.say('chain-not-made', name, this.notMakers(this.nft.wasMade(name, this.line)));
    this.nft.make(name, this.line);
  }

  /** Those versions of nft that look for a built-in chain which they have not made; before 1.8.9 -X takes none. */
  protected notMakers(wasMade: boolean): RefusedBy {
    return wasMade ? { ...OLD_NFT, ...DELETING } : OLD_NFT;
  }

  insert(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    const at = command.number === 0 ? 1 : command.number;
    live.changed = true;
    // Each of several rules goes in front of the one before it.
    const stretch = allOf(this.line, command.rules, -1);
    const failing = this.onEach(live, (rules) => {
      if (at > rules.length + 1) return false;
      rules.insert(at - 1, stretch);
      return true;
    });
    if (failing === EVERYONE) this.failed.add(this.line);
    if (failing) this.sayCount(live, failing, 1);
    if (failing !== EVERYONE && failing !== NFT && at > 1)
      this.anchors.hold(live.nftRules, at - 1 + command.rules, this.line);
  }

  replace({ number }: Command, live: LiveChain): void {
    live.changed = true;
    const failing = this.onEach(live, (rules, of) => {
      if (number > rules.length) return false;
      const line = number > 0 ? rules.replace(number - 1, allOf(this.line, 1, 1)) : -1;
      if (line >= 0 && of !== 'known') this.take(line, of === 'kept');
      return true;
    });
    if (failing === EVERYONE) this.failed.add(this.line);
    if (failing) this.sayCount(live, failing, 0);
    if (failing !== EVERYONE && failing !== NFT) this.say('replace-crashes-nft', live.name, CRASHING);
  }

  remove(command: Command, live: LiveChain): void {
    const { number } = command;
    const legacyMisses = number === 0 && this.legacyAloneMisses(live, command);
    const failing = this.onEach(live, (rules, of) => {
      if (number > 0) return number <= rules.length && this.takeAt(live, rules, number - 1, of);
      for (let copy = 0; copy < command.rules; copy++) {
        const position = this.seek(live, rules, command, copy);
        if (position < 0) return false;
        this.takeAt(live, rules, position, of);
      }
      return true;
    });
    if (failing && number > 0) this.sayCount(live, failing, 0);
    else this.sayMissing('no-rule-to-delete', live, refusersOf(failing, legacyMisses));
  }

  check(command: Command, live: LiveChain): void {
    const legacyMisses = this.legacyAloneMisses(live, command);
    const failing = this.onEach(live, (rules) => {
      for (let copy = 0; copy < command.rules; copy++) if (this.seek(live, rules, command, copy) < 0) return false;
      return true;
    });
    const legacy = this.mayBeTakenFor(live, command) ? COMPARING : LEGACY;
    this.sayMissing('no-rule-to-check', live, refusersOf(failing, legacyMisses, legacy));
  }

  /** Each rule that a command names has one in the chain that differs in nothing but what options say. */
  private mayBeTakenFor({ rules }: LiveChain, command: Command): boolean {
    if (!this.isIpv6) return false;
    for (let copy = 0; copy < command.rules; copy++)
      if (this.positionOf(rules, command, copy, 'by-names') < 0) return false;
    return true;
  }

  private sayMissing(kind: FailureKind, { name }: LiveChain, refusers: readonly RefusedBy[]): void {
    if (!this.tired && refusers.length > 0) this.say(kind, name, refusers);
  }

  /** Of a list that both back ends have, nft finds the rules that a command names by its words, and legacy one of them not. */
  private legacyAloneMisses({ rules, nftRules }: LiveChain, command: Command): boolean {
    if (rules !== nftRules || !this.isIpv6) return false;
    for (let copy = 0; copy < command.rules; copy++)
      if (this.positionOf(rules, command, copy, 'legacy') < 0 && this.positionOf(rules, command, copy, 'nft') >= 0)
        return true;
    return false;
  }

  /** Does something to what each back end has in a chain; answers for whom that failed, undefined: for nobody. */
  private onEach(live: LiveChain, act: (rules: LiveList, of: Whose) => boolean): RefusedBy | undefined {
    const { rules, nftRules, known } = live;
    const isLegacyFine = act(rules, 'all');
    const isNftFine = rules === nftRules ? isLegacyFine : act(nftRules, 'kept');
    const isNewFine = known === nftRules ? isNftFine : act(known, 'known');
    if (isNftFine !== isNewFine) return isLegacyFine ? parted(isNewFine) : { ...LEGACY, also: parted(isNewFine) };
    if (isLegacyFine) return isNftFine ? undefined : NFT;
    return isNftFine ? LEGACY : EVERYONE;
  }

  /** Says that a number is past the end of what a back end has; `more`: one more than that would do. */
  private sayCount(live: LiveChain, failing: RefusedBy, more: 0 | 1): void {
    const { length } = failing === DELETING ? live.known : failing === NFT ? live.nftRules : live.rules;
    this.sayNumber(live.name, length, length + more, failing);
  }

  private takeAt(live: LiveChain, rules: LiveList, position: number, of: Whose): true {
    live.changed = true;
    if (rules === live.nftRules) this.anchors.pull(rules, position);
    const line = rules.remove(position);
    if (of !== 'known') this.take(line, of === 'kept');
    return true;
  }

  /** Of a list that both have, what legacy means is what nft may mean, too; where legacy finds none, nft may. */
  private seek(live: LiveChain, rules: LiveList, command: Command, copy: number): number {
    const isLegacys = rules === live.rules;
    let position = isLegacys ? this.positionOf(rules, command, copy, 'legacy') : -1;
    const mayDiffer = !isLegacys || (rules === live.nftRules && this.isIpv6);
    if (position < 0 && mayDiffer) position = this.positionOf(rules, command, copy, 'nft');
    this.sought.push({ line: this.line, found: position < 0 ? -1 : rules.lineAt(position) });
    return position;
  }
}

/** Who fails, and legacy where it misses a rule by itself; `legacy`: which of it. */
function refusersOf(failing: RefusedBy | undefined, legacyMisses: boolean, legacy = LEGACY): readonly RefusedBy[] {
  const found: RefusedBy[] = legacyMisses ? [legacy] : [];
  if (failing?.backend === 'legacy') found.push(legacy, ...(failing.also ? [failing.also] : []));
  else if (failing === EVERYONE && legacy !== LEGACY) found.push(legacy, NFT);
  else if (failing) found.push(failing);
  return found;
}

/** The versions of nft that fail, where a bare -X parted them. */
function parted(isNewFine: boolean): RefusedBy {
  return isNewFine ? NOT_DELETING : DELETING;
}
