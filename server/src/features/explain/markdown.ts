// An explanation as Markdown: a table for each thing that a hook does with packets.

import type { Explanation } from './explanation.ts';
import { COLUMNS, cellsOf, notesOf, sectionsOf } from './rows.ts';

export function explanationMarkdown(explanation: Explanation, name: string): string {
  const sections = sectionsOf(explanation).map(({ title, rest, groups, note }) => {
    const tables = groups.map(({ action, rows }) => `It ${action}:\n\n${tableOf(rows.map(cellsOf))}`);
    return [`## ${title}`, ...(note ? [note] : []), ...tables, rest].join('\n\n');
  });
  return `${[`# What ${name} lets in and out`, ...sections, ...notesOf(explanation)].join('\n\n')}\n`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const used = COLUMNS.map((_, at) => rows.some((cells) => cells[at] !== ''));
  const line = (cells: readonly string[]) =>
    `| ${cells.flatMap((cell, at) => (used[at] ? [cell.replaceAll('|', '\\|') || '·'] : [])).join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
}
