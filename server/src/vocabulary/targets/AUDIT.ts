// -j AUDIT: a record in the audit log.

import type { Extension } from '../schema.ts';

export const AUDIT: Extension = {
  kind: 'target',
  name: 'AUDIT',
  families: [4, 6],
  summary: "Writes a record about the packet to the kernel's audit log; the packet goes on to the next rule.",
  detail:
    'It gives no verdict: put the rule in front of the one that does. Since Linux 4.12 the record does not name the type any more.',
  options: [
    {
      name: '--type',
      values: [
        {
          kind: 'choice',
          what: 'a verdict',
          choices: [
            { name: 'accept', summary: 'The record says that the packet was accepted.' },
            { name: 'drop', summary: 'The record says that the packet was dropped.' },
            { name: 'reject', summary: 'The record says that the packet was rejected.' },
          ],
          letterCase: 'any',
        },
      ],
      required: true,
      summary: 'The verdict that the record names.',
    },
  ],
  needs: 'A kernel with auditing, and auditd to keep the records.',
  examples: [{ table: 'filter', rule: '-A INPUT -p tcp -m tcp --dport 23 -j AUDIT --type drop' }],
  source: 'iptables-extensions(8), AUDIT; libxt_AUDIT, by running 1.8.9 and 1.8.11',
};
