// Where comments mention a name: lines that begin with #, and the remarks of -m comment.

import type { TextEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { linesWith } from '../navigation/mentions.ts';
import { rangeOf } from '../navigation/ranges.ts';

/** Lines of settings for this file, which are no prose. */
const DIRECTIVE = /^#\s*iptables:/;
const LETTER = /[\p{L}\p{N}_-]/u;
const READ_AT_ONCE = 200;

/** The edits that put a new name in the place of whole words in a table's comments, or in the file's without a table. */
export function* commentEdits(
  file: RulesFile,
  block: TableBlock | undefined,
  name: string,
  newName: string,
): Steps<TextEdit[]> {
  const first = block?.firstLine ?? 0;
  const last = block?.lastLine ?? file.lineCount - 1;
  const edits: TextEdit[] = [];
  let count = 0;
  for (const line of yield* linesWith(file, name, first, last + 1)) {
    for (const { start, end } of remarksOf(file, line)) {
      for (const at of wordsIn(file.lines.line(line).slice(start, end), name)) {
        const range = rangeOf({ line, start: start + at, end: start + at + name.length });
        edits.push({ range, newText: newName });
      }
    }
    if (++count % READ_AT_ONCE === 0) yield;
  }
  return edits;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The parts of a line that are prose. */
function remarksOf(file: RulesFile, line: number): readonly Span[] {
  const text = file.lines.line(line);
  const { kind } = file.entry(line);
  if (kind === 'comment') return text.startsWith('#') && !DIRECTIVE.test(text) ? [{ start: 1, end: text.length }] : [];
  if (kind !== 'command' || !text.includes('--comment')) return [];
  return file.rule(line).options.flatMap(({ name, values }) => (name === '--comment' ? values : []));
}

/** Where a name stands as a word of its own. */
function wordsIn(text: string, name: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isWhole = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + name.length));
    if (isWhole) found.push(at);
  }
  return found;
}
