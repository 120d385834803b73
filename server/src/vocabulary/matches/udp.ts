// -m udp: ports of UDP.

import type { Extension } from '../schema.ts';
import { EVERY_PORT } from './tcp.ts';

export const udp: Extension = {
  kind: 'match',
  name: 'udp',
  families: [4, 6],
  summary: 'Matches UDP datagrams by port.',
  detail:
    'Loaded by itself when an unknown option follows `-p udp`, so `-m udp` may be left out. Lists of ports are `-m multiport`.',
  protocols: ['udp'],
  nativeToNft: [
    { name: '--sport', idle: EVERY_PORT },
    { name: '--dport', idle: EVERY_PORT },
  ],
  options: [
    {
      name: '--sport',
      aliases: ['--source-port'],
      values: [{ kind: 'port-range', ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The port that the datagram comes from.',
      detail:
        'Answers of a server come from its port: `--sport 53` lets in what looks like DNS, from anyone. ' +
        '`-m conntrack --ctstate ESTABLISHED` lets in only the answers that were asked for.',
    },
    {
      name: '--dport',
      aliases: ['--destination-port'],
      values: [{ kind: 'port-range', ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The port that the datagram is for.',
      detail: '`--dport 60000:61000` takes both ends and all between; `1024:` goes up to 65535.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p udp -m udp --dport 53 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p udp -m udp --sport 67 --dport 68 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), udp; libxt_udp, by running 1.8.9 and 1.8.11',
};
