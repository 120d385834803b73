// Code lenses: over each chain what there is to know of it before reading its rules.

import type { CodeLens } from 'vscode-languageserver-types';
import { hooksOf } from '../ruleset/places.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { Chain, TableBlock } from '../ruleset/table-block.ts';
import { openedText } from './opened.ts';

/** The client's command that shows the places where a chain is jumped to. */
export const SHOW_REFERENCES = 'iptables.showReferences';
/** The client's command that says whether an address still gets in. */
export const LOCKED_OUT = 'iptables.lockedOut';
/** More places than this nobody looks through. */
const MOST_PLACES = 1000;
const CHAINS_A_STEP = 500;

/** A lens over the line that makes each chain. What it says is found when an editor shows it. */
export function* codeLensSteps(file: RulesFile, uri: string, commands: ReadonlySet<string>): Steps<CodeLens[]> {
  const lenses: CodeLens[] = [];
  for (const block of file.blocks) {
    if (!block.table) continue;
    let count = 0;
    for (const chain of block.chains.values()) {
      if (++count % CHAINS_A_STEP === 0) yield;
      const line = chain.declarations[0] ?? chain.makers[0];
      if (line === undefined) continue;
      lenses.push({ range: wholeLine(file, line), data: { uri, name: chain.name } });
      if (mayLockOut(block, chain) && commands.has(LOCKED_OUT)) {
        const command = { title: 'Am I locked out?', command: LOCKED_OUT, arguments: [{ uri }] };
        lenses.push({ range: wholeLine(file, line), command });
      }
    }
  }
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

function mayLockOut({ table }: TableBlock, { name, policy }: Chain): boolean {
  return table === 'filter' && name === 'INPUT' && policy === 'DROP';
}

/** The lens with what it says; of a chain that is gone meanwhile it says nothing. */
export function resolveLens(file: RulesFile, lens: CodeLens, of: LensOf, commands: ReadonlySet<string>): CodeLens {
  const { start } = lens.range;
  const block = file.blockAt(start.line);
  const chain = block?.chains.get(of.name);
  if (!block || !chain) return { ...lens, command: { title: '', command: '' } };
  const title = titleOf(file, block, chain);
  if (chain.jumps.length === 0 || !commands.has(SHOW_REFERENCES)) return { ...lens, command: { title, command: '' } };
  const locations = chain.jumps.slice(0, MOST_PLACES).map((jump) => ({ uri: of.uri, range: wordOf(file, jump) }));
  return { ...lens, command: { title, command: SHOW_REFERENCES, arguments: [of.uri, start, locations] } };
}

/** What a lens is about: the chain of this name in the table at the lens's line. */
export interface LensOf {
  readonly uri: string;
  readonly name: string;
}

/** What a lens that came back from the client is about; undefined where it is none of ours. */
export function lensData(data: unknown): LensOf | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('name' in data)) return undefined;
  const { uri, name } = data;
  return typeof uri === 'string' && typeof name === 'string' ? { uri, name } : undefined;
}

function wholeLine(file: RulesFile, line: number): CodeLens['range'] {
  return { start: { line, character: 0 }, end: { line, character: file.lines.line(line).length } };
}

/** `policy DROP · 7 rules · opens 22, 80`, `7 rules · 3 references · reached from INPUT, FORWARD` */
function titleOf(file: RulesFile, { standing, table }: TableBlock, chain: Chain): string {
  const { name, builtin, policy, jumps } = chain;
  const rules = standing.rulesOf(name).length;
  const parts = [count(rules, 'rule')];
  if (builtin && policy !== undefined && policy !== '-') parts.unshift(`policy ${policy}`);
  const opened = table === 'filter' && name === 'INPUT' ? openedText(file) : undefined;
  if (opened !== undefined) parts.push(opened);
  if (builtin) return parts.join(' · ');
  parts.push(count(jumps.length, 'reference'));
  const hooks = hooksOf(standing.nft.hooks(name));
  if (hooks.length > 0) parts.push(`reached from ${hooks.join(', ')}`);
  else if (!file.refersElsewhere) parts.push('not reached');
  return parts.join(' · ');
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}

/** Where a line names the chain that it jumps to. */
function wordOf(file: RulesFile, line: number): CodeLens['range'] {
  const rule = file.rule(line);
  const { start, end } = rule.columns(rule.objectWord);
  return { start: { line, character: start }, end: { line, character: end } };
}
