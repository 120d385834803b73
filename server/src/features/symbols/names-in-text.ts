// The tables and chains that a text names, line by line: enough to find them, in a file that nobody edits.

import type { Steps } from '../../ruleset/steps.ts';
import { readLine } from '../../syntax/line.ts';
import { maskPlaceholders, UNKNOWN } from '../../syntax/template.ts';

/** A table, or a chain of one. */
export interface NamedLine {
  readonly name: string;
  /** The table that the chain is one of; undefined for a table. */
  readonly table: string | undefined;
  readonly line: number;
  /** The length of that line. */
  readonly length: number;
}

/** A command by which one more chain may come to be known, with counters in front or without. */
const COMMAND = /^(?:\[[^\]]*\])?\s*-([AINPR]|-append|-insert|-new-chain|-new|-policy|-replace)\s+"?([^\s"]+)/;
/** Where to go, the later the rather: where a chain gets its policy, where it is made, its first rule, its `:` line. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ...['P', '-policy'].map((word) => [word, 0] as const),
  ...['N', '-new', '-new-chain'].map((word) => [word, 1] as const),
  ...['A', 'I', 'R', '-append', '-insert', '-replace'].map((word) => [word, 2] as const),
]);
const DECLARED = 3;
const READ_AT_ONCE = 2000;

/** Each table at its header, then its chains. Nothing is read that stands in no table. Ends after `most` of them. */
export function* namesInTextSteps(text: string, isTemplate: boolean, most: number): Steps<NamedLine[]> {
  const found: NamedLine[] = [];
  let table: NamedLine | undefined;
  let chains = new Map<string, NamedLine & { readonly rank: number }>();
  const end = (): void => {
    if (table) found.push(table, ...chains.values());
    table = undefined;
    chains = new Map();
  };
  let line = 0;
  for (let from = 0; from < text.length && found.length + chains.size < most; line++) {
    const feed = text.indexOf('\n', from);
    const whole = text.slice(from, feed < 0 ? text.length : feed).replace(/\r$/, '');
    from = feed < 0 ? text.length : feed + 1;
    if (line % READ_AT_ONCE === READ_AT_ONCE - 1) yield;
    const masked = isTemplate ? maskPlaceholders(whole) : whole;
    const read = readLine(masked);
    const at = { line, length: whole.length };
    if (read.kind === 'table') {
      end();
      // A header that is half a placeholder is called as it is written.
      table = { name: read.name ? whole.slice(read.name.start, read.name.end) : '*', table: undefined, ...at };
    } else if (!table) continue;
    else if (read.kind === 'commit') end();
    else if (read.kind === 'chain' || read.kind === 'command') {
      const { name, rank } = read.kind === 'chain' ? { name: read.name?.text, rank: DECLARED } : byCommand(masked);
      if (name === undefined || name.includes(UNKNOWN)) continue;
      const known = chains.get(name);
      if (!known || rank > known.rank) chains.set(name, { name, table: table.name, ...at, rank });
    }
  }
  end();
  return found.slice(0, most);
}

function byCommand(line: string): { readonly name: string | undefined; readonly rank: number } {
  const [, word = '', name] = COMMAND.exec(line) ?? [];
  return { name, rank: RANKS.get(word) ?? 0 };
}
