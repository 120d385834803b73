// The tables of a file as the edits see them: where each begins and ends, its chains, policies and rules in order.

import type { Command } from '../../ruleset/command.ts';
import { RuleReader } from '../../ruleset/rule-reader.ts';
import { type ChainLine, readLine } from '../../syntax/line.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Conditions, conditionsOf } from './rule-conditions.ts';

export interface RuleLine {
  readonly line: number;
  readonly rule: Conditions;
}

/** Where a policy is written; an empty stretch where the word is missing. */
export interface PolicyPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
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
  readonly table: string;
  readonly header: number;
  /** The line behind the last one of the table: COMMIT, the next table's header, or the number of lines. */
  end: number;
  committed: boolean;
  /** The first line at which a rule of any chain survives: the one behind the header or the last -F without a chain. */
  start: number;
  readonly chains: Map<string, ChainOutline>;
  /** Lines of rules, with their chains. */
  readonly ruleLines: Map<number, string>;
}

/** Reads all tables of a file. `lines` have no line ends. Never throws. */
export function outlineOf(lines: readonly string[], family: Family): BlockOutline[] {
  const blocks: BlockOutline[] = [];
  const reader = new RuleReader();
  let block: BlockOutline | undefined;
  for (const [index, text] of lines.entries()) {
    const line = readLine(index === 0 ? text.replace(/^\uFEFF/, '') : text);
    if (line.kind === 'table') {
      if (block) block.end = index;
      block = startBlock(line.name?.text ?? '', index, lines.length);
      blocks.push(block);
      continue;
    }
    if (!block || line.kind === 'blank' || line.kind === 'comment') continue;
    if (line.kind === 'commit' || /^\s*commit\b/i.test(text)) {
      block.end = index;
      block.committed = true;
      block = undefined;
    } else if (line.kind === 'chain') takeChainLine(block, line, index);
    else {
      const command = reader.read(text, line.from, family);
      if (command.ends) break;
      if (!command.skipped) takeCommand(block, command, reader, index);
    }
  }
  return blocks;
}

function startBlock(table: string, header: number, end: number): BlockOutline {
  return { table, header, end, committed: false, start: header + 1, chains: new Map(), ruleLines: new Map() };
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
  const missing = { start: line.name.end, end: line.name.end, text: '' };
  chain.policy = { line: index, ...(line.policy ?? missing) };
}

function takeCommand(block: BlockOutline, command: Command, reader: RuleReader, index: number): void {
  const { letter } = command;
  if (letter === 'F') flush(block, command.chain, index);
  if (command.chain === undefined) return;
  const chain = chainOf(block, command.chain);
  if (letter === 'P') chain.policy = commandPolicy(reader, index);
  else if (letter === 'D') remove(chain, command, reader);
  else if (letter === 'A' || letter === 'I' || letter === 'R') {
    block.ruleLines.set(index, command.chain);
    const entry = { line: index, rule: conditionsOf(reader) };
    if (letter === 'A') chain.appended.push(entry);
    else if (letter === 'I') chain.inserted.push(entry);
    else replaceRule(chain, command.number, entry);
  }
  if (letter === 'D' || letter === 'R' || (letter === 'I' && command.number > 1)) {
    chain.picked = true;
    chain.start = index + 1;
  }
}

function commandPolicy(reader: RuleReader, index: number): PolicyPlace {
  const { words } = reader;
  if (reader.objectWord >= 0) {
    return { line: index, ...words.columns(reader.objectWord), text: reader.object ?? '' };
  }
  const end = words.end[reader.chainWord] ?? 0;
  return { line: index, start: end, end, text: '' };
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

function remove(chain: ChainOutline, command: Command, reader: RuleReader): void {
  if (command.number > 0) {
    if (chain.inserted.length === 0) chain.appended.splice(command.number - 1, 1);
    return;
  }
  const { words } = conditionsOf(reader);
  for (const list of [chain.inserted, chain.appended]) {
    const at = list.findIndex(({ rule }) => rule.words === words);
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
