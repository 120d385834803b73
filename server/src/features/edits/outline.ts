// The tables of a file as the edits see them: where each begins and ends, its chains, policies and rules in order.

import type { Rule } from '../../ruleset/rule.ts';
import { type Entry, RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { ChainLine } from '../../syntax/line.ts';
import { type ControlBlock, controlBlocks, UNKNOWN } from '../../syntax/template.ts';
import { meantRule, RuleMeaning } from './rule-meaning.ts';

export interface RuleLine {
  readonly line: number;
  readonly rule: RuleMeaning;
}

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
  declared: number | undefined;
  /** The `:` line or -P that decides: the last one. */
  policy: PolicyPlace | undefined;
  /** Rules of -A, top first. A rule that the file deletes again is not among them. */
  appended: RuleLine[];
  /** Rules of -I. Their place in the chain is not that of their line. */
  inserted: RuleLine[];
  /** The first line at which a new rule may stand: behind the last -F, -D, -R or -I with a number. */
  start: number;
  /** Commands pick rules of the chain by number or text: a new rule above them would make them pick another. */
  picked: boolean;
}

export interface BlockOutline {
  /** As its header writes it. */
  readonly table: string;
  readonly header: number;
  /** The line behind the last one of the table: COMMIT, the next table's header, or the number of lines. */
  readonly end: number;
  readonly committed: boolean;
  /** The first line at which a rule of any chain survives: the one behind the header or the last -F without a chain. */
  start: number;
  readonly chains: Map<string, ChainOutline>;
  /** Lines of rules, with their chains. */
  readonly ruleLines: Map<number, string>;
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
  const blocks = file.blocks.map((block, at) => blockOutline(file, block, file.blocks[at + 1]?.firstLine, controls));
  return { lines: given.lines.all(), blocks, controls, mayCommit: file.unknownLines > 0 };
}

/** The file without the byte order mark that hides its first table from the loaders. */
function withoutMark(file: RulesFile): RulesFile {
  if (!file.lines.line(0).startsWith('\uFEFF')) return file;
  return new RulesFile(file.lines.text().slice(1), file.settings);
}

function blockOutline(
  file: RulesFile,
  { header, firstLine, lastLine, commitLine }: TableBlock,
  next: number | undefined,
  controls: readonly ControlBlock[],
): BlockOutline {
  const outline: BlockOutline = {
    table: header.name?.text ?? '',
    header: firstLine,
    end: commitLine >= 0 ? commitLine : (next ?? file.lineCount),
    committed: commitLine >= 0,
    start: firstLine + 1,
    chains: new Map(),
    ruleLines: new Map(),
  };
  const isDoubtful = (line: number) => controls.some(({ first, last }) => first < line && line < last);
  for (let line = firstLine + 1; line <= lastLine && line !== commitLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'chain') takeChainLine(outline, entry, line);
    else if (isTaken(entry)) takeCommand(outline, file, line, isDoubtful(line));
  }
  return outline;
}

function isTaken(entry: Entry): boolean {
  return entry.kind === 'command' && !entry.skipped && !entry.ends;
}

/** The chain of that name, empty where the file does not speak of it. */
export function chainOf(block: BlockOutline, name: string): ChainOutline {
  const known = block.chains.get(name);
  if (known) return known;
  const chain: ChainOutline = {
    name,
    declared: undefined,
    policy: undefined,
    appended: [],
    inserted: [],
    start: block.start,
    picked: false,
  };
  block.chains.set(name, chain);
  return chain;
}

function takeChainLine(block: BlockOutline, line: ChainLine, index: number): void {
  if (!line.name) return;
  const chain = chainOf(block, line.name.text);
  chain.declared = index;
  const policy = line.policy ?? { start: line.name.end, end: line.name.end, text: '' };
  chain.policy = { line: index, ...policy, unknown: policy.text.includes(UNKNOWN) };
}

function takeCommand(block: BlockOutline, file: RulesFile, index: number, isDoubtful: boolean): void {
  const rule = meantRule(file, index);
  const { letter } = rule;
  // It names a chain that nobody knows.
  if (rule.words[rule.chainWord]?.unknown) return;
  if (letter === 'F') flush(block, rule.chain, index);
  if (rule.chain === undefined) return;
  const chain = chainOf(block, rule.chain);
  const declared = { has: (name: string) => block.chains.get(name)?.declared !== undefined };
  const meaning = new RuleMeaning(() => meantRule(file, index), declared, isDoubtful);
  if (letter === 'P') chain.policy = commandPolicy(rule, index);
  else if (letter === 'D') remove(chain, rule.number, meaning);
  else if (letter === 'A' || letter === 'I' || letter === 'R') {
    block.ruleLines.set(index, rule.chain);
    const entry = { line: index, rule: meaning };
    if (letter === 'A') chain.appended.push(entry);
    else if (letter === 'I') chain.inserted.push(entry);
    else replaceRule(chain, rule.number, entry);
  }
  if (letter === 'D' || letter === 'R' || (letter === 'I' && rule.number > 1)) {
    chain.picked = true;
    chain.start = index + 1;
  }
}

function commandPolicy(rule: Rule, index: number): PolicyPlace {
  const word = rule.words[rule.objectWord];
  if (word) return { line: index, ...rule.columns(rule.objectWord), text: word.text, unknown: word.unknown };
  const { end } = rule.columns(rule.chainWord);
  return { line: index, start: end, end, text: '', unknown: false };
}

function flush(block: BlockOutline, name: string | undefined, index: number): void {
  if (name === undefined) block.start = index + 1;
  for (const chain of name === undefined ? block.chains.values() : [chainOf(block, name)]) {
    chain.appended = [];
    chain.inserted = [];
    chain.start = index + 1;
    chain.picked = false;
  }
}

function remove(chain: ChainOutline, number: number, meant: RuleMeaning): void {
  if (number > 0) {
    if (chain.inserted.length === 0) chain.appended.splice(number - 1, 1);
    return;
  }
  for (const list of [chain.inserted, chain.appended]) {
    const at = list.findIndex(({ rule }) => rule.isSame(meant));
    if (at >= 0) {
      list.splice(at, 1);
      return;
    }
  }
}

/** The replaced rule keeps its place, which is that of the line that made it. */
function replaceRule(chain: ChainOutline, number: number, { rule }: RuleLine): void {
  const old = chain.inserted.length === 0 ? chain.appended[number - 1] : undefined;
  if (old) chain.appended[number - 1] = { line: old.line, rule };
}
