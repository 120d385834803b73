// -m socket: whether a socket on this machine waits for the packet.

import type { Extension } from '../schema.ts';

export const socket: Extension = {
  kind: 'match',
  name: 'socket',
  families: [4, 6],
  summary: 'Matches packets for which a socket is open on this machine: a connection or a listener.',
  detail: 'For transparent proxies: marks the packets of connections that the proxy already holds.',
  hangsOn: 'machine',
  options: [
    {
      name: '--transparent',
      values: [],
      summary: 'Only sockets that are transparent, those of a proxy that takes foreign addresses.',
    },
    {
      name: '--nowildcard',
      values: [],
      summary: 'Sockets that listen on every address count too.',
      default: 'listeners on every address are passed over',
    },
    {
      name: '--restore-skmark',
      values: [],
      summary: 'Gives the packet the mark of the socket, so that the rules after it can use `-m mark`.',
    },
  ],
  places: [{ hooks: ['PREROUTING', 'INPUT'] }],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -p tcp -m socket --transparent -j MARK --set-mark 1' },
    { table: 'filter', rule: '-A INPUT -p udp -m socket --nowildcard -j ACCEPT' },
    { table: 'mangle', rule: '-A PREROUTING -p tcp -m socket --transparent --restore-skmark -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), socket; libxt_socket revision 3, by running 1.8.9 and 1.8.11',
};
