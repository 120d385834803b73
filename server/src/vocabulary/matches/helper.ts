// -m helper: connections that a conntrack helper watches or has announced.

import type { Extension } from '../schema.ts';

export const helper: Extension = {
  kind: 'match',
  name: 'helper',
  families: [4, 6],
  summary: 'Matches packets of connections that a conntrack helper has announced.',
  detail:
    'The helper is that of the connection which announced this one: the data connections of FTP, for example. Since Linux 6.0 helpers are given out by `-j CT --helper` only.',
  hangsOn: 'machine',
  options: [
    {
      name: '--helper',
      values: [{ kind: 'text', what: "a helper's name", cutAfterBytes: 29 }],
      negatable: true,
      required: true,
      summary: 'The name of the helper: `ftp`, `sip`, `tftp`, `irc`.',
      detail:
        'For a port other than the usual one the name carries it: `ftp-2121`. An empty name means any helper. A helper that does not exist loads and never matches.',
    },
  ],
  needs: 'a conntrack helper such as nf_conntrack_ftp',
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p tcp -m conntrack --ctstate RELATED -m helper --helper ftp --dport 1024: -j ACCEPT',
    },
  ],
  source: 'iptables-extensions(8), helper; libxt_helper, by running 1.8.9 and 1.8.11',
};
