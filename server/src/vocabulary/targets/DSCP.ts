// -j DSCP: the DSCP field of the IP header.

import type { Extension } from '../schema.ts';
import type { Choice } from '../values/kinds.ts';

const CLASSES: readonly Choice[] = [
  { name: 'BE', number: 0, summary: 'Best effort, the default of all traffic.' },
  { name: 'EF', number: 46, summary: 'Expedited forwarding, for voice and other things that cannot wait.' },
  { name: 'AF11', number: 10, summary: 'Assured forwarding, class 1, dropped late.' },
  { name: 'AF12', number: 12, summary: 'Assured forwarding, class 1, dropped earlier.' },
  { name: 'AF13', number: 14, summary: 'Assured forwarding, class 1, dropped first.' },
  { name: 'AF21', number: 18, summary: 'Assured forwarding, class 2, dropped late.' },
  { name: 'AF22', number: 20, summary: 'Assured forwarding, class 2, dropped earlier.' },
  { name: 'AF23', number: 22, summary: 'Assured forwarding, class 2, dropped first.' },
  { name: 'AF31', number: 26, summary: 'Assured forwarding, class 3, dropped late.' },
  { name: 'AF32', number: 28, summary: 'Assured forwarding, class 3, dropped earlier.' },
  { name: 'AF33', number: 30, summary: 'Assured forwarding, class 3, dropped first.' },
  { name: 'AF41', number: 34, summary: 'Assured forwarding, class 4, dropped late.' },
  { name: 'AF42', number: 36, summary: 'Assured forwarding, class 4, dropped earlier.' },
  { name: 'AF43', number: 38, summary: 'Assured forwarding, class 4, dropped first.' },
  { name: 'CS0', number: 0, summary: 'Class selector 0, the same as best effort.' },
  { name: 'CS1', number: 8, summary: 'Class selector 1, for traffic that may wait.' },
  { name: 'CS2', number: 16, summary: 'Class selector 2, for managing the network.' },
  { name: 'CS3', number: 24, summary: 'Class selector 3, for broadcast video.' },
  { name: 'CS4', number: 32, summary: 'Class selector 4, for interactive video.' },
  { name: 'CS5', number: 40, summary: 'Class selector 5, for signalling.' },
  { name: 'CS6', number: 48, summary: 'Class selector 6, for routing protocols.' },
  { name: 'CS7', number: 56, summary: 'Class selector 7, kept for the network itself.' },
];

export const DSCP: Extension = {
  kind: 'target',
  name: 'DSCP',
  families: [4, 6],
  summary: 'Writes the six bits of the IP header by which routers tell urgent traffic from the rest.',
  detail: 'The two ECN bits beside them stay as they are. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--set-dscp',
      values: [{ kind: 'integer', min: 0, max: 63 }],
      excludes: ['--set-dscp-class'],
      summary: 'The value itself: `46` or `0x2e`.',
    },
    {
      name: '--set-dscp-class',
      values: [{ kind: 'choice', what: 'a DiffServ class', choices: CLASSES, letterCase: 'any', tail: 'ignored' }],
      excludes: ['--set-dscp'],
      summary: 'The value by the name of its class.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--set-dscp', '--set-dscp-class'] }],
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -p udp -m udp --dport 5060 -j DSCP --set-dscp-class EF' },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j DSCP --set-dscp 0' },
  ],
  source: 'iptables-extensions(8), DSCP; libxt_DSCP, by running 1.8.9 and 1.8.11',
};
