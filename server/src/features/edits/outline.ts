// The tables of a file as the edits see them: the rules that are there in the end, and where new lines may stand.

import type { Command } from '../../ruleset/command.ts';
import { hookBit } from '../../ruleset/places.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Lines } from '../../ruleset/table/lines.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';
import { type ControlBlock, controlBlocks, UNKNOWN } from '../../syntax/template.ts';
import type { Hook } from '../../vocabulary/schema.ts';
import { meantRule, RuleMeaning } from './rule-meaning.ts';

/** Where a policy is written; an empty stretch where the word is missing. */
export interface PolicyPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A placeholder of a template stands for it. */
  readonly unknown: boolean;
}

export interface ChainOutline {
  readonly name: string;
  /** The `:` line, the last where there are several. */
  readonly declared: number | undefined;
  /** The `:` line or -P that decides: the last one. */
  readonly policy: PolicyPlace | undefined;
  /** The lines of the rules that are there in the end, in the order of the rules. */
  readonly rules: readonly number[];
  /** Those that -I puts in, at a place that is not that of their line, and all others. */
  readonly inserted: readonly number[];
  readonly appended: readonly number[];
  /** The first line at which a new rule may stand: behind the last -F, -D, -R or -I with a number. */
  readonly start: number;
  /** Commands pick rules of the chain by number or text: a new rule above them would make them pick another. */
  readonly picked: boolean;
}

/** How many rules are read at a step: some tenths of a millisecond. */
const RULES_AT_A_STEP = 64;

/** One table. Chains are worked out when they are asked for. */
export class BlockOutline {
  /** As its header writes it. */
  readonly table: string;
  readonly header: number;
  /** The line behind the last one of the table: COMMIT, the next table's header, or the number of lines. */
  readonly end: number;
  readonly committed: boolean;
  private readonly file: RulesFile;
  private readonly block: TableBlock;
  private readonly controls: readonly ControlBlock[];
  private readonly known = new Map<string, ChainOutline>();
  private readonly meanings = new Map<number, RuleMeaning>();

  constructor(file: RulesFile, block: TableBlock, next: number | undefined, controls: readonly ControlBlock[]) {
    this.file = file;
    this.block = block;
    this.controls = controls;
    this.table = block.header.name?.text ?? '';
    this.header = block.firstLine;
    this.end = block.commitLine >= 0 ? block.commitLine : (next ?? file.lineCount);
    this.committed = block.commitLine >= 0;
  }

  /** The chain of that name, empty where the table does not speak of it. */
  chain(name: string): ChainOutline {
    const known = this.known.get(name);
    if (known) return known;
    const chain = this.outlineOf(name, this.block.chains.get(name));
    this.known.set(name, chain);
    return chain;
  }

  /** The chain of that name, where some line makes it or adds rules to it. */
  findChain(name: string): ChainOutline | undefined {
    return this.block.chains.has(name) ? this.chain(name) : undefined;
  }

  /** The chain to which a line adds a rule; undefined where it adds none. */
  chainOfRule(line: number): string | undefined {
    return this.block.chainOfRule(line);
  }

  /** The first line from `start` on that appends a rule to any chain; undefined without. */
  firstAppend(start: number): number | undefined {
    let first: number | undefined;
    for (const { appends } of this.block.chains.all()) {
      const line = appends.find((one) => one >= start);
      if (line !== undefined && (first === undefined || line < first)) first = line;
    }
    return first;
  }

  /** The first and the last line that add a rule; undefined where none does. */
  get ruleLines(): { readonly first: number; readonly last: number } | undefined {
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    for (const { firstRule, appends, commands } of this.block.chains.all()) {
      const others = commands.filter((line) => this.chainOfRule(line) !== undefined);
      first = Math.min(first, firstRule);
      last = Math.max(last, appends.at(-1) ?? -1, others.at(-1) ?? -1);
    }
    return last < 0 ? undefined : { first, last };
  }

  /** Packets come to a chain from this hook and from no other. */
  isReachedOnlyFrom(name: string, hook: Hook): boolean {
    return !this.file.refersElsewhere && this.block.standing.nft.hooks(name) === hookBit(hook);
  }

  /** A line as it is written. */
  text(line: number): string {
    return this.file.lines.line(line);
  }

  /** The rule of a line, word by word. */
  words(line: number): Rule {
    return meantRule(this.file, line);
  }

  /** The rule of a line. */
  rule(line: number): RuleMeaning {
    const known = this.meanings.get(line);
    if (known) return known;
    const isDoubtful = this.controls.some(({ first, last }) => first < line && line < last);
    const meaning = new RuleMeaning(() => meantRule(this.file, line), isDoubtful);
    this.meanings.set(line, meaning);
    return meaning;
  }

  /** Reads the rules of a chain beforehand, since a chain may have very many. */
  *readSteps(chain: ChainOutline): Steps<void> {
    for (const [at, line] of chain.rules.entries()) {
      this.rule(line).settle();
      if (at % RULES_AT_A_STEP === 0) yield;
    }
  }

  private outlineOf(name: string, chain: Chain | undefined): ChainOutline {
    const rules = chain ? this.rulesOf(chain) : [];
    const flush = Math.max(
      this.lastOf(this.block.events, ({ letter, chain }) => letter === 'F' && chain === undefined),
      this.lastOf(chain?.commands, ({ letter }) => letter === 'F'),
    );
    const picking = this.lastOf(chain?.commands, picksRules);
    return {
      name,
      declared: chain?.declarations.at(-1),
      policy: chain && this.policyOf(chain),
      rules,
      inserted: rules.filter((line) => this.commandAt(line)?.letter === 'I'),
      appended: rules.filter((line) => this.commandAt(line)?.letter !== 'I'),
      start: Math.max(this.header, flush, picking) + 1,
      picked: picking > flush,
    };
  }

  private rulesOf({ name, commands, appends }: Chain): readonly number[] {
    if (!this.file.refersElsewhere) return this.block.standing.rulesOf(name);
    // Nobody knows which rules of a fragment are where, so the usual is taken: -I at the top, -A at the end.
    return [...commands.filter((line) => this.commandAt(line)?.letter === 'I'), ...appends];
  }

  private commandAt(line: number): Command | undefined {
    const entry = this.file.entry(line);
    return entry.kind === 'command' ? entry : undefined;
  }

  /** The last of some lines with such a command; -1 without. */
  private lastOf(lines: Lines | undefined, isSuch: (command: Command) => boolean): number {
    const found = lines?.findLast((line) => {
      const command = this.commandAt(line);
      return command !== undefined && !command.skipped && isSuch(command);
    });
    return found ?? -1;
  }

  private policyOf({ policyLine: line }: Chain): PolicyPlace | undefined {
    const entry = this.file.entry(line);
    if (entry.kind === 'chain' && entry.name) {
      const policy = entry.policy ?? { start: entry.name.end, end: entry.name.end, text: '' };
      return { line, ...policy, unknown: policy.text.includes(UNKNOWN) };
    }
    if (entry.kind !== 'command') return undefined;
    const rule = this.file.rule(line);
    const word = rule.words[rule.objectWord];
    if (word) return { line, ...rule.columns(rule.objectWord), text: word.text, unknown: word.unknown };
    const { end } = rule.columns(rule.chainWord);
    return { line, start: end, end, text: '', unknown: false };
  }
}

/** Names rules by their place or text. */
function picksRules({ letter, number }: Command): boolean {
  return letter === 'D' || letter === 'R' || (letter === 'I' && number > 1);
}

export interface Outline {
  readonly lines: readonly string[];
  readonly blocks: readonly BlockOutline[];
  /** Stretches of a template that may be left out or come several times. */
  readonly controls: readonly ControlBlock[];
  /** A line of a template may stand for the COMMIT of any table. */
  readonly mayCommit: boolean;
}

/** The outline of a file. Never throws. */
export function outlineOf(given: RulesFile): Outline {
  const file = withoutMark(given);
  const lines = file.lines.all();
  const controls = file.settings.template ? controlBlocks(lines) : [];
  const blocks = file.blocks.map(
    (block, at) => new BlockOutline(file, block, file.blocks[at + 1]?.firstLine, controls),
  );
  return { lines: given.lines.all(), blocks, controls, mayCommit: file.unknownLines > 0 };
}

/** The file without the byte order mark that hides its first table from the loaders. */
function withoutMark(file: RulesFile): RulesFile {
  if (!file.lines.line(0).startsWith('\uFEFF')) return file;
  return new RulesFile(file.lines.text().slice(1), file.settings);
}
