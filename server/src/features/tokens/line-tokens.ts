// The tokens of lines of any kind.

import type { Command } from '../../ruleset/command.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import { type Piece, readLine } from '../../syntax/line.ts';
import type { TableName } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { BUILT_IN, DECLARATION, Kind } from './legend.ts';
import { RuleTokens } from './rule-tokens.ts';
import type { TokenList } from './token-list.ts';

/** What was learnt of a file's rules. */
const known = new WeakMap<RulesFile, RuleTokens>();

function rulesOf(file: RulesFile): RuleTokens {
  const rules = known.get(file) ?? new RuleTokens();
  known.set(file, rules);
  return rules;
}

/** Adds the tokens of line `index` to a list in their order; `block` is the table that it stands in. */
export function tellLine(file: RulesFile, index: number, block: TableBlock | undefined, list: TokenList): void {
  list.line = index;
  const entry = file.entry(index);
  const table = block?.table;
  const whole = (piece: Piece | undefined, kind: number, modifiers = 0) => {
    if (piece && piece.end > piece.start) list.add(piece.start, piece.end - piece.start, kind, modifiers);
  };
  const chain = (piece: Piece | undefined, modifiers: number) =>
    whole(piece, Kind.chain, modifiers | (piece && isBuiltin(table, piece.text) ? BUILT_IN : 0));
  switch (entry.kind) {
    case 'comment':
      list.add(0, file.lines.line(index).length, Kind.comment, 0);
      break;
    case 'table':
      whole(entry.name, Kind.table, DECLARATION);
      break;
    case 'commit':
      list.add(0, 'COMMIT'.length, Kind.command, 0);
      break;
    case 'chain':
      chain(entry.name, DECLARATION);
      if (entry.policy && isVerdict(entry.policy.text)) whole(entry.policy, Kind.verdict);
      whole(entry.counters, Kind.number);
      break;
    case 'command':
      tellCommand(file, index, entry, table, list);
  }
}

function tellCommand(
  file: RulesFile,
  index: number,
  command: Command,
  table: TableName | undefined,
  list: TokenList,
): void {
  const text = file.lines.line(index);
  const line = text.startsWith('[') ? readLine(text) : undefined;
  const counters = line?.kind === 'command' ? line.counters : undefined;
  if (counters) list.add(counters.start, counters.end - counters.start, Kind.number, 0);
  rulesOf(file).tell(file, index, command, line?.kind === 'command' ? line.from : 0, table, list);
}
