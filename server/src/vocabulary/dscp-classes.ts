// The classes of Differentiated Services by name, for -m dscp and -j DSCP.

import type { Choice, ChoiceValue } from './values/kinds.ts';

const CLASSES: readonly Choice[] = [
  { name: 'BE', number: 0, summary: 'Best effort, the default of all traffic.' },
  { name: 'EF', number: 46, summary: 'Expedited forwarding, for voice and other things that cannot wait.' },
  { name: 'AF11', number: 10, summary: 'Assured forwarding, class 1, dropped late.' },
  { name: 'AF12', number: 12, summary: 'Assured forwarding, class 1, dropped earlier.' },
  { name: 'AF13', number: 14, summary: 'Assured forwarding, class 1, dropped first.' },
  { name: 'AF21', number: 18, summary: 'Assured forwarding, class 2, dropped late.' },
  { name: 'AF22', number: 20, summary: 'Assured forwarding, class 2, dropped earlier.' },
  { name: 'AF23', number: 22, summary: 'Assured forwarding, class 2, dropped first.' },
  { name: 'AF31', number: 26, summary: 'Assured forwarding, class 3, dropped late.' },
  { name: 'AF32', number: 28, summary: 'Assured forwarding, class 3, dropped earlier.' },
  { name: 'AF33', number: 30, summary: 'Assured forwarding, class 3, dropped first.' },
  { name: 'AF41', number: 34, summary: 'Assured forwarding, class 4, dropped late.' },
  { name: 'AF42', number: 36, summary: 'Assured forwarding, class 4, dropped earlier.' },
  { name: 'AF43', number: 38, summary: 'Assured forwarding, class 4, dropped first.' },
  { name: 'CS0', number: 0, summary: 'Class selector 0, the same as best effort.' },
  { name: 'CS1', number: 8, summary: 'Class selector 1, for traffic that may wait.' },
  { name: 'CS2', number: 16, summary: 'Class selector 2, for managing the network.' },
  { name: 'CS3', number: 24, summary: 'Class selector 3, for broadcast video.' },
  { name: 'CS4', number: 32, summary: 'Class selector 4, for interactive video.' },
  { name: 'CS5', number: 40, summary: 'Class selector 5, for signalling.' },
  { name: 'CS6', number: 48, summary: 'Class selector 6, for routing protocols.' },
  { name: 'CS7', number: 56, summary: 'Class selector 7, kept for the network itself.' },
];

/**
 * The library compares only as many letters as the class has, so `EFx` and `CS10` load as EF and CS1. Source: runs of
 * 1.8.9 and 1.8.11.
 */
export const DSCP_CLASS: ChoiceValue = {
  kind: 'choice',
  what: 'a DiffServ class',
  choices: CLASSES,
  letterCase: 'any',
  tail: 'ignored',
};
