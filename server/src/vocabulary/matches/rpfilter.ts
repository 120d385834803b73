// -m rpfilter: whether an answer to the packet would leave by the interface it came in on.

import type { Extension } from '../schema.ts';

export const rpfilter: Extension = {
  kind: 'match',
  name: 'rpfilter',
  families: [4, 6],
  summary: 'Matches packets whose answer would leave by the interface that they came in on.',
  detail:
    'Dropping the rest (`--invert`) keeps out forged source addresses, as the sysctl rp_filter does for IPv4. ' +
    'Packets from the loopback interface always match.',
  hangsOn: 'machine',
  options: [
    {
      name: '--loose',
      values: [],
      summary: 'Any interface will do for the answer, not only the one the packet came in on.',
      detail: 'For machines whose answers take another way than the questions.',
    },
    { name: '--validmark', values: [], summary: "Looks up the way back with the packet's mark." },
    {
      name: '--accept-local',
      values: [],
      summary: "Packets from outside with one of this machine's own addresses as source may match.",
    },
    { name: '--invert', values: [], summary: 'Turns the match round: packets that fail the test.' },
  ],
  places: [{ tables: ['mangle', 'raw'], hooks: ['PREROUTING'] }],
  examples: [
    { table: 'raw', rule: '-A PREROUTING -m rpfilter --invert -j DROP' },
    { table: 'mangle', rule: '-A PREROUTING -m rpfilter --loose --validmark --invert -j DROP' },
    { table: 'raw', rule: '-A PREROUTING -m rpfilter --accept-local --invert -j DROP' },
  ],
  source: 'iptables-extensions(8), rpfilter; libxt_rpfilter, by running 1.8.9 and 1.8.11',
};
