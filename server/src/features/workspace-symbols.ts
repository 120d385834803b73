// Workspace symbols: the tables and chains of all rules files at hand, by a few letters of their names.

import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { rangeOfLines } from './navigation/ranges.ts';
import type { NamedLine } from './symbols/names-in-text.ts';
import { outlineSteps } from './symbols/outline.ts';

/** Nobody reads more than this; more letters bring the rest. */
export const MOST_SYMBOLS = 1000;
const ASKED_AT_ONCE = 1000;

/** Chains and tables of one file whose names have the letters of the query in this order, whatever their case. */
export function* workspaceSymbolSteps(file: RulesFile, uri: string, query: string): Steps<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  const wanted = query.toLowerCase();
  let count = 0;
  for (const { block, name: table, chains } of yield* outlineSteps(file)) {
    if (hasLetters(table, wanted)) {
      const location = { uri, range: rangeOfLines(file, block.firstLine) };
      found.push({ name: table, kind: SymbolKind.Namespace, location });
    }
    for (const { chain, line } of chains) {
      if (hasLetters(chain.name, wanted)) {
        const at = chain.declarations[0] ?? line;
        const location = { uri, range: rangeOfLines(file, at) };
        found.push({ name: chain.name, kind: SymbolKind.Function, location, containerName: table });
      }
      if (found.length >= MOST_SYMBOLS) return found;
      if (++count % ASKED_AT_ONCE === 0) yield;
    }
  }
  return found;
}

/** The same of a file that is not open, whose names are known: no more than `most`. */
export function symbolsNamed(
  names: readonly NamedLine[],
  uri: string,
  query: string,
  most: number,
): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const wanted = query.toLowerCase();
  for (const { name, table, line, length } of names) {
    if (found.length >= most) break;
    if (!hasLetters(name, wanted)) continue;
    const location = { uri, range: { start: { line, character: 0 }, end: { line, character: length } } };
    if (table === undefined) found.push({ name, kind: SymbolKind.Namespace, location });
    else found.push({ name, kind: SymbolKind.Function, location, containerName: table });
  }
  return found;
}

/** True where the letters of `wanted` stand in a name in their order; all names have those of an empty one. */
function hasLetters(name: string, wanted: string): boolean {
  const lower = name.toLowerCase();
  let from = 0;
  for (const letter of wanted) {
    const at = lower.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
