// -m ecn: the bits of explicit congestion notification.

import type { Extension } from '../schema.ts';

export const ecn: Extension = {
  kind: 'match',
  name: 'ecn',
  families: [4, 6],
  summary: 'Matches by the bits of explicit congestion notification (ECN) in the IP and TCP headers.',
  detail: 'The TCP bits need `-p tcp`; the IP bits can be asked of any packet.',
  protocols: ['tcp'],
  protocolsWith: ['--ecn-tcp-cwr', '--ecn-tcp-ece'],
  options: [
    {
      name: '--ecn-tcp-cwr',
      values: [],
      negatable: true,
      summary: 'The TCP bit CWR: the sender has slowed down.',
    },
    {
      name: '--ecn-tcp-ece',
      values: [],
      negatable: true,
      summary: 'The TCP bit ECE: the receiver saw congestion, or, with SYN, both ends may use ECN.',
    },
    {
      name: '--ecn-ip-ect',
      values: [{ kind: 'integer', min: 0, max: 3 }],
      negatable: true,
      summary: 'The two ECN bits of the IP header.',
      detail: '0: the sender does not use ECN. 1 and 2: it does. 3: a router met congestion.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--ecn-tcp-cwr', '--ecn-tcp-ece', '--ecn-ip-ect'] }],
  examples: [
    { table: 'mangle', rule: '-A FORWARD -m ecn --ecn-ip-ect 3 -j MARK --set-mark 1' },
    { table: 'filter', rule: '-A INPUT -p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), ecn; libxt_ecn, by running 1.8.9 and 1.8.11',
};
