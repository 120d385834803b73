// -m hashlimit: a rate for every address, port or pair of them.

import type { Extension } from '../schema.ts';
import type { RateValue } from '../values/kinds.ts';

/** The kernel's unit is a millionth of a second. */
export const HASHLIMIT_RATE: RateValue = { kind: 'rate', perSecond: 1000000, bytes: true };

export const hashlimit: Extension = {
  kind: 'match',
  name: 'hashlimit',
  families: [4, 6],
  summary: 'Matches up to or above a rate that is kept for every address, port or combination of them.',
  detail:
    'Like `-m limit` with a bucket for each sender: `--hashlimit-mode srcip`. The buckets are in `/proc/net/ipt_hashlimit/`*name* (`ip6t_hashlimit` for IPv6); rules of one name share them, and the rate, burst and mode of the first of them. Without a mode there is one bucket for all.',
  hangsOn: 'state',
  options: [
    {
      name: '--hashlimit-upto',
      aliases: ['--hashlimit'],
      values: [HASHLIMIT_RATE],
      negatable: true,
      excludes: ['--hashlimit-above'],
      summary: 'Matches while the rate is not exceeded.',
      detail:
        'Packets (`20/sec`, `5/min`) or bytes a second (`512kb/s`, `10mb/s`, with k = 1024). Only `b/s` makes it bytes: `512kb/min` is read as 512 packets in a minute.',
    },
    {
      name: '--hashlimit-above',
      values: [HASHLIMIT_RATE],
      negatable: true,
      excludes: ['--hashlimit-upto'],
      summary: 'Matches what goes beyond the rate; the usual form for `-j DROP`.',
      detail: 'Packets (`20/sec`) or bytes a second (`512kb/s`), as for `--hashlimit-upto`.',
    },
    {
      name: '--hashlimit-burst',
      values: [{ kind: 'irregular', syntax: 'a number of packets from 1 to 1000000, or bytes: 512kb, 2mb' }],
      summary: 'How much may come at once before the rate counts.',
      detail:
        'Packets for a rate in packets; for a rate in bytes, bytes and at least what one second allows. Plain numbers end at 1000000: write `2mb` for more.',
      default: '5 packets; for a rate in bytes, one second of it',
    },
    {
      name: '--hashlimit-mode',
      values: [
        {
          kind: 'choice',
          what: 'a property to count by',
          list: ',',
          empty: 'skipped',
          orList: '|',
          choices: [
            { name: 'srcip', summary: 'One bucket for each source address.' },
            { name: 'srcport', summary: 'One bucket for each source port.' },
            { name: 'dstip', summary: 'One bucket for each destination address.' },
            { name: 'dstport', summary: 'One bucket for each destination port.' },
          ],
        },
      ],
      summary: 'What has a bucket of its own: addresses, ports, or combinations such as `srcip,dstport`.',
      default: 'one bucket for all packets of the rule',
    },
    {
      name: '--hashlimit-srcmask',
      values: [{ kind: 'prefix-length' }],
      summary: 'How many leading bits of the source address share a bucket.',
      detail: 'With `--hashlimit-mode srcip`: 24 gives every /24 one bucket. In IPv6 64 is a sensible value.',
      default: '32, in IPv6 128: each address by itself',
    },
    {
      name: '--hashlimit-dstmask',
      values: [{ kind: 'prefix-length' }],
      summary: 'How many leading bits of the destination address share a bucket.',
      detail: 'Counts with `--hashlimit-mode dstip`.',
      default: '32, in IPv6 128: each address by itself',
    },
    {
      name: '--hashlimit-name',
      values: [
        {
          kind: 'text',
          what: "a table's name",
          minBytes: 1,
          cutAfterBytes: 254,
          forbidden: '/',
          forbiddenWhy: 'it becomes the name of a file in /proc/net/ipt_hashlimit',
        },
      ],
      required: true,
      summary: 'The name of the table of buckets.',
      detail:
        'The first rule of a name makes the table; the rate, burst, mode, sizes and times of later ones are not used. A reload keeps the old table too: change the name together with the rate.',
    },
    {
      name: '--hashlimit-htable-size',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'hash buckets' }],
      summary: 'The number of hash buckets of the table.',
      detail: '0 leaves it to the kernel.',
      default: 'chosen by the kernel from its memory',
    },
    {
      name: '--hashlimit-htable-max',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'entries' }],
      summary: 'The most entries that the table may have; packets that would need one more are dropped.',
      detail: '0 leaves it to the kernel.',
      default: '8 for each hash bucket',
    },
    {
      name: '--hashlimit-htable-expire',
      values: [{ kind: 'integer', min: 1, max: 4294967295, unit: 'milliseconds' }],
      summary: 'After how long without packets an entry is forgotten.',
      detail: 'Milliseconds, as long as the unit of the rate if you leave it out: an entry for `5/min` lives 60000.',
      default: 'the unit of the rate; for a rate in bytes 15 seconds, with a burst 60',
    },
    {
      name: '--hashlimit-htable-gcinterval',
      values: [{ kind: 'integer', min: 1, max: 4294967295, unit: 'milliseconds' }],
      summary: 'How often the table is searched for entries to forget.',
      default: '1000 milliseconds',
    },
    {
      name: '--hashlimit-rate-match',
      values: [],
      summary:
        'Measures the rate of the whole flow instead of cutting it: a flow over the rate matches with all of its packets.',
      detail: 'Measured in whole intervals; in the first one rate and burst together are let through.',
    },
    {
      name: '--hashlimit-rate-interval',
      values: [{ kind: 'irregular', syntax: 'a number of seconds from 1 to 2147483647' }],
      summary: 'Over how many seconds `--hashlimit-rate-match` measures.',
      detail:
        'The number of the rate is then meant for this time, whatever its unit: `5/sec` with 7 is 5 packets in 7 seconds. Does nothing without `--hashlimit-rate-match`.',
      default: 'the unit of the rate; 1 second for a rate in bytes',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ['--hashlimit-upto', '--hashlimit-above'] }],
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p tcp --dport 22 --syn -m hashlimit --hashlimit-above 5/min --hashlimit-mode srcip --hashlimit-name ssh -j DROP',
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m hashlimit --hashlimit-upto 512kb/s --hashlimit-burst 1mb --hashlimit-mode dstip --hashlimit-dstmask 24 --hashlimit-name down -j ACCEPT',
    },
    {
      table: 'filter',
      rule: '-A INPUT -p udp --dport 53 -m hashlimit --hashlimit-upto 50/sec --hashlimit-burst 100 --hashlimit-mode srcip --hashlimit-srcmask 24 --hashlimit-name dns --hashlimit-htable-size 4096 --hashlimit-htable-max 32768 --hashlimit-htable-expire 60000 --hashlimit-htable-gcinterval 5000 -j ACCEPT',
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m hashlimit --hashlimit-above 600/sec --hashlimit-mode srcip --hashlimit-name heavy --hashlimit-rate-match --hashlimit-rate-interval 10 -j DROP',
    },
  ],
  source: 'iptables-extensions(8), hashlimit; libxt_hashlimit revision 3 and xt_hashlimit, by running 1.8.9 and 1.8.11',
};
