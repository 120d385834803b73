// Nobody jumps to `standard`: it is the library behind the verdicts, and the kernel refuses it as a target.

import type { UseCheck } from '../schema.ts';

/** Faults every `-j standard`. Verdicts and jumps to chains are not uses of it. */
export const check: UseCheck = () => [
  { message: '"standard" is not a target; write ACCEPT, DROP, QUEUE, RETURN or the name of a chain.' },
];
