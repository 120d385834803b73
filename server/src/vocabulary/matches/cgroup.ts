// -m cgroup: the control group of the process that owns the packet's socket.

import type { Extension } from '../schema.ts';

export const cgroup: Extension = {
  kind: 'match',
  name: 'cgroup',
  families: [4, 6],
  summary: 'Matches by the control group of the process whose socket sends or receives the packet.',
  detail:
    'In INPUT only sockets that are found before delivery count, so not every incoming packet has one. Without one the match fails, with `!` too.',
  places: [{ hooks: ['INPUT', 'OUTPUT', 'POSTROUTING'] }],
  hangsOn: 'machine',
  options: [
    {
      name: '--path',
      values: [{ kind: 'text', what: 'the path of a cgroup v2', cutAfterBytes: 511 }],
      negatable: true,
      summary: 'A cgroup of version 2 and all below it, by its path from the root of the hierarchy.',
      detail: 'It must be there when the rules are loaded: `--path system.slice/nginx.service`.',
    },
    {
      name: '--cgroup',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      negatable: true,
      summary: 'The class id that the net_cls controller of cgroup version 1 gives.',
      detail: '`0x100001` is the class 10:1 of `tc`.',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ['--path', '--cgroup'] }],
  needs: 'cgroup v2 for --path, the net_cls controller of cgroup v1 for --cgroup',
  examples: [
    { table: 'filter', rule: '-A OUTPUT -p tcp --dport 80 -m cgroup ! --cgroup 1 -j DROP' },
    { table: 'mangle', rule: '-A OUTPUT -m cgroup --cgroup 0x100001 -j MARK --set-mark 1' },
  ],
  source: 'iptables-extensions(8), cgroup; libxt_cgroup revision 2, by running 1.8.9 and 1.8.11',
};
