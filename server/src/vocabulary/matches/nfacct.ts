// -m nfacct: counts packets and bytes in an accounting object.

import type { Extension } from '../schema.ts';

export const nfacct: Extension = {
  kind: 'match',
  name: 'nfacct',
  families: [4, 6],
  summary: 'Counts the packet in a named accounting object, and matches: always, or past the quota if it has one.',
  detail: 'The object must be there before the rules are loaded: `nfacct add web`. Several rules may share one.',
  hangsOn: 'state',
  options: [
    {
      name: '--nfacct-name',
      values: [{ kind: 'text', what: "an accounting object's name", minBytes: 1, cutAfterBytes: 31 }],
      required: true,
      summary: 'The name of the accounting object.',
    },
  ],
  needs: 'the module xt_nfacct and the accounting object (nfacct add)',
  examples: [{ table: 'filter', rule: '-A INPUT -p tcp --dport 443 -m nfacct --nfacct-name web' }],
  source: 'iptables-extensions(8), nfacct; libxt_nfacct, by running 1.8.9 and 1.8.11',
};
