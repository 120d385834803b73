// Completion: what may stand at the cursor, given the words before it, the table and the chain.

import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { readLine } from '../syntax/line.ts';
import { type Cursor, cursorAt } from './completion/cursor.ts';
import { chainLineAt, lineOffers, tableOffers } from './completion/frame.ts';
import { chainOffers, matchOffers, policyOffers, targetOffers } from './completion/names.ts';
import { type Offer, type Place, toItems } from './completion/offer.ts';
import { optionOffers } from './completion/options.ts';
import { valueOffers } from './completion/values.ts';

/** The proposals at a place, the likeliest first; none in comments and texts. Looks at the lines around it alone. */
export function completionsOf(file: RulesFile, position: Position): CompletionItem[] {
  const { line, character } = position;
  const text = file.lines.line(line);
  const column = Math.min(character, text.length);
  const read = readLine(text);
  const block = file.blockAt(line);
  switch (read.kind) {
    case 'comment':
      return [];
    case 'blank':
    case 'commit':
      return toItems(lineOffers(file, block, text), { line, start: 0, end: text.length });
    case 'table': {
      const end = Math.max(read.name?.end ?? 1, 1);
      return column >= 1 && column <= end ? toItems(tableOffers(file), { line, start: 0, end }) : [];
    }
    case 'chain': {
      const found = chainLineAt(read, line, column, block);
      return found ? toItems(found.offers, found.place) : [];
    }
    default:
      return column < read.from ? [] : inCommand(file, line, column, read.from);
  }
}

function inCommand(file: RulesFile, line: number, column: number, from: number): CompletionItem[] {
  const cursor = cursorAt(file, line, column, from);
  if (!cursor) return [];
  const place: Place = { line, start: cursor.start, end: cursor.end };
  if (cursor.expected.kind === 'value') {
    const { from: first, to, offers } = valueOffers(cursor, cursor.expected.value);
    return toItems(offers, { line, start: cursor.start + first, end: cursor.start + to });
  }
  return toItems(offersAt(cursor, from), place);
}

function offersAt(cursor: Cursor, from: number): Offer[] {
  const { expected } = cursor;
  switch (expected.kind) {
    case 'command':
      return cursor.start === 0 && from === 0
        ? lineOffers(cursor.file, cursor.block, cursor.word)
        : optionOffers(cursor, false);
    case 'option':
      return optionOffers(cursor, expected.negated);
    case 'match':
      return matchOffers(cursor);
    case 'target':
      return targetOffers(cursor, expected.goto);
    case 'policy':
      return policyOffers();
    case 'chain': {
      const chains = chainOffers(cursor, expected.letter);
      return expected.optional ? [...chains, ...optionOffers(cursor, false)] : chains;
    }
    default:
      return [];
  }
}
