// A table while its commands are played: what exists at a line, and what every command asks of it.

import { type Command, Jump } from '../../ruleset/command.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { maySame, type Signature, signatureOf } from '../../ruleset/signature.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { RefusedBy } from '../../vocabulary/schema.ts';
import { builtinChains } from '../../vocabulary/tables.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { builtinJump, declaredLater, undeclaredChain, undeclaredJump } from '../chains.ts';
import { EVERYONE, type Report } from '../finding.ts';
import { NftChains } from './nft-chains.ts';
import type { LiveChain, LiveRule, Outcome } from './outcome.ts';
import { Reporter } from './report.ts';

export const OLD_NFT: RefusedBy = { backend: 'nft', until: '1.8.11' };
export const NEW_NFT: RefusedBy = { backend: 'nft', since: '1.8.11' };

export class TableState implements Outcome {
  readonly chains = new Map<string, LiveChain>();
  readonly forgotten = new Set<Command>();
  readonly keptByNft = new Map<string, LiveRule[]>();
  /** Chains that -N or -E made. */
  protected readonly made = new Set<string>();
  protected readonly nft = new NftChains();
  private readonly file: RulesFile;
  private readonly block: TableBlock;
  protected readonly report: Reporter;
  private readonly signatures = new Map<Command, Signature>();
  private makers: ReadonlyMap<string, number> | undefined;

  constructor(file: RulesFile, block: TableBlock, report: Report) {
    this.file = file;
    this.block = block;
    this.report = new Reporter(file, report);
    for (const name of block.table ? builtinChains(block.table) : [])
      this.chains.set(name, { builtin: true, rules: [] });
  }

  protected builtins(): string[] {
    return [...this.chains].flatMap(([name, { builtin }]) => (builtin ? [name] : []));
  }

  protected isUserChain(name: string | undefined): boolean {
    return name !== undefined && this.chains.get(name)?.builtin === false;
  }

  /** nft makes a built-in chain at the first command that changes it. */
  protected makeForNft({ letter, chain = '' }: Command, { builtin }: LiveChain): void {
    if (!builtin) return;
    if (letter !== 'P' && this.nft.isPhantom(chain)) this.report.atChain(OLD_NFT, 'chain-not-made', notMade(chain));
    this.nft.make(chain);
  }

  /** The names that rules jump to. */
  protected called(): Set<string | undefined> {
    const names = new Set<string | undefined>();
    for (const { rules } of this.chains.values()) for (const { object } of rules) names.add(object);
    return names;
  }

  /** Chains that hold rules which a bare -F took and nft did not, and those that such rules jump to. */
  protected keptInUse(): Set<string | undefined> {
    const names = new Set<string | undefined>();
    for (const [name, rules] of this.keptByNft) {
      if (rules.length > 0) names.add(name);
      for (const { object } of rules) names.add(object);
    }
    return names;
  }

  protected ruleOf(command: Command): LiveRule {
    return { command, line: this.report.line, object: command.jump === Jump.none ? undefined : command.object };
  }

  /** The place of the first rule that -D or -C, whose line this is, may mean; -1 without. */
  protected placeOf(live: LiveChain, command: Command): number {
    const wanted = signatureOf(this.report.rule());
    return live.rules.findIndex((rule) => rule.object === command.object && maySame(this.signature(rule), wanted));
  }

  private signature({ command, line }: LiveRule): Signature {
    const known = this.signatures.get(command);
    if (known) return known;
    const signature = signatureOf(this.file.rule(line));
    this.signatures.set(command, signature);
    return signature;
  }

  /** A chain that does not exist at this point: it comes later, or never. */
  protected sayMissing(name: string, what: 'chain' | 'jump'): void {
    const rule = this.report.rule();
    this.makers ??= makersOf(this.file, this.block);
    const later = this.makers.get(name) ?? -1;
    if (later > this.report.line)
      this.report.say(declaredLater(rule, what === 'chain' ? rule.chainWord : rule.objectWord, later));
    else if (what === 'chain') this.report.say(undeclaredChain(this.block, rule));
    else this.report.say(undeclaredJump(this.file, this.block, rule));
  }

  protected checkJump({ object, jump, toExtension }: Command): void {
    if (jump === Jump.none || object === undefined) return;
    const live = this.chains.get(object);
    if (live?.builtin) this.report.say(builtinJump(this.report.rule()));
    else if (!live && !toExtension && (jump === Jump.goto || !isVerdict(object))) this.sayMissing(object, 'jump');
  }

  protected badNumber(live: LiveChain, most: number, refused: RefusedBy | readonly RefusedBy[] = EVERYONE): void {
    const has = live.rules.length === 1 ? '1 rule' : `${live.rules.length} rules`;
    const allowed = most === 0 ? 'so there is none to name' : `so ${most} is the highest number here`;
    const message = `The chain ${this.report.rule().chain} has ${has} at this point, ${allowed}.`;
    this.report.atNumber(refused, 'no-such-rule', message);
  }

  protected missingRule(what: 'delete' | 'check'): void {
    const letter = what === 'delete' ? 'D' : 'C';
    const message = `The chain ${this.report.rule().chain} has no such rule at this point, so -${letter} is refused.`;
    this.report.atCommand(EVERYONE, 'no-such-rule', message);
  }
}

export function notMade(chain: string): string {
  return `nft does not know the chain ${chain} yet: add a line :${chain} ACCEPT [0:0] above.`;
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
