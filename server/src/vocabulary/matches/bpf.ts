// -m bpf: a filter program that the kernel runs on the packet.

import type { Extension } from '../schema.ts';

export const bpf: Extension = {
  kind: 'match',
  name: 'bpf',
  families: [4, 6],
  summary: 'Runs a Berkeley packet filter on the packet; it matches when the program returns something other than 0.',
  detail: 'The program sees the packet from its IP header on, not the Ethernet header.',
  options: [
    {
      name: '--bytecode',
      values: [{ kind: 'bpf' }],
      summary:
        'A classic BPF program as numbers: a count, then each instruction as `code jt jf k`, with commas between.',
      detail: 'At most 64 instructions. `nfbpf_compile RAW "tcp port 80"` writes it; put it in double quotes.',
    },
    {
      name: '--object-pinned',
      values: [{ kind: 'text', what: 'the path of a pinned BPF object', minBytes: 1, cutAfterBytes: 511 }],
      hangsOn: 'state',
      summary: 'The path of an eBPF program that is pinned in a bpf file system.',
      detail: 'It must be there when the rules are loaded: `--object-pinned /sys/fs/bpf/my_filter`.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--bytecode', '--object-pinned'] }],
  examples: [
    { table: 'filter', rule: '-A INPUT -m bpf --bytecode "4,48 0 0 9,21 0 1 6,6 0 0 1,6 0 0 0" -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A INPUT -m bpf --bytecode "4,48 0 0 6,21 0 1 6,6 0 0 1,6 0 0 0" -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), bpf; libxt_bpf revision 1, by running 1.8.9 and 1.8.11',
};
