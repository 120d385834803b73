// Every mention of a chain in its table, or of a set in the file.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { type Named, namesIn, type Subject, type Use } from './names.ts';

/** A mention, and its line in the file. */
export interface Mention extends Named {
  readonly line: number;
}

/** Lines that are read, and lines that are searched for a text, between two steps. */
const READ_AT_ONCE = 200;
const SEARCHED_AT_ONCE = 5000;

/** All mentions of what is named at a line, from top to bottom. A chain that -E renames is the same under each name. */
export function* mentionsOf(file: RulesFile, { named, block }: Subject, line: number): Steps<Mention[]> {
  if (named.kind === 'set') return yield* mentionsOfSet(file, named.text);
  if (!block) return [];
  const { standing } = block;
  if (!standing.hasRenames) return yield* mentionsOfName(file, block, named.text);
  const nameOf = ({ text, use }: Named, at: number) => standing.nameOf(text, use === 'make' ? at + 1 : at);
  const wanted = nameOf(named, line);
  const found: Mention[] = [];
  for (const name of namesBeside(file, block, named.text)) {
    for (const mention of yield* mentionsOfName(file, block, name)) {
      if (nameOf(mention, mention.line) === wanted) found.push(mention);
    }
  }
  return found.sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Every mention of a name as that of a chain of the table, whichever chain it is. */
export function mentionsOfName(file: RulesFile, block: TableBlock, name: string): Steps<Mention[]> {
  return mentionsInLines(file, block, name, linesThatName(file, block, name));
}

/** The mentions of a chain's name in some lines of its table. */
export function* mentionsInLines(
  file: RulesFile,
  block: TableBlock,
  name: string,
  lines: readonly number[],
): Steps<Mention[]> {
  const found: Mention[] = [];
  let count = 0;
  for (const line of lines) {
    const plain = plainMention(file, line, name);
    if (plain) {
      found.push(plain);
      continue;
    }
    for (const one of namesIn(file, block, line)) {
      if (one.kind === 'chain' && one.text === name) found.push({ ...one, line });
    }
    if (++count % READ_AT_ONCE === 0) yield;
  }
  return found;
}

function* mentionsOfSet(file: RulesFile, name: string): Steps<Mention[]> {
  const found: Mention[] = [];
  let count = 0;
  for (const line of yield* linesWith(file, name, 0, file.lineCount)) {
    for (const one of namesIn(file, file.blockAt(line), line)) {
      if (one.kind === 'set' && one.text === name) found.push({ ...one, line });
    }
    if (++count % READ_AT_ONCE === 0) yield;
  }
  return found;
}

/** The lines in `from <= line < to` that hold a text, wherever in them. */
export function* linesWith(file: RulesFile, text: string, from: number, to: number): Steps<number[]> {
  const found: number[] = [];
  for (let line = from; line < to; line++) {
    if (file.lines.line(line).includes(text)) found.push(line);
    if (line % SEARCHED_AT_ONCE === 0) yield;
  }
  return found;
}

function linesThatName(file: RulesFile, block: TableBlock, name: string): readonly number[] {
  const chain = block.chains.get(name);
  const kept = chain ? [chain.declarations, chain.makers, chain.appends, chain.commands, chain.jumps] : [];
  const beside = [...linesBeside(file, block)].filter((line) => file.lines.line(line).includes(name));
  const lines = kept.flat().concat(beside);
  return lines.sort((a, b) => a - b).filter((line, i) => line !== lines[i - 1]);
}

/** Lines that the table does not keep by chain: those that are refused or skipped, and the one where the reading ends. */
function* linesBeside(file: RulesFile, block: TableBlock): Iterable<number> {
  const { firstLine, lastLine } = block;
  for (let line = file.nextFaulty(firstLine); line >= 0 && line <= lastLine; line = file.nextFaulty(line + 1))
    yield line;
  for (const line of block.events) {
    const entry = file.entry(line);
    if (entry.kind === 'command' && entry.ends) yield line;
  }
}

/** The names that a chain may have had or may get: those that -E commands tie to one of them. */
export function namesBeside(file: RulesFile, block: TableBlock, name: string): ReadonlySet<string> {
  const pairs = block.events.flatMap((line): (readonly [string, string])[] => {
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.letter !== 'E') return [];
    return entry.chain === undefined || entry.object === undefined ? [] : [[entry.chain, entry.object]];
  });
  const names = new Set([name]);
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const [from, to] of pairs) {
      if (names.has(from)) names.add(to);
      else if (names.has(to)) names.add(from);
    }
  }
  return names;
}

/**
 * The mention in a rule as iptables-save writes it, told without reading the rule again, since a chain may have many
 * thousands: `-A NAME ` at its start, or ` -j NAME` at its end. Undefined for any other line, and for those that speak
 * of the name twice.
 */
function plainMention(file: RulesFile, line: number, name: string): Mention | undefined {
  const entry = file.entry(line);
  if (entry.kind !== 'command' || entry.letter !== 'A' || entry.faults.length > 0 || entry.ends) return undefined;
  if (entry.skipped || (entry.chain === name) === (entry.object === name)) return undefined;
  const text = file.lines.line(line);
  const common = { kind: 'chain', text: name, line, before: '' } as const;
  if (entry.chain === name) {
    if (!text.startsWith(`-A ${name} `)) return undefined;
    return { ...common, use: 'write' satisfies Use, start: 3, end: 3 + name.length };
  }
  if (!text.endsWith(` -j ${name}`)) return undefined;
  return { ...common, use: 'read' satisfies Use, start: text.length - name.length, end: text.length };
}
