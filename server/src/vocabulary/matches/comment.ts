// -m comment: a remark that is kept with the rule.

import type { Extension } from '../schema.ts';

export const comment: Extension = {
  kind: 'match',
  name: 'comment',
  families: [4, 6],
  summary: 'Attaches a remark to the rule; it matches every packet.',
  detail: 'Unlike a `#` line in the file it is loaded into the kernel, so `iptables-save` and `iptables -L` show it.',
  options: [
    {
      name: '--comment',
      values: [{ kind: 'text', what: 'a remark', cutAfterBytes: 255 }],
      required: true,
      summary: 'The remark; in double quotes when it has blanks.',
      detail: 'Cut after 255 bytes. A rule may have several, each with its own `-m comment`.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp --dport 22 -m comment --comment "SSH for the office" -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), comment; libxt_comment, by running 1.8.9 and 1.8.11',
};
