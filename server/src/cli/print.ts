// Writes to the standard streams.

import { writeSync } from 'node:fs';
import process from 'node:process';
import { codeOf, pause } from './files.node.ts';

/** Writes all of a text, also into a pipe that is slow to take it; a reader that went away ends the program. */
export function print(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(stream, bytes, from);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE') process.exit(2);
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}
