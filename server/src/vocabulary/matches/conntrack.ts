// -m conntrack: what connection tracking knows of the packet's connection.

import type { Extension, Option } from '../schema.ts';
import type { Choice } from '../values/kinds.ts';

const STATES: readonly Choice[] = [
  { name: 'INVALID', summary: 'The packet fits no connection and cannot begin one.' },
  { name: 'NEW', summary: 'The packet begins a connection, or belongs to one that was seen in one direction only.' },
  { name: 'ESTABLISHED', summary: 'The packet belongs to a connection that was seen in both directions.' },
  {
    name: 'RELATED',
    summary: 'The packet begins a connection that another one announced: an ICMP error, an FTP data transfer.',
  },
  { name: 'UNTRACKED', summary: 'The packet was taken out of tracking by `-j CT --notrack` in the raw table.' },
  { name: 'SNAT', summary: "The connection's source address or port is translated." },
  { name: 'DNAT', summary: "The connection's destination address or port is translated." },
];

const STATUSES: readonly Choice[] = [
  { name: 'NONE', summary: 'Never matches: it means no status at all.' },
  { name: 'EXPECTED', summary: 'A helper such as the one for FTP announced the connection.' },
  { name: 'SEEN_REPLY', summary: 'Packets went both ways.' },
  { name: 'ASSURED', summary: 'The connection is not thrown out early when the table is full.' },
  { name: 'CONFIRMED', summary: 'The packet that began the connection got past all rules.' },
];

const DIRECTIONS: readonly Choice[] = [
  { name: 'ORIGINAL', summary: 'The direction of the first packet.' },
  { name: 'REPLY', summary: 'The direction of the answer.' },
];

const ORIGINAL_NOTE = 'Of the first packet, before any translation.';
const REPLY_NOTE = 'Of the reply: with NAT it is not simply the first packet with its addresses swapped.';

function address(name: string, summary: string, detail: string): Option {
  return { name, values: [{ kind: 'network' }], negatable: true, summary, detail };
}

function port(name: string, summary: string, detail: string): Option {
  return { name, values: [{ kind: 'port-range', ordered: { since: '1.8.11' } }], negatable: true, summary, detail };
}

const OPTIONS: readonly Option[] = [
  {
    name: '--ctstate',
    values: [{ kind: 'choice', what: 'a state', choices: STATES, letterCase: 'any', cut: 'first', list: ',' }],
    negatable: true,
    summary: 'The state of the connection: one of a list.',
    detail: '`RELATED,ESTABLISHED` near the top of INPUT lets the answers in; no blank after the comma.',
  },
  {
    name: '--ctproto',
    values: [{ kind: 'protocol', exactCase: true }],
    negatable: true,
    summary: "The connection's protocol, by name or number.",
    detail: 'An ICMP error about a TCP connection has `-p icmp` but `--ctproto tcp`.',
  },
  address('--ctorigsrc', 'The address that began the connection.', ORIGINAL_NOTE),
  address(
    '--ctorigdst',
    'The address that the connection was made to.',
    `${ORIGINAL_NOTE} After DNAT it is still the public address.`,
  ),
  address('--ctreplsrc', 'The address that answers.', REPLY_NOTE),
  address('--ctrepldst', 'The address that the answers go to.', REPLY_NOTE),
  {
    name: '--ctstatus',
    values: [{ kind: 'choice', what: 'a status', choices: STATUSES, letterCase: 'any', cut: 'first', list: ',' }],
    negatable: true,
    summary: 'The internal status of the connection: one of a list.',
  },
  {
    name: '--ctexpire',
    values: [{ kind: 'integer-range', min: 0, max: 4294967295, unit: 'seconds', ordered: { since: '1.8.11' } }],
    negatable: true,
    hangsOn: 'state',
    summary: 'The seconds that are left until the connection is forgotten.',
  },
  port('--ctorigsrcport', 'The port that began the connection.', ORIGINAL_NOTE),
  port('--ctorigdstport', 'The port that the connection was made to.', ORIGINAL_NOTE),
  port('--ctreplsrcport', 'The port that answers.', REPLY_NOTE),
  port('--ctrepldstport', 'The port that the answers go to.', REPLY_NOTE),
  {
    name: '--ctdir',
    values: [{ kind: 'choice', what: 'a direction', choices: DIRECTIONS, letterCase: 'any' }],
    summary: 'The direction in which the packet travels.',
    default: 'either direction',
  },
];

export const conntrack: Extension = {
  kind: 'match',
  name: 'conntrack',
  families: [4, 6],
  summary: 'Matches by the connection that the packet belongs to: its state, addresses, ports, direction.',
  detail: 'Takes the place of the older `-m state`; `--ctstate` knows SNAT and DNAT as well.',
  hangsOn: 'machine',
  options: OPTIONS,
  groups: [{ rule: 'at-least-one', options: OPTIONS.map((option) => option.name) }],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    { table: 'filter', rule: '-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -m conntrack --ctstate INVALID -j DROP' },
    {
      table: 'filter',
      rule: '-A FORWARD -m conntrack --ctstate DNAT --ctorigdst 203.0.113.7 --ctorigdstport 443 -j ACCEPT',
      family: 4,
    },
    { table: 'filter', rule: '-A FORWARD -m conntrack ! --ctorigsrc 2001:db8::/32 --ctstate NEW -j DROP', family: 6 },
    { table: 'filter', rule: '-A INPUT -m conntrack --ctstatus ASSURED --ctexpire 3600: -j ACCEPT' },
    {
      table: 'filter',
      rule: '-A FORWARD -m conntrack --ctproto tcp --ctorigsrc 192.0.2.0/24 --ctorigsrcport 1024: --ctdir ORIGINAL -j ACCEPT',
      family: 4,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m conntrack --ctproto tcp --ctreplsrc 198.51.100.7 --ctreplsrcport 443 --ctrepldst 203.0.113.7 --ctrepldstport 1024: -j ACCEPT',
      family: 4,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m conntrack --ctproto tcp --ctorigsrcport 1024: --ctorigdst 2001:db8::80 --ctorigdstport 443 --ctdir ORIGINAL -j ACCEPT',
      family: 6,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m conntrack --ctproto tcp --ctreplsrc 2001:db8::80 --ctreplsrcport 443 --ctrepldst 2001:db8:1::/48 --ctrepldstport 1024: -j ACCEPT',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), conntrack; libxt_conntrack revision 3, by running 1.8.9 and 1.8.11',
};
