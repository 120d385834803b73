// From places in lines to the protocol's ranges.

import type { Range } from 'vscode-languageserver-types';
import type { RulesFile } from '../../ruleset/rules-file.ts';

/** A part of one line, in columns. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export function rangeOf({ line, start, end }: Place): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** Whole lines, without the line break of the last. */
export function rangeOfLines(file: RulesFile, first: number, last = first): Range {
  return { start: { line: first, character: 0 }, end: { line: last, character: file.lines.line(last).length } };
}
