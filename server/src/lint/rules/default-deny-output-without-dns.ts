// An OUTPUT that lets the machine go out to web servers and not ask for their names.

import { packetBox } from '../../analysis/packet-box.ts';
import { insertLines } from '../../check/fix.ts';
import { WORLD } from '../common/outside.ts';
import { chainAt, lastRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import { lintRule } from '../rule.ts';

const WEB = [80, 443];
/** DNS, and DNS over TLS. */
const NAMES = [53, 853];

export const defaultDenyOutputWithoutDns = lintRule({
  name: 'default-deny-output-without-dns',
  severity: 'warning',
  category: 'packets',
  finds: 'An OUTPUT that refuses by default, lets web requests out, and drops DNS.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    const wall = name === 'OUTPUT' ? wallOf(table, name) : undefined;
    if (!wall) return;
    const out = { output: 'not lo', client: 'source', states: ['NEW', 'UNTRACKED'] } as const;
    const may = (words: Parameters<typeof packetBox>[1]) =>
      table.mayPass(name, packetBox(table.family, { ...out, ...words }));
    if (!may({ protocol: 'tcp', destinationPorts: WEB, to: WORLD[table.family] })) return;
    if (may({ protocol: 'udp', destinationPorts: NAMES }) || may({ protocol: 'tcp', destinationPorts: NAMES })) return;
    report({
      message: `"OUTPUT" lets web requests out and ${wall.does} DNS, so no name can be resolved. Add "-A OUTPUT -p udp --dport 53 -j ACCEPT", and the same for tcp.`,
      ...wall.place,
    });
  },
  fix(file, { line }) {
    const [block, name] = chainAt(file, line) ?? [];
    if (!block || name !== 'OUTPUT') return [];
    const last = lastRuleLine(file, block, name, ({ object }) => object === 'ACCEPT');
    const lines = ['udp', 'tcp'].map((protocol) => `-A OUTPUT -p ${protocol} --dport 53 -j ACCEPT`);
    return last < 0
      ? []
      : [{ title: 'Accept DNS in OUTPUT', edits: [insertLines(file, last + 1, lines)], preferred: true }];
  },
});
