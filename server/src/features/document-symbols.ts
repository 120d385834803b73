// Document symbols, for outlines and breadcrumbs: table, chain, rule; a rule by what it does, with the comment above it.

import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { rangeOfLines } from './navigation/ranges.ts';
import { type ChainOutline, outlineSteps, rulesShown, type TableOutline } from './symbols/outline.ts';
import { ruleTitle } from './symbols/rule-title.ts';

const READ_AT_ONCE = 25;
const MOST_LETTERS = 80;

/** A tree. A chain's range has none of another chain's lines, so rules may stand outside of it where chains alternate. */
export function* documentSymbolSteps(file: RulesFile): Steps<DocumentSymbol[]> {
  const tables = yield* outlineSteps(file);
  const shown = rulesShown(tables);
  yield;
  const symbols: DocumentSymbol[] = [];
  for (const table of tables) {
    const children: DocumentSymbol[] = [];
    for (const chain of table.chains) children.push(yield* chainSymbol(file, chain, shown));
    symbols.push(tableSymbol(file, table, children));
  }
  return symbols;
}

/** The same for clients that take no trees: every symbol with the name of what it is in. */
export function* flatSymbolSteps(file: RulesFile, uri: string): Steps<SymbolInformation[]> {
  const flat: SymbolInformation[] = [];
  const add = ({ name, kind, range, selectionRange, children }: DocumentSymbol, containerName: string): void => {
    const own = kind === SymbolKind.Function ? selectionRange : range;
    flat.push({ name, kind, location: { uri, range: own }, ...(containerName !== '' && { containerName }) });
    for (const child of children ?? []) add(child, name);
  };
  for (const symbol of yield* documentSymbolSteps(file)) add(symbol, '');
  return flat;
}

function tableSymbol(
  file: RulesFile,
  { block, name, chains }: TableOutline,
  children: DocumentSymbol[],
): DocumentSymbol {
  return {
    name,
    detail: rulesText(chains.reduce((sum, { rules }) => sum + rules.length, 0)),
    kind: SymbolKind.Namespace,
    range: rangeOfLines(file, block.firstLine, block.lastLine),
    selectionRange: rangeOfLines(file, block.firstLine),
    children,
  };
}

function* chainSymbol(file: RulesFile, outline: ChainOutline, shown: number): Steps<DocumentSymbol> {
  const { chain, rules, lines, line } = outline;
  const children: DocumentSymbol[] = [];
  for (const rule of rules.slice(0, shown)) {
    children.push(ruleSymbol(file, rule));
    if (children.length % READ_AT_ONCE === 0) yield;
  }
  const count = rulesText(rules.length);
  const counted = rules.length > shown ? `${count}, the first ${shown} here` : count;
  const { policy } = chain;
  return {
    name: chain.name,
    detail: policy === undefined || policy === '-' ? counted : `${policy} · ${counted}`,
    kind: SymbolKind.Function,
    range: rangeOfLines(file, lines.first, lines.last),
    selectionRange: rangeOfLines(file, line),
    children,
  };
}

function ruleSymbol(file: RulesFile, line: number): DocumentSymbol {
  const rule = file.rule(line);
  const remark = rule.options.find(({ name }) => name === '--comment')?.values[0]?.text.trim();
  const detail = headingAbove(file, line) ?? remark;
  const range = rangeOfLines(file, line);
  return { name: ruleTitle(rule), ...(detail && { detail }), kind: SymbolKind.Field, range, selectionRange: range };
}

/** The comment in the line above, or the first line of several. Of one that underlines or frames nothing is left. */
function headingAbove(file: RulesFile, line: number): string | undefined {
  let first = line;
  while (first > 0 && file.entry(first - 1).kind === 'comment') first--;
  for (let at = first; at < line; at++) {
    const text = file.lines.line(at).replace(/^[#\s=*-]+|[#\s=*-]+$/g, '');
    if (text !== '') return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  }
  return undefined;
}

function rulesText(count: number): string {
  return count === 1 ? '1 rule' : `${count} rules`;
}
