// Writes to the standard streams: answers, and why there is none.

import { writeSync } from 'node:fs';
import process from 'node:process';
import { codeOf, pause } from './files.node.ts';
import { VERSION } from './version.ts';

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

/** Prints which program this is; the exit status. */
export function printVersion(): number {
  print(1, `iptables-lint ${VERSION}\n`);
  return 0;
}

/** Says why there is no answer, and how to learn more; the exit status. `command`: as the user typed it. */
export function fail(sentence: string, command?: string): number {
  const more = command === undefined ? '' : `See ${command} --help.\n`;
  print(2, `iptables-lint: ${sentence}\n${more}`);
  return 2;
}
