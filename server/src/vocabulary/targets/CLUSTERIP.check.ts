// What the literal of CLUSTERIP cannot say: the address that the nodes share is a multicast one.

import type { UseCheck } from '../schema.ts';

/** The lowest bit of the first byte tells a multicast address. Says nothing of what is no address at all. */
function isUnicast(text: string): boolean {
  const first = /^([0-9a-f]{1,2}):/i.exec(text)?.[1];
  return first !== undefined && Number.parseInt(first, 16) % 2 === 0;
}

/** Judges `--clustermac`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--clustermac' || text === undefined || !isUnicast(text)) return [];
    const message = `"${text}" is the address of one host; all nodes share a multicast address, such as 01:00:5e:00:00:20.`;
    return [{ message, option: index, value: 0 }];
  });
