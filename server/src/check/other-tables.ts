// Chains that are built in, in another table than the one that speaks of them.

import { allowedHooks, hooksOf, TABLE_ORDER } from '../ruleset/places.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { type Chain, isBuiltin, type TableBlock } from '../ruleset/table-block.ts';
import type { Hook, TableName } from '../vocabulary/schema.ts';
import type { Finding } from './finding.ts';

/** The tables that have a built-in chain of this name; none for other names. */
export function tablesWith(name: string): readonly TableName[] {
  return TABLE_ORDER.filter((table) => isBuiltin(table, name));
}

/** `nat and mangle have it`. */
function ownersOf(name: string): string {
  const tables = tablesWith(name);
  const all = tables.length > 1 ? `${tables.slice(0, -1).join(', ')} and ${tables.at(-1)}` : (tables[0] ?? '');
  return `${all} ${tables.length > 1 ? 'have' : 'has'} it`;
}

/** Where a rule belongs that names a built-in chain of another table, one sentence; undefined for other names. */
export function sayOtherTable(table: TableName, name: string, rule: Rule): string | undefined {
  const tables = tablesWith(name);
  if (tables.length === 0) return undefined;
  const mask = rule.allowedLegacy & rule.allowedNft;
  const hooksIn = (one: TableName): readonly Hook[] => hooksOf(allowedHooks(mask, one) ?? 0);
  const fitting = tables.filter((one) => hooksIn(one).some((hook) => hook === name));
  const own = hooksIn(table).filter((hook) => isBuiltin(table, hook));
  const why =
    fitting.length === 1
      ? `: this rule belongs in the table ${fitting[0]}`
      : fitting.length === 0 && own.length > 0
        ? `, and this rule works in ${own.join(', ')}`
        : `; ${ownersOf(name)}`;
  return `The table ${table} has no chain ${name}${why}.`;
}

/** The same for a policy. */
export function sayOtherTableOfPolicy(table: TableName | undefined, name: string): string | undefined {
  if (!table || tablesWith(name).length === 0) return undefined;
  return `The table ${table} has no built-in chain ${name}; ${ownersOf(name)}. Only built-in chains have a policy.`;
}

const HOOKS: readonly Hook[] = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'];

/** A chain of one's own that bears the name of another table's built-in one and to which no rule jumps. */
export function checkBorrowedNames(file: RulesFile, block: TableBlock, add: (finding: Finding) => void): void {
  for (const name of HOOKS) {
    const chain = block.chains.get(name);
    if (!chain?.declared || chain.builtin || block.jumpsTo(name).length > 0) continue;
    const place = makerOf(file, chain);
    if (!place) continue;
    const message = `The table ${block.table} has no built-in chain ${name}; ${ownersOf(name)}. This makes a chain of one's own, and no rule jumps to it, so no packet comes there.`;
    add({ code: 'borrowed-chain-name', severity: 'warning', message, ...place });
  }
}

/** The name in the line that makes a chain; undefined where that line says more that is wrong. */
function makerOf(
  file: RulesFile,
  { declarations, makers }: Chain,
): Pick<Finding, 'line' | 'start' | 'end'> | undefined {
  const line = declarations[0] ?? makers[0] ?? -1;
  const entry = file.entry(line);
  if (entry.kind === 'chain') {
    const { name, policy } = entry;
    return name && policy?.text === '-' ? { line, start: name.start, end: name.end } : undefined;
  }
  const rule = file.rule(line);
  return rule.letter === 'N' ? { line, ...rule.columns(rule.chainWord) } : undefined;
}
