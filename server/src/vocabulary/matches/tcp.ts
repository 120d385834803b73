// -m tcp: ports, flags and options of TCP.

import type { Extension } from '../schema.ts';

/** A range of all ports, as people write it. */
export const EVERY_PORT = /^0?:(?:65535)?$/;

export const tcp: Extension = {
  kind: 'match',
  name: 'tcp',
  families: [4, 6],
  summary: 'Matches TCP segments by port, flags or TCP option.',
  detail: 'Loaded by itself when an unknown option follows `-p tcp`, so `-m tcp` may be left out.',
  protocols: ['tcp'],
  nativeToNft: [
    { name: '--sport', idle: EVERY_PORT },
    { name: '--dport', idle: EVERY_PORT },
    { name: '--tcp-flags', idle: /^NONE$/i },
    { name: '--syn' },
  ],
  options: [
    {
      name: '--sport',
      aliases: ['--source-port'],
      values: [{ kind: 'port-range', protocol: 'tcp', ordered: 'always' }],
      negatable: true,
      summary: 'The port the segment comes from.',
      detail: 'For a service on this machine look at `--dport` instead: clients pick their own source port.',
    },
    {
      name: '--dport',
      aliases: ['--destination-port'],
      values: [{ kind: 'port-range', protocol: 'tcp', ordered: 'always' }],
      negatable: true,
      summary: 'The port the segment is for.',
    },
    {
      name: '--syn',
      values: [],
      negatable: true,
      excludes: ['--tcp-flags'],
      summary: 'Only the first segment of a connection: SYN set, ACK, RST and FIN clear.',
    },
    {
      name: '--tcp-flags',
      values: [
        { kind: 'tcp-flags', of: 'mask' },
        { kind: 'tcp-flags', of: 'set' },
      ],
      negatable: true,
      excludes: ['--syn'],
      summary: 'Two lists: the flags to look at, and those among them that must be set; the others must be clear.',
      detail: '`--tcp-flags SYN,ACK SYN` looks at SYN and ACK, and only SYN must be set.',
    },
    {
      name: '--tcp-option',
      values: [{ kind: 'integer', min: 1, max: 255 }],
      negatable: true,
      summary: 'The number of a TCP option that the header carries.',
      detail: '2 is the maximum segment size, 3 the window scale, 4 SACK permitted, 8 the timestamps.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp ! --syn -m conntrack --ctstate NEW -j DROP' },
    { table: 'filter', rule: '-A INPUT -p tcp -m tcp --tcp-flags SYN,FIN SYN,FIN -j DROP' },
    { table: 'filter', rule: '-A OUTPUT -p tcp -m tcp --sport 22 --tcp-option 8 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), tcp; libxt_tcp, by running 1.8.9 and 1.8.11',
};
