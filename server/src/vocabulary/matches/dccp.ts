// -m dccp: ports, packet types and options of DCCP.

import type { Extension } from '../schema.ts';

export const dccp: Extension = {
  kind: 'match',
  name: 'dccp',
  families: [4, 6],
  summary: 'Matches packets of the Datagram Congestion Control Protocol by port, type or option.',
  detail: 'Loaded by itself when an unknown option follows `-p dccp`, so `-m dccp` may be left out.',
  protocols: ['dccp'],
  options: [
    {
      name: '--sport',
      aliases: ['--source-port'],
      values: [{ kind: 'port-range', ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The port that the packet comes from.',
    },
    {
      name: '--dport',
      aliases: ['--destination-port'],
      values: [{ kind: 'port-range', ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The port that the packet is for.',
    },
    {
      name: '--dccp-types',
      values: [
        {
          kind: 'irregular',
          syntax: 'a list of REQUEST, RESPONSE, DATA, ACK, DATAACK, CLOSEREQ, CLOSE, RESET, SYNC, SYNCACK, INVALID',
        },
      ],
      negatable: true,
      summary: 'The type of the packet: one of a list.',
      detail: 'Upper or lower case, never cut. INVALID means the type numbers that DCCP does not use.',
    },
    {
      name: '--dccp-option',
      values: [{ kind: 'integer', min: 1, max: 255 }],
      negatable: true,
      summary: 'The number of a DCCP option that the header carries.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p dccp -m dccp --dport 5004 --dccp-types REQUEST -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p dccp -m dccp ! --dccp-types RESET,INVALID -j ACCEPT' },
    { table: 'filter', rule: '-A OUTPUT -p dccp -m dccp --sport 5004 --dccp-option 2 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), dccp; libxt_dccp, by running 1.8.9 and 1.8.11',
};
