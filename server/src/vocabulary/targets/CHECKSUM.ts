// -j CHECKSUM: a missing checksum, filled in.

import type { Extension } from '../schema.ts';

export const CHECKSUM: Extension = {
  kind: 'target',
  name: 'CHECKSUM',
  families: [4, 6],
  summary: 'Computes a checksum that was left for the network card to fill in.',
  detail:
    'For virtual machines whose old DHCP client refuses packets without one, on a bridge where no card ever fills it in.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--checksum-fill',
      values: [],
      required: true,
      summary: 'Fills the checksum in; there is nothing else to choose.',
    },
  ],
  examples: [{ table: 'mangle', rule: '-A POSTROUTING -p udp -m udp --dport 68 -j CHECKSUM --checksum-fill' }],
  source: 'iptables-extensions(8), CHECKSUM; libxt_CHECKSUM, by running 1.8.9 and 1.8.11',
};
