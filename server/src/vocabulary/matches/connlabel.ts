// -m connlabel: labels on the packet's connection.

import type { Extension } from '../schema.ts';

export const connlabel: Extension = {
  kind: 'match',
  name: 'connlabel',
  families: [4, 6],
  summary: 'Matches connections that have a label, or sets one.',
  detail: 'A connection has 128 labels, each on or off; unlike its mark they do not get in the way of each other.',
  hangsOn: 'machine',
  options: [
    {
      name: '--label',
      values: [{ kind: 'irregular', syntax: 'a label from 0 to 127, or a name from /etc/xtables/connlabel.conf' }],
      required: true,
      negatable: true,
      summary: 'The label, by number or name.',
      detail: 'Names are those of `/etc/xtables/connlabel.conf` on the machine that loads the rules.',
    },
    {
      name: '--set',
      values: [],
      summary: 'Puts the label on the connection first; then the match holds unless that was impossible.',
    },
  ],
  needs: 'connection tracking (nf_conntrack); for names /etc/xtables/connlabel.conf',
  examples: [
    { table: 'filter', rule: '-A FORWARD -p tcp --dport 25 -m connlabel --label 1 --set' },
    { table: 'filter', rule: '-A FORWARD -m connlabel ! --label 1 -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), connlabel; libxt_connlabel, by running 1.8.9 and 1.8.11',
};
