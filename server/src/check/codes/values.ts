// Codes of values: what an option is given, in lists, negated, or for the other family.

import { quoted } from '../../vocabulary/values/quoted.ts';
import { negateEach } from '../fixes/addresses.ts';
import { writeForFamily, writeOrSkip } from '../fixes/family.ts';
import { mendUse } from '../fixes/protocols.ts';
import { joinList } from '../fixes/slips.ts';
import { mendValue } from '../fixes/values.ts';
import type { Declarations } from './declaration.ts';

export const VALUE_CODES = {
  'bad-use': {
    means: 'The options of a match or target do not fit together.',
    fault: (about) => about(0),
    fixes: mendUse,
  },
  'bad-value': {
    means: 'An option does not take this value.',
    fault: (about) => about(0),
    fixes: mendValue,
  },
  'blank-in-list': {
    means: 'A list contains spaces, or is used where a single value is allowed.',
    fault: (about) => {
      switch (about(1)) {
        case 'interface':
          return 'Lists of interfaces are not supported. Write one rule for each.';
        case 'protocol':
          return `A rule has one protocol. Write one rule for each of ${about(0).split(',').map(quoted).join(', ')}.`;
        case '--dport':
        case '--sport':
          return `${quoted(about(1))} takes one port. For several, write ${quoted(`-m multiport ${about(1)}s ${about(0)}`)}.`;
        default:
          return `Lists are separated by commas without spaces. Write ${quoted(about(0))}.`;
      }
    },
    fixes: joinList,
    uncovers: true,
  },
  'fragment-in-ipv6': {
    means: '-f is used in a file for IPv6.',
    fault: () => '"-f" only exists for IPv4. For IPv6 use "-m frag".',
    fixes: writeOrSkip,
  },
  'negated-list': {
    means: 'A list of addresses is negated or combined with a negated address.',
    fault: (about) =>
      about(1) === 'beside'
        ? `The list after ${quoted(about(0))} cannot be combined with a negated address. Write one rule for each address.`
        : `${quoted(`! ${about(0)}`)} takes one address. Exclude the others with ${quoted(`-m iprange ! --${about(0) === '-s' ? 'src' : 'dst'}-range`)}, or use an ipset.`,
    fixes: negateEach,
  },
  'never-matches': {
    means: 'A negated network contains every address, so the rule never matches.',
    fault: (about) =>
      `${quoted(`! ${about(0)} ${about(1)}`)} never matches, because ${quoted(about(1))} is every address.`,
  },
  'wrong-family-extension': {
    means: 'A match or target only exists for the other family.',
    fault: (about) => `The ${about(0)} ${quoted(about(1))} only exists for IPv${about(2)}.`,
    says: (target: string, family: number) => `The target ${quoted(target)} only exists for IPv${family}.`,
    fixes: writeOrSkip,
  },
  'wrong-family-icmp': {
    means: 'A rule uses the ICMP of the other family, or IGMP in IPv6.',
    fault: (about, _, family) => {
      if (about(1) === 'IGMP')
        return `${quoted(about(0))} is IGMP, which only IPv4 has. IPv6 announces its multicast groups by ICMPv6: use "ipv6-icmp" with the types 130, 131, 132 and 143.`;
      const own = family === 4 ? 'icmp' : 'ipv6-icmp';
      const other = family === 4 ? 6 : 4;
      return `${quoted(about(0))} is the ICMP of IPv${other}, which IPv${family} packets never carry. Use ${quoted(own)}.`;
    },
    fixes: writeForFamily,
  },
} as const satisfies Declarations;
