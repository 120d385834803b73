// What --fix and --diff do with a file that was read.

import type { FixKind } from '../../lint/fixing/choice.ts';
import { fixedAll } from '../../lint/fixing/fix-all.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { plainLine } from '../plain.ts';
import { isWhole, NOT_UTF8, replaceFile } from './replace-file.node.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What the command line asks for. */
export interface FixArguments {
  readonly kind: FixKind;
  /** `diff`: what would be written is shown, and nothing is written. */
  readonly does: 'write' | 'diff';
}

/** What became of a file. */
export interface Fixing {
  /** Its text is another one now, or would be. */
  readonly text?: string;
  readonly count: number;
  /** What goes to standard output: the difference, or the fixed text of standard input. */
  readonly shown?: string;
  /** Why it stays as it was. */
  readonly cannot?: string;
}

const NOTHING: Fixing = { count: 0 };

/**
 * Fixes what can be fixed. `path`: where the file is, `-` for standard input; `name`: how it is called. Standard input is
 * written to standard output even where nothing is to be fixed.
 */
export function fix(given: FixArguments, path: string, name: string, file: RulesFile, colours: boolean): Fixing {
  const isDiff = given.does === 'diff';
  const before = file.lines.text();
  const fixed = fixedAll(file, { kind: given.kind, packets: true });
  if (!fixed && (path !== '-' || isDiff)) return NOTHING;
  if (!isWhole(path, before)) return { count: 0, cannot: NOT_UTF8 };
  if (isDiff)
    return { ...(fixed ?? NOTHING), shown: shownDiff(unifiedDiff(name, before, fixed?.text ?? before), colours) };
  if (path === '-') return { ...(fixed ?? NOTHING), shown: fixed?.text ?? before };
  const cannot = fixed && replaceFile(path, before, fixed.text);
  return cannot === undefined ? (fixed ?? NOTHING) : { count: 0, cannot };
}

function shownDiff(lines: readonly string[], colours: boolean): string {
  return (colours ? lines.map(painted) : lines).join('');
}

const COLOURS: Readonly<Record<string, string>> = { '-': '31', '+': '32', '@': '36' };

/** A line of a diff for a terminal, where nothing of the file may move the cursor. */
function painted(line: string): string {
  const shown = plainLine(line.replace(/\n$/, ''));
  const colour = COLOURS[line.charAt(0)];
  return colour === undefined ? `${shown}\n` : `\x1b[${colour}m${shown}\x1b[0m\n`;
}
