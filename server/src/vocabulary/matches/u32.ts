// -m u32: any bytes of the packet, by a small expression.

import type { Extension } from '../schema.ts';

export const u32: Extension = {
  kind: 'match',
  name: 'u32',
  families: [4, 6],
  summary: 'Matches by any bytes of the packet: takes four of them, masks and shifts them, and compares.',
  detail:
    'Offsets count bytes from the start of the IP header; `0>>22&0x3C@` jumps past an IPv4 header of any length. ' +
    'Where the packet ends before the offset the match fails, and with `!` it holds. Often `-m tcp`, `-m length` or `-m dscp` say the same plainly.',
  options: [
    {
      name: '--u32',
      values: [{ kind: 'u32' }],
      negatable: true,
      required: true,
      summary: 'The tests: `location=values`, with `&&` between.',
      detail:
        'A location is an offset, then any of `&mask`, `<<n`, `>>n` and `@offset`. Values are numbers and `from:to` with commas between. ' +
        'At most ten tests, ten values in each, nine operators in a location. Spaces are allowed anywhere if the word is quoted.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m u32 --u32 "6&0xFF=1 && 0>>22&0x3C@0>>24=0" -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A FORWARD -m u32 --u32 "0&0xFFFF=0x100:0xFFFF" -j DROP', family: 4 },
    { table: 'filter', rule: '-A INPUT -m u32 --u32 "4>>8&0xFF=0x3A" -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), u32; libxt_u32, by running 1.8.9 and 1.8.11',
};
