// Follows a table's commands in order, where order decides what exists: -N, -X, -E, -I 5, a chain line after a rule.

import { type Command, Jump } from '../ruleset/command.ts';
import type { Fault } from '../ruleset/fault.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { maySame, signatureOf } from '../ruleset/signature.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import type { Piece } from '../syntax/line.ts';
import type { RefusedBy } from '../vocabulary/schema.ts';
import { builtinChains } from '../vocabulary/tables.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import { builtinJump, declaredLater, undeclaredChain, undeclaredJump, type Word } from './chains.ts';
import { type Finding, gravity } from './finding.ts';
import { isPolicy } from './frame.ts';

interface LiveChain {
  readonly builtin: boolean;
  /** Rules now in the chain. */
  readonly rules: LiveRule[];
}

interface LiveRule {
  readonly command: Command;
  /** The line that adds it. */
  readonly line: number;
  /** What it jumps to. */
  readonly object: string | undefined;
}

/** What became of a table's rules. */
export interface Outcome {
  /** Rules that are there at the end. */
  readonly left: ReadonlySet<Command>;
  /** Rules of chains that were flushed by name: nft drops them before it shows them to the kernel. */
  readonly forgotten: ReadonlySet<Command>;
}

type Report = (finding: Finding) => void;

/**
 * Plays the table's lines in order and reports each command that finds something missing or in its way.
 */
export function replay(file: RulesFile, block: TableBlock, report: Report): Outcome {
  const player = new Player(file, block, report);
  for (let line = block.firstLine + 1; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    player.line = line;
    if (entry.kind === 'chain' && entry.name) player.declare(entry.name);
    else if (entry.kind === 'command' && entry.letter && !entry.skipped && entry.faults.every(isBearable)) {
      if (entry.ends) break;
      player.play(entry);
    }
  }
  return player.outcome();
}

/** A fault that does not keep the loader from carrying the command out, or that only follows from its target. */
function isBearable({ severity, followsTarget, backend, versions }: Fault): boolean {
  return severity === 'warning' || followsTarget === true || backend !== undefined || versions !== undefined;
}

class Player {
  line = 0;
  /** Chains that -N made. */
  private readonly made = new Set<string>();
  /** Built-in chains that nft has made by now. */
  private readonly nftKnows = new Set<string>();
  /** Rules that went with -F NAME. */
  private readonly forgotten = new Set<Command>();
  /** Chains that -L or -S listed above; the empty name stands for all. */
  private readonly listed = new Set<string>();
  private readonly chains = new Map<string, LiveChain>();
  private readonly file: RulesFile;
  private readonly block: TableBlock;
  private readonly report: Report;
  private makers: ReadonlyMap<string, number> | undefined;

  constructor(file: RulesFile, block: TableBlock, report: Report) {
    this.file = file;
    this.block = block;
    this.report = report;
    for (const name of block.table ? builtinChains(block.table) : [])
      this.chains.set(name, { builtin: true, rules: [] });
  }

  /** A `:` line makes a user chain, or empties the one that is there. */
  declare({ text: name, start, end }: Piece): void {
    this.nftKnows.add(name);
    const live = this.chains.get(name);
    if (!live) this.chains.set(name, { builtin: false, rules: [] });
    else if (!live.builtin) {
      live.rules.length = 0;
      if (this.made.has(name))
        this.sayAt({ backend: 'legacy' }, 'chain-exists', `-N made the chain ${name} already.`, { start, end });
    }
  }

  /** What became of the rules. */
  outcome(): Outcome {
    const left = new Set<Command>();
    for (const { rules } of this.chains.values()) for (const { command } of rules) left.add(command);
    return { left, forgotten: this.forgotten };
  }

  play(command: Command): void {
    const { letter, chain } = command;
    if (letter === 'N') {
      this.create(chain ?? '');
      return;
    }
    if (letter === 'L' || letter === 'S') this.list(command);
    if (chain === undefined) {
      if (letter === 'F') for (const live of this.chains.values()) live.rules.length = 0;
      if (letter === 'X') this.dropAll();
      return;
    }
    const live = this.chains.get(chain);
    if (!live) {
      this.sayMissing(chain, 'chain');
      return;
    }
    if (
      letter === 'A' ||
      letter === 'I' ||
      letter === 'R' ||
      letter === 'C' ||
      (letter === 'D' && command.number === 0)
    )
      this.checkJump(command);
    this.meet(command, live);
    PLAY[letter ?? 'L']?.call(this, command, live);
  }

  append(command: Command, live: LiveChain): void {
    const rule = this.ruleOf(command);
    for (let i = 0; i < command.rules; i++) live.rules.push(rule);
  }

  insert(command: Command, live: LiveChain): void {
    const at = command.number === 0 ? 1 : command.number;
    if (at > live.rules.length + 1) this.badNumber(live, live.rules.length + 1);
    else live.rules.splice(at - 1, 0, ...new Array<LiveRule>(command.rules).fill(this.ruleOf(command)));
  }

  replace(command: Command, live: LiveChain): void {
    if (command.number > live.rules.length) this.badNumber(live, live.rules.length);
    else {
      live.rules[command.number - 1] = this.ruleOf(command);
      this.sayCommand(
        { backend: 'nft', versions: ['1.8.9'] },
        'replace-crashes-nft',
        'iptables-nft breaks down over -R of a rule that the same file adds, and loads nothing.',
      );
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

  flush(_: Command, live: LiveChain): void {
    for (const { command } of live.rules) this.forgotten.add(command);
    live.rules.length = 0;
  }

  drop(command: Command, live: LiveChain): void {
    const name = command.chain ?? '';
    if (live.builtin) {
      this.sayChain({ backend: 'legacy' }, 'delete-builtin', `${name} is built in and cannot be deleted.`);
      return;
    }
    if (live.rules.length > 0)
      this.sayChain({}, 'chain-not-empty', `The chain ${name} still has rules; empty it first: -F ${name}.`);
    else if (this.isCalled(name))
      this.sayChain({}, 'chain-in-use', `Rules still jump to the chain ${name}; delete them first.`);
    else this.chains.delete(name);
  }

  /** -X alone: the first user chain that cannot go refuses it all. */
  private dropAll(): void {
    for (const [name, live] of this.chains) {
      if (live.builtin) continue;
      const why = live.rules.length > 0 ? 'still has rules' : this.isCalled(name) ? 'is still jumped to' : undefined;
      if (why) {
        this.sayCommand(
          {},
          'chain-in-use',
          `-X deletes every chain of one's own, and ${name} ${why}. Flush the table first: -F.`,
        );
        return;
      }
    }
    for (const [name, live] of this.chains) if (!live.builtin) this.chains.delete(name);
  }

  /** -Z with a number wants a rule of that number. */
  zero(command: Command, live: LiveChain): void {
    if (command.number <= live.rules.length) return;
    // Where nft does not even know the chain, both refuse the line, each for a reason of its own.
    const unknown = live.builtin && !this.nftKnows.has(command.chain ?? '');
    this.badNumber(live, live.rules.length, unknown ? {} : { backend: 'legacy' });
  }

  rename(command: Command, live: LiveChain): void {
    const to = command.object ?? '';
    if (live.builtin) this.sayChain({}, 'rename-builtin', `${command.chain} is built in and cannot be renamed.`);
    else if (this.chains.has(to)) this.sayObject('chain-exists', `There is a chain ${to} already.`);
    else {
      this.sayChain(
        { backend: 'nft' },
        'rename-fails-on-nft',
        `iptables-nft cannot rename a chain that the same file makes.`,
      );
      this.chains.delete(command.chain ?? '');
      this.chains.set(to, live);
      for (const other of this.chains.values()) {
        other.rules.forEach((rule, i) => {
          if (rule.object === command.chain) other.rules[i] = { ...rule, object: to };
        });
      }
    }
  }

  setPolicy(command: Command, live: LiveChain): void {
    const policy = command.object ?? '';
    if (!live.builtin)
      this.sayChain({}, 'policy-on-user-chain', `Only built-in chains have a policy, and ${command.chain} is none.`);
    else if (!isPolicy(policy)) {
      const upper = policy.toUpperCase();
      const suggestions = isPolicy(upper) ? [upper] : ['DROP', 'ACCEPT'];
      this.sayObject('bad-policy', `"${policy}" is no policy; a built-in chain has ACCEPT or DROP.`, suggestions);
    }
  }

  /** nft forgets to make the built-in chains that it does not know yet, legacy cannot print a jump to a user chain. */
  private list({ letter, chain }: Command): void {
    this.listed.add(chain ?? '');
    if (letter !== 'S') return;
    for (const [name, { rules }] of this.chains) {
      const jumps = (chain === undefined || chain === name) && rules.some(({ object }) => this.isUserChain(object));
      if (!jumps) continue;
      this.sayCommand({ backend: 'legacy' }, 'listing-fails', '-S breaks off at a rule that jumps to a user chain.');
      return;
    }
  }

  private isUserChain(name: string | undefined): boolean {
    return name !== undefined && this.chains.get(name)?.builtin === false;
  }

  /** nft makes a built-in chain at its `:` line or its first rule, and knows nothing of it before. */
  private meet(command: Command, live: LiveChain): void {
    const { letter = 'L', chain = '' } = command;
    if (!live.builtin || this.nftKnows.has(chain)) return;
    const adds = letter === 'A' || letter === 'I';
    if ((adds && (this.listed.has('') || this.listed.has(chain))) || letter === 'Z') {
      const message = `nft does not know the chain ${chain} yet: add a line :${chain} ACCEPT [0:0] above.`;
      this.sayChain({ backend: 'nft' }, 'chain-not-made', message);
    }
    if (adds || letter === 'P') this.nftKnows.add(chain);
  }

  private create(name: string): void {
    this.made.add(name);
    if (this.chains.has(name)) this.sayChain({}, 'chain-exists', `There is a chain ${name} already.`);
    else this.chains.set(name, { builtin: false, rules: [] });
  }

  private checkJump(command: Command): void {
    const { object, jump } = command;
    if (jump === Jump.none || object === undefined) return;
    const live = this.chains.get(object);
    if (live?.builtin) this.say(builtinJump(this.reader()));
    else if (!live && !command.toExtension && (jump === Jump.goto || !isVerdict(object))) {
      this.sayMissing(object, 'jump');
    }
  }

  /** A chain that does not exist at this point: it comes later, or never. */
  private sayMissing(name: string, what: 'chain' | 'jump'): void {
    const reader = this.reader();
    const later = this.lastMakerOf(name);
    if (later > this.line)
      this.say(declaredLater(reader, what === 'chain' ? reader.chainWord : reader.objectWord, later));
    else if (what === 'chain') this.say(undeclaredChain(this.block, reader));
    else this.say(undeclaredJump(this.file, this.block, reader));
  }

  /** The last line of the table that makes a chain of this name, -1 without. */
  private lastMakerOf(name: string): number {
    this.makers ??= makersOf(this.file, this.block);
    return this.makers.get(name) ?? -1;
  }

  private isCalled(name: string): boolean {
    for (const { rules } of this.chains.values()) if (rules.some(({ object }) => object === name)) return true;
    return false;
  }

  private reader() {
    return this.file.reread(this.line);
  }

  private say(word: Word): void {
    this.report({ ...word, line: this.line });
  }

  private sayChain(refused: RefusedBy, code: string, message: string): void {
    const reader = this.reader();
    this.sayAt(refused, code, message, reader.words.columns(reader.chainWord));
  }

  private sayAt(refused: RefusedBy, code: string, message: string, place: { start: number; end: number }): void {
    const grave = gravity(refused, this.file.settings);
    if (!grave) return;
    const by = grave.severity === 'warning' ? ` Refused by ${grave.by}.` : '';
    this.say({ code, severity: grave.severity, message: message + by, ...place });
  }

  private sayObject(code: string, message: string, suggestions: readonly string[] = []): void {
    const reader = this.reader();
    this.say({ code, severity: 'error', message, suggestions, ...reader.words.columns(reader.objectWord) });
  }

  private ruleOf(command: Command): LiveRule {
    return { command, line: this.line, object: command.object };
  }

  /** The place of the first rule that -D or -C, whose line this is, may mean; -1 without. */
  private placeOf(live: LiveChain, command: Command): number {
    const wanted = signatureOf(this.reader());
    return live.rules.findIndex((rule) => {
      return rule.object === command.object && maySame(signatureOf(this.file.reread(rule.line)), wanted);
    });
  }

  private sayCommand(refused: RefusedBy, code: string, message: string): void {
    const reader = this.reader();
    this.sayAt(refused, code, message, reader.words.columns(reader.commandWord));
  }

  private badNumber(live: LiveChain, most: number, refused: RefusedBy = {}): void {
    const grave = gravity(refused, this.file.settings);
    if (!grave) return;
    const by = grave.severity === 'warning' ? ` Refused by ${grave.by}.` : '';
    const reader = this.reader();
    const word = Math.max(reader.chainWord + 1, 0);
    const has = live.rules.length === 1 ? '1 rule' : `${live.rules.length} rules`;
    const allowed = most === 0 ? 'so there is none to name' : `so ${most} is the highest number here`;
    this.say({
      code: 'no-such-rule',
      severity: grave.severity,
      message: `The chain ${reader.chain} has ${has} at this point, ${allowed}.${by}`,
      ...reader.words.columns(word),
    });
  }

  private missingRule(what: 'delete' | 'check'): void {
    const reader = this.reader();
    this.say({
      code: 'no-such-rule',
      severity: 'error',
      message: `The chain ${reader.chain} has no such rule at this point, so -${what === 'delete' ? 'D' : 'C'} is refused.`,
      ...reader.words.columns(reader.commandWord),
    });
  }
}

/** For each chain that a line of the table makes, the last such line. */
function makersOf(file: RulesFile, block: TableBlock): Map<string, number> {
  const makers = new Map<string, number>();
  for (let line = block.firstLine + 1; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'chain' && entry.name) makers.set(entry.name.text, line);
    else if (entry.kind === 'command' && entry.letter === 'N' && entry.chain !== undefined)
      makers.set(entry.chain, line);
  }
  return makers;
}

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
};
