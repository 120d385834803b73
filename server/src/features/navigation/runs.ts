// Lines that stand together: comments one below the other, rules of one chain, `:` lines.

import type { RulesFile } from '../../ruleset/rules-file.ts';

/** The first and the last line of a run. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
}

/** The chain that a line adds a rule to by -A; undefined for any other line. */
export function chainOfLine(file: RulesFile, line: number): string | undefined {
  const entry = file.entry(line);
  return entry.kind === 'command' && entry.letter === 'A' ? entry.chain : undefined;
}

/** The comment lines around one, with nothing between them; undefined where the line is none. */
export function commentBlockAt(file: RulesFile, line: number): LineRun | undefined {
  return isComment(file, line) ? stretch(line, (other) => isComment(file, other)) : undefined;
}

function isComment(file: RulesFile, line: number): boolean {
  return file.entry(line).kind === 'comment';
}

/** The lines around one, with nothing between them, that are `:` lines as it is, or rules of the same chain. */
export function runAt(file: RulesFile, line: number): LineRun {
  const { kind } = file.entry(line);
  const chain = chainOfLine(file, line);
  return stretch(line, (other) => file.entry(other).kind === kind && chainOfLine(file, other) === chain);
}

function stretch(line: number, belongs: (line: number) => boolean): LineRun {
  let first = line;
  let last = line;
  while (first > 0 && belongs(first - 1)) first--;
  while (belongs(last + 1)) last++;
  return { first, last };
}
