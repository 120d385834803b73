// What the command line says of known findings: a record to go by, or one to write.

import { existsSync } from 'node:fs';
import { inputOf } from '../files/read.node.ts';
import { plain } from '../plain.ts';
import { complain } from '../print.ts';
import type { Keeper } from './keeper.ts';
import { Known } from './known.ts';
import { readRecord } from './record.ts';
import { Recorder } from './recorder.ts';

export interface KnownArguments {
  readonly record: string;
  readonly does: 'read' | 'write';
}

/** Who keeps findings aside; undefined where the record is of no use, of which the user hears why. */
export function openKeeper({ record, does }: KnownArguments): Keeper | undefined {
  if (does === 'write') return isOverwritable(record) ? new Recorder(record) : undefined;
  const input = inputOf(record);
  if ('unreadable' in input) {
    complain(`Cannot read "${record}": ${input.unreadable}.`);
    return undefined;
  }
  const read = readRecord(input.text);
  if (!('message' in read)) return new Known(record, read);
  complain(read.message, `${plain(record)}:${read.line + 1}:${read.character + 1}`);
  return undefined;
}

/** Whoever leaves the name of the record out would lose the first rules file. */
function isOverwritable(record: string): boolean {
  if (!existsSync(record)) return true;
  const input = inputOf(record);
  if ('text' in input && !('message' in readRecord(input.text))) return true;
  complain(
    `"${record}" is there and is no record of known findings, so it is not overwritten. Delete it, or name another file.`,
  );
  return false;
}
