// -j TPROXY: the packet for a local program, its destination unchanged.

import type { Extension } from '../schema.ts';

export const TPROXY: Extension = {
  kind: 'target',
  name: 'TPROXY',
  families: [4, 6],
  summary: 'Gives the packet to a program on this machine without changing its destination.',
  detail:
    'For transparent proxies that must know where the client wanted to go. The proxy sets `IP_TRANSPARENT` on its ' +
    'socket, and a route takes marked packets in: `ip rule add fwmark 1 table 100` and ' +
    '`ip route add local default dev lo table 100`. If nothing listens there, the packet is dropped.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['mangle'], hooks: ['PREROUTING'] }],
  protocols: ['tcp', 'udp'],
  options: [
    {
      name: '--on-port',
      values: [{ kind: 'port' }],
      required: true,
      summary: 'The port on which the program listens.',
      detail: '0 means the port that the packet has. Of a number over 65535 the lowest 16 bits count.',
    },
    {
      name: '--on-ip',
      values: [{ kind: 'host' }],
      summary: 'The address on which the program listens.',
      default: 'the address of the incoming interface',
    },
    {
      name: '--tproxy-mark',
      values: [{ kind: 'mark' }],
      summary: 'A mark for the packet, by which it is routed to this machine.',
      default: 'the mark stays as it is',
    },
  ],
  examples: [
    {
      table: 'mangle',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j TPROXY --on-port 3129 --on-ip 127.0.0.1 --tproxy-mark 0x1/0x1',
      family: 4,
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -p udp -m udp --dport 53 -j TPROXY --on-port 5353 --tproxy-mark 0x1/0x1',
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j TPROXY --on-port 3129 --on-ip ::1 --tproxy-mark 0x1/0x1',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), TPROXY; libxt_TPROXY and xt_TPROXY, by running 1.8.9 and 1.8.11',
};
