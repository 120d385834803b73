// -j LOG: a line in the kernel's log.

import type { Extension } from '../schema.ts';

export const LOG: Extension = {
  kind: 'target',
  name: 'LOG',
  families: [4, 6],
  summary: 'Writes a line about the packet to the kernel log; the packet goes on to the next rule.',
  detail: 'Put it after the rules that accept, with `-m limit` before it, or the log fills with what is allowed.',
  logs: true,
  options: [
    {
      name: '--log-level',
      values: [{ kind: 'log-level' }],
      summary: 'The syslog level of the line.',
      default: '4 (warning)',
    },
    {
      name: '--log-prefix',
      values: [
        {
          kind: 'text',
          what: 'a text',
          minBytes: 1,
          cutAfterBytes: 29,
          forbidden: '\n',
          forbiddenWhy: 'it is one line; close the quote',
        },
      ],
      summary: 'Text in front of the line, to find it again.',
      detail: 'Cut after 29 bytes. End it with a blank, or it sticks to what follows.',
    },
    { name: '--log-tcp-sequence', values: [], summary: 'Adds the TCP sequence numbers.' },
    { name: '--log-tcp-options', values: [], summary: 'Adds the options of the TCP header.' },
    { name: '--log-ip-options', values: [], summary: 'Adds the options of the IP header.' },
    { name: '--log-uid', values: [], summary: 'Adds the user id of the process that sent the packet.' },
    { name: '--log-macdecode', values: [], summary: 'Writes the MAC addresses and the protocol apart.' },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7' },
    {
      table: 'filter',
      rule: '-A FORWARD -p tcp -m limit --limit 5/min -j LOG --log-tcp-sequence --log-tcp-options --log-ip-options --log-macdecode',
    },
    { table: 'filter', rule: '-A OUTPUT -m limit --limit 5/min -j LOG --log-uid --log-prefix "sent: "' },
  ],
  source: 'iptables-extensions(8), LOG; libipt_LOG and libip6t_LOG, by running 1.8.9 and 1.8.11',
};
