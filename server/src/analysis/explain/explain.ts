// What a firewall lets in and out: for each hook of its tables the packets that are accepted, rejected, dropped and logged.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Family, TableName } from '../../vocabulary/schema.ts';
import { isRepeatable } from '../literal.ts';
import { packetsOf } from '../reach/hooks.ts';
import type { Step } from '../reach/step.ts';
import type { TableReach } from '../reach/table-reach.ts';
import { conditionsOf } from '../rule-conditions.ts';
import { fateOf } from '../verdict.ts';
import { type BoxWords, boxWords } from './box-words.ts';
import { type Met, metFrom } from './ways.ts';

export type Action = 'accept' | 'drop' | 'reject' | 'queue' | 'log' | 'unknown';

/** Packets that one or more rules treat alike. */
export interface Row extends BoxWords {
  readonly action: Action;
  /** What else must hold that the file does not tell: `limit`, `in set office`. */
  readonly dependsOn: readonly string[];
  /** Packets among them that earlier rules treat otherwise. */
  readonly except: readonly Exception[];
  /** Lines of the rules, counted from 1. */
  readonly lines: readonly number[];
}

export interface Exception {
  readonly action: Action | 'return';
  readonly words: string;
  readonly line: number;
}

/** A built-in chain. */
export interface HookTable {
  readonly table: TableName;
  readonly hook: string;
  /** What becomes of packets that no row takes. */
  readonly policy: string;
  /** Missing: too many rules meet there to list them. */
  readonly rows?: readonly Row[];
}

/** The hooks of a table; a chain without rules is one row shorter than its policy. */
export function* explainTable(file: RulesFile, block: TableBlock, reach: TableReach): Steps<readonly HookTable[]> {
  const tables: HookTable[] = [];
  const { table } = block;
  if (!table) return tables;
  for (const hook of block.builtins) {
    const chain = reach.chain(hook);
    const policy = block.chains.get(hook)?.policy ?? 'ACCEPT';
    if (!chain) continue;
    const met = metFrom(chain, packetsOf(hook, reach.family), (name) => reach.chain(name));
    yield;
    if (!met) {
      tables.push({ table, hook, policy });
      continue;
    }
    const rows: Row[] = [];
    for (const one of met) {
      const action = actionOf(one.step);
      if (action === undefined || isDead(reach, one)) continue;
      rows.push(...rowsOf(file, reach.family, one, action));
      yield;
    }
    tables.push({ table, hook, policy, rows: merged(rows) });
  }
  return tables;
}

function isDead(reach: TableReach, { chain, step }: Met): boolean {
  const { kind } = reach.fateOf(chain, step);
  return kind !== 'live' && kind !== 'unknown';
}

/** Undefined for rules that only lead elsewhere, count or change. */
function actionOf({ verdict }: Step): Action | undefined {
  if (verdict.kind === 'unknown') return 'unknown';
  if (verdict.kind === 'continue') return verdict.logs ? 'log' : undefined;
  return fateOf(verdict);
}

function rowsOf(file: RulesFile, family: Family, met: Met, action: Action): Row[] {
  const dependsOn = [...new Set([...met.callers, met.step].flatMap((step) => openIn(file, step)))];
  const except = met.stops.flatMap(({ step, boxes }): Exception[] => {
    const other = step.way === 'ends' ? (fateOf(step.verdict) ?? 'unknown') : 'return';
    // What is accepted before is accepted all the same.
    if (other === action) return [];
    const words = [...new Set(boxes.map((box) => sentence(boxWords(box, family))))].join(' or ');
    const open = openIn(file, step);
    return [
      {
        action: other,
        words: open.length === 0 ? words : `${words}, depending on ${open.join(' and ')}`,
        line: step.line + 1,
      },
    ];
  });
  return met.boxes.map((box) => ({ action, ...boxWords(box, family), dependsOn, except, lines: [met.step.line + 1] }));
}

/** What a rule asks that answers anew each time. */
function openIn(file: RulesFile, step: Step): readonly string[] {
  if (step.isSure) return [];
  const names = conditionsOf(file.rule(step.line)).boxes.flatMap(({ literals }) =>
    literals.flatMap((literal) =>
      isRepeatable(literal) ? [] : [literal.match === '' ? 'what cannot be read' : literal.match],
    ),
  );
  return [...new Set(names)];
}

/** A box in one line. */
export function sentence({ service, from, to, input, output, state, others }: BoxWords): string {
  return [
    service,
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(input === undefined ? [] : [`in by ${input}`]),
    ...(output === undefined ? [] : [`out by ${output}`]),
    ...(state === undefined ? [] : [state]),
    ...others,
  ].join(' ');
}

/** Rows that differ in one column only, each of its values once, become one. */
function merged(rows: readonly Row[]): readonly Row[] {
  return join(join(rows, 'service'), 'from');
}

function join(rows: readonly Row[], column: 'service' | 'from'): readonly Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const { lines, [column]: value, ...rest } = row;
    const key = value === undefined ? `${found.size}` : JSON.stringify(rest);
    const known = found.get(key);
    if (!known) found.set(key, row);
    else {
      const values = `${known[column] ?? ''}`.split('; ');
      const all = value === undefined || values.includes(value) ? values : [...values, value];
      found.set(key, {
        ...known,
        [column]: all.join('; '),
        lines: [...new Set([...known.lines, ...lines])].sort((a, b) => a - b),
      });
    }
  }
  return [...found.values()];
}
