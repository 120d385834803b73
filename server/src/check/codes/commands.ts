// Codes of commands: their letters, the numbers of rules, counters, and what nft makes of them.

import { quoted } from '../../vocabulary/values/quoted.ts';
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
          return 'The counters have no closing bracket. Write [packets:bytes] before the command, or remove them.';
        case 'no-colon':
          return 'Counters are two numbers separated by a colon: [packets:bytes].';
        case '-c':
          return '"-c" takes two numbers: packets and bytes.';
        default:
          return `${quoted(about(1))} is not a number of ${about(0)}.`;
      }
    },
    says: () => 'The counters of a chain line must be [packets:bytes].',
    fixes: mendCounters,
  },
  'bad-rule-number': {
    means: 'A rule number is not a number or comes before its chain.',
    fault: (about) =>
      about(1) === ''
        ? `${quoted(about(0))} is not a rule number. The first rule of a chain is 1.`
        : `The chain comes before the number. Write ${quoted(`${about(0)} ${about(1)}`)}.`,
    fixes: options.mendRuleNumber,
  },
  'command-missing': {
    means: 'A line in a table has no command such as -A.',
    fault: () => 'The line has no command. Start the rule with one, such as "-A INPUT".',
    fixes: options.addCommand,
  },
  'command-twice': {
    means: 'A line has two commands.',
    fault: (about) => `${quoted(about(0))} cannot be combined with ${quoted(about(1))}: a line has one command.`,
    fixes: splitCommands,
    uncovers: true,
  },
  'insert-fails-on-nft': {
    means: 'A rule is inserted before another that is deleted further down.',
    says: () => 'iptables-nft loses the place of this rule, because the rule after it is deleted further down.',
  },
  'listing-fails': {
    means: '-S lists a rule that jumps to a user-defined chain.',
    says: () => '"-S" fails at a rule that jumps to a user-defined chain.',
  },
  'no-such-rule': {
    means: 'A command refers to a rule that its chain does not have at this point.',
    says: {
      checked: (chain: string) => `The chain ${quoted(chain)} has no such rule at this point, so "-C" is refused.`,
      deleted: (chain: string) => `The chain ${quoted(chain)} has no such rule at this point, so "-D" is refused.`,
      number: (chain: string, count: number, most: number) => {
        const has = count === 1 ? '1 rule' : `${count} rules`;
        const allowed = most === 0 ? 'so no number is valid here' : `so the highest valid number is ${most}`;
        return `The chain ${quoted(chain)} has ${has} at this point, ${allowed}.`;
      },
    },
    fixes: options.mendNumber,
  },
  'option-with-command': {
    means: 'An option cannot be used with the command of its line.',
    fault: (about) => `${quoted(about(0))} cannot be used with ${quoted(about(1))}.`,
    fixes: options.removeOption,
  },
  'replace-crashes-nft': {
    means: '-R replaces a rule that the same file adds.',
    says: () => 'iptables-nft crashes when "-R" replaces a rule that the same file adds, and loads nothing.',
  },
  'replace-needs-one-address': {
    means: '-R has several addresses, which would be several rules.',
    fault: () => '"-R" replaces a single rule, so it takes a single address.',
  },
  'zero-crashes-nft': {
    means: '-Z resets a rule that the same file adds.',
    says: () => 'iptables-nft crashes when "-Z" resets a rule that the same file adds, and loads nothing.',
  },
  'zero-fails-on-nft': {
    means: '-Z resets counters that -c of the same file sets.',
    says: () => 'iptables-nft cannot reset counters that "-c" of the same file sets, and loads nothing.',
  },
} as const satisfies Declarations;
