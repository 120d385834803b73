// Follows a table's commands in their order, where order decides what exists: -N, -X, -E, -I 5, a chain line after a rule.

import { EVERYONE, LEGACY, NFT, type RefusedBy } from '../../vocabulary/schema.ts';
import { isPolicy } from '../../vocabulary/tables.ts';
import { type Command, Trait } from '../command.ts';
import { endsReading } from '../table/roles.ts';
import { CRASHING, DELETING, NEW_NFT, NOT_DELETING, OLD_NFT } from './incident.ts';
import type { LiveChain } from './live-chain.ts';
import { RuleCommands } from './rule-commands.ts';

export class Player extends RuleCommands {
  /** Chains that -N or -E made. */
  private readonly made = new Set<string>();

  /** Plays a line that may change more than the end of one chain; false where the reading ends there. */
  play(line: number): boolean {
    this.line = line;
    const entry = this.lines.entry(line);
    if (entry.kind === 'chain') this.chainLine(entry.name?.text ?? '');
    else if (entry.kind === 'command') {
      if (endsReading(entry, this.lines.settings)) return false;
      if (!entry.ends) this.command(entry);
    }
    return true;
  }

  /** Goes on to the table's end: line `end` is not played any more. */
  finish(end: number): void {
    this.line = end;
    this.nft.finish(end);
    for (const { line, wasMade } of this.nft.misled) {
      const entry = this.lines.entry(line);
      const name = entry.kind === 'command' ? (entry.chain ?? '') : '';
      this.incidents.push({ kind: 'chain-not-made', line, name, refusedBy: this.notMakers(wasMade) });
    }
    for (const line of this.anchors.adrift)
      if (this.fateOf(line).kind !== 'flushed')
        this.incidents.push({ kind: 'insert-fails-on-nft', line, name: '', refusedBy: OLD_NFT });
    const flush = this.flushes.at(-1) ?? -1;
    for (const { name, appends } of flush < 0 ? [] : this.table.chains.all())
      if ((appends[0] ?? flush) < flush) this.at(name);
    for (const name of [...this.touched]) this.at(name);
  }

  /** A `:` line makes a user chain, or empties the one that is there. */
  private chainLine(name: string): void {
    const live = this.at(name);
    if (!live) this.create(name);
    else {
      live.empty(this.line, 'other');
      if (this.made.has(name)) this.say('declared-twice', name, LEGACY);
    }
  }

  private command(command: Command): void {
    const { letter = 'L', chain } = command;
    if (chain === undefined) PLAY_ALL[letter]?.call(this, command);
    else if (letter === 'N') this.newChain(chain);
    else {
      const live = this.at(chain);
      if (live) PLAY[letter]?.call(this, command, live);
      else this.incidents.push({ kind: 'missing', blamed: 'chain', line: this.line, name: chain, refusedBy: EVERYONE });
    }
  }

  flush(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    live.empty(this.line, 'flush');
  }

  flushAll(): void {
    this.flushes.push(this.line);
  }

  drop(_: Command, live: LiveChain): void {
    const { name } = live;
    if (live.builtin) this.dropBuiltin(live);
    else if (live.rules.length > 0) this.say('chain-not-empty', name);
    else if (this.isCalled(live) && !this.isCalledInVain(live)) this.say('chain-in-use', name);
    else {
      if (this.isCalled(live)) this.say('chain-in-use', name, LEGACY);
      if (this.isKeptInUse(live)) this.say('chain-kept-in-use', name, NFT);
      this.delete(name);
    }
  }

  /** nft from 1.8.9 on deletes a built-in chain that it made and that is empty; legacy never does. */
  private dropBuiltin({ name, known }: LiveChain): void {
    const deletes = this.nft.knows(name, this.line) && known.length === 0;
    const isRevived = this.nft.isRevived(name, this.line);
    const only: RefusedBy = isRevived ? { ...NOT_DELETING, also: NEW_NFT } : NOT_DELETING;
    this.say('delete-builtin', name, deletes || isRevived ? { ...LEGACY, also: only } : EVERYONE);
    this.nft.drop(name, this.line);
  }

  /** -X alone: the first user chain that cannot go refuses it all. */
  dropAll(): void {
    const own: LiveChain[] = [];
    for (const { name } of this.table.chains.values()) {
      if (!this.look()) return;
      const live = this.at(name);
      if (!live || live.builtin) continue;
      own.push(live);
      const isCalled = live.rules.length === 0 && this.isCalled(live);
      if (live.rules.length === 0 && !isCalled) continue;
      if (isCalled && this.isCalledInVain(live)) {
        this.say('some-chain-called', name, LEGACY);
        continue;
      }
      this.say(isCalled ? 'some-chain-called' : 'some-chain-not-empty', name);
      return;
    }
    const zeroed = this.nft.hasZeroed(this.line);
    const listed = this.nft.hasPhantoms(this.line);
    if (listed) this.say('chains-not-made', '', DELETING);
    else if (zeroed) this.say('chains-not-made', '', NEW_NFT);
    if (own.some((live) => this.isKeptInUse(live)))
      this.say('chains-kept-in-use', '', listed ? NOT_DELETING : zeroed ? OLD_NFT : NFT);
    for (const { name } of own) this.delete(name);
    for (const name of this.table.builtins) {
      const live = this.at(name);
      const hasRules = live !== undefined && live.nftRules.length > 0;
      if (hasRules) live.forget(this.line);
      this.nft.drop(name, this.line, hasRules);
    }
  }

  /** -Z with a number wants a rule of that number; nft before 1.8.11 looks only for the chain. */
  zero({ number }: Command, live: LiveChain): void {
    const { name, builtin } = live;
    const counted = number > 0 ? undefined : this.countedBy(live);
    if (counted) this.say('zero-fails-on-nft', name, counted);
    if (number > 0) this.zeroOne(number, live);
    else if (counted !== NFT && builtin && !this.nft.canZero(name, this.line))
      this.say('chain-not-made', name, this.notMakers(this.nft.wasMade(name, this.line)));
    if (builtin && number === 0) this.nft.zero([name], this.line);
  }

  private zeroOne(number: number, live: LiveChain): void {
    const { name, rules, nftRules, known } = live;
    const isThere = number <= nftRules.length;
    const { length } = rules;
    if (isThere && number > known.length) this.sayNumber(name, known.length, known.length, DELETING);
    if (number > length) this.sayNumber(name, length, length, isThere ? LEGACY : this.zeroRefusers(live));
    if (isThere) this.say('zero-crashes-nft', name, CRASHING);
    if (number <= known.length) live.forgetRule(number - 1);
  }

  /** Who finds no rule of a number, or no chain. */
  private zeroRefusers({ name, builtin }: LiveChain): RefusedBy {
    const { nft, line } = this;
    if (!builtin || nft.knows(name, line) || nft.isAskedFor(name, line)) return { ...LEGACY, also: NEW_NFT };
    return nft.wasMade(name, line) || nft.isPhantom(name, line) ? { ...LEGACY, also: DELETING } : EVERYONE;
  }

  zeroAll(): void {
    const counted = this.someCounted();
    if (counted) this.say('zero-fails-on-nft', '', counted);
    this.nft.zero(this.table.builtins, this.line);
    if (!this.nft.canZeroAll(this.line)) this.say('counters-not-made', '', OLD_NFT);
  }

  private someCounted(): RefusedBy | undefined {
    let found: RefusedBy | undefined;
    for (const { name, counted } of this.table.chains.all()) {
      if (!this.look()) return undefined;
      const live = counted.length > 0 ? this.at(name) : undefined;
      const by = live && this.countedBy(live);
      if (by === NFT || by === NEW_NFT) return by;
      found ??= by;
    }
    return found;
  }

  rename({ object = '' }: Command, live: LiveChain): void {
    const { name } = live;
    if (live.builtin) this.say('rename-builtin', name);
    else if (this.at(object)) this.say('renamed-to-existing', object);
    else {
      this.say('rename-fails-on-nft', name, NFT);
      this.move(live, name, object);
      this.made.add(object);
    }
  }

  setPolicy(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    const { object = '' } = command;
    if (!live.builtin) this.say('policy-on-user-chain', live.name);
    else if (!isPolicy(object)) this.say('bad-policy', object);
  }

  /** Legacy cannot print a jump to a user chain that it has just read. */
  list(command: Command, live: LiveChain): void {
    const { letter, number, traits } = command;
    if (live.builtin) this.nft.list([live.name], this.line);
    if (traits & Trait.zeroing) this.zero({ ...command, number: 0 }, live);
    if (letter !== 'S') return;
    const by = number > 0 ? this.unprintableRule(live.rules.lineAt(number - 1)) : this.unprintable(live);
    if (by) this.say('listing-fails', live.name, by);
  }

  listAll({ traits }: Command): void {
    this.nft.list(this.table.builtins, this.line);
    if (traits & Trait.zeroing) this.zeroAll();
  }

  printAll(command: Command): void {
    this.listAll(command);
    let by: RefusedBy | undefined;
    for (const { name } of this.table.chains.all()) {
      if (by === LEGACY || !this.look()) break;
      const live = this.at(name);
      by = (live && this.unprintable(live)) ?? by;
    }
    if (by) this.say('listing-fails', '', by);
  }

  private newChain(name: string): void {
    this.made.add(name);
    this.nft.made = true;
    if (this.at(name)) this.say('chain-exists', name);
    else this.create(name);
  }
}

type Play = (this: Player, command: Command, live: LiveChain) => void;

const PLAY: Readonly<Partial<Record<string, Play>>> = {
  I: Player.prototype.insert,
  R: Player.prototype.replace,
  D: Player.prototype.remove,
  C: Player.prototype.check,
  F: Player.prototype.flush,
  X: Player.prototype.drop,
  E: Player.prototype.rename,
  P: Player.prototype.setPolicy,
  Z: Player.prototype.zero,
  L: Player.prototype.list,
  S: Player.prototype.list,
};

/** Commands without a chain: they mean the whole table. */
const PLAY_ALL: Readonly<Partial<Record<string, (this: Player, command: Command) => void>>> = {
  F: Player.prototype.flushAll,
  X: Player.prototype.dropAll,
  Z: Player.prototype.zeroAll,
  L: Player.prototype.listAll,
  S: Player.prototype.printAll,
};
