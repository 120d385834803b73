// Whether a rule may be the one that -D or -C means.

import type { Command } from '../command.ts';
import { type Comparer, maySame, type Signature, signatureOf, someMaySame } from '../signature.ts';
import type { TableLines } from '../table/chain.ts';

/** What a rule is to -D. A command is made anew whenever its line changes. */
const known = new WeakMap<Command, Signature>();

function signature(command: Command, line: number, lines: TableLines): Signature {
  const last = known.get(command);
  if (last) return last;
  const found = signatureOf(lines.rule(line));
  known.set(command, found);
  return found;
}

/** A command and its line. */
export interface Placed {
  readonly command: Command;
  readonly line: number;
}

/** One of the rules that a line with lists of addresses makes, counted from 0. */
export interface Copy extends Placed {
  readonly copy: number;
}

/** False only where two rules surely differ to who compares. */
export function mayMean(wanted: Copy, rule: Copy, lines: TableLines, by: Comparer): boolean {
  if (wanted.command.jump !== rule.command.jump) return false;
  const [one, other] = [wanted, rule].map(({ command, line }) => signature(command, line, lines));
  return one !== undefined && other !== undefined && maySame(one, wanted.copy, other, rule.copy, by);
}

/** False only where no rule of the one line is the same as one of the other. */
export function mayMeanSome(wanted: Placed, rule: Placed, lines: TableLines): boolean {
  if (wanted.command.jump !== rule.command.jump) return false;
  return someMaySame(signature(wanted.command, wanted.line, lines), signature(rule.command, rule.line, lines));
}
