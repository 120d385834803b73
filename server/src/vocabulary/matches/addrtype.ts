// -m addrtype: the kind of an address, as the routing table sees it.

import type { Extension } from '../schema.ts';
import type { Choice, ChoiceValue } from '../values/kinds.ts';

/** In the order of the library: a cut name stands for the first that fits, so `UN` is UNSPEC. */
const TYPES: readonly Choice[] = [
  { name: 'UNSPEC', summary: 'No address at all: `::`. Nothing in IPv4, where 0.0.0.0 counts as BROADCAST.' },
  {
    name: 'UNICAST',
    summary: 'An address of one machine elsewhere, reached by a route; in IPv6 one of this machine too.',
  },
  { name: 'LOCAL', summary: 'An address of this machine.' },
  {
    name: 'BROADCAST',
    summary: 'A broadcast address of a network that this machine is on, 255.255.255.255 or 0.0.0.0.',
    family: 4,
  },
  { name: 'ANYCAST', summary: 'An anycast address.' },
  { name: 'MULTICAST', summary: 'A multicast address.' },
  { name: 'BLACKHOLE', summary: 'An address with a route that drops silently.', family: 4 },
  { name: 'UNREACHABLE', summary: 'An address with a route that answers `unreachable`.' },
  { name: 'PROHIBIT', summary: 'An address with a route that answers `prohibited`.', family: 4 },
  { name: 'THROW', summary: 'An address with a route that ends the lookup in its table.', family: 4 },
  { name: 'NAT', summary: 'A route type of old kernels; nothing has it today.', family: 4 },
  { name: 'XRESOLVE', summary: 'A route type that was never made; nothing has it.', family: 4 },
];

const TYPE_LIST: ChoiceValue = {
  kind: 'choice',
  what: 'an address type',
  choices: TYPES,
  letterCase: 'any',
  cut: 'first',
  list: ',',
};

export const addrtype: Extension = {
  kind: 'match',
  name: 'addrtype',
  families: [4, 6],
  summary: 'Matches by the kind of an address: of this machine, broadcast, multicast ...',
  detail:
    'The routing table decides, at the moment of the packet: a new address on an interface counts at once. ' +
    'In IPv6 an address must have all types of a list at once: `UNICAST,MULTICAST` never matches there.',
  hangsOn: 'machine',
  options: [
    {
      name: '--src-type',
      values: [TYPE_LIST],
      negatable: true,
      summary: 'What the source address is: one of a list, in IPv6 everything in the list.',
    },
    {
      name: '--dst-type',
      values: [TYPE_LIST],
      negatable: true,
      summary: 'What the destination address is: one of a list, in IPv6 everything in the list.',
      detail:
        '`--dst-type LOCAL` in nat PREROUTING picks what is addressed to this machine, whichever its addresses are.',
    },
    {
      name: '--limit-iface-in',
      values: [],
      excludes: ['--limit-iface-out'],
      places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
      summary: 'Looks only at the addresses and routes of the interface that the packet came in by.',
    },
    {
      name: '--limit-iface-out',
      values: [],
      excludes: ['--limit-iface-in'],
      places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
      summary: 'Looks only at the addresses and routes of the interface that the packet goes out by.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--src-type', '--dst-type'] }],
  examples: [
    { table: 'nat', rule: '-A PREROUTING -p tcp --dport 80 -m addrtype --dst-type LOCAL -j REDIRECT --to-ports 8080' },
    { table: 'filter', rule: '-A INPUT -m addrtype --dst-type BROADCAST,MULTICAST -j DROP', family: 4 },
    { table: 'filter', rule: '-A INPUT -m addrtype --src-type MULTICAST -j DROP' },
    { table: 'filter', rule: '-A FORWARD -m addrtype ! --dst-type UNICAST -j DROP' },
    { table: 'filter', rule: '-A INPUT -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT' },
    { table: 'filter', rule: '-A OUTPUT -m addrtype ! --src-type LOCAL --limit-iface-out -j DROP' },
  ],
  source: 'iptables-extensions(8), addrtype; libxt_addrtype revision 1, by running 1.8.9 and 1.8.11',
};
