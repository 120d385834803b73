// -j TCPOPTSTRIP: TCP options, overwritten.

import type { Extension } from '../schema.ts';
import type { Choice } from '../values/kinds.ts';

/** The options that have a name. */
export const STRIPPABLE: readonly Choice[] = [
  { name: 'wscale', number: 3, summary: 'Window scale, without which a connection over a long line is slow.' },
  { name: 'mss', number: 2, summary: 'The largest segment.' },
  { name: 'sack-permitted', number: 4, summary: 'The offer of selective acknowledgements.' },
  { name: 'sack', number: 5, summary: 'A selective acknowledgement.' },
  { name: 'timestamp', number: 8, summary: 'Timestamps.' },
  { name: 'md5', number: 19, summary: 'The MD5 signature of BGP.' },
];

export const TCPOPTSTRIP: Extension = {
  kind: 'target',
  name: 'TCPOPTSTRIP',
  families: [4, 6],
  summary: 'Overwrites options of the TCP header with ones that mean nothing.',
  detail:
    'The header keeps its length. Without `--strip-options` it does nothing. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'] }],
  protocols: ['tcp'],
  options: [
    {
      name: '--strip-options',
      values: [
        {
          kind: 'choice',
          what: 'a TCP option',
          choices: STRIPPABLE,
          list: ',',
          orInteger: { min: 2, max: 255 },
          distinct: true,
        },
      ],
      summary: 'The options to take away, by name or number: `timestamp,sack-permitted`.',
      detail: '0 and 1 are the fillers themselves.',
      default: 'none',
    },
  ],
  examples: [{ table: 'mangle', rule: '-A PREROUTING -p tcp -j TCPOPTSTRIP --strip-options timestamp,sack-permitted' }],
  source: 'iptables-extensions(8), TCPOPTSTRIP; libxt_TCPOPTSTRIP, by running 1.8.9 and 1.8.11',
};
