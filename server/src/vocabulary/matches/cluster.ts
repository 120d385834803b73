// -m cluster: this machine's share of the connections of a cluster.

import type { Extension } from '../schema.ts';

export const cluster: Extension = {
  kind: 'match',
  name: 'cluster',
  families: [4, 6],
  summary: 'Matches the connections that this node of a cluster is to serve, shared out by source address.',
  detail:
    'All nodes see every packet and hash it with the same seed; each node takes its own share and drops the rest.',
  hangsOn: 'machine',
  options: [
    {
      name: '--cluster-total-nodes',
      values: [{ kind: 'integer', min: 1, max: 32, unit: 'nodes' }],
      required: true,
      summary: 'How many nodes the cluster has.',
    },
    {
      name: '--cluster-local-node',
      values: [{ kind: 'integer', min: 1, max: 32 }],
      negatable: true,
      excludes: ['--cluster-local-nodemask'],
      summary: 'The number of this node, from 1 to the number of nodes.',
    },
    {
      name: '--cluster-local-nodemask',
      values: [{ kind: 'integer', min: 1, max: 32 }],
      negatable: true,
      excludes: ['--cluster-local-node'],
      summary: 'The nodes that this machine serves, one bit each: 3 is nodes 1 and 2.',
      detail: 'The tools take no more than 32 here, so a mask reaches node 6 only alone, and no node after it.',
    },
    {
      name: '--cluster-hash-seed',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      required: true,
      summary: 'The seed of the hash, the same on all nodes.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--cluster-local-node', '--cluster-local-nodemask'] }],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -m cluster --cluster-total-nodes 2 ! --cluster-local-node 1 --cluster-hash-seed 0xbeef -j DROP',
    },
    {
      table: 'filter',
      rule: '-A INPUT -m cluster --cluster-total-nodes 4 ! --cluster-local-nodemask 3 --cluster-hash-seed 0xbeef -j DROP',
    },
  ],
  source: 'iptables-extensions(8), cluster; libxt_cluster, by running 1.8.9 and 1.8.11',
};
