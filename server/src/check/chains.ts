// What the loaders refuse about chains: jumps to nowhere, loops, rules where the kernel does not take them.

import type { Command } from '../ruleset/command.ts';
import { Jump } from '../ruleset/command.ts';
import { knownTarget } from '../ruleset/known.ts';
import { masksOf } from '../ruleset/option-places.ts';
import { allowedHooks, hooksOf, TABLE_ORDER } from '../ruleset/places.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Chain, Reached, TableBlock } from '../ruleset/table-block.ts';
import type { Backend, RefusedBy, TableName } from '../vocabulary/schema.ts';
import { verdictCalled } from '../vocabulary/verdicts.ts';
import { told } from './codes/index.ts';
import type { Refusal } from './finding.ts';
import { nearNames } from './near-names.ts';
import { toldOtherTable } from './other-tables.ts';

/** A finding about a word of a command; the line is filled in by the caller. */
export type Word = Omit<Refusal, 'line'>;

/** The name after -j or -g that leads to no chain, as a finding. */
export function undeclaredJump(file: RulesFile, block: TableBlock, rule: Rule): Word {
  const name = rule.object ?? '';
  const isGoto = rule.jump === Jump.goto;
  const place = rule.columns(rule.objectWord);
  const taker = rule.jump === Jump.jump ? file.taken.takerOf(name) : undefined;
  if (taker !== undefined) return { ...told('unknown-target', ({ says }) => says.taken(name, taker)), ...place };
  const upper = name.toUpperCase();
  const { family } = file.settings;
  const suggestions = nearNames(block, name, isGoto ? 'goto' : 'jump', family);
  if (suggestions[0] === upper && name !== upper)
    return { ...told('unknown-target', ({ says }) => says.case(name)), ...place, suggestions };
  const isTarget = knownTarget(name, family) !== undefined;
  if (isGoto && isTarget) return { ...told('unknown-target', ({ says }) => says.gotoTarget(name)), ...place };
  const other = family === 4 ? 6 : 4;
  if (!isTarget && knownTarget(name, other))
    return { ...told('wrong-family-extension', ({ says }) => says(name, other)), ...place };
  const called = rule.jump === Jump.jump && suggestions.length === 0 ? verdictCalled(name) : undefined;
  if (called)
    return { ...told('unknown-target', ({ says }) => says.called(name, called)), ...place, suggestions: called };
  return { ...told('unknown-target', ({ says }) => says.missing(name, isGoto, suggestions)), ...place, suggestions };
}

/** A chain that a line further down makes, spoken of at word `word` before it exists. */
export function declaredLater(rule: Rule, word: number, line: number): Word {
  const name = rule.words[word]?.text ?? '';
  return { ...told('chain-declared-later', ({ says }) => says(name, line)), ...rule.columns(word) };
}

/** The chain of a command that does not exist, as a finding. */
export function undeclaredChain(block: TableBlock, rule: Rule): Word {
  const name = rule.chain ?? '';
  const place = rule.columns(rule.chainWord);
  if (name.startsWith('#')) return { ...told('trailing-comment', ({ says }) => says()), ...place };
  const elsewhere = block.table && toldOtherTable(block.table, name, rule);
  if (elsewhere) return { ...elsewhere, ...place };
  const suggestions = nearNames(block, name, 'chain', rule.family);
  return {
    ...told('unknown-chain', ({ says }) => says.missing(block.table, name, suggestions)),
    ...place,
    suggestions,
  };
}

/** A jump to a chain that is built in. */
export function builtinJump(rule: Rule): Word {
  return { ...told('jump-to-builtin', ({ says }) => says(rule.object ?? '')), ...rule.columns(rule.objectWord) };
}

/** A rule that stands where the kernel does not take it. */
export function misplacement(
  block: TableBlock,
  chain: Chain,
  command: Command,
  rule: Rule,
  reached: Reached,
): Word | undefined {
  const { table } = block;
  const { legacy, nft } = block.refusals(chain, command, reached);
  if (!legacy && !nft) return undefined;
  if (!table) return undefined;
  const refusedBy: RefusedBy = legacy && nft ? {} : { backend: legacy ? 'legacy' : 'nft' };
  const blamed = blame(
    rule,
    table,
    (nft && !legacy ? reached.nft : reached.legacy) ?? 0,
    nft && !legacy ? 'nft' : 'legacy',
  );
  if (!blamed) return undefined;
  const { start, end } = rule.columns(blamed.word);
  const hooks = allowedHooks(blamed.mask, table);
  if (hooks === undefined) {
    const tables = TABLE_ORDER.filter((name) => allowedHooks(blamed.mask, name) !== undefined);
    const places = tables.map((name) => `"${name}" (${hooksOf(allowedHooks(blamed.mask, name) ?? 0).join(', ')})`);
    return { ...told('wrong-table', ({ says }) => says(blamed.name, table, places)), start, end, refusedBy };
  }
  const wrong = hooksOf(((reached.legacy ?? 0) | (reached.nft ?? 0)) & ~hooks).join(' and ');
  const from = chain.builtin ? `in "${chain.name}"` : `in "${chain.name}", which is reached from ${wrong}`;
  return { ...told('wrong-chain', ({ says }) => says(blamed.name, from, hooksOf(hooks))), start, end, refusedBy };
}

/** The first word that a back end's kernel refuses here, and where it would take it. */
function blame(
  rule: Rule,
  table: TableName,
  reached: number,
  backend: Backend,
): { word: number; name: string; mask: number } | undefined {
  const wrong = (mask: number) => {
    const hooks = allowedHooks(mask, table);
    return hooks === undefined || (hooks & reached) !== reached;
  };
  for (const { known, word } of rule.instances) {
    const mask = backend === 'nft' ? known.allowedNft : known.allowedLegacy;
    const { kind, name } = known.extension;
    if (wrong(mask)) return { word, name: `${kind === 'match' ? '-m' : '-j'} ${name}`, mask };
  }
  for (const use of rule.uses) {
    const { instance, slot, word, values } = use;
    const mask = masksOf(rule.uses, use)[backend];
    const option = instance.known.extension.options[slot]?.name ?? '';
    if (wrong(mask)) return { word, name: instance.known.choices[slot] ? `${option} ${values[0]}` : option, mask };
  }
  return undefined;
}
