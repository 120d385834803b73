// -j HMARK: a mark computed from the packet's addresses and ports.

import type { Extension } from '../schema.ts';
import type { Choice, IntegerValue } from '../values/kinds.ts';

const NUMBER: IntegerValue = { kind: 'integer', min: 0, max: 0xffffffff };
const HALF: IntegerValue = { kind: 'integer', min: 0, max: 0xffff };

/** In the order in which the tools try them; a cut name is the first that fits. */
const PARTS: readonly Choice[] = [
  { name: 'src', summary: 'The source address.' },
  { name: 'dst', summary: 'The destination address.' },
  { name: 'sport', summary: 'The source port.' },
  { name: 'dport', summary: 'The destination port.' },
  { name: 'spi', summary: 'The security parameter index of AH and ESP.' },
  { name: 'ct', summary: 'Takes the addresses and ports from the connection, as they were before NAT.' },
  { name: 'proto', summary: 'The protocol.' },
];

export const HMARK: Extension = {
  kind: 'target',
  name: 'HMARK',
  families: [4, 6],
  summary: "Computes the packet's mark from its addresses and ports, to spread connections over routes or queues.",
  detail:
    'The mark is the hash modulo `--hmark-mod`, plus `--hmark-offset`. Equal packets get equal marks, without ' +
    'connection tracking. The packet goes on to the next rule.',
  options: [
    {
      name: '--hmark-tuple',
      values: [
        { kind: 'choice', what: 'a part of the packet', choices: PARTS, letterCase: 'any', cut: 'first', list: ',' },
      ],
      summary: 'What goes into the hash: `src,dst,sport,dport`.',
      detail: 'Each name means one of the options below with all its bits.',
    },
    {
      name: '--hmark-src-prefix',
      values: [{ kind: 'prefix-length', mask: true }],
      summary: 'How much of the source address goes into the hash.',
      default: 'nothing of it',
    },
    {
      name: '--hmark-dst-prefix',
      values: [{ kind: 'prefix-length', mask: true }],
      summary: 'How much of the destination address goes into the hash.',
      default: 'nothing of it',
    },
    {
      name: '--hmark-sport-mask',
      values: [HALF],
      excludes: ['--hmark-spi-mask'],
      summary: 'The bits of the source port that go into the hash.',
      default: 'none',
    },
    {
      name: '--hmark-dport-mask',
      values: [HALF],
      excludes: ['--hmark-spi-mask'],
      summary: 'The bits of the destination port that go into the hash.',
      default: 'none',
    },
    {
      name: '--hmark-spi-mask',
      values: [NUMBER],
      excludes: ['--hmark-sport-mask', '--hmark-dport-mask'],
      summary: 'The bits of the SPI of AH and ESP that go into the hash.',
      default: 'none',
    },
    {
      name: '--hmark-sport',
      values: [HALF],
      excludes: ['--hmark-spi'],
      summary: 'Bits to set in the source port before it goes into the hash.',
      default: '0',
    },
    {
      name: '--hmark-dport',
      values: [HALF],
      excludes: ['--hmark-spi'],
      summary: 'Bits to set in the destination port before it goes into the hash.',
      default: '0',
    },
    {
      name: '--hmark-spi',
      values: [NUMBER],
      excludes: ['--hmark-sport', '--hmark-dport'],
      summary: 'Bits to set in the SPI before it goes into the hash.',
      default: '0',
    },
    {
      name: '--hmark-proto-mask',
      values: [HALF],
      summary: 'The bits of the protocol number that go into the hash.',
      default: 'none',
    },
    {
      name: '--hmark-rnd',
      values: [NUMBER],
      required: true,
      summary: 'The seed of the hash; the same number gives the same marks on every machine.',
    },
    {
      name: '--hmark-mod',
      values: [{ kind: 'integer', min: 1, max: 0xffffffff }],
      required: true,
      summary: 'How many different marks there are.',
    },
    {
      name: '--hmark-offset',
      values: [NUMBER],
      summary: 'The lowest mark.',
      default: '0',
    },
  ],
  groups: [
    {
      rule: 'at-least-one',
      options: [
        '--hmark-tuple',
        '--hmark-src-prefix',
        '--hmark-dst-prefix',
        '--hmark-sport-mask',
        '--hmark-dport-mask',
        '--hmark-spi-mask',
        '--hmark-sport',
        '--hmark-dport',
        '--hmark-spi',
        '--hmark-proto-mask',
      ],
    },
  ],
  examples: [
    {
      table: 'mangle',
      rule: '-A PREROUTING -i eth1 -j HMARK --hmark-tuple src,dst --hmark-mod 4 --hmark-offset 100 --hmark-rnd 0xfeedcafe',
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -i eth1 -j HMARK --hmark-src-prefix 24 --hmark-dst-prefix 32 --hmark-sport-mask 0xfff0 --hmark-dport-mask 0xffff --hmark-proto-mask 0xff --hmark-mod 4 --hmark-rnd 0xfeedcafe',
      family: 4,
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -i eth1 -j HMARK --hmark-src-prefix 64 --hmark-dst-prefix 128 --hmark-sport-mask 0xfff0 --hmark-dport-mask 0xffff --hmark-proto-mask 0xff --hmark-mod 4 --hmark-rnd 0xfeedcafe',
      family: 6,
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -i eth1 -j HMARK --hmark-tuple src --hmark-sport 0x1 --hmark-dport 0x1 --hmark-mod 4 --hmark-rnd 0xfeedcafe',
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -p esp -j HMARK --hmark-spi-mask 0xff --hmark-spi 0x100 --hmark-mod 4 --hmark-rnd 0xfeedcafe',
    },
  ],
  source: 'iptables-extensions(8), HMARK; libxt_HMARK and xt_HMARK, by running 1.8.9 and 1.8.11',
};
