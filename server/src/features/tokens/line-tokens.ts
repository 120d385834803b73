// The tokens of lines of any kind.

import type { Command } from '../../ruleset/command.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import { type Piece, readLine } from '../../syntax/line.ts';
import type { TableName } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { BUILT_IN, DECLARATION, Kind } from './legend.ts';
import { RuleTokens } from './rule-tokens.ts';

/** Takes a token of a line. */
export type Put = (start: number, length: number, kind: number, modifiers: number) => void;

/** What was learnt of a file's rules. */
const known = new WeakMap<RulesFile, RuleTokens>();

function rulesOf(file: RulesFile): RuleTokens {
  const rules = known.get(file) ?? new RuleTokens();
  known.set(file, rules);
  return rules;
}

/** Puts the tokens of line `index` in their order; `block` is the table that it stands in. */
export function tellLine(file: RulesFile, index: number, block: TableBlock | undefined, put: Put): void {
  const entry = file.entry(index);
  const table = block?.table;
  const whole = (piece: Piece | undefined, kind: number, modifiers = 0) => {
    if (piece && piece.end > piece.start) put(piece.start, piece.end - piece.start, kind, modifiers);
  };
  const chain = (piece: Piece | undefined, modifiers: number) =>
    whole(piece, Kind.chain, modifiers | (piece && isBuiltin(table, piece.text) ? BUILT_IN : 0));
  switch (entry.kind) {
    case 'comment':
      put(0, file.lines.line(index).length, Kind.comment, 0);
      break;
    case 'table':
      whole(entry.name, Kind.table, DECLARATION);
      break;
    case 'commit':
      put(0, 'COMMIT'.length, Kind.command, 0);
      break;
    case 'chain':
      chain(entry.name, DECLARATION);
      if (entry.policy && isVerdict(entry.policy.text)) whole(entry.policy, Kind.verdict);
      whole(entry.counters, Kind.number);
      break;
    case 'command':
      tellCommand(file, index, entry, table, put);
  }
}

function tellCommand(file: RulesFile, index: number, command: Command, table: TableName | undefined, put: Put): void {
  const text = file.lines.line(index);
  const line = text.startsWith('[') ? readLine(text) : undefined;
  const counters = line?.kind === 'command' ? line.counters : undefined;
  if (counters) put(counters.start, counters.end - counters.start, Kind.number, 0);
  const from = line?.kind === 'command' ? line.from : 0;
  rulesOf(file).tell(file, index, command, from, (start, end, kind, modifiers, word) => {
    const isBuiltIn = kind === Kind.chain && isBuiltin(table, word);
    if (end > start) put(start, end - start, kind, isBuiltIn ? modifiers | BUILT_IN : modifiers);
  });
}
