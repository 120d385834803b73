// Completion: what may stand at the cursor, given the words around it, the table and the chain.

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { readLine } from '../syntax/line.ts';
import { CHAIN_LIMIT, chainOffers, policyOffers } from './completion/chains.ts';
import { type Cursor, cursorAt } from './completion/cursor.ts';
import { COUNTERS, chainLineAt, lineOffers, tableOffers } from './completion/frame.ts';
import { matchOffers, targetOffers } from './completion/names.ts';
import { type Abilities, ALL_ABILITIES, type Offer, type Offers, toList } from './completion/offer.ts';
import { optionOffers, ruleCommandOffers } from './completion/options.ts';
import { snippetOffers } from './completion/snippets.ts';
import { valueOffers } from './completion/values.ts';

export { type Abilities, withDocumentation } from './completion/offer.ts';

/** The proposals at a place, the likeliest first; none in comments and texts. Looks at the lines around it alone. */
export function completionListOf(file: RulesFile, position: Position, abilities: Abilities): CompletionList {
  const found = offersIn(file, position);
  return found ? toList(found, abilities) : { isIncomplete: false, items: [] };
}

/** The same for a client that can show everything. */
export function completionsOf(file: RulesFile, position: Position): CompletionItem[] {
  return completionListOf(file, position, ALL_ABILITIES).items;
}

function offersIn(file: RulesFile, { line, character }: Position): Offers | undefined {
  const text = file.lines.line(line);
  const column = Math.min(character, text.length);
  const read = readLine(text);
  const block = file.blockAt(line);
  switch (read.kind) {
    case 'comment':
      return undefined;
    case 'blank':
    case 'commit':
      return lineBegin(file, line, text);
    case 'table': {
      const end = Math.max(read.name?.end ?? 1, 1);
      return column >= 1 && column <= end ? { offers: tableOffers(file), place: { line, start: 0, end } } : undefined;
    }
    case 'chain':
      return chainLineAt(read, line, column, block);
    default:
      return inCommand(file, line, column, read.from);
  }
}

/** Offers for a line that is empty, or has one word. */
function lineBegin(file: RulesFile, line: number, word: string): Offers {
  const block = file.blockAt(line);
  const offers = [...lineOffers(file, block, line, word.trim()), ...snippetOffers(file, block)];
  return { offers, place: { line, start: 0, end: word.length } };
}

function inCommand(file: RulesFile, line: number, column: number, from: number): Offers | undefined {
  const text = file.lines.line(line);
  // Counters that are not closed yet: the words behind them are none.
  if (column < from || from === text.length)
    return column === 1 ? { offers: [COUNTERS], place: { line, start: 0, end: from } } : undefined;
  const cursor = cursorAt(file, line, column, from);
  if (!cursor) return undefined;
  const { start, end, expected, word } = cursor;
  const place = { line, start, end };
  if (expected.kind === 'command') {
    if (from > 0 && cursor.rest.letter === undefined) return { offers: ruleCommandOffers(word, cursor.family), place };
    if (text.slice(end).trim() === '') return lineBegin(file, line, text);
  }
  if (expected.kind === 'value') {
    const { from: first, to, offers, incomplete } = valueOffers(cursor, expected);
    return { offers, place: { line, start: start + first, end: start + to }, incomplete };
  }
  const offers = offersAt(cursor);
  // More come with the first letters: options of what is not loaded yet, chains where there are very many.
  const isOption = expected.kind === 'option' || expected.kind === 'command';
  return { offers, place, incomplete: (isOption && word === '') || offers.length >= CHAIN_LIMIT };
}

function offersAt(cursor: Cursor): Offer[] {
  const { expected } = cursor;
  switch (expected.kind) {
    case 'command':
      return optionOffers(cursor, false);
    case 'option':
      return optionOffers(cursor, expected.negated);
    case 'match':
      return matchOffers(cursor);
    case 'target':
      return targetOffers(cursor, expected.goto);
    case 'policy':
      return policyOffers();
    case 'number':
      return [{ label: '1', kind: CompletionItemKind.Value, says: 'the first rule of the chain' }];
    case 'counters':
      return [{ label: '0 0', kind: CompletionItemKind.Value, says: 'packets and bytes so far' }];
    case 'chain': {
      const chains = chainOffers(cursor, expected.letter);
      return expected.optional ? [...chains, ...optionOffers(cursor, false)] : chains;
    }
    default:
      return [];
  }
}
