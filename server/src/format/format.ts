// Formats a rules file, or some of its lines: never what it means, and never a line that a loader refuses.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { alignedTexts } from './align.ts';
import { isSurplus, wantsBlankBefore } from './blank-lines.ts';
import { LineForms } from './line-forms.ts';
import type { FormatEdit, FormatOptions, LineRange } from './options.ts';

/** Formatting in steps of about a millisecond; between two of them the file must not change. */
export type FormatSteps = Generator<undefined, FormatEdit[], undefined>;

/** Lines a step. */
const STEP = 128;
/** So many rules in a row share columns. */
const MOST_ALIGNED = 256;

/**
 * The edits that bring the lines of a range into form, at most one for each line and one for each run of blank lines.
 * They touch no line outside of the range; one that reaches past the file's end ends with the file.
 */
export function* formatSteps(file: RulesFile, options: FormatOptions, range: LineRange): FormatSteps {
  const first = Math.max(0, range.first);
  const last = Math.min(range.last, file.lineCount - 1);
  const texts = options.align ? alignedLines(file, options) : plainTexts(file, options);
  const edits: FormatEdit[] = [];
  for (let line = first; line <= last; line++) {
    if ((line - first) % STEP === 0) yield;
    const text = texts(line);
    if (isSurplus(file, line)) {
      line = addRemoval(file, edits, line, last);
      continue;
    }
    const before = file.lines.line(line);
    const after = isLastToEnd(file, line) ? `${text}\n` : text;
    if (!wantsBlankBefore(file, line)) addChange(edits, line, before, after);
    else addInsertion(edits, line, before, after);
  }
  return edits;
}

/** The edits of one line alone, as while somebody types: no blank lines come or go. */
export function formatLine(file: RulesFile, options: FormatOptions, line: number): FormatEdit[] {
  const edits: FormatEdit[] = [];
  if (line < 0 || line >= file.lineCount) return edits;
  const texts = options.align ? alignedLines(file, options) : plainTexts(file, options);
  addChange(edits, line, file.lines.line(line), texts(line));
  return edits;
}

type Texts = (line: number) => string;

/** Whether lines are in a table, asked from top to bottom. */
function tables({ blocks }: RulesFile): (line: number) => boolean {
  let at = 0;
  return (line) => {
    while (at < blocks.length && (blocks[at]?.lastLine ?? 0) < line) at++;
    return (blocks[at]?.firstLine ?? Infinity) <= line;
  };
}

function plainTexts(file: RulesFile, options: FormatOptions): Texts {
  const forms = new LineForms(file, options);
  const inTable = tables(file);
  return (line) => forms.of(line, inTable(line)).text;
}

/** Rules share columns with those around them, also where these are outside of the range. */
function alignedLines(file: RulesFile, options: FormatOptions): Texts {
  const forms = new LineForms(file, options);
  const inTable = tables(file);
  let from = 0;
  let texts: readonly string[] = [];
  return (line) => {
    if (line < from || line >= from + texts.length) {
      const goesOn = texts.length === MOST_ALIGNED && line === from + texts.length;
      from = goesOn ? line : stretchStart(file, line);
      const to = stretchEnd(file, from);
      texts = alignedTexts(Array.from({ length: to - from }, (_, i) => forms.of(from + i, inTable(from + i))));
    }
    return texts[line - from] ?? file.lines.line(line);
  };
}

/** The first of the lines that share columns with a line. */
function stretchStart(file: RulesFile, line: number): number {
  let first = line;
  while (first > 0 && isCommand(file, first - 1) && isCommand(file, first)) first--;
  return line - ((line - first) % MOST_ALIGNED);
}

/** The line behind the last of the lines that share columns with the first. */
function stretchEnd(file: RulesFile, first: number): number {
  let end = first + 1;
  while (end < file.lineCount && end - first < MOST_ALIGNED && isCommand(file, end - 1) && isCommand(file, end)) end++;
  return end;
}

function isCommand(file: RulesFile, line: number): boolean {
  return file.entry(line).kind === 'command';
}

/** Takes blank lines out, from the first that is too many to the last of them in the range, which it answers. */
function addRemoval(file: RulesFile, edits: FormatEdit[], first: number, last: number): number {
  let line = first;
  while (line < last && isSurplus(file, line + 1)) line++;
  edits.push({ range: { start: { line: first, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' });
  return line;
}

/** Puts a blank line in front of a line that changes as well, maybe. */
function addInsertion(edits: FormatEdit[], line: number, before: string, after: string): void {
  const position = { line, character: 0 };
  const changes: FormatEdit[] = [];
  addChange(changes, line, before, after);
  const [change] = changes;
  if (change?.range.start.character === 0) edits.push({ range: change.range, text: `\n${change.text}` });
  else edits.push({ range: { start: position, end: position }, text: '\n' }, ...changes);
}

/** The file's last line, which gets a line break: iptables-legacy reads no COMMIT without one. */
function isLastToEnd(file: RulesFile, line: number): boolean {
  if (line < file.lineCount - 1 || file.lines.line(line) === '') return false;
  const entry = file.entry(line);
  return entry.kind !== 'command' || entry.faults.length === 0;
}

/** The smallest change that turns a line into a text. */
function addChange(edits: FormatEdit[], line: number, before: string, text: string): void {
  if (before === text) return;
  let start = 0;
  while (start < before.length && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  if (isHighHalf(before.charCodeAt(start - 1))) start--;
  let end = 0;
  const most = Math.min(before.length, text.length) - start;
  while (end < most && before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++;
  if (end > 0 && isLowHalf(before.charCodeAt(before.length - end))) end--;
  edits.push({
    range: { start: { line, character: start }, end: { line, character: before.length - end } },
    text: text.slice(start, text.length - end),
  });
}

/** An edit does not part the two halves of a character. */
function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
