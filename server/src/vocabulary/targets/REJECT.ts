// -j REJECT: drops the packet and tells its sender.

import type { Extension } from '../schema.ts';
import type { Choice } from '../values/kinds.ts';

/** In the order in which the tools try them; a cut name is the first that fits. */
const REPLIES: readonly Choice[] = [
  { name: 'icmp-net-unreachable', family: 4, summary: 'The network cannot be reached.' },
  { name: 'net-unreach', family: 4, aliasOf: 'icmp-net-unreachable', summary: 'Short for `icmp-net-unreachable`.' },
  { name: 'icmp-host-unreachable', family: 4, summary: 'The host cannot be reached.' },
  { name: 'host-unreach', family: 4, aliasOf: 'icmp-host-unreachable', summary: 'Short for `icmp-host-unreachable`.' },
  { name: 'icmp-proto-unreachable', family: 4, summary: 'The host does not speak this protocol.' },
  {
    name: 'proto-unreach',
    family: 4,
    aliasOf: 'icmp-proto-unreachable',
    summary: 'Short for `icmp-proto-unreachable`.',
  },
  { name: 'icmp-port-unreachable', family: 4, summary: 'Nobody listens on the port.' },
  { name: 'port-unreach', family: 4, aliasOf: 'icmp-port-unreachable', summary: 'Short for `icmp-port-unreachable`.' },
  { name: 'icmp-net-prohibited', family: 4, summary: 'The network is forbidden by an administrator.' },
  { name: 'net-prohib', family: 4, aliasOf: 'icmp-net-prohibited', summary: 'Short for `icmp-net-prohibited`.' },
  { name: 'icmp-host-prohibited', family: 4, summary: 'The host is forbidden by an administrator.' },
  { name: 'host-prohib', family: 4, aliasOf: 'icmp-host-prohibited', summary: 'Short for `icmp-host-prohibited`.' },
  { name: 'tcp-reset', family: 4, summary: 'A TCP reset, as from a closed port; needs `-p tcp`.' },
  { name: 'tcp-rst', family: 4, aliasOf: 'tcp-reset', summary: 'Short for `tcp-reset`.' },
  { name: 'icmp-admin-prohibited', family: 4, summary: 'A firewall forbids the communication.' },
  { name: 'admin-prohib', family: 4, aliasOf: 'icmp-admin-prohibited', summary: 'Short for `icmp-admin-prohibited`.' },
  { name: 'icmp6-no-route', family: 6, summary: 'There is no route to the destination.' },
  { name: 'no-route', family: 6, aliasOf: 'icmp6-no-route', summary: 'Short for `icmp6-no-route`.' },
  { name: 'icmp6-adm-prohibited', family: 6, summary: 'A firewall forbids the communication.' },
  { name: 'adm-prohibited', family: 6, aliasOf: 'icmp6-adm-prohibited', summary: 'Short for `icmp6-adm-prohibited`.' },
  { name: 'icmp6-addr-unreachable', family: 6, summary: 'The address cannot be reached.' },
  {
    name: 'addr-unreach',
    family: 6,
    aliasOf: 'icmp6-addr-unreachable',
    summary: 'Short for `icmp6-addr-unreachable`.',
  },
  { name: 'icmp6-port-unreachable', family: 6, summary: 'Nobody listens on the port.' },
  {
    name: 'port-unreach',
    family: 6,
    aliasOf: 'icmp6-port-unreachable',
    summary: 'Short for `icmp6-port-unreachable`.',
  },
  { name: 'tcp-reset', family: 6, summary: 'A TCP reset, as from a closed port; needs `-p tcp`.' },
  { name: 'icmp6-policy-fail', family: 6, summary: "The source address fails the router's policy." },
  { name: 'policy-fail', family: 6, aliasOf: 'icmp6-policy-fail', summary: 'Short for `icmp6-policy-fail`.' },
  { name: 'icmp6-reject-route', family: 6, summary: 'The route to the destination is a rejecting one.' },
  { name: 'reject-route', family: 6, aliasOf: 'icmp6-reject-route', summary: 'Short for `icmp6-reject-route`.' },
];

const SYNONYMS = { blocked: 'prohibited', denied: 'prohibited', filtered: 'prohibited', forbidden: 'prohibited' };

export const REJECT: Extension = {
  kind: 'target',
  name: 'REJECT',
  families: [4, 6],
  summary: 'Drops the packet and answers with an error, so that the sender gives up at once.',
  detail:
    'Kinder than `DROP` to your own users, who need not wait for a timeout. Loads in the filter table only; ' +
    'ICMP errors are never answered, whatever the rule says.',
  terminates: true,
  fate: 'reject',
  places: [{ tables: ['filter'], hooks: ['INPUT', 'FORWARD', 'OUTPUT'] }],
  options: [
    {
      name: '--reject-with',
      values: [
        { kind: 'choice', what: 'an answer', choices: REPLIES, letterCase: 'any', cut: 'first', synonyms: SYNONYMS },
      ],
      summary: 'The answer to send.',
      detail: 'Write the name out: a cut one takes the first that fits, so `p` is a protocol error, not a port error.',
      default: 'icmp-port-unreachable, in IPv6 icmp6-port-unreachable',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 113 -j REJECT --reject-with tcp-reset' },
    { table: 'filter', rule: '-A FORWARD -j REJECT --reject-with icmp-admin-prohibited', family: 4 },
    { table: 'filter', rule: '-A FORWARD -j REJECT --reject-with icmp6-adm-prohibited', family: 6 },
  ],
  source: 'iptables-extensions(8), REJECT; libipt_REJECT and libip6t_REJECT, by running 1.8.9 and 1.8.11',
};
