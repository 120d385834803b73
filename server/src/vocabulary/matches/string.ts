// -m string: a text somewhere in the packet.

import type { Extension } from '../schema.ts';

export const string: Extension = {
  kind: 'match',
  name: 'string',
  families: [4, 6],
  summary: 'Matches packets that hold a text.',
  detail:
    'One packet at a time: a text that is split over two is missed, and what is encrypted is never found. ' +
    'A filter on web addresses cannot be made of it.',
  options: [
    {
      name: '--algo',
      values: [
        {
          kind: 'choice',
          what: 'a search algorithm',
          late: true,
          choices: [
            { name: 'bm', summary: 'Boyer-Moore, the faster one.' },
            {
              name: 'kmp',
              summary: 'Knuth-Morris-Pratt, which also finds texts across the pieces of a packet in memory.',
            },
          ],
        },
      ],
      required: true,
      summary: 'How the text is searched.',
    },
    {
      name: '--string',
      values: [{ kind: 'text', what: 'a text', minBytes: 1, maxBytes: 128 }],
      negatable: true,
      excludes: ['--hex-string'],
      summary: 'The text, up to 128 bytes.',
      detail: 'Upper and lower case count unless `--icase` is given. Quote it if it contains spaces.',
    },
    {
      name: '--hex-string',
      values: [{ kind: 'irregular', syntax: 'text with bytes in hexadecimal between bars: `"GET |0d 0a|"`' }],
      negatable: true,
      excludes: ['--string'],
      summary: 'The text, with bytes in hexadecimal between two bars.',
      detail:
        'Two digits a byte, at most one blank between bytes: `|0d0a|`, `|0d 0a|`. A backslash takes the next character as it is.',
    },
    {
      name: '--from',
      values: [{ kind: 'integer', min: 0, max: 65535, unit: 'bytes' }],
      summary: 'The offset at which the search begins, counted from the IP header.',
      default: '0',
    },
    {
      name: '--to',
      values: [{ kind: 'integer', min: 0, max: 65535, unit: 'bytes' }],
      summary: 'The offset up to which is searched.',
      detail:
        'The whole text must lie before it; older kernels ask that of its beginning only. Not less than `--from`.',
      default: 'the end of the packet',
    },
    { name: '--icase', values: [], summary: 'Upper and lower case are the same.' },
  ],
  groups: [{ rule: 'exactly-one', options: ['--string', '--hex-string'] }],
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --dport 80 -m string --algo bm --to 200 --string "/wp-login.php" -j DROP',
    },
    {
      table: 'filter',
      rule: '-A FORWARD -p udp --dport 53 -m string --algo bm --icase --hex-string "|07|example|03|com|00|" -j DROP',
    },
    {
      table: 'filter',
      rule: '-A FORWARD -p tcp --dport 25 -m string --algo kmp --from 40 --to 1500 --string "X-Advert" -j DROP',
    },
  ],
  source: 'iptables-extensions(8), string; libxt_string revision 1, by running 1.8.9 and 1.8.11',
};
