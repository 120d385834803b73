// -j MARK: a number on the packet, for later rules and for routing.

import type { Extension } from '../schema.ts';
import type { IntegerValue } from '../values/kinds.ts';

const BITS: IntegerValue = { kind: 'integer', min: 0, max: 0xffffffff };

export const MARK: Extension = {
  kind: 'target',
  name: 'MARK',
  families: [4, 6],
  summary: 'Writes a number on the packet, which later rules, `ip rule` and `tc` can look at.',
  detail:
    'The mark stays inside this machine. It is lost with the packet; `CONNMARK` keeps it for the connection. ' +
    'To choose a route by it, set it in mangle PREROUTING, or in mangle OUTPUT for what this machine sends.',
  options: [
    {
      name: '--set-xmark',
      values: [{ kind: 'mark' }],
      excludes: ['--set-mark', '--and-mark', '--or-mark', '--xor-mark'],
      summary: 'Clears the bits of the mask, then flips those of the value.',
      detail: 'Without a mask the whole mark becomes the value. This is how `iptables-save` writes all the others.',
    },
    {
      name: '--set-mark',
      values: [{ kind: 'mark' }],
      excludes: ['--set-xmark', '--and-mark', '--or-mark', '--xor-mark'],
      summary: 'Clears the bits of the mask, then sets those of the value.',
      detail: '`0x10/0xf0` writes 1 into the second hexadecimal digit from the right and leaves the others alone.',
    },
    {
      name: '--and-mark',
      values: [BITS],
      excludes: ['--set-xmark', '--set-mark', '--or-mark', '--xor-mark'],
      summary: 'Keeps these bits of the mark and clears all others.',
    },
    {
      name: '--or-mark',
      values: [BITS],
      excludes: ['--set-xmark', '--set-mark', '--and-mark', '--xor-mark'],
      summary: 'Sets these bits of the mark.',
    },
    {
      name: '--xor-mark',
      values: [BITS],
      excludes: ['--set-xmark', '--set-mark', '--and-mark', '--or-mark'],
      summary: 'Flips these bits of the mark.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--set-xmark', '--set-mark', '--and-mark', '--or-mark', '--xor-mark'] }],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -p tcp -m tcp --dport 25 -j MARK --set-mark 2' },
    { table: 'mangle', rule: '-A OUTPUT -p udp -m udp --dport 53 -j MARK --or-mark 0x100' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j MARK --set-xmark 0x10/0xf0' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j MARK --and-mark 0xff' },
    { table: 'mangle', rule: '-A PREROUTING -i eth1 -j MARK --xor-mark 0x1' },
  ],
  source: 'iptables-extensions(8), MARK; libxt_MARK revision 2, by running 1.8.9 and 1.8.11',
};
