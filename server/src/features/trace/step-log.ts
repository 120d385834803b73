// Takes the steps of a trace down for an editor: each with a text, its depth, and its line.

import type { Unknown } from '../../analysis/trace/facts.ts';
import type { Flow } from '../../analysis/trace/flow.ts';
import type { TraceLog } from '../../analysis/trace/log.ts';
import type { Prepared } from '../../analysis/trace/prepared.ts';
import { unknownWords } from '../../analysis/trace/sentences.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';
import type { TraceStep, TraceStepKind } from './protocol.ts';

const HOOK = 0;
const TABLE = 1;
const CHAIN = 2;
const RULE = 3;
/** Nobody reads more steps than this; those that come later are counted. */
const MOST_STEPS = 5000;

export class StepLog implements TraceLog {
  private readonly file: RulesFile;
  private readonly taken: TraceStep[] = [];
  private left = 0;
  private block: TableBlock | undefined;
  private depth = HOOK;

  constructor(file: RulesFile) {
    this.file = file;
  }

  get steps(): readonly TraceStep[] {
    if (this.left === 0) return this.taken;
    return [...this.taken, { kind: 'note', depth: HOOK, text: `${this.left} more steps are not shown` }];
  }

  hook(hook: Hook, { input, output }: Flow): void {
    const names = [input && `in by ${input}`, output && `out by ${output}`].filter(Boolean);
    this.take('hook', HOOK, names.length > 0 ? `${hook} (${names.join(', ')})` : hook);
    this.depth = TABLE;
  }

  table(table: TableName): void {
    // Of a table that stands twice the second takes the place of the first.
    this.block = this.file.blocks.filter((block) => block.table === table).at(-1);
    this.take('table', TABLE, `table ${table}`, this.block?.firstLine);
  }

  chain(name: string): void {
    const chain = this.block?.chains.get(name);
    this.take('chain', CHAIN, `chain ${name}`, chain?.declarations[0] ?? chain?.makers[0]);
    this.depth = RULE;
  }

  passed(rules: readonly Prepared[]): void {
    const spans: [number, number][] = [];
    for (const { place } of rules) {
      const line = place.line - 1;
      const last = spans.at(-1);
      if (last && (line === last[1] || line === last[1] + 1)) last[1] = line;
      else spans.push([line, line]);
    }
    const text = rules.length === 1 ? '1 rule does not match' : `${rules.length} rules do not match`;
    this.take('passed', RULE, text, spans[0]?.[0], { lines: spans });
  }

  rule({ place }: Prepared, unknown: readonly Unknown[]): void {
    const line = place.line - 1;
    const words = this.file.lines.line(line).trim();
    if (unknown.length === 0) this.take('matches', RULE, words, line);
    else this.take('depends', RULE, words, line, { detail: `depends on ${unknownWords(unknown)}` });
  }

  changed(what: string): void {
    this.take('changed', this.depth, what);
  }

  policy(chain: string, policy: string): void {
    const found = this.block?.chains.get(chain);
    const written = found?.policyLine ?? -1;
    this.take('policy', RULE, `policy of ${chain}: ${policy}`, written < 0 ? undefined : written);
  }

  note(sentence: string): void {
    this.take('note', TABLE, sentence);
    this.depth = TABLE;
  }

  private take(
    kind: TraceStepKind,
    depth: number,
    text: string,
    line?: number,
    more?: Pick<TraceStep, 'detail' | 'lines'>,
  ): void {
    if (this.taken.length >= MOST_STEPS) {
      this.left++;
      return;
    }
    this.taken.push({ kind, depth, text, ...(line !== undefined && { line }), ...more });
  }
}
