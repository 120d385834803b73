// What iptables-lint trace takes. The words of the packet and of the machine are those of analysis/trace/words.ts.

import type { CommandLine } from '../options/command-line.ts';
import { HELP_AND_VERSION, READING } from '../options/common.ts';

export const TRACE: CommandLine = {
  name: 'iptables-lint trace',
  summary: 'what becomes of a packet under the rules of a file',
  usage: [
    ['FILE [OPTION]... PACKET...'],
    ['FILE [OPTION]... --packets - --format json', 'reads packets as JSON lines'],
  ],
  description: ['What is not said of the packet is filled in with what is usual.'],
  groups: [
    {
      title: 'The packet',
      options: [
        { name: 'in', value: 'INTERFACE', about: 'came in by it' },
        { name: 'from-here', about: 'this machine sends it' },
        { name: 'src', value: 'ADDRESS', about: 'where it comes from' },
        { name: 'dst', value: 'ADDRESS', about: 'where it goes to (an address of this machine)' },
        { name: 'to-here', about: 'it goes to an address of this machine' },
        { name: 'proto', value: 'NAME', about: 'tcp, udp, icmp, ipv6-icmp ... or a number (tcp)' },
        { name: 'sport', value: 'PORT', about: 'where it comes from (50000, for tcp and udp)' },
        { name: 'dport', value: 'PORT', about: 'where it goes to' },
        {
          name: 'state',
          value: 'STATE',
          about: 'NEW, ESTABLISHED, RELATED, INVALID or UNTRACKED (worked out; NEW for a SYN)',
        },
        {
          name: 'flags',
          value: 'LETTERS',
          about: 'those of SAFRPU that are set (S, and with --state ESTABLISHED A)',
        },
        { name: 'icmp-type', value: 'NUMBER', about: 'the type of ICMP (that of an echo request)' },
        { name: 'icmp-code', value: 'NUMBER', about: 'the code of ICMP (0)' },
        { name: 'ttl', value: 'NUMBER', about: 'its TTL or hop limit' },
        { name: 'tos', value: 'NUMBER', about: 'its TOS or traffic class' },
        { name: 'mark', value: 'NUMBER', about: 'its mark' },
        { name: 'length', value: 'NUMBER', about: 'how many bytes it has' },
        { name: 'mac-src', value: 'ADDRESS', about: 'the MAC address that it comes from' },
        { name: 'pkttype', value: 'TYPE', about: 'unicast, broadcast or multicast' },
        { name: 'uid', value: 'NUMBER', about: 'the user who sends it' },
        { name: 'gid', value: 'NUMBER', about: 'the group that sends it' },
        { name: 'ctdir', value: 'DIRECTION', about: 'ORIGINAL or REPLY' },
        { name: 'packets', value: ['-'], about: 'reads packets as JSON lines from standard input' },
        { name: 'format', value: ['json', 'text'], about: 'how to print the answers (text; json for --packets)' },
      ],
    },
    {
      title: 'The machine',
      options: [
        {
          name: 'address',
          value: 'INTERFACE=ADDRESS/LENGTH',
          about: 'one of its addresses; may stand several times',
          isList: true,
        },
        {
          name: 'route',
          value: 'NETWORK=INTERFACE',
          about: 'a route, NETWORK may be default; may stand several times',
          isList: true,
        },
        {
          name: 'path',
          value: 'input|forward',
          about: 'where the packet goes, instead of addresses and routes',
        },
        { name: 'out', value: 'INTERFACE', about: 'by which the packet leaves, instead of addresses and routes' },
      ],
    },
    {
      title: 'The file',
      options: [...READING, ...HELP_AND_VERSION],
    },
  ],
  statuses: { 0: 'there is an answer ("unknown" is one)', 2: 'wrong usage or something could not be read' },
  more: 'More in docs/analysis/trace.md.',
};
