// -j CONNMARK: a number on the connection, and its way to and from the packet.

import type { Extension } from '../schema.ts';
import type { IntegerValue } from '../values/kinds.ts';

const BITS: IntegerValue = { kind: 'integer', min: 0, max: 0xffffffff };
/** The last shift of a rule goes up to 31, of which the check speaks. */
const SHIFT: IntegerValue = { kind: 'integer', min: 0, max: 32, unit: 'bits' };

const ACTIONS: readonly string[] = [
  '--set-xmark',
  '--set-mark',
  '--and-mark',
  '--or-mark',
  '--xor-mark',
  '--save-mark',
  '--restore-mark',
];

/** A rule has one action. */
function others(action: string): readonly string[] {
  return ACTIONS.filter((name) => name !== action);
}

export const CONNMARK: Extension = {
  kind: 'target',
  name: 'CONNMARK',
  families: [4, 6],
  summary: 'Writes the mark of the connection, or copies it to or from the mark of the packet.',
  detail:
    'The mark of a packet dies with it; save it in the connection once, restore it for every later packet. ' +
    'Packets without a connection, such as those under `CT --notrack`, are left alone.',
  options: [
    {
      name: '--set-xmark',
      values: [{ kind: 'mark' }],
      excludes: others('--set-xmark'),
      summary: "Clears the bits of the mask in the connection's mark, then flips those of the value.",
      detail: 'Without a mask the whole mark becomes the value.',
    },
    {
      name: '--set-mark',
      values: [{ kind: 'mark' }],
      excludes: others('--set-mark'),
      summary: "Clears the bits of the mask in the connection's mark, then sets those of the value.",
      detail: 'Without a mask the whole mark becomes the value.',
    },
    {
      name: '--and-mark',
      values: [BITS],
      excludes: others('--and-mark'),
      summary: "Keeps these bits of the connection's mark and clears all others.",
    },
    {
      name: '--or-mark',
      values: [BITS],
      excludes: others('--or-mark'),
      summary: "Sets these bits of the connection's mark.",
    },
    {
      name: '--xor-mark',
      values: [BITS],
      excludes: others('--xor-mark'),
      summary: "Flips these bits of the connection's mark.",
    },
    {
      name: '--save-mark',
      values: [],
      excludes: others('--save-mark'),
      summary: "Copies the packet's mark to the connection.",
    },
    {
      name: '--restore-mark',
      values: [],
      excludes: others('--restore-mark'),
      summary: "Copies the connection's mark to the packet.",
      detail: 'Usually the first rule of mangle PREROUTING and OUTPUT.',
    },
    {
      name: '--left-shift-mark',
      values: [SHIFT],
      summary: 'Shifts the mark this far to the left on its way.',
      detail: 'Of a left and a right shift the later one counts. 32 passes `--test`, but the kernel refuses it.',
    },
    {
      name: '--right-shift-mark',
      values: [SHIFT],
      summary: 'Shifts the mark this far to the right on its way.',
      detail: 'Of a left and a right shift the later one counts. 32 passes `--test`, but the kernel refuses it.',
    },
    {
      name: '--ctmask',
      values: [BITS],
      excludes: ['--mask'],
      summary: "The bits of the connection's mark that take part.",
      default: 'all 32',
    },
    {
      name: '--nfmask',
      values: [BITS],
      excludes: ['--mask'],
      summary: "The bits of the packet's mark that take part.",
      default: 'all 32',
    },
    {
      name: '--mask',
      values: [BITS],
      excludes: ['--ctmask', '--nfmask'],
      summary: 'The bits that take part, in both marks.',
      default: 'all 32',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ACTIONS }],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -j CONNMARK --restore-mark' },
    { table: 'mangle', rule: '-A POSTROUTING -m mark ! --mark 0 -j CONNMARK --save-mark' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j CONNMARK --set-mark 0x1/0xff' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j CONNMARK --set-xmark 0x1/0xff' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j CONNMARK --and-mark 0xff' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j CONNMARK --or-mark 0x100' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j CONNMARK --xor-mark 0x1' },
    {
      table: 'mangle',
      rule: '-A POSTROUTING -j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff00 --left-shift-mark 8',
    },
    {
      table: 'mangle',
      rule: '-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff00 --right-shift-mark 8',
    },
    { table: 'mangle', rule: '-A OUTPUT -j CONNMARK --restore-mark --mask 0xff' },
  ],
  source: 'iptables-extensions(8), CONNMARK; libxt_CONNMARK revision 2, by running 1.8.9 and 1.8.11',
};
