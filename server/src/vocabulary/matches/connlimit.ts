// -m connlimit: how many connections a host or network has at once.

import type { Extension } from '../schema.ts';

export const connlimit: Extension = {
  kind: 'match',
  name: 'connlimit',
  families: [4, 6],
  summary: 'Matches by the number of connections that a host or network has open at once.',
  detail: 'Counted by source address unless `--connlimit-daddr` is given. For a number per second see `-m hashlimit`.',
  hangsOn: 'state',
  options: [
    {
      name: '--connlimit-upto',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'connections' }],
      negatable: true,
      excludes: ['--connlimit-above'],
      summary: 'Matches while there are at most so many connections.',
    },
    {
      name: '--connlimit-above',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'connections' }],
      negatable: true,
      excludes: ['--connlimit-upto'],
      summary: 'Matches once there are more than so many connections.',
      detail:
        'The packet at hand counts: with `--connlimit-above 3` the fourth connection matches. While there are more, packets of the older ones match too: add `--syn` or `--ctstate NEW`.',
    },
    {
      name: '--connlimit-mask',
      values: [{ kind: 'prefix-length', mask: true }],
      summary: 'Counts all addresses with the same first bits together: 24 makes one group of each /24.',
      default: 'each address alone (32, with IPv6 128)',
    },
    {
      name: '--connlimit-saddr',
      values: [],
      excludes: ['--connlimit-daddr'],
      summary: 'Counts by source address.',
      default: 'by source address',
    },
    {
      name: '--connlimit-daddr',
      values: [],
      excludes: ['--connlimit-saddr'],
      summary: 'Counts by destination address.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--connlimit-upto', '--connlimit-above'] }],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --syn --dport 22 -m connlimit --connlimit-above 3 -j REJECT --reject-with tcp-reset',
    },
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --syn --dport 80 -m connlimit --connlimit-above 20 --connlimit-mask 24 -j DROP',
      family: 4,
    },
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --syn --dport 80 -m connlimit --connlimit-above 20 --connlimit-mask 64 -j DROP',
      family: 6,
    },
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --syn --dport 25 -m connlimit --connlimit-upto 10 --connlimit-saddr -j ACCEPT',
    },
    {
      table: 'filter',
      rule: '-A FORWARD -p tcp --syn --dport 443 -m connlimit --connlimit-above 200 --connlimit-daddr -j DROP',
    },
  ],
  source: 'iptables-extensions(8), connlimit; libxt_connlimit revision 1, by running 1.8.9 and 1.8.11',
};
