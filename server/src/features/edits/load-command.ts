// The shell command that tests and loads a rules file.

import type { Family } from '../../vocabulary/schema.ts';

/** Words of these characters mean themselves to every POSIX shell. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word of a POSIX shell that stands for exactly `text`. A text without special characters stays as it is. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Tests the file and, if that went well, loads it. `--test` misses what only the kernel refuses, so the second half
 * can still fail: that table stays as it was, those before it in the file are loaded. A path that begins with a dash gets `./` in front.
 */
export function loadCommand(path: string, family: Family): string {
  const program = family === 6 ? 'ip6tables-restore' : 'iptables-restore';
  const file = shellWord(path.startsWith('-') ? `./${path}` : path);
  return `sudo ${program} --test ${file} && sudo ${program} ${file}`;
}
