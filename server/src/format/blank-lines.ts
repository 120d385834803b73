// Blank lines: none too many in a row, and one between two tables.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { Eol } from '../syntax/lines.ts';

/** More of them in a row go. */
const MOST_IN_A_ROW = 2;
/** iptables-save ends a table with it. */
const CLOSING_REMARK = '# Completed on';

/** Whether line `index` is a blank line too many. The empty text behind the last line break is no line. */
export function isSurplus(file: RulesFile, index: number): boolean {
  for (let line = index; line >= index - MOST_IN_A_ROW; line--) if (!isBlank(file, line)) return false;
  return true;
}

function isBlank({ lines }: RulesFile, index: number): boolean {
  return index >= 0 && lines.line(index) === '' && lines.eol(index) === Eol.lf && !followsReturn(lines.eol(index - 1));
}

function followsReturn(before: Eol): boolean {
  return before === Eol.cr;
}

/**
 * Whether a blank line is to come before line `index`: the first behind a table where another follows with nothing
 * between them but remarks.
 */
export function wantsBlankBefore(file: RulesFile, index: number): boolean {
  if (index === 0 || file.lines.eol(index - 1) !== Eol.lf || !endsTable(file, index - 1)) return false;
  if (isClosingRemark(file, index)) return false;
  let line = index;
  while (line < file.lineCount && file.entry(line).kind === 'comment') line++;
  return file.entry(line).kind === 'table' && file.lines.line(line).startsWith('*');
}

/** The line with COMMIT, or the closing remark below it. */
function endsTable(file: RulesFile, index: number): boolean {
  const { kind } = file.entry(index);
  if (kind === 'commit') return true;
  return isClosingRemark(file, index) && index > 0 && file.entry(index - 1).kind === 'commit';
}

function isClosingRemark(file: RulesFile, index: number): boolean {
  return file.lines.line(index).startsWith(CLOSING_REMARK);
}
