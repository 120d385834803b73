// Whether a rule may be the one that -D or -C means.

import type { Command } from '../command.ts';
import { maySame, type Signature, signatureOf } from '../signature.ts';
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

/** False only where the rules of two lines surely differ. */
export function mayMean(wanted: Placed, rule: Placed, lines: TableLines): boolean {
  if (wanted.command.jump !== rule.command.jump) return false;
  return maySame(signature(rule.command, rule.line, lines), signature(wanted.command, wanted.line, lines));
}
