// For people and for problem matchers: `path:line:column: severity: message [code]`, and the line with the mark under it.

import type { Severity } from '../../check/finding.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { plain, plainLine } from '../plain.ts';
import { type Format, MOST_SHOWN, type ReportedFinding, type Totals } from './format.ts';

/** Columns of a line that are shown; of a longer one a part around the mark. */
const WIDTH = 110;
const BEFORE_MARK = 40;

const COLOURS: Readonly<Record<Severity | 'dim' | 'bold', string>> = {
  error: '1;31',
  warning: '1;33',
  information: '1;34',
  hint: '1;36',
  dim: '2',
  bold: '1',
};

export const text: Format = {
  entries(result, { colours }) {
    const { findings, path, file } = result;
    // What cannot be read is told where errors of the program are told.
    if (!file) return [];
    const paint: Paint = (what, words) => (colours ? `\x1b[${COLOURS[what]}m${words}\x1b[0m` : words);
    const left = findings.length - MOST_SHOWN;
    const last = left > 0 ? `${plain(path)}: ${left} more findings are not shown.\n` : '';
    const shown = findings.slice(0, MOST_SHOWN).map((finding) => said(path, file, finding, paint));
    return [{ text: shown.join('') + last }];
  },
  output: () => ({ end: (totals) => `${summary(totals)}\n` }),
};

type Paint = (what: keyof typeof COLOURS, words: string) => string;

function said(path: string, file: RulesFile, finding: ReportedFinding, paint: Paint): string {
  const { line, start, end, severity, message, code } = finding;
  const place = paint('bold', `${plain(path)}:${line + 1}:${start + 1}:`);
  const head = `${place} ${paint(severity, `${severity}:`)} ${plain(message)} ${paint('dim', `[${code}]`)}\n`;
  const number = String(line + 1).padStart(5);
  const { shown, mark } = excerpt(file.lines.line(line), start, end);
  return `${head}${paint('dim', `${number} |`)} ${shown}\n${paint('dim', '      |')} ${paint(severity, mark)}\n`;
}

function summary({ error, warning, information, hint, files, fixes, known = 0, onlyErrors = false }: Totals): string {
  const others = information + hint;
  const notes = others > 0 ? `, ${plural(others, 'note')}` : '';
  const warnings = onlyErrors ? '' : `, ${plural(warning, 'warning')}${notes}`;
  const made = fixes === undefined ? '' : `, ${fixes === 1 ? '1 fix' : `${fixes} fixes`} made`;
  const aside = known > 0 ? `, ${plural(known, 'known finding')} kept aside` : '';
  return `${plural(error, 'error')}${warnings} in ${plural(files, 'file')}${made}${aside}`;
}

/** A line as a terminal may show it, and the mark that goes under it. */
export function excerpt(line: string, start: number, end: number): { readonly shown: string; readonly mark: string } {
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(start - BEFORE_MARK, line.length - WIDTH));
  const to = Math.min(line.length, from + WIDTH);
  const head = (from > 0 ? '...' : '') + plainLine(line.slice(from, start));
  const marked = plainLine(line.slice(start, Math.min(end, to)));
  const tail = plainLine(line.slice(Math.min(end, to), to)) + (to < line.length ? '...' : '');
  return { shown: head + marked + tail, mark: ' '.repeat(head.length) + '^'.repeat(Math.max(1, marked.length)) };
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
