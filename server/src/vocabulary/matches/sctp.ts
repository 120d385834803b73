// -m sctp: ports and chunks of SCTP.

import type { Extension } from '../schema.ts';

export const sctp: Extension = {
  kind: 'match',
  name: 'sctp',
  families: [4, 6],
  summary: 'Matches SCTP packets by port, or by the chunks that they carry.',
  detail: 'Loaded by itself when an unknown option follows `-p sctp`, so `-m sctp` may be left out.',
  protocols: ['sctp'],
  options: [
    {
      name: '--sport',
      aliases: ['--source-port'],
      values: [{ kind: 'port-range', protocol: 'sctp', ordered: 'always' }],
      negatable: true,
      summary: 'The port that the packet comes from.',
    },
    {
      name: '--dport',
      aliases: ['--destination-port'],
      values: [{ kind: 'port-range', protocol: 'sctp', ordered: 'always' }],
      negatable: true,
      summary: 'The port that the packet is for.',
    },
    {
      name: '--chunk-types',
      values: [
        {
          kind: 'choice',
          what: 'a comparison',
          letterCase: 'any',
          choices: [
            { name: 'all', summary: 'All chunks of the list must be in the packet.' },
            { name: 'any', summary: 'At least one chunk of the list must be in the packet.' },
            { name: 'only', summary: 'The packet must carry no chunk that is not in the list.' },
          ],
        },
        { kind: 'irregular', syntax: '`chunk[:flags],...`, or ALL or NONE: `DATA,INIT`, `DATA:Be`' },
      ],
      negatable: true,
      summary: 'The chunks to look for: how to compare, then a list.',
      detail:
        'DATA has the flags I, U, B and E; ABORT and SHUTDOWN_COMPLETE have T. A capital letter means the flag is set, ' +
        'a small one clear. The flags of I_DATA are read and not looked at. No blank after a comma.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p sctp -m sctp --dport 80 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p sctp -m sctp --chunk-types any INIT,DATA:Be -j ACCEPT' },
    { table: 'filter', rule: '-A OUTPUT -p sctp -m sctp --sport 80 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), sctp; libxt_sctp, by running 1.8.9 and 1.8.11',
};
