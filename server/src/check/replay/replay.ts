// Follows a table's commands in order, where order decides what exists: -N, -X, -E, -I 5, a chain line after a rule.

import type { Command } from '../../ruleset/command.ts';
import { type Fault, isGrave } from '../../ruleset/fault.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Piece } from '../../syntax/line.ts';
import { EVERYONE, LEGACY, NFT, type Report } from '../finding.ts';
import { isPolicy, wrongPolicy } from '../frame.ts';
import type { LiveChain, LiveRule, Outcome } from './outcome.ts';
import { NEW_NFT, notMade, OLD_NFT, TableState } from './table-state.ts';

/**
 * Plays the table's lines in order and reports each command that finds something missing or in its way.
 */
export function replay(file: RulesFile, block: TableBlock, report: Report): Outcome {
  const player = new Player(file, block, report);
  for (let line = block.firstLine + 1; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'chain' && entry.name) player.declare(entry.name, line);
    else if (entry.kind === 'command' && entry.letter && !entry.skipped && !entry.faults.some(stopsLoader)) {
      if (entry.ends) break;
      player.play(entry, line);
    }
  }
  return player;
}

/** A fault that keeps every loader from carrying the command out, and does not only follow from its target. */
function stopsLoader(fault: Fault): boolean {
  return isGrave(fault) && fault.followsTarget !== true;
}

class Player extends TableState {
  /** A `:` line makes a user chain, or empties the one that is there. */
  declare({ text: name, start, end }: Piece, line: number): void {
    this.report.line = line;
    const live = this.chains.get(name);
    if (live?.builtin) this.nft.make(name);
    else this.nft.makeTable();
    if (!live) this.chains.set(name, { builtin: false, rules: [] });
    else if (!live.builtin) {
      live.rules.length = 0;
      if (this.made.has(name))
        this.report.at(LEGACY, 'chain-exists', `A line above made the chain ${name} already.`, { start, end });
    }
  }

  play(command: Command, line: number): void {
    this.report.line = line;
    const { letter = 'L', chain } = command;
    if (letter === 'N') this.create(chain ?? '');
    else if (chain === undefined) PLAY_ALL[letter]?.call(this);
    else {
      const live = this.chains.get(chain);
      if (!live) this.sayMissing(chain, 'chain');
      else {
        if (TAKES_RULE.includes(letter) && (letter !== 'D' || command.number === 0)) this.checkJump(command);
        PLAY[letter]?.call(this, command, live);
      }
    }
  }

  append(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    const rule = this.ruleOf(command);
    for (let i = 0; i < command.rules; i++) live.rules.push(rule);
  }

  insert(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    const at = command.number === 0 ? 1 : command.number;
    if (at > live.rules.length + 1) this.badNumber(live, live.rules.length + 1);
    else live.rules.splice(at - 1, 0, ...new Array<LiveRule>(command.rules).fill(this.ruleOf(command)));
  }

  replace(command: Command, live: LiveChain): void {
    if (command.number > live.rules.length) this.badNumber(live, live.rules.length);
    else {
      live.rules[command.number - 1] = this.ruleOf(command);
      const message = 'iptables-nft breaks down over -R of a rule that the same file adds, and loads nothing.';
      this.report.atCommand(NFT, 'replace-crashes-nft', message);
    }
  }

  remove(command: Command, live: LiveChain): void {
    if (command.number > 0) {
      if (command.number > live.rules.length) this.badNumber(live, live.rules.length);
      else live.rules.splice(command.number - 1, 1);
      return;
    }
    const at = this.placeOf(live, command);
    if (at >= 0) live.rules.splice(at, 1);
    else this.missingRule('delete');
  }

  seek(command: Command, live: LiveChain): void {
    if (this.placeOf(live, command) < 0) this.missingRule('check');
  }

  flush(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    for (const { command: rule } of live.rules) this.forgotten.add(rule);
    live.rules.length = 0;
  }

  flushAll(): void {
    for (const [name, { rules }] of this.chains) {
      const kept = this.keptByNft.get(name) ?? [];
      for (const rule of rules) kept.push(rule);
      this.keptByNft.set(name, kept);
      rules.length = 0;
    }
  }

  drop(command: Command, live: LiveChain): void {
    const name = command.chain ?? '';
    if (live.builtin) this.dropBuiltin(name, live);
    else if (live.rules.length > 0)
      this.report.atChain(
        EVERYONE,
        'chain-not-empty',
        `The chain ${name} still has rules; empty it first: -F ${name}.`,
      );
    else if (this.called().has(name))
      this.report.atChain(EVERYONE, 'chain-in-use', `Rules still jump to the chain ${name}; delete them first.`);
    else {
      if (this.keptInUse().has(name))
        this.report.atChain(
          NFT,
          'chain-in-use',
          `A bare -F leaves the rules above in place; name the chain: -F ${name}.`,
        );
      this.chains.delete(name);
    }
  }

  /** nft deletes a built-in chain that it made and that is empty; legacy never does. */
  private dropBuiltin(name: string, { rules }: LiveChain): void {
    const deletes = this.nft.knows(name) && rules.length === 0;
    this.report.atChain(deletes ? LEGACY : EVERYONE, 'delete-builtin', `${name} is built in and cannot be deleted.`);
    this.nft.drop(name);
  }

  /** -X alone: the first user chain that cannot go refuses it all. */
  dropAll(): void {
    const own = [...this.chains].filter(([, live]) => !live.builtin);
    const called = this.called();
    const kept = this.keptInUse();
    for (const [name, live] of own) {
      const why = live.rules.length > 0 ? 'still has rules' : called.has(name) ? 'is still jumped to' : undefined;
      if (!why) continue;
      const message = `-X deletes every chain of one's own, and ${name} ${why}. Flush the table first: -F.`;
      this.report.atCommand(EVERYONE, 'chain-in-use', message);
      return;
    }
    if (this.nft.hasPhantoms || this.nft.hasZeroed) {
      const message = 'nft wants to delete the built-in chains that a line above asks for, and has not made them.';
      this.report.atCommand(this.nft.hasPhantoms ? NFT : NEW_NFT, 'chain-not-made', message);
    } else if (own.some(([name]) => kept.has(name))) {
      const message = 'A bare -F leaves the rules above in place, so their chains are still in use.';
      this.report.atCommand(NFT, 'chain-in-use', message);
    }
    for (const [name] of own) this.chains.delete(name);
    for (const name of this.builtins()) this.nft.drop(name);
  }

  /** -Z with a number wants a rule of that number; 1.8.9 of nft looks only for the chain. */
  zero(command: Command, live: LiveChain): void {
    const name = command.chain ?? '';
    const most = live.rules.length;
    if (command.number > most)
      this.badNumber(live, most, live.builtin && !this.nft.knows(name) ? EVERYONE : [LEGACY, NEW_NFT]);
    else if (command.number > 0) {
      const message = 'iptables-nft breaks down over -Z of a rule that the same file adds, and loads nothing.';
      this.report.atCommand(NFT, 'zero-crashes-nft', message);
    } else if (live.builtin && !this.nft.canZero(name)) this.report.atChain(OLD_NFT, 'chain-not-made', notMade(name));
    if (live.builtin) this.nft.zero([name]);
  }

  zeroAll(): void {
    this.nft.zero(this.builtins());
    if (this.nft.canZeroAll) return;
    const message = 'nft wants to reset the built-in chains that -L or -S showed, and has not made them.';
    this.report.atCommand(OLD_NFT, 'chain-not-made', message);
  }

  rename(command: Command, live: LiveChain): void {
    const from = command.chain ?? '';
    const to = command.object ?? '';
    if (live.builtin) this.report.atChain(EVERYONE, 'rename-builtin', `${from} is built in and cannot be renamed.`);
    else if (this.chains.has(to)) this.report.atObject('chain-exists', `There is a chain ${to} already.`);
    else {
      const message = 'iptables-nft cannot rename a chain that the same file makes.';
      this.report.atChain(NFT, 'rename-fails-on-nft', message);
      this.chains.delete(from);
      this.chains.set(to, live);
      this.made.add(to);
      for (const { rules } of this.chains.values()) {
        rules.forEach((rule, i) => {
          if (rule.object === from) rules[i] = { ...rule, object: to };
        });
      }
    }
  }

  setPolicy(command: Command, live: LiveChain): void {
    this.makeForNft(command, live);
    const policy = command.object ?? '';
    if (!live.builtin) {
      const message = `Only built-in chains have a policy, and ${command.chain} is none.`;
      this.report.atChain(EVERYONE, 'policy-on-user-chain', message);
    } else if (!isPolicy(policy)) {
      const { message, suggestions } = wrongPolicy(policy);
      this.report.atObject('bad-policy', message, suggestions);
    }
  }

  listOne({ letter, chain = '', number }: Command, live: LiveChain): void {
    if (live.builtin) this.nft.list([chain]);
    if (letter === 'S') this.checkPrintable(number > 0 ? live.rules.slice(number - 1, number) : live.rules);
  }

  listAll(): void {
    this.nft.list(this.builtins());
  }

  printAll(): void {
    this.listAll();
    this.checkPrintable([...this.chains.values()].flatMap(({ rules }) => rules));
  }

  /** Legacy cannot print a jump to a user chain that it has just read. */
  private checkPrintable(rules: readonly LiveRule[]): void {
    if (!rules.some(({ object }) => this.isUserChain(object))) return;
    this.report.atCommand(LEGACY, 'listing-fails', '-S breaks off at a rule that jumps to a user chain.');
  }

  private create(name: string): void {
    this.made.add(name);
    this.nft.makeTable();
    if (this.chains.has(name)) this.report.atChain(EVERYONE, 'chain-exists', `There is a chain ${name} already.`);
    else this.chains.set(name, { builtin: false, rules: [] });
  }
}

/** Letters of commands that hold a rule; of -D only where it has no number. */
const TAKES_RULE = 'ACDIR';

type Play = (this: Player, command: Command, live: LiveChain) => void;

const PLAY: Readonly<Partial<Record<string, Play>>> = {
  A: Player.prototype.append,
  I: Player.prototype.insert,
  R: Player.prototype.replace,
  D: Player.prototype.remove,
  C: Player.prototype.seek,
  F: Player.prototype.flush,
  X: Player.prototype.drop,
  E: Player.prototype.rename,
  P: Player.prototype.setPolicy,
  Z: Player.prototype.zero,
  L: Player.prototype.listOne,
  S: Player.prototype.listOne,
};

/** Commands without a chain: they mean the whole table. */
const PLAY_ALL: Readonly<Partial<Record<string, (this: Player) => void>>> = {
  F: Player.prototype.flushAll,
  X: Player.prototype.dropAll,
  Z: Player.prototype.zeroAll,
  L: Player.prototype.listAll,
  S: Player.prototype.printAll,
};
