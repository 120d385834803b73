// Chains that are built in, in another table than the one that speaks of them.

import { allowedHooks, hooksOf } from '../ruleset/places.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { type Chain, isBuiltin, type TableBlock } from '../ruleset/table-block.ts';
import type { Hook, TableName } from '../vocabulary/schema.ts';
import { type Told, told } from './codes/index.ts';
import { tablesWith } from './codes/names.ts';
import type { Finding } from './finding.ts';

/** Where a rule belongs that names a built-in chain of another table; undefined for other names. */
export function toldOtherTable(table: TableName, name: string, rule: Rule): Told | undefined {
  const tables = tablesWith(name);
  if (tables.length === 0) return undefined;
  const mask = rule.allowedLegacy & rule.allowedNft;
  const hooksIn = (one: TableName): readonly Hook[] => hooksOf(allowedHooks(mask, one) ?? 0);
  const fitting = tables.filter((one) => hooksIn(one).some((hook) => hook === name));
  const own = hooksIn(table).filter((hook) => isBuiltin(table, hook));
  return told('unknown-chain', ({ says }) => says.otherTable(table, name, fitting, own));
}

const HOOKS: readonly Hook[] = ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'];

/** A chain of one's own that bears the name of another table's built-in one and to which no rule jumps. */
export function checkBorrowedNames(file: RulesFile, block: TableBlock, add: (finding: Finding) => void): void {
  for (const name of HOOKS) {
    const chain = block.chains.get(name);
    if (!chain?.declared || chain.builtin || block.jumpsTo(name).length > 0) continue;
    const place = makerOf(file, chain);
    if (!place) continue;
    const said = told('borrowed-chain-name', ({ says }) => says(block.table ?? '', name));
    add({ ...said, severity: 'warning', ...place });
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
