// What becomes of a fault of the program: a line on the error stream, and the status of trouble.

import { codeOf } from './files/read.node.ts';
import { LostThread } from './lint/threads.node.ts';
import { print } from './print.ts';

/** Runs a command and answers its exit status. A fault, or a full disk, is no finding: status 1 is for those. */
export async function guarded(command: () => number | Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    try {
      print(2, `iptables-lint: ${told(error)}\n`);
    } catch {
      // Nobody can be told.
    }
    return 2;
  }
}

/** Where nobody but a programmer can do anything, the place in the program belongs to it. */
function told(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return codeOf(error) === '' && !(error instanceof LostThread) ? (stack ?? message) : message;
}
