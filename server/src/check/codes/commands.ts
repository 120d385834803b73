// Codes of commands: their letters, the numbers of rules, counters, and what nft makes of them.

import * as options from '../fixes/options.ts';
import { splitCommands } from '../fixes/slips.ts';
import { mendCounters } from '../fixes/tables.ts';
import type { Declarations } from './declaration.ts';

export const COMMAND_CODES = {
  'bad-counters': {
    means: 'Counters are not two numbers in brackets.',
    fault: (about) => {
      switch (about(0)) {
        case 'no-bracket':
          return 'The counters have no ]: write [packets:bytes] in front of the command, or leave them out.';
        case 'no-colon':
          return 'Counters are two numbers with a colon: [packets:bytes].';
        case '-c':
          return '-c takes two numbers: packets and bytes.';
        default:
          return `"${about(1)}" is no number of ${about(0)}.`;
      }
    },
    says: () => 'The counters of a chain line are [packets:bytes].',
    fixes: mendCounters,
  },
  'bad-rule-number': {
    means: "A rule's number is no number, or stands before its chain.",
    fault: (about) =>
      about(1) === ''
        ? `"${about(0)}" is no rule number; the first rule of a chain is 1.`
        : `The chain comes first and the number behind it: ${about(0)} ${about(1)}.`,
    fixes: options.mendRuleNumber,
  },
  'command-missing': {
    means: 'A line in a table has no command such as -A.',
    fault: () => 'The line has no command. A rule begins with one, such as -A INPUT.',
    fixes: options.addCommand,
  },
  'command-twice': {
    means: 'A line has two commands.',
    fault: (about) => `${about(0)} cannot stand beside ${about(1)}: a line holds one command.`,
    fixes: splitCommands,
    uncovers: true,
  },
  'insert-fails-on-nft': {
    means: 'A rule is put before another that is deleted further down.',
    says: () => 'iptables-nft loses the place of this rule, since the one behind it is deleted further down.',
  },
  'listing-fails': {
    means: '-S lists a rule that jumps to a user chain.',
    says: () => '-S breaks off at a rule that jumps to a user chain.',
  },
  'no-such-rule': {
    means: 'A command speaks of a rule that its chain does not have at this point.',
    says: {
      checked: (chain: string) => `The chain ${chain} has no such rule at this point, so -C is refused.`,
      deleted: (chain: string) => `The chain ${chain} has no such rule at this point, so -D is refused.`,
      number: (chain: string, count: number, most: number) => {
        const has = count === 1 ? '1 rule' : `${count} rules`;
        const allowed = most === 0 ? 'so there is none to name' : `so ${most} is the highest number here`;
        return `The chain ${chain} has ${has} at this point, ${allowed}.`;
      },
    },
    fixes: options.mendNumber,
  },
  'option-with-command': {
    means: 'An option does not go with the command of its line.',
    fault: (about) => `${about(0)} cannot stand with ${about(1)}.`,
    fixes: options.removeOption,
  },
  'replace-crashes-nft': {
    means: '-R replaces a rule that the same file adds.',
    says: () => 'iptables-nft breaks down over -R of a rule that the same file adds, and loads nothing.',
  },
  'replace-needs-one-address': {
    means: '-R has several addresses, which are several rules.',
    fault: () => '-R replaces one rule, so it takes one address.',
  },
  'zero-crashes-nft': {
    means: '-Z resets a rule that the same file adds.',
    says: () => 'iptables-nft breaks down over -Z of a rule that the same file adds, and loads nothing.',
  },
  'zero-fails-on-nft': {
    means: '-Z resets counters that -c of the same file sets.',
    says: () => 'iptables-nft cannot set counters back that a -c of the same file sets, and loads nothing.',
  },
} as const satisfies Declarations;
