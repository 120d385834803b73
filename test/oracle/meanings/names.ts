// Owns the probes of names: connection states and other choices, classes, levels, accounts, texts.
import type { ChoiceMeaning } from '../../../server/src/vocabulary/values/meaning.ts';
import type { Random } from '../fuzz/random.ts';
import { type Probe, probe } from './probe.ts';
import { otherwise } from './words.ts';

/** The names in the order in which the tools save them. */
function inOrder({ choices }: ChoiceMeaning, order: readonly string[]): string {
  const names = new Set(choices.map(({ name }) => name));
  return order
    .filter((name) => names.delete(name))
    .concat(...names)
    .join(',');
}

const STATES = ['INVALID', 'NEW', 'RELATED', 'ESTABLISHED', 'UNTRACKED', 'SNAT', 'DNAT'] as const;
const STATUSES = ['EXPECTED', 'SEEN_REPLY', 'ASSURED', 'CONFIRMED'] as const;

/** Lists of names that are cut somewhere, in any case. */
function cut(names: readonly string[]): (random: Random) => string {
  return (random) =>
    random.list(1, 4, ',', () => {
      const name = random.pick(names) ?? '';
      const short = name.slice(0, random.int(1, name.length));
      return random.chance(0.5) ? short.toLowerCase() : short;
    });
}

export const NAMES: readonly Probe[] = [
  probe('choice', '--ctstate', {
    of: ['conntrack', '--ctstate'],
    words: cut(STATES),
    rule: (word) => `-m conntrack --ctstate ${word} @`,
    saved: (meaning) => `-m conntrack --ctstate ${inOrder(meaning, STATES)} @`,
  }),
  probe('choice', '--state', {
    of: ['state', '--state'],
    words: cut(STATES),
    rule: (word) => `-m state --state ${word} @`,
    saved: (meaning) => `-m state --state ${inOrder(meaning, STATES)} @`,
  }),
  probe('choice', '--ctstatus', {
    of: ['conntrack', '--ctstatus'],
    words: cut([...STATUSES, 'NONE']),
    rule: (word) => `-m conntrack --ctstatus ${word} @`,
    // NONE has no bit, so that it counts beside nothing.
    saved: (meaning) => `-m conntrack --ctstatus ${inOrder(meaning, STATUSES).replace(/,NONE/, '')} @`,
  }),
  probe('choice', '--dscp-class', {
    of: ['dscp', '--dscp-class'],
    words: (random) =>
      `${random.pick(['EF', 'cs1', 'CS7', 'af11', 'AF43', 'be', 'Ef'])}${random.pick(['', 'x', '1', ' '])}`,
    rule: (word) => `-m dscp --dscp-class ${word} @`,
    saved: ({ choices: [choice] }) => `-m dscp --dscp 0x${(choice?.number ?? -1).toString(16).padStart(2, '0')} @`,
  }),
  probe('choice', '--pkt-type', {
    of: ['pkttype', '--pkt-type'],
    rule: (word) => `-m pkttype --pkt-type ${word} @`,
    saved: ({ choices: [choice] }) => `-m pkttype --pkt-type ${PACKET_TYPES.get(choice?.name ?? '') ?? choice?.name} @`,
  }),
  probe('choice', '--dst-type', {
    of: ['addrtype', '--dst-type'],
    rule: (word) => `-m addrtype --dst-type ${word} @`,
    saved: (meaning) =>
      `-m addrtype --dst-type ${inOrder(meaning, ['UNSPEC', 'UNICAST', 'LOCAL', 'BROADCAST', 'ANYCAST', 'MULTICAST', 'BLACKHOLE', 'UNREACHABLE', 'PROHIBIT', 'THROW', 'NAT', 'XRESOLVE'])} @`,
  }),
  probe('choice', '--reject-with', {
    of: ['REJECT', '--reject-with'],
    rule: (word) => `-p tcp @ -j REJECT --reject-with ${word}`,
    saved: ({ choices: [choice] }) =>
      `-p tcp @ -j REJECT --reject-with ${REPLIES.get(choice?.name ?? '') ?? choice?.name}`,
  }),
  probe('log-level', '--log-level', {
    of: ['LOG', '--log-level'],
    rule: (word) => `@ -j LOG --log-level ${word}`,
    saved: ({ level }) => (level === 4 ? '@ -j LOG' : `@ -j LOG --log-level ${level}`),
  }),
  probe('account', '--uid-owner', {
    chain: 'OUTPUT',
    of: ['owner', '--uid-owner'],
    words: (random) => {
      const one = () => otherwise(String(random.pick([0, 1, 1000, 4294967294, random.int(0, 70000)])), random);
      return random.pick([one(), `${one()}-${one()}`, `${one()}:${one()}`]);
    },
    rule: (word) => `-m owner --uid-owner ${word} @`,
    saved: (meaning) => {
      if (meaning.kind === 'unknown') return undefined;
      const { first, last } = meaning;
      return `-m owner --uid-owner ${first === last ? first : `${first}-${last}`} @`;
    },
  }),
  probe('text', '--log-prefix', {
    of: ['LOG', '--log-prefix'],
    words: (random) => `${'x'.repeat(random.int(20, 40))}`,
    rule: (word) => `@ -j LOG --log-prefix ${word}`,
    saved: ({ text }) => (/^\w+$/.test(text) ? `@ -j LOG --log-prefix ${text}` : undefined),
  }),
];

const PACKET_TYPES: ReadonlyMap<string, string> = new Map([
  ['bcast', 'broadcast'],
  ['host', 'unicast'],
  ['mcast', 'multicast'],
]);

/** Short names that the tools save in full. */
const REPLIES: ReadonlyMap<string, string> = new Map([
  ['net-unreach', 'icmp-net-unreachable'],
  ['host-unreach', 'icmp-host-unreachable'],
  ['proto-unreach', 'icmp-proto-unreachable'],
  ['port-unreach', 'icmp-port-unreachable'],
  ['net-prohib', 'icmp-net-prohibited'],
  ['host-prohib', 'icmp-host-prohibited'],
  ['tcp-rst', 'tcp-reset'],
  ['admin-prohib', 'icmp-admin-prohibited'],
]);
