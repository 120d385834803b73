// Hover: what the word under the mouse is, what it does here, what may stand in its place.

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { readLine } from '../syntax/line.ts';
import { commandSpot } from './hover/command.ts';
import { chainLineSpot, commitSpot, countersPage, tableSpot } from './hover/frame.ts';
import type { Spot } from './hover/spot.ts';

/** The hover at a place; null for blanks, comments and what nothing is known of. Reads that line and no other. */
export function hoverOf(file: RulesFile, position: Position): Hover | null {
  const { line, character } = position;
  const spot = spotAt(file, line, character);
  if (!spot || spot.text === '') return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: spot.text },
    range: { start: { line, character: spot.start }, end: { line, character: spot.end } },
  };
}

function spotAt(file: RulesFile, index: number, column: number): Spot | undefined {
  const text = file.lines.line(index);
  const line = readLine(text);
  const block = file.blockAt(index);
  switch (line.kind) {
    case 'table':
      return column <= (line.name?.end ?? text.length) ? tableSpot(line, text.length) : undefined;
    case 'chain':
      return chainLineSpot(line, column, block);
    case 'commit':
      return commitSpot(block);
    case 'command': {
      const { counters } = line;
      if (counters && column <= counters.end)
        return { start: counters.start, end: counters.end, text: countersPage(counters.text, 'rule') };
      return commandSpot(file.rule(index), column, block);
    }
    default:
      return undefined;
  }
}
