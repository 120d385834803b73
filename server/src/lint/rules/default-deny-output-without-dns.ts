// An OUTPUT that lets the machine go out to web servers and not ask for their names.

import { packetBox } from '../../analysis/packet-box.ts';
import { insertLines } from '../../check/fix.ts';
import { WORLD } from '../common/outside.ts';
import { chainAt, lastRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import { lintRule } from '../rule.ts';

/** What needs names, wherever it is. */
const NEEDY = [
  { ports: [80, 443], what: 'web requests' },
  { ports: [25], what: 'mail' },
] as const;
const DNS = 53;
const OVER_TLS = 853;
const NAMES = [DNS, OVER_TLS];

export const defaultDenyOutputWithoutDns = lintRule({
  name: 'default-deny-output-without-dns',
  severity: 'warning',
  category: 'packets',
  finds: 'An OUTPUT that refuses by default, lets web requests or mail out, and drops DNS.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    const wall = name === 'OUTPUT' ? wallOf(table, name) : undefined;
    if (!wall) return;
    const out = { output: 'not lo', client: 'source', states: ['NEW', 'UNTRACKED'] } as const;
    const may = (words: Parameters<typeof packetBox>[1]) =>
      table.mayPass(name, packetBox(table.family, { ...out, ...words }));
    const needy = NEEDY.find(({ ports }) => may({ protocol: 'tcp', destinationPorts: ports, to: WORLD[table.family] }));
    if (!needy || may({ protocol: 'udp', destinationPorts: NAMES })) return;
    if (may({ protocol: 'tcp', destinationPorts: [OVER_TLS] })) return;
    const byTcp = may({ protocol: 'tcp', destinationPorts: [DNS] });
    report({
      message: byTcp
        ? `"OUTPUT" lets DNS out by TCP alone and ${wall.does} it by UDP, by which names are asked for first, so they are found late or not at all. Add "-A OUTPUT -p udp --dport 53 -j ACCEPT".`
        : `"OUTPUT" lets ${needy.what} out and ${wall.does} DNS, so no name can be resolved. Add "-A OUTPUT -p udp --dport 53 -j ACCEPT", and the same for tcp.`,
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
