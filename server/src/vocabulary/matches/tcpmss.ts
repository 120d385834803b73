// -m tcpmss: the maximum segment size that a TCP handshake announces.

import type { Extension } from '../schema.ts';

export const tcpmss: Extension = {
  kind: 'match',
  name: 'tcpmss',
  families: [4, 6],
  summary: 'Matches by the maximum segment size (MSS) that the TCP header announces.',
  detail: 'Only SYN and SYN/ACK segments carry it; a segment without the option does not match, but with `!` it does.',
  protocols: ['tcp'],
  options: [
    {
      name: '--mss',
      values: [{ kind: 'integer-range', min: 0, max: 65535, unit: 'bytes', ordered: 'always' }],
      negatable: true,
      required: true,
      summary: 'The MSS, or a range of it.',
      detail: '`--mss 1400:1536` takes both ends and all between; `1461:` goes up to 65535.',
    },
  ],
  examples: [
    {
      table: 'mangle',
      rule: '-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -m tcpmss --mss 1400:1536 -j TCPMSS --clamp-mss-to-pmtu',
    },
    { table: 'filter', rule: '-A INPUT -p tcp --syn -m tcpmss ! --mss 536:65535 -j DROP' },
  ],
  source: 'iptables-extensions(8), tcpmss; libxt_tcpmss, by running 1.8.9 and 1.8.11',
};
