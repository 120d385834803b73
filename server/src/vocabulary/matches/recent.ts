// -m recent: lists of addresses that the kernel has seen lately.

import type { Extension } from '../schema.ts';

const ACTIONS: readonly string[] = ['--set', '--rcheck', '--update', '--remove'];

/** What may not stand beside one of the four actions: the other three. */
function otherThan(name: string): readonly string[] {
  return ACTIONS.filter((action) => action !== name);
}

export const recent: Extension = {
  kind: 'match',
  name: 'recent',
  families: [4, 6],
  summary: 'Keeps a list of addresses with the times they were seen, and matches by it.',
  detail:
    'One rule puts the address on the list (`--set`), another asks whether it was there too often ' +
    '(`--update --seconds 60 --hitcount 4`). A list holds 100 addresses and forgets the oldest; ' +
    'the module parameter ip_list_tot changes that. It can be read and changed in /proc/net/xt_recent/NAME.',
  hangsOn: 'state',
  options: [
    {
      name: '--set',
      values: [],
      negatable: true,
      excludes: otherThan('--set'),
      summary: 'Puts the address on the list, or notes the time again if it is there; always matches.',
      detail: '`! --set` never matches, and still puts the address on the list.',
    },
    {
      name: '--rcheck',
      values: [],
      negatable: true,
      excludes: otherThan('--rcheck'),
      summary: 'Matches if the address is on the list; changes nothing.',
    },
    {
      name: '--update',
      values: [],
      negatable: true,
      excludes: otherThan('--update'),
      summary: 'Matches if the address is on the list, and then notes the time again.',
      detail:
        'Who keeps trying keeps being blocked: each try begins the `--seconds` anew. `--rcheck` lets the time run out.',
    },
    {
      name: '--remove',
      values: [],
      negatable: true,
      excludes: otherThan('--remove'),
      summary: 'Matches if the address is on the list, and takes it off.',
    },
    {
      name: '--seconds',
      values: [{ kind: 'integer', min: 1, max: 4294967295, unit: 'seconds' }],
      excludes: ['--set', '--remove'],
      summary: 'Only counts what was seen within so many seconds.',
      detail: 'For `--rcheck` and `--update`.',
      default: 'however long ago',
    },
    {
      name: '--reap',
      values: [],
      requires: ['--seconds'],
      summary: 'Throws entries off the list that are older than `--seconds`.',
    },
    {
      name: '--hitcount',
      values: [{ kind: 'integer', min: 0, max: 65535, unit: 'packets' }],
      summary: 'Only matches if the address was seen so many times or more.',
      detail:
        'For `--rcheck` and `--update`. Together with `--seconds` the packets of that time count. Older kernels stop at 255.',
      default: 'once is enough',
    },
    {
      name: '--rttl',
      values: [],
      excludes: ['--set', '--remove'],
      summary: 'Only matches if the time to live is that of the packet which put the address on the list.',
      detail: 'Against senders that forge the address of another to get it blocked.',
    },
    {
      name: '--name',
      values: [
        {
          kind: 'text',
          what: "a list's name",
          minBytes: 1,
          cutAfterBytes: 199,
          forbidden: '/',
          forbiddenWhy: 'the name becomes a file in /proc/net/xt_recent',
        },
      ],
      summary: 'The name of the list.',
      detail: 'Rules with the same name share one list.',
      default: 'DEFAULT',
    },
    {
      name: '--rsource',
      values: [],
      summary: 'The list is about source addresses.',
      detail: 'Of `--rsource` and `--rdest` in one rule the later one holds.',
      default: 'it is about source addresses anyway',
    },
    { name: '--rdest', values: [], summary: 'The list is about destination addresses.' },
    {
      name: '--mask',
      values: [{ kind: 'host' }],
      summary: 'A mask for the addresses: those that agree in its bits count as one.',
      detail:
        'Written as an address: `255.255.255.0` or `ffff:ffff:ffff:ffff::`. A length is not meant here: `24` is read as the address 0.0.0.24.',
      default: 'all bits count',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ACTIONS }],
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p tcp -m tcp --dport 22 -m recent --update --seconds 60 --hitcount 4 --name SSH -j DROP',
    },
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 22 -m recent --set --name SSH -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -m recent --rcheck --name SCAN --mask 255.255.255.0 -j DROP', family: 4 },
    {
      table: 'filter',
      rule: '-A INPUT -m recent --rcheck --name SCAN --mask ffff:ffff:ffff:ffff:: -j DROP',
      family: 6,
    },
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 7000 -m recent --remove --name SSH -j DROP' },
    { table: 'filter', rule: '-A INPUT -m recent --rcheck --seconds 3600 --reap --rttl --name SCAN --rsource -j DROP' },
    { table: 'filter', rule: '-A OUTPUT -p udp -m recent --set --name ASKED --rdest -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), recent; libxt_recent revision 1, by running 1.8.9 and 1.8.11 on Linux 6',
};
