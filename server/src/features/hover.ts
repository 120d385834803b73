// Hover: what the word under the mouse is, what it does here, what may stand in its place.

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { type Line, readLine } from '../syntax/line.ts';
import { maskPlaceholders, placeholderAt, UNKNOWN } from '../syntax/template.ts';
import { commandSpot } from './hover/command.ts';
import { decidedText } from './hover/decided.ts';
import { chainLineSpot, commitSpot, countersPage, tableSpot } from './hover/frame.ts';
import { placeholderSpot } from './hover/placeholder.ts';
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
  if (!file.settings.template) return lineSpot(file, index, column, readLine(text));
  const masked = maskPlaceholders(text);
  const line = readLine(masked);
  const placeholder = line.kind === 'comment' ? undefined : placeholderAt(text, column);
  if (placeholder) return placeholderSpot(text, placeholder.start, placeholder.end);
  const spot = lineSpot(file, index, column, line);
  // Beside a placeholder the rest of a word says nothing by itself.
  return spot && masked.slice(spot.start, spot.end).includes(UNKNOWN)
    ? placeholderSpot(text, spot.start, spot.end)
    : spot;
}

function lineSpot(file: RulesFile, index: number, column: number, line: Line): Spot | undefined {
  const text = file.lines.line(index);
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
      return commandSpot(file.rule(index), column, block, () => decidedText(file, index));
    }
    default:
      return undefined;
  }
}
