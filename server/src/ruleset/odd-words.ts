// Words that begin a line and are no option, where they tell what the author meant.

import type { FaultCode } from './fault.ts';

/** A first word that is no option, where it tells what the author meant. */
export function oddStart(text: string): FaultCode | undefined {
  if (text.toUpperCase() === 'COMMIT') return 'commit-not-alone';
  if (text.startsWith('*') || text.startsWith(':')) return 'indented-line';
  return isProgram(text) ? 'program-name' : undefined;
}

/** `sudo`, `/sbin/iptables`, or a variable that a script keeps the program in: `$IPT`, `${IPTABLES}`. */
export function isProgram(word: string): boolean {
  return /^(?:sudo|(?:\/\S*\/)?ip6?tables(?:-legacy|-nft)?|\$\{?\w*ip6?t(?:ables)?6?\}?)$/i.test(word);
}
