// -j SYNPROXY: TCP handshakes, answered in the server's place.

import type { Extension } from '../schema.ts';

export const SYNPROXY: Extension = {
  kind: 'target',
  name: 'SYNPROXY',
  families: [4, 6],
  summary: 'Answers TCP handshakes in place of the server, which thus never sees a flood of forged ones.',
  detail:
    'It takes the first packets untracked: `CT --notrack` for SYN in the raw table, ' +
    '`-m conntrack --ctstate INVALID,UNTRACKED` here, and a rule that drops INVALID after it. The options must say what ' +
    'the server itself would answer. Needs `net.netfilter.nf_conntrack_tcp_loose=0`.',
  terminates: 'some-packets',
  fate: 'drop',
  places: [{ hooks: ['INPUT', 'FORWARD'] }],
  protocols: ['tcp'],
  options: [
    {
      name: '--sack-perm',
      values: [],
      summary: 'Offers selective acknowledgements.',
    },
    {
      name: '--timestamp',
      values: [],
      summary: 'Offers timestamps; without them the other options are lost.',
    },
    {
      name: '--wscale',
      values: [{ kind: 'integer', min: 0, max: 0xffffffff }],
      summary: 'The window scale that the server uses, of 0 to 14.',
      detail: 'The tools take any number and keep its lowest 8 bits.',
    },
    {
      name: '--mss',
      values: [{ kind: 'integer', min: 0, max: 0xffffffff, unit: 'bytes' }],
      summary: 'The largest segment that the server takes, such as 1460.',
      detail: 'The tools take any number and keep its lowest 16 bits.',
    },
    {
      name: '--ecn',
      values: [],
      summary: 'Offers explicit congestion notification.',
    },
  ],
  examples: [
    {
      table: 'filter',
      rule:
        '-A INPUT -p tcp -m tcp --dport 443 -m conntrack --ctstate INVALID,UNTRACKED ' +
        '-j SYNPROXY --sack-perm --timestamp --wscale 7 --mss 1460',
    },
    {
      table: 'filter',
      rule: '-A INPUT -p tcp -m tcp --dport 80 -m conntrack --ctstate INVALID,UNTRACKED -j SYNPROXY --sack-perm --timestamp --mss 1460 --ecn',
    },
  ],
  source: 'iptables-extensions(8), SYNPROXY; libxt_SYNPROXY and xt_SYNPROXY, by running 1.8.9 and 1.8.11',
};
