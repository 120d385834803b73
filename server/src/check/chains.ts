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
import { VERDICT_NAMES, verdictCalled } from '../vocabulary/verdicts.ts';
import { sayFault } from './catalogue.ts';
import type { Refusal } from './finding.ts';
import { nearNames } from './near-names.ts';
import { sayOtherTable } from './other-tables.ts';

/** A finding about a word of a command; the line is filled in by the caller. */
export type Word = Omit<Refusal, 'line'>;

/** The name after -j or -g that leads to no chain, as a finding. */
export function undeclaredJump(file: RulesFile, block: TableBlock, rule: Rule): Word {
  const name = rule.object ?? '';
  const { start, end } = rule.columns(rule.objectWord);
  const taker = rule.jump === Jump.jump ? file.taken.takerOf(name) : undefined;
  if (taker !== undefined) {
    const message = `Line ${taker + 1} makes ${name} the name of a chain, so it is no target any more in this file, and this table has no such chain.`;
    return { code: 'unknown-target', message, start, end };
  }
  const upper = name.toUpperCase();
  const { family } = file.settings;
  const suggestions = nearNames(block, name, rule.jump === Jump.goto ? 'goto' : 'jump', family);
  const hint = suggestions[0] === undefined ? '' : ` Did you mean ${suggestions[0]}?`;
  if (suggestions[0] === upper && name !== upper) {
    return {
      code: 'unknown-target',
      message: `"${name}" is no target: names are case sensitive, ${upper} is meant.`,
      start,
      end,
      suggestions,
    };
  }
  const wrongFamily = knownTarget(name, file.settings.family === 4 ? 6 : 4);
  if (wrongFamily) {
    const other = file.settings.family === 4 ? 6 : 4;
    return {
      code: 'wrong-family-extension',
      message: `The target ${name} exists only for IPv${other}.`,
      start,
      end,
    };
  }
  const called = rule.jump === Jump.jump && suggestions.length === 0 ? verdictCalled(name) : undefined;
  if (called) {
    const message = `"${name}" is neither a target nor a chain of this table; iptables says ${called.join(' or ')}.`;
    return { code: 'unknown-target', message, start, end, suggestions: called };
  }
  const what = rule.jump === Jump.goto ? 'no chain' : 'neither a target nor a chain';
  const make = `A chain of one's own is made by a line :${name} - [0:0] above.`;
  return {
    code: 'unknown-target',
    message: `"${name}" is ${what} of this table.${hint || ` ${make}`}`,
    start,
    end,
    suggestions,
  };
}

/** A chain that a line further down makes, spoken of at word `word` before it exists. */
export function declaredLater(rule: Rule, word: number, line: number): Word {
  const { start, end } = rule.columns(word);
  const name = rule.words[word]?.text ?? '';
  return {
    code: 'chain-declared-later',
    message: `The chain ${name} does not exist yet: line ${line + 1} makes it, which must stand above.`,
    start,
    end,
  };
}

/** The chain of a command that does not exist, as a finding. */
export function undeclaredChain(block: TableBlock, rule: Rule): Word {
  const name = rule.chain ?? '';
  const { start, end } = rule.columns(rule.chainWord);
  if (name.startsWith('#')) {
    const fault = { code: 'trailing-comment', start, end, about: [] } as const;
    return { ...fault, message: sayFault(fault, rule.family) };
  }
  const elsewhere = block.table && sayOtherTable(block.table, name, rule);
  if (elsewhere !== undefined) return { code: 'unknown-chain', message: elsewhere, start, end };
  const suggestions = nearNames(block, name, 'chain', rule.family);
  const hint =
    suggestions[0] === undefined ? ` Make it by a line :${name} - [0:0] above.` : ` Did you mean ${suggestions[0]}?`;
  const table = block.table ?? 'this table';
  return {
    code: 'unknown-chain',
    message: `The table ${table} has no chain "${name}".${hint}`,
    start,
    end,
    suggestions,
  };
}

/** A jump to a chain that is built in. */
export function builtinJump(rule: Rule): Word {
  const { start, end } = rule.columns(rule.objectWord);
  const verdicts = VERDICT_NAMES.join(', ');
  return {
    code: 'jump-to-builtin',
    message: `${rule.object} is a built-in chain, and no rule may jump there. Jump to a verdict (${verdicts}), a target or a chain of your own.`,
    start,
    end,
  };
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
    const where = tables
      .map((name) => `${name} (${hooksOf(allowedHooks(blamed.mask, name) ?? 0).join(', ')})`)
      .join(' or ');
    const message = `${blamed.name} does not work in the table ${table}; it works in ${where}.`;
    return { code: 'wrong-table', message, start, end, refusedBy };
  }
  const wrong = hooksOf(((reached.legacy ?? 0) | (reached.nft ?? 0)) & ~hooks).join(' and ');
  const from = chain.builtin ? `in ${chain.name}` : `in ${chain.name}, where packets come from ${wrong}`;
  const where = hooks === 0 ? 'in no chain of this table' : `only in ${hooksOf(hooks).join(', ')}`;
  const message = `${blamed.name} does not work ${from}; it works ${where}.`;
  return { code: 'wrong-chain', message, start, end, refusedBy };
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
