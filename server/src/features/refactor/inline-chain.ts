// Puts the rules of a chain that is called once in the place of the jump to it, and takes the chain away.

import { conditionsOf } from '../../analysis/rule-conditions.ts';
import { isSameVerdict, verdictOf } from '../../analysis/verdict.ts';
import { Jump } from '../../ruleset/command.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Chain, TableBlock } from '../../ruleset/table-block.ts';
import { lineEdits } from './common/line-edits.ts';
import { isEnd, isSound, mayStandIn, readLine } from './common/meaning.ts';
import type { Offer, Refactoring } from './common/refactoring.ts';
import { appendAt, isPlain, type PlacedRule, type Selection } from './common/selection.ts';
import { wordsOf } from './common/words.ts';

/** Of more rules nobody wants to see the chain go. */
const MOST_RULES = 200;

export const inlineChain: Refactoring = {
  name: 'inline-chain',
  kind: 'refactor.inline',
  offers: (selection) => {
    const { block, file } = selection;
    return block && selection.isOneLine && isPlain(file, block) ? inlined(selection, block) : [];
  },
};

function inlined({ file, first }: Selection, block: TableBlock): readonly Offer[] {
  const chain = block.chains.get(nameAt(file, first) ?? '');
  if (!chain || chain.builtin || chain.jumps.length !== 1 || chain.commands.length > 0) return [];
  if (chain.declarations.length !== 1 || chain.appends.length === 0 || chain.appends.length > MOST_RULES) return [];
  const call = appendAt(file, chain.jumps[0] ?? -1);
  if (!call || call.chain === chain.name || call.rule.jump !== Jump.jump) return [];
  const rules = rulesOf(file, chain);
  const texts = rules?.flatMap((inner) => combined(file, block, call, inner) ?? []);
  if (!rules || texts?.length !== rules.length) return [];
  const gone = [...chain.declarations, ...chain.appends];
  const changes = new Map<number, readonly string[]>(gone.map((line) => [line, []]));
  changes.set(call.line, texts);
  return [{ title: `Inline the chain ${chain.name}`, change: { edits: lineEdits(file, changes) } }];
}

/** The chain that a line declares or jumps to. */
function nameAt(file: RulesFile, line: number): string | undefined {
  const entry = file.entry(line);
  if (entry.kind === 'chain') return entry.name?.text;
  return entry.kind === 'command' && entry.jump === Jump.jump ? entry.object : undefined;
}

function rulesOf(file: RulesFile, { appends }: Chain): readonly PlacedRule[] | undefined {
  const rules = appends.flatMap((line) => appendAt(file, line) ?? []);
  return rules.length === appends.length ? rules : undefined;
}

/** One rule of the chain as a rule of its caller; undefined where that would not be the same. */
function combined(file: RulesFile, block: TableBlock, call: PlacedRule, inner: PlacedRule): string | undefined {
  const verdict = verdictOf(inner.rule, block.chains);
  if (verdict.kind === 'return' || verdict.kind === 'goto' || verdict.kind === 'unknown') return undefined;
  const asked = conditionsOf(call.rule);
  // What the jump asked is asked again for each rule, and a target in between may have changed the packet.
  if (!asked.isEverything && !(isEnd(verdict) || verdict.kind === 'none' || ('logs' in verdict && verdict.logs)))
    return undefined;
  const text = [`-A ${call.chain}`, questionsOf(call.rule), tailOf(inner.rule)].filter((one) => one !== '').join(' ');
  const after = readLine(file, call.line, text);
  const both = asked.intersect(conditionsOf(inner.rule));
  if (!both || !isSound(after) || !mayStandIn(block, after)) return undefined;
  if (!isSameVerdict(verdictOf(after, block.chains), verdict)) return undefined;
  const conditions = conditionsOf(after);
  if (asked.isEverything) return text;
  return conditions.contains(both) && both.contains(conditions) ? text : undefined;
}

/** All that a rule asks, without its jump. */
function questionsOf(rule: Rule): string {
  const jump = rule.option('j');
  const own = new Set(jump ? wordsOf(rule, jump) : []);
  return textOf(rule, (index) => index > lastOfHead(rule) && !own.has(index));
}

/** All that stands behind the chain. */
function tailOf(rule: Rule): string {
  return textOf(rule, (index) => index > lastOfHead(rule));
}

function lastOfHead({ commandWord, chainWord }: Rule): number {
  return Math.max(commandWord, chainWord);
}

function textOf(rule: Rule, isWanted: (index: number) => boolean): string {
  return rule.words.flatMap(({ start, end }, at) => (isWanted(at) ? [rule.text.slice(start, end)] : [])).join(' ');
}
