// The tables of a file as the edits see them: where each begins and ends, its chains, policies and rules in order.

import { plainSettings, readRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { type ChainLine, readLine } from '../../syntax/line.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { Steps } from '../steps.ts';
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

/** How many lines are read at a step: some tenths of a millisecond. */
const LINES_AT_A_STEP = 64;

/** Reads all tables of a file. `lines` have no line ends. Never throws. */
export function* outlineSteps(lines: readonly string[], family: Family): Steps<BlockOutline[]> {
  const blocks: BlockOutline[] = [];
  const settings = plainSettings(family);
  let block: BlockOutline | undefined;
  for (const [index, text] of lines.entries()) {
    if (index % LINES_AT_A_STEP === 0) yield;
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
      const rule = readRule(text, settings);
      if (rule.ends) break;
      if (!rule.skipped) takeCommand(block, rule, index);
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

function takeCommand(block: BlockOutline, rule: Rule, index: number): void {
  const { letter } = rule;
  if (letter === 'F') flush(block, rule.chain, index);
  if (rule.chain === undefined) return;
  const chain = chainOf(block, rule.chain);
  if (letter === 'P') chain.policy = commandPolicy(rule, index);
  else if (letter === 'D') remove(chain, rule);
  else if (letter === 'A' || letter === 'I' || letter === 'R') {
    block.ruleLines.set(index, rule.chain);
    const entry = { line: index, rule: conditionsOf(rule) };
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
  if (rule.objectWord >= 0) {
    return { line: index, ...rule.columns(rule.objectWord), text: rule.object ?? '' };
  }
  const { end } = rule.columns(rule.chainWord);
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

function remove(chain: ChainOutline, rule: Rule): void {
  if (rule.number > 0) {
    if (chain.inserted.length === 0) chain.appended.splice(rule.number - 1, 1);
    return;
  }
  const { words } = conditionsOf(rule);
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
