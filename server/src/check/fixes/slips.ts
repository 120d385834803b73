// Slips of notation: typographic characters, single quotes, blanks in lists, one dash for two, shell habits.

import { jumpBefore, quotedTexts, quoteEnd } from '../../ruleset/forgotten-words.ts';
import { isProgram } from '../../ruleset/odd-words.ts';
import {
  closedLists,
  doubleQuotes,
  longDashes,
  plainCharacters,
  type Repairer,
  secondCommand,
} from '../../ruleset/repairs.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { Eol } from '../../syntax/lines.ts';
import type { Finding } from '../finding.ts';
import { type Edit, type Fix, type Fixer, removeLine, replaceColumns, type TryingFixer } from '../fix.ts';
import { moveToTable } from './moves.ts';
import { ruleLine } from './rule-line.ts';
import { joinStrays } from './strays.ts';
import { wrongValueAt } from './wrong-value.ts';

/** Undoes every slip of one kind in the line; `safe`: nobody can have meant anything else. */
function undo(repairer: Repairer, title: string, safe = true): Fixer {
  return (file, { line }) => {
    const { reading, text } = ruleLine(file, line);
    const changes = repairer(reading, text)?.changes ?? [];
    const edits = changes.map(({ start, end, text: put }) => replaceColumns(line, start, end, put));
    return edits.length === 0 ? [] : [{ title, edits, preferred: true, safe }];
  };
}

export const writePlainCharacters = undo(plainCharacters, 'Write plain quotes, dashes and spaces');
export const writeDoubleQuotes = undo(doubleQuotes, 'Write double quotes');
const closeLists = undo(closedLists, 'Remove the spaces from the list');
export const doubleDash = undo(longDashes, 'Write two dashes');
export const quoteText = undo(quotedTexts, 'Put the words in quotes');

/** `ACCEPT` without its -j. */
export const writeJump: Fixer = (file, finding) => {
  const { reading, text } = ruleLine(file, finding.line);
  const put = jumpBefore(reading, text)?.changes[0]?.text ?? '-j';
  return undo(jumpBefore, `Write ${put}`, false)(file, finding);
};

/** Blanks in a list go; what takes no list becomes several rules, or multiport. */
export const joinList: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const word = rule.wordAt(finding.start);
  const name = wrongValueAt(rule, word)?.name;
  return name !== undefined && /^(?:[iop]|--[sd]port)$/.test(name)
    ? joinStrays(file, rule, word)
    : closeLists(file, finding);
};

/** `sudo iptables -A INPUT ...`: takes the words before the first option away. */
export const removeProgram: Fixer = (file, { line }) => {
  const rule = ruleLine(file, line);
  const { words } = rule.reading;
  let first = 0;
  while (first < words.length && isProgram(rule.word(first))) first++;
  if (first === 0 || first === words.length) return [];
  const program = rule.stretch(0, first - 1);
  return [{ title: `Remove ${rule.raw(program)}`, edits: [rule.without(program)], preferred: true, safe: true }];
};

/** `-t nat` or `-w` in a rule: takes it away, and moves the rule where another table is meant. */
export const removeOutsideOption: TryingFixer = (file, { line, start }, errorsOf) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const option = rule.option(word);
  const remove = rule.without(option);
  const bare = rule.edited([remove]);
  const wanted = /^(?:-t|--table)$/.test(rule.word(word)) ? rule.word(option.last) : undefined;
  const table = file.blockAt(line)?.table;
  const isHere = wanted === undefined || wanted === table;
  const fix: Fix = { title: `Remove ${rule.raw(option)}`, edits: [remove], preferred: isHere, safe: isHere };
  if (isHere) return [fix];
  const moves = moveToTable(errorsOf, file, line, wanted, bare);
  return [...moves.map((move): Fix => ({ ...move, safe: true })), fix];
};

/** Puts the second command of a line on a line of its own. */
export const splitCommands: Fixer = (file, { line, start }) => {
  const { reading, text } = ruleLine(file, line);
  const fixes = otherCase(text, line, start);
  const place = secondCommand(reading, text, start);
  if (!place) return fixes;
  const edits = [replaceColumns(line, place.cut, place.from, '\n')];
  return [{ title: 'Move the second command to its own line', edits, preferred: true, safe: true }, ...fixes];
};

/** `-P tcp` in a rule is no second command but -p in capitals. */
function otherCase(text: string, line: number, start: number): Fix[] {
  const letter = /^-([PDSI])(?=\s)/.exec(text.substring(start))?.[1]?.toLowerCase();
  if (letter === undefined) return [];
  return [{ title: `Change to -${letter}`, edits: [replaceColumns(line, start + 1, start + 2, letter)] }];
}

/** A `\` at the end: joins the lines that it was to join; takes it away where nothing follows that could be meant. */
export const joinLines: Fixer = (file, { line }) => {
  const edits: Edit[] = [];
  const title = isContinuation(file, line + 1) ? 'Write the rule on one line' : 'Remove the \\';
  for (let at = line; isContinued(file, at); at++) {
    const text = file.lines.line(at);
    const end = text.trimEnd().slice(0, -1).trimEnd().length;
    const next = file.lines.line(at + 1);
    if (!isContinuation(file, at + 1)) {
      edits.push(replaceColumns(at, end, text.length, ''));
      break;
    }
    const indent = next.length - next.trimStart().length;
    const range = { start: { line: at, character: end }, end: { line: at + 1, character: indent } };
    edits.push({ range, text: end === 0 ? '' : ' ' });
  }
  return edits.length === 0 ? [] : [{ title, edits, preferred: true, safe: true }];
};

/** The fix for whatever is wrong with a line that a line above was to be joined with; undefined where none was. */
export function joinFromAbove(file: RulesFile, finding: Finding<string>): readonly Fix[] | undefined {
  let line = finding.line;
  while (line > 0 && isContinued(file, line - 1) && isContinuation(file, line)) line--;
  return line === finding.line ? undefined : joinLines(file, { ...finding, line });
}

function isContinued(file: RulesFile, line: number): boolean {
  return /(^|\s)\\\s*$/.test(file.lines.line(line));
}

function isContinuation(file: RulesFile, line: number): boolean {
  const { kind } = file.entry(line);
  return kind === 'command' && !/^\s*(?:-[A-Z]\b|COMMIT\b)/.test(file.lines.line(line));
}

/** Files with more lines than this are mended line by line. */
const WHOLE_FILE_LINES = 2000;

/** CR LF becomes LF, in the whole file where it is small. */
export const endLinesWithLf: Fixer = (file, { line }) => {
  if (file.lineCount > WHOLE_FILE_LINES)
    return [{ title: 'End this line with LF', edits: [lineFeed(file, line)], preferred: true, safe: true }];
  const edits: Edit[] = [];
  for (let at = 0; at < file.lineCount; at++) if (file.lines.eol(at) === Eol.crlf) edits.push(lineFeed(file, at));
  return [{ title: 'End all lines with LF', edits, preferred: true, safe: true }];
};

function lineFeed(file: RulesFile, line: number): Edit {
  const start = { line, character: file.lines.line(line).length };
  return { range: { start, end: { line: line + 1, character: 0 } }, text: '\n' };
}

/** The NUL characters of a line go, and what stood behind the first counts again. */
export const removeNuls: Fixer = (file, { line }) => {
  const edits = [...file.lines.line(line).matchAll(/\0+/g)].map(({ 0: nuls, index }) =>
    replaceColumns(line, index, index + nuls.length, ''),
  );
  return [{ title: 'Remove the NUL character', edits, preferred: true }];
};

/** A quote that nothing closes: closes it before the next option, or at the end of the line. */
export const closeQuote: Fixer = (file, { line, start }) => {
  const text = file.lines.line(line);
  const quote = text.indexOf('"', start);
  if (quote < 0) return [];
  const at = quoteEnd(text, quote);
  if (at === quote + 1) return [];
  return [{ title: 'Close the quote', edits: [replaceColumns(line, at, at, '"')], preferred: true }];
};

/** A line that asks for what is not there, or is there already, goes. */
export const removeTheLine: Fixer = (_file, { line }) => [
  { title: 'Remove the line', edits: [removeLine(line)], preferred: true },
];
