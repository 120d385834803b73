// -m mh: the mobility header of Mobile IPv6.

import type { Extension } from '../schema.ts';

export const mh: Extension = {
  kind: 'match',
  name: 'mh',
  families: [6],
  summary: 'Matches Mobile IPv6 messages by the type in their mobility header.',
  detail: 'Loaded by itself when `--mh-type` follows `-p mh`. Without a type every message matches.',
  protocols: ['mobility-header'],
  options: [
    {
      name: '--mh-type',
      values: [{ kind: 'irregular', syntax: 'a type or type:type, by name or from 0 to 255' }],
      negatable: true,
      summary: 'The type of the message, by name or number, or a range of types.',
      detail:
        'The names with their numbers: `binding-refresh-request` (`brr`, 0), `home-test-init` (`hoti`, 1), `careof-test-init` (`coti`, 2), `home-test` (`hot`, 3), `careof-test` (`cot`, 4), `binding-update` (`bu`, 5), `binding-acknowledgement` (`ba`, 6), `binding-error` (`be`, 7). Letter case does not matter, and a cut name stands for the first that fits.',
      default: 'any',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p mobility-header -m mh --mh-type binding-update -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A INPUT -p mobility-header -m mh --mh-type hoti:cot -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), mh; libip6t_mh, by running 1.8.9 and 1.8.11',
};
