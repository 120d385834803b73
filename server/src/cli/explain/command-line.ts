// What iptables-lint explain takes.

import type { CommandLine } from '../options/command-line.ts';
import { HELP_AND_VERSION, READING } from '../options/common.ts';

export const EXPLAIN_FORMATS = ['text', 'markdown', 'json'] as const;

export const EXPLAIN: CommandLine = {
  name: 'iptables-lint explain',
  summary: 'what the rules of a file let in and out',
  usage: [['[OPTION]... FILE'], ['[OPTION]... -', 'reads standard input']],
  description: [
    'For each hook of the filter (of other tables where they stop something): the packets that are accepted, rejected, dropped, logged, with the lines that do so, and what becomes of the rest.',
  ],
  groups: [
    {
      title: 'Options',
      options: [
        { name: 'format', value: EXPLAIN_FORMATS, about: 'how to print it (text)' },
        ...READING,
        ...HELP_AND_VERSION,
      ],
    },
  ],
  statuses: { 0: 'it is explained', 2: 'wrong usage or a file that cannot be read' },
};
