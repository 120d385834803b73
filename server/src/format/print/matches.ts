// What iptables-save prints of matches, by name. Of a match that is not here nothing is rewritten.

import type { ReadContext } from '../../vocabulary/values/kind.ts';
import { hex } from './numbers.ts';
import {
  type ExtensionPrint,
  idleAt,
  inOrder,
  named,
  type OptionPrint,
  renamed,
  row,
  rows,
  withText,
} from './option.ts';
import { printedValue } from './values.ts';
import { plainText, quotedText } from './words.ts';

const STATES = ['INVALID', 'NEW', 'RELATED', 'ESTABLISHED', 'UNTRACKED', 'SNAT', 'DNAT'] as const;
const STATUSES = ['EXPECTED', 'SEEN_REPLY', 'ASSURED', 'CONFIRMED'] as const;
const ADDRESS_TYPES = [
  'UNSPEC',
  'UNICAST',
  'LOCAL',
  'BROADCAST',
  'ANYCAST',
  'MULTICAST',
  'BLACKHOLE',
  'UNREACHABLE',
  'PROHIBIT',
  'THROW',
  'NAT',
  'XRESOLVE',
] as const;

const PACKET_TYPES: ReadonlyMap<string, string> = new Map([
  ['bcast', 'broadcast'],
  ['host', 'unicast'],
  ['mcast', 'multicast'],
]);

/** --syn is short for flags. */
const syn: OptionPrint = (said) => named({ ...said, name: '--tcp-flags' }, 'FIN,SYN,RST,ACK SYN');

/** --dscp and --dscp-class are saved as a number of two digits. */
const dscp: OptionPrint = (said, context) => {
  const [text = ''] = said.texts;
  const [kind] = said.kinds;
  const number = kind && printedValue(text, kind, context);
  return named(said, number && hex(Number(number), 2));
};

const quoted = withText(quotedText);
const plain = withText(plainText);

const everyBit = ({ family }: ReadContext): string =>
  family === 4 ? '255.255.255.255' : 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';

export const MATCH_PRINTS: ReadonlyMap<string, ExtensionPrint> = new Map<string, ExtensionPrint>([
  [
    'addrtype',
    [
      row('--src-type', inOrder(ADDRESS_TYPES)),
      row('--dst-type', inOrder(ADDRESS_TYPES)),
      ...rows('--limit-iface-in', '--limit-iface-out'),
    ],
  ],
  ['comment', [row('--comment', quoted)]],
  ['connmark', rows('--mark')],
  [
    'conntrack',
    [
      row('--ctproto'),
      row('--ctstate', inOrder(STATES)),
      ...rows('--ctorigsrc', '--ctorigdst', '--ctreplsrc', '--ctrepldst'),
      row('--ctorigsrcport'),
      row('--ctorigdstport'),
      row('--ctreplsrcport'),
      row('--ctrepldstport'),
      row('--ctstatus', inOrder(STATUSES)),
      ...rows('--ctexpire', '--ctdir'),
    ],
  ],
  ['dscp', [row('--dscp', dscp)]],
  ['esp', [row('--espspi', idleAt('0:4294967295'))]],
  ['helper', [row('--helper', quoted)]],
  ['hl', rows('--hl-eq', '--hl-lt', '--hl-gt')],
  ['icmp', rows('--icmp-type')],
  ['icmp6', rows('--icmpv6-type')],
  ['iprange', rows('--src-range', '--dst-range')],
  ['length', rows('--length')],
  ['limit', [row('--limit', undefined, () => '--limit 3/hour'), row('--limit-burst', idleAt('5'))]],
  ['mac', rows('--mac-source')],
  ['mark', rows('--mark')],
  ['multiport', rows('--sports', '--dports', '--ports')],
  ['owner', rows('--uid-owner', '--gid-owner', '--socket-exists')],
  ['physdev', rows('--physdev-is-in', '--physdev-in', '--physdev-is-out', '--physdev-out', '--physdev-is-bridged')],
  ['pkttype', [row('--pkt-type', renamed(PACKET_TYPES))]],
  [
    'recent',
    [
      ...rows('--set', '--rcheck', '--update', '--remove', '--seconds', '--reap', '--hitcount', '--rttl'),
      row('--name', plain, () => '--name DEFAULT'),
      row('--mask', undefined, (_has, family) => `--mask ${everyBit({ family })}`),
      row('--rsource', undefined, (has) => (has('--rdest') ? '' : '--rsource')),
      row('--rdest'),
    ],
  ],
  [
    'set',
    [
      row('--match-set', (said, context) => {
        const [name = '', directions = ''] = said.texts;
        const [, kind] = said.kinds;
        const printed = kind && printedValue(directions, kind, context);
        const set = plainText(name);
        return named(said, set && printed && `${set} ${printed}`);
      }),
      row('--return-nomatch'),
    ],
  ],
  ['sctp', rows('--sport', '--dport')],
  ['state', [row('--state', inOrder(STATES))]],
  ['tcp', [...rows('--sport', '--dport', '--tcp-option', '--tcp-flags'), row('--syn', syn)]],
  ['tcpmss', rows('--mss')],
  ['tos', rows('--tos')],
  ['ttl', rows('--ttl-eq', '--ttl-gt', '--ttl-lt')],
  ['udp', rows('--sport', '--dport')],
]);
