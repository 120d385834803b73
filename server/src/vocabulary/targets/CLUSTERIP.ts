// -j CLUSTERIP: one address for several machines.

import type { Extension } from '../schema.ts';

export const CLUSTERIP: Extension = {
  kind: 'target',
  name: 'CLUSTERIP',
  families: [4],
  summary: 'Lets several machines share an address without a load balancer; each answers its part of the connections.',
  detail:
    'Removed from Linux in 6.3; use the match `cluster` instead. Say all options but `--hash-init` in the first rule ' +
    'about the address, none in later ones. The rule names the shared address with `-d` and its interface with `-i`.',
  options: [
    {
      name: '--new',
      values: [],
      requires: ['--hashmode', '--clustermac', '--total-nodes', '--local-node'],
      summary: 'Makes a new shared address; in its first rule only.',
    },
    {
      name: '--hashmode',
      values: [
        {
          kind: 'choice',
          what: 'a hash mode',
          choices: [
            { name: 'sourceip', summary: 'The source address decides.' },
            { name: 'sourceip-sourceport', summary: 'Source address and source port decide.' },
            { name: 'sourceip-sourceport-destport', summary: 'Source address and both ports decide.' },
          ],
        },
      ],
      requires: ['--new'],
      summary: 'What decides which machine answers.',
    },
    {
      name: '--clustermac',
      values: [{ kind: 'mac' }],
      requires: ['--new'],
      summary: 'The Ethernet address that the machines share; a multicast one.',
    },
    {
      name: '--total-nodes',
      values: [{ kind: 'integer', min: 0, max: 16, unit: 'machines' }],
      requires: ['--new'],
      summary: 'How many machines there are.',
    },
    {
      name: '--local-node',
      values: [{ kind: 'integer', min: 0, max: 16 }],
      requires: ['--new'],
      summary: 'Which of them this one is, counted from 1.',
    },
    {
      name: '--hash-init',
      values: [{ kind: 'integer', min: 0, max: 0xffffffff }],
      requires: ['--new'],
      summary: 'A number that goes into the hash; the same on all machines.',
    },
  ],
  needs: 'A kernel before Linux 6.3 with ipt_CLUSTERIP.',
  removed: { linux: '6.3', instead: '-m cluster' },
  examples: [
    {
      table: 'filter',
      rule:
        '-A INPUT -d 192.0.2.5/32 -i eth0 -j CLUSTERIP --new --hashmode sourceip ' +
        '--clustermac 01:00:5e:00:00:20 --total-nodes 2 --local-node 1',
      family: 4,
    },
  ],
  source: 'iptables-extensions(8), CLUSTERIP; libipt_CLUSTERIP, by running 1.8.9 and 1.8.11 with --test',
};
