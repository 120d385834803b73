// Codes of values: what an option is given, in lists, negated, or for the other family.

import { negateEach } from '../fixes/addresses.ts';
import { writeForFamily, writeOrSkip } from '../fixes/family.ts';
import { mendUse } from '../fixes/protocols.ts';
import { joinList } from '../fixes/slips.ts';
import { mendValue } from '../fixes/values.ts';
import type { Declarations } from './declaration.ts';

export const VALUE_CODES = {
  'bad-use': {
    means: 'The options of a match or target do not go together.',
    fault: (about) => about(0),
    fixes: mendUse,
  },
  'bad-value': {
    means: 'A value is not one that its option takes.',
    fault: (about) => about(0),
    fixes: mendValue,
  },
  'blank-in-list': {
    means: 'A list has blanks, or stands where one value is taken.',
    fault: (about) => {
      switch (about(1)) {
        case 'interface':
          return 'An interface stands alone here and not in a list: write a rule for each.';
        case 'protocol':
          return `A rule has one protocol: write a rule for each of ${about(0).replaceAll(',', ', ')}.`;
        case '--dport':
        case '--sport':
          return `${about(1)} takes one port. For several write -m multiport ${about(1)}s ${about(0)}.`;
        default:
          return `A list has commas and no blanks: write ${about(0)}.`;
      }
    },
    fixes: joinList,
    uncovers: true,
  },
  'fragment-in-ipv6': {
    means: '-f stands in a file for IPv6.',
    fault: () => '-f exists only in IPv4; in IPv6 use -m frag.',
    fixes: writeOrSkip,
  },
  'negated-list': {
    means: 'A list of addresses is negated, or stands beside a negated address.',
    fault: (about) =>
      about(1) === 'beside'
        ? `A list behind ${about(0)} cannot stand beside a negated address. Write a rule for each address of the list.`
        : `! ${about(0)} takes one address, not several. Exclude the others with -m iprange ! --${about(0) === '-s' ? 'src' : 'dst'}-range, or use an ipset.`,
    fixes: negateEach,
  },
  'never-matches': {
    means: 'A negated network holds every address, so the rule never matches.',
    fault: (about) => `! ${about(0)} ${about(1)} never matches, since ${about(1)} is every address.`,
  },
  'wrong-family-extension': {
    means: 'A match or target exists only for the other family.',
    fault: (about) => `The ${about(0)} ${about(1)} exists only for IPv${about(2)}.`,
    says: (target: string, family: number) => `The target ${target} exists only for IPv${family}.`,
    fixes: writeOrSkip,
  },
  'wrong-family-icmp': {
    means: 'A rule names the ICMP of the other family.',
    fault: (about, _, family) => {
      const own = family === 4 ? 'icmp' : 'ipv6-icmp';
      const other = family === 4 ? 6 : 4;
      return `${about(0)} is the ICMP of IPv${other}, and IPv${family} packets do not carry it. Use ${own}.`;
    },
    fixes: writeForFamily,
  },
} as const satisfies Declarations;
