// An explanation for a terminal: columns of blanks, those that are empty left out.

import type { Explanation } from './explanation.ts';
import { COLUMNS, cellsOf, notesOf, sectionsOf } from './rows.ts';

export function explanationText(explanation: Explanation): string {
  const parts = sectionsOf(explanation).map(({ title, rest, groups, note }) => {
    const tables = groups.flatMap(({ action, rows }) => [`  ${action}`, ...columnsOf(rows.map(cellsOf))]);
    return [title, ...(note ? [`  ${note}`] : []), ...tables, `  ${rest}`].join('\n');
  });
  const all = [...parts, ...notesOf(explanation)];
  return all.length === 0 ? 'The file has no table that decides which packets pass.\n' : `${all.join('\n\n')}\n`;
}

function columnsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const used = COLUMNS.map((_, at) => rows.some((cells) => cells[at] !== ''));
  const lines = [COLUMNS.map(String), ...rows];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  return lines.map((cells) => {
    const shown = cells.flatMap((cell, at) => (used[at] ? [(cell || '').padEnd(widths[at] ?? 0)] : []));
    return `    ${shown.join('  ')}`.trimEnd();
  });
}
