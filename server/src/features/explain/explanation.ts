// What a firewall lets in and out, of all tables of a file.

import { explainTable, type HookTable } from '../../analysis/explain/explain.ts';
import { packetTableSteps } from '../../lint/lint-file.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Family, TableName } from '../../vocabulary/schema.ts';

export interface Explanation {
  readonly family: Family;
  readonly hooks: readonly HookTable[];
  /** Tables of which nothing is certain. */
  readonly uncertain: readonly TableName[];
}

/** Tables whose rules decide which packets pass; nat decides where they go. */
const DECIDING: ReadonlySet<TableName> = new Set(['raw', 'mangle', 'filter', 'security']);

/** The filter's hooks all, those of other tables where a rule stops or logs something there. */
export function* explainSteps(file: RulesFile): Steps<Explanation> {
  const hooks: HookTable[] = [];
  const uncertain: TableName[] = [];
  const tables = yield* packetTableSteps(file);
  for (const block of file.blocks) {
    const { table } = block;
    if (!table || !DECIDING.has(table)) continue;
    const known = tables.find((one) => one.block === block);
    yield;
    if (!known) {
      if (!uncertain.includes(table)) uncertain.push(table);
      continue;
    }
    const found = yield* explainTable(file, block, known.reach);
    hooks.push(...found.filter((one) => table === 'filter' || decides(one)));
  }
  return { family: file.settings.family, hooks, uncertain };
}

function decides({ policy, rows }: HookTable): boolean {
  return policy === 'DROP' || !rows || rows.some(({ action }) => action !== 'accept');
}
