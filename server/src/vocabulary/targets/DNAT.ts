// -j DNAT: another destination for the connection.

import type { Extension } from '../schema.ts';

export const DNAT: Extension = {
  kind: 'target',
  name: 'DNAT',
  families: [4, 6],
  summary: 'Sends the connection to another address or port; the answers are translated back by themselves.',
  detail:
    'Only the first packet of a connection meets the nat table, the rest follows its fate. ' +
    'The filter table sees the new destination, so the FORWARD rule that accepts it names the inner address and port. ' +
    'From outside 127.0.0.1 is reached only with `net.ipv4.conf.<interface>.route_localnet=1`.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['nat'], hooks: ['PREROUTING', 'OUTPUT'] }],
  options: [
    {
      name: '--to-destination',
      values: [{ kind: 'nat-range' }],
      required: true,
      summary: 'The new address, port or both: `192.0.2.10`, `192.0.2.10:80`, `:8080`.',
      detail:
        'A range of addresses or ports is shared out among the connections. An IPv6 address with a port goes into ' +
        'brackets: `[2001:db8::10]:80`. `:5000-5099/80` keeps the distance: port 80 becomes 5000, port 81 becomes 5001. ' +
        'A port needs `-p tcp` or another protocol with ports before it.',
    },
    {
      name: '--random',
      values: [],
      summary: 'Picks the port of the range at random.',
    },
    {
      name: '--persistent',
      values: [],
      summary: 'Gives a client the same address of the range for each of its connections.',
    },
  ],
  examples: [
    {
      table: 'nat',
      rule: '-A PREROUTING -i eth0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 192.0.2.10:80',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -i eth0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination [2001:db8::10]:80',
      family: 6,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 192.0.2.10-192.0.2.19 --persistent',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 192.0.2.10:8000-8009 --random',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 2001:db8::10-2001:db8::19 --persistent',
      family: 6,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [2001:db8::10]:8000-8009 --random',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), DNAT; libxt_NAT and xt_nat, by running 1.8.9 and 1.8.11',
};
