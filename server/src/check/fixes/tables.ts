// Tables, chain lines, COMMIT, and lines that stand outside of every table.

import { isProgram } from '../../ruleset/odd-words.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import { isTableName } from '../../vocabulary/tables.ts';
import { type Edit, type Fix, type Fixer, insertLines, removeLine, replaceColumns } from '../fix.ts';

/** Puts the missing COMMIT behind the table's last line that says something. */
export const addCommit: Fixer = (file, { line }) => {
  const block = file.blocks.find(
    (one, i) => one.commitLine < 0 && (i === file.blocks.length - 1 || file.blocks[i + 1]?.firstLine === line),
  );
  if (!block) return [];
  const edits = [insertLines(file, lastSpoken(file, block) + 1, ['COMMIT'])];
  return [{ title: 'Add COMMIT', edits, preferred: true, safe: true }];
};

/** The last line of a table that is neither blank nor a comment. */
function lastSpoken(file: RulesFile, block: TableBlock): number {
  for (let line = block.lastLine; line > block.firstLine; line--) {
    const { kind } = file.entry(line);
    if (kind !== 'blank' && kind !== 'comment') return line;
  }
  return block.firstLine;
}

export const addFinalNewline: Fixer = (file, { line }) => {
  const end = file.lines.line(line).length;
  const edits = [replaceColumns(line, end, end, '\n')];
  return [{ title: 'Add a line break at the end', edits, preferred: true, safe: true }];
};

/** COMMIT alone on its line, a comment behind it on a line of its own above. */
export const bareCommit: Fixer = (file, { line }) => {
  const text = file.lines.line(line);
  const comment = text.indexOf('#');
  const above = comment < 0 ? '' : `${text.substring(comment).trimEnd()}\n`;
  const edits: Edit[] = [replaceColumns(line, 0, text.length, `${above}COMMIT`)];
  return [{ title: 'Leave only COMMIT on the line', edits, preferred: true, safe: true }];
};

/** The mark that some editors put before the first character. */
export const removeByteOrderMark: Fixer = (_file, { line }) => [
  { title: 'Remove the byte order mark', edits: [replaceColumns(line, 0, 1, '')], preferred: true, safe: true },
];

/** A line outside of every table: a COMMIT too many goes, anything else goes into the table beside it. */
export const takeIntoTable: Fixer = (file, { line }) => {
  const text = file.lines.line(line);
  if (/^\s*COMMIT\s*$/i.test(text)) return spareCommit(file, line);
  const header = headerFor(text, line);
  if (header.length > 0) return header;
  const isProgramLine = isProgram(text.trimStart().split(/\s/)[0] ?? '');
  if (!isProgramLine && !/^\s*(?::|-[A-Z]\b|\[\d+:\d+\]\s*-A)/.test(text)) return [];
  const above = file.blocks.findLast((block) => block.firstLine < line);
  const below = file.blocks.find((block) => block.firstLine > line);
  const block = above ?? below;
  if (!block) return wrap(file, line);
  const at = text.startsWith(':')
    ? Math.max(block.lastChainLine, block.firstLine) + 1
    : block === above && block.commitLine >= 0
      ? block.commitLine
      : Math.max(block.lastChainLine, block.firstLine) + 1;
  const edits = [insertLines(file, at, [text]), removeLine(line)];
  const name = block.header.name?.text ?? '';
  return [{ title: `Move the line into the table ${name}`, edits, preferred: true }];
};

/** A COMMIT outside of a table: the second of the table above, or the end of lines that lack their table. */
function spareCommit(file: RulesFile, line: number): readonly Fix[] {
  const above = file.blocks.findLast((block) => block.firstLine < line);
  if (above && above.commitLine >= 0 && file.strays.every((stray) => stray <= above.commitLine || stray >= line))
    return [{ title: 'Remove the second COMMIT', edits: [removeLine(line)], preferred: true, safe: true }];
  if (!above && file.strays.includes(line - 1)) return wrap(file, line - 1);
  return [{ title: 'Remove this COMMIT', edits: [removeLine(line)], preferred: true }];
}

/** ` *filter` and `filter` for `*filter`. */
function headerFor(text: string, line: number): readonly Fix[] {
  const [, blanks = '', star, name = ''] = /^(\s*)(\*?)\s*(\w+)\s*$/.exec(text) ?? [];
  if (!isTableName(name)) return [];
  const edits = [replaceColumns(line, 0, blanks.length, star === '*' ? '' : '*')];
  const title = star === '*' ? 'Move it to the first column' : 'Add * before it';
  return [{ title, edits, preferred: true, safe: star === '*' }];
}

/** A file without any table: the lines around this one are meant for filter. */
function wrap(file: RulesFile, line: number): ReturnType<Fixer> {
  const strays = new Set(file.strays);
  const isPart = (at: number) => strays.has(at) && !/^\s*COMMIT\s*$/.test(file.lines.line(at));
  let first = line;
  let last = line;
  while (isPart(first - 1)) first--;
  while (isPart(last + 1)) last++;
  const hasCommit = /^COMMIT$/.test(file.lines.line(last + 1));
  const edits = [insertLines(file, first, ['*filter'])];
  if (!hasCommit) edits.push(insertLines(file, last + 1, ['COMMIT']));
  return [{ title: 'Move the lines into the table filter', edits, preferred: true }];
}

/** `:INPUT` without a policy. */
export const addPolicy: Fixer = (file, { line, end }) => {
  const entry = file.entry(line);
  const name = entry.kind === 'chain' ? entry.name?.text : undefined;
  if (name === undefined) return [];
  const policies = isBuiltin(file.blockAt(line)?.table, name) ? ['ACCEPT', 'DROP'] : ['-'];
  return policies.map((policy, i) => ({
    title: `Add the policy ${policy}`,
    edits: [replaceColumns(line, end, end, ` ${policy} [0:0]`)],
    preferred: i === 0,
  }));
};

/** Counters that are no numbers: without them where they stand before a rule, zero behind a policy. */
export const mendCounters: Fixer = (file, { line, start, end }) => {
  const entry = file.entry(line);
  if (entry.kind === 'chain')
    return [
      {
        title: 'Set the counters to zero',
        edits: [replaceColumns(line, start, end, '[0:0]')],
        preferred: true,
        safe: true,
      },
    ];
  const text = file.lines.line(line);
  if (start > 0) return [];
  const rule = /^\[[^\]\s]*\]?[^-]*(?=-)/.exec(text)?.[0];
  if (rule === undefined) return [];
  const edits = [replaceColumns(line, 0, rule.length, '')];
  return [{ title: 'Remove the counters', edits, preferred: true, safe: true }];
};
