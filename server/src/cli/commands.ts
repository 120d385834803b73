// All commands of the program, with what each takes.

import { EXPLAIN } from './explain/command-line.ts';
import { LINT } from './lint/command-line.ts';
import type { CommandLine } from './options/command-line.ts';
import { TRACE } from './trace/command-line.ts';

/** The program as it is called without the name of a command, and those that have one. */
export const PROGRAM = LINT;
export const SUBCOMMANDS: Readonly<Record<string, CommandLine>> = { trace: TRACE, explain: EXPLAIN };
