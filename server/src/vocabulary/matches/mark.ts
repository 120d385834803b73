// -m mark: the firewall mark of a packet.

import type { Extension } from '../schema.ts';

export const mark: Extension = {
  kind: 'match',
  name: 'mark',
  families: [4, 6],
  summary: 'Matches by the mark that `-j MARK` or the routing has put on the packet.',
  detail:
    'The mark lives in the kernel only, it is not part of the packet on the wire. Packets without one have 0. `-m connmark` reads the mark of the connection instead.',
  hangsOn: 'machine',
  options: [
    {
      name: '--mark',
      values: [{ kind: 'mark' }],
      negatable: true,
      required: true,
      summary: 'The mark, or some of its bits as `value/mask`.',
      detail:
        'With a mask only its bits are compared: `0x1/0x1` needs bit 0 set and ignores the others. Value bits outside of the mask never match.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A FORWARD -m mark --mark 0x1 -j ACCEPT' },
    { table: 'mangle', rule: '-A POSTROUTING -m mark ! --mark 0x10/0xf0 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), mark; libxt_mark revision 1, by running 1.8.9 and 1.8.11',
};
