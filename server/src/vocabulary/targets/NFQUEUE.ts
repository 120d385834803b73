// -j NFQUEUE: the packet, handed to a program that decides.

import type { Extension } from '../schema.ts';

export const NFQUEUE: Extension = {
  kind: 'target',
  name: 'NFQUEUE',
  families: [4, 6],
  summary: 'Hands the packet to a program that accepts, changes or drops it.',
  detail:
    'Made for intrusion prevention such as Suricata. While no program is there the packet is dropped, unless ' +
    '`--queue-bypass` says otherwise. An accepted packet goes on after this chain, not with the next rule.',
  terminates: true,
  fate: 'queue',
  options: [
    {
      name: '--queue-num',
      values: [{ kind: 'integer', min: 0, max: 65535 }],
      excludes: ['--queue-balance'],
      summary: 'The number of the queue.',
      default: '0',
    },
    {
      name: '--queue-balance',
      values: [{ kind: 'irregular', syntax: 'first:last, queues from 0 to 65534' }],
      excludes: ['--queue-num'],
      summary: 'Several queues, among which connections are shared out: `0:3`.',
      detail: 'Packets of one connection always meet the same queue.',
    },
    {
      name: '--queue-bypass',
      values: [],
      summary: 'Accepts the packet, as `ACCEPT` does, while no program listens to the queue.',
    },
    {
      name: '--queue-cpu-fanout',
      values: [],
      requires: ['--queue-balance'],
      summary: 'Chooses the queue by the CPU that handles the packet, not by the connection.',
    },
  ],
  needs: 'A program that listens to the queue.',
  examples: [
    { table: 'filter', rule: '-A FORWARD -j NFQUEUE --queue-balance 0:3 --queue-bypass' },
    { table: 'mangle', rule: '-A PREROUTING -p tcp -m tcp --dport 80 -j NFQUEUE --queue-num 5' },
    { table: 'filter', rule: '-A FORWARD -j NFQUEUE --queue-balance 0:3 --queue-cpu-fanout' },
  ],
  source: 'iptables-extensions(8), NFQUEUE; libxt_NFQUEUE revision 3, by running 1.8.9 and 1.8.11',
};
