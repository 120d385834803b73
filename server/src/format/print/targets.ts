// What iptables-save prints of targets, by name. Of a target that is not here nothing is rewritten.

import type { ReadContext } from '../../vocabulary/values/kind.ts';
import { hex } from './numbers.ts';
import { type ExtensionPrint, idleAt, type OptionPrint, renamed, row, rows, type Said, withText } from './option.ts';
import { meaningOf } from './values.ts';
import { plainText, quotedText } from './words.ts';

/** Names that iptables-save writes in full. */
const REPLIES: ReadonlyMap<string, string> = new Map([
  ['net-unreach', 'icmp-net-unreachable'],
  ['host-unreach', 'icmp-host-unreachable'],
  ['proto-unreach', 'icmp-proto-unreachable'],
  ['port-unreach', 'icmp-port-unreachable'],
  ['net-prohib', 'icmp-net-prohibited'],
  ['host-prohib', 'icmp-host-prohibited'],
  ['tcp-rst', 'tcp-reset'],
  ['admin-prohib', 'icmp-admin-prohibited'],
]);

const quoted = withText(quotedText);
const plain = withText(plainText);

function bitsOf({ texts, kinds }: Said, context: ReadContext): number | undefined {
  const meaning = meaningOf('integer', texts[0] ?? '', kinds[0], context);
  return meaning && Number(meaning.value);
}

function xmark(value: number, mask: number): string {
  return `--set-xmark ${hex(value >>> 0)}/${hex(mask >>> 0)}`;
}

/** Every way to set a mark is saved as one. */
const SET_MARK = new Map<string, OptionPrint>([
  [
    '--set-xmark',
    ({ texts, kinds }, context) => {
      const mark = meaningOf('mark', texts[0] ?? '', kinds[0], context);
      return mark && xmark(mark.value, mark.mask);
    },
  ],
  [
    '--set-mark',
    ({ texts, kinds }, context) => {
      const mark = meaningOf('mark', texts[0] ?? '', kinds[0], context);
      return mark && xmark(mark.value, mark.value | mark.mask);
    },
  ],
  ['--and-mark', bits((value) => xmark(0, ~value))],
  ['--or-mark', bits((value) => xmark(value, value))],
  ['--xor-mark', bits((value) => xmark(value, 0))],
]);

function bits(print: (value: number) => string): OptionPrint {
  return (said, context) => {
    const value = bitsOf(said, context);
    return value === undefined ? undefined : print(value);
  };
}

const setMark: ExtensionPrint = [...SET_MARK].map(([name, print]) => row(name, print));

const mask =
  (option: string) =>
  (has: (name: string) => boolean): string =>
    has('--save-mark') || has('--restore-mark') ? `${option} 0xffffffff` : '';

export const TARGET_PRINTS: ReadonlyMap<string, ExtensionPrint> = new Map<string, ExtensionPrint>([
  ['CHECKSUM', rows('--checksum-fill')],
  [
    'CONNMARK',
    [
      ...setMark,
      ...rows('--save-mark', '--restore-mark'),
      row(
        '--nfmask',
        bits((value) => `--nfmask ${hex(value)}`),
        mask('--nfmask'),
      ),
      row(
        '--ctmask',
        bits((value) => `--ctmask ${hex(value)}`),
        mask('--ctmask'),
      ),
    ],
  ],
  ['CT', [row('--notrack'), row('--helper', plain)]],
  ['DNAT', rows('--to-destination', '--random', '--persistent')],
  ['HL', rows('--hl-set', '--hl-dec', '--hl-inc')],
  [
    'LOG',
    [
      row('--log-prefix', quoted),
      row('--log-level', idleAt('4')),
      ...rows('--log-tcp-sequence', '--log-tcp-options', '--log-ip-options', '--log-uid', '--log-macdecode'),
    ],
  ],
  ['MARK', setMark],
  ['MASQUERADE', rows('--to-ports', '--random', '--random-fully')],
  [
    'NFLOG',
    [row('--nflog-prefix', quoted), row('--nflog-group', idleAt('0')), row('--nflog-size'), row('--nflog-threshold')],
  ],
  ['NFQUEUE', rows('--queue-num', '--queue-bypass')],
  ['REDIRECT', rows('--to-ports', '--random')],
  [
    'REJECT',
    [
      row(
        '--reject-with',
        renamed(REPLIES),
        (_has, family) => `--reject-with ${family === 4 ? 'icmp-port-unreachable' : 'icmp6-port-unreachable'}`,
      ),
    ],
  ],
  ['SNAT', rows('--to-source', '--random', '--random-fully', '--persistent')],
  ['TCPMSS', rows('--set-mss', '--clamp-mss-to-pmtu')],
  ['TRACE', []],
  ['TTL', rows('--ttl-set', '--ttl-dec', '--ttl-inc')],
]);
