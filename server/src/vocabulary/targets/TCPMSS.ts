// -j TCPMSS: the largest segment that a TCP connection may use.

import type { Extension } from '../schema.ts';

export const TCPMSS: Extension = {
  kind: 'target',
  name: 'TCPMSS',
  families: [4, 6],
  summary: 'Changes the largest segment size that the ends agree on, so that packets fit through a narrow line.',
  detail:
    'The cure where small pages load and large ones hang: a tunnel or PPPoE line whose ICMP errors get lost. The size ' +
    'stands in the SYN packets only, so the rule says `--tcp-flags SYN,RST SYN`; legacy refuses the rule without ' +
    'SYN, nft loads it. The packet goes on to the next rule.',
  protocols: ['tcp'],
  options: [
    {
      name: '--set-mss',
      values: [{ kind: 'integer', min: 0, max: 65515, unit: 'bytes' }],
      summary: 'Sets it to this size, unless it is smaller already.',
      detail: 'The most is 65515, in IPv6 65495. A SYN without a size gets one of at most 536, in IPv6 1220.',
    },
    {
      name: '--clamp-mss-to-pmtu',
      values: [],
      places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'], unlessBehind: '--set-mss' }],
      summary: 'Takes what fits the line: the path MTU less 40 bytes, in IPv6 less 60.',
      detail: 'Of `--set-mss` and this the last one counts.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--set-mss', '--clamp-mss-to-pmtu'] }],
  examples: [
    { table: 'mangle', rule: '-A FORWARD -o ppp0 -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu' },
    { table: 'mangle', rule: '-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1360' },
  ],
  source: 'iptables-extensions(8), TCPMSS; libxt_TCPMSS and xt_TCPMSS, by running 1.8.9 and 1.8.11',
};
