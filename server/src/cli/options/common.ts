// Options that several commands have.

import type { Backend } from '../../vocabulary/schema.ts';
import type { Option } from './command-line.ts';

export const FAMILIES: readonly string[] = ['4', '6', 'auto'];
export const BACKENDS: readonly string[] = ['both', 'nft', 'legacy'];

/** Ends the last group of each command. */
export const HELP_AND_VERSION: readonly Option[] = [
  { name: 'help', letter: 'h', about: 'prints this' },
  { name: 'version', letter: 'V', about: 'prints which version this is' },
];

export function readBackend(word: string | undefined): Backend | 'both' {
  return word === 'nft' || word === 'legacy' ? word : 'both';
}

/** How the one file is read that a command is about. */
export const READING: readonly Option[] = [
  { name: 'family', value: FAMILIES, about: 'iptables or ip6tables (auto: the file tells)' },
  { name: 'backend', value: BACKENDS, about: 'whose reading of the file (both: what they do differently is unknown)' },
];
