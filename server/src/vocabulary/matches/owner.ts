// -m owner: the user and group that a local packet comes from.

import type { Extension } from '../schema.ts';

export const owner: Extension = {
  kind: 'match',
  name: 'owner',
  families: [4, 6],
  summary: 'Matches packets of this machine by the user or group whose socket sent them.',
  detail:
    'Packets without a socket and the answers of the kernel itself have no owner; with `!` they match. Packets that arrive or are forwarded have no known owner, so only OUTPUT and POSTROUTING allow the match.',
  places: [{ hooks: ['OUTPUT', 'POSTROUTING'] }],
  hangsOn: 'machine',
  options: [
    {
      name: '--uid-owner',
      values: [{ kind: 'account', of: 'user' }],
      negatable: true,
      summary: 'The user, by name or number, or a range of numbers.',
      detail: 'A name is looked up when the rules are loaded. `1000-1999` is a range; names make none.',
    },
    {
      name: '--gid-owner',
      values: [{ kind: 'account', of: 'group' }],
      negatable: true,
      summary: "The group of the socket's file, by name or number, or a range of numbers.",
      detail: "It is the process's primary group; `--suppl-groups` adds the others.",
    },
    {
      name: '--socket-exists',
      values: [],
      negatable: true,
      summary: 'The packet has a socket.',
    },
    {
      name: '--suppl-groups',
      values: [],
      requires: ['--gid-owner'],
      summary: 'Looks for the group of `--gid-owner` among the supplementary groups too.',
      detail: 'It must stand after `--gid-owner`.',
      default: 'only the primary group counts',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--uid-owner', '--gid-owner', '--socket-exists'] }],
  examples: [
    { table: 'filter', rule: '-A OUTPUT -p tcp --dport 25 -m owner ! --uid-owner 0 -j DROP' },
    { table: 'mangle', rule: '-A OUTPUT -m owner --gid-owner 1000-1999 --suppl-groups -j MARK --set-mark 1' },
    { table: 'filter', rule: '-A OUTPUT -m owner --socket-exists -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), owner; libxt_owner revision 1, by running 1.8.9 and 1.8.11',
};
