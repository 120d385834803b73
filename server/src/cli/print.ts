// Writes to the standard streams: answers, and why there is none.

import { writeSync } from 'node:fs';
import process from 'node:process';
import { codeOf, pause } from './files/read.node.ts';
import { plain } from './plain.ts';
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

/** So many characters are written at once. */
const MUCH = 64 * 1024;

/** Writes many small texts to one of the standard streams. */
export class Printer {
  private readonly stream: 1 | 2;
  private texts: string[] = [];
  private length = 0;
  private last = '\n';
  private readonly before: () => void;

  /** `before` is called before anything is written. */
  constructor(stream: 1 | 2, before: () => void) {
    this.stream = stream;
    this.before = before;
  }

  /** Whatever was written ended its line. */
  get isAtLineStart(): boolean {
    return this.last.endsWith('\n');
  }

  print(text: string): void {
    this.texts.push(text);
    this.length += text.length;
    if (this.length >= MUCH) this.flush();
  }

  flush(): void {
    const text = this.texts.join('');
    if (text !== '') {
      this.before();
      print(this.stream, text);
      this.last = text.slice(-1);
    }
    this.texts = [];
    this.length = 0;
  }
}

/** Prints which program this is; the exit status. */
export function printVersion(): number {
  print(1, `iptables-lint ${VERSION}\n`);
  return 0;
}

/** Says on the error stream what is wrong: in one line, whatever the words of the user hold. `by`: who says so. */
export function complain(sentence: string, by = 'iptables-lint'): void {
  print(2, `${by}: ${plain(sentence)}\n`);
}

/** Says why there is no answer, and how to learn more; the exit status. `command`: as the user typed it. */
export function fail(sentence: string, command?: string): number {
  complain(sentence);
  if (command !== undefined) print(2, `See ${command} --help.\n`);
  return 2;
}
