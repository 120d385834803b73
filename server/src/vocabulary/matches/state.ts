// -m state: the state of the packet's connection, in the older spelling.

import type { Extension } from '../schema.ts';

export const state: Extension = {
  kind: 'match',
  name: 'state',
  families: [4, 6],
  summary: 'Matches by the state of the connection that the packet belongs to.',
  detail:
    'The older name of `-m conntrack`: `--state NEW` does what `--ctstate NEW` does. New rules are better written with conntrack.',
  hangsOn: 'machine',
  options: [
    {
      name: '--state',
      values: [
        {
          kind: 'choice',
          what: 'a state',
          letterCase: 'any',
          cut: 'first',
          list: ',',
          choices: [
            { name: 'INVALID', summary: 'The packet fits no connection and cannot begin one.' },
            {
              name: 'NEW',
              summary: 'The packet begins a connection, or belongs to one that was seen in one direction only.',
            },
            { name: 'ESTABLISHED', summary: 'The packet belongs to a connection that was seen in both directions.' },
            {
              name: 'RELATED',
              summary:
                'The packet begins a connection that another one announced: an ICMP error, an FTP data transfer.',
            },
            {
              name: 'UNTRACKED',
              summary: 'The packet was taken out of tracking by `-j CT --notrack` in the raw table.',
            },
          ],
        },
      ],
      negatable: true,
      required: true,
      summary: 'The state of the connection: one of a list.',
      detail: 'No space after the comma. Only `--ctstate` of conntrack knows SNAT and DNAT.',
    },
  ],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    { table: 'filter', rule: '-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -m state --state INVALID -j DROP' },
  ],
  source: 'iptables-extensions(8), state; libxt_conntrack, which holds it, by running 1.8.9 and 1.8.11',
};
