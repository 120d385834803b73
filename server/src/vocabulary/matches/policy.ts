// -m policy: the IPsec policy that the packet falls under.

import type { Extension } from '../schema.ts';

export const policy: Extension = {
  kind: 'match',
  name: 'policy',
  families: [4, 6],
  summary: 'Matches by the IPsec policy that was used for the packet, or will be.',
  detail:
    'After `--dir` and `--pol` come the elements of the policy (`--reqid`, `--proto` and so on), ' +
    'with `--strict` up to four of them, set apart by `--next`. ' +
    '`--dir in` is refused in OUTPUT and POSTROUTING, `--dir out` in PREROUTING and INPUT.',
  hangsOn: 'machine',
  options: [
    {
      name: '--dir',
      values: [
        {
          kind: 'choice',
          what: 'a direction',
          choices: [
            {
              name: 'in',
              summary: 'The policy that the packet came in under: PREROUTING, INPUT and FORWARD.',
              places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
            },
            {
              name: 'out',
              summary: 'The policy that the packet will leave under: FORWARD, OUTPUT and POSTROUTING.',
              places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
            },
          ],
        },
      ],
      required: true,
      summary: 'Whether the policy of taking packets in or that of sending them out is meant.',
    },
    {
      name: '--pol',
      values: [
        {
          kind: 'choice',
          what: 'a policy',
          choices: [
            { name: 'none', summary: 'The packet has nothing to do with IPsec.' },
            { name: 'ipsec', summary: 'The packet is protected by IPsec.' },
          ],
        },
      ],
      summary: 'Whether IPsec is in play at all.',
      detail: '`-m policy --dir out --pol none -j MASQUERADE` keeps tunnelled packets out of NAT.',
      default: 'ipsec',
    },
    {
      name: '--strict',
      values: [],
      summary: 'The elements must be the whole policy, in order; without it one layer of IPsec that fits is enough.',
      detail: 'Then each element needs at least one option, and `--pol none` is refused.',
    },
    {
      name: '--reqid',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      negatable: true,
      repeatable: true,
      summary: "The request id of the policy's element, as `ip xfrm policy` shows it.",
    },
    {
      name: '--spi',
      values: [{ kind: 'integer', min: 0, max: 4294967295 }],
      negatable: true,
      repeatable: true,
      summary: 'The security parameter index of the association.',
    },
    {
      name: '--proto',
      values: [{ kind: 'irregular', syntax: 'esp, ah or ipcomp, or their numbers 50, 51 and 108' }],
      negatable: true,
      repeatable: true,
      summary: 'The protocol that wraps the packet: ESP, AH or IPComp.',
    },
    {
      name: '--mode',
      values: [
        {
          kind: 'choice',
          what: 'a mode',
          choices: [
            { name: 'transport', summary: 'From machine to machine, the IP header stays outside.' },
            { name: 'tunnel', summary: 'The whole packet travels inside another one between two gateways.' },
          ],
        },
      ],
      negatable: true,
      repeatable: true,
      summary: 'The mode of the association.',
    },
    {
      name: '--tunnel-src',
      values: [{ kind: 'network' }],
      negatable: true,
      repeatable: true,
      summary: "The address of the tunnel's sending end.",
      detail: 'Needs `--mode tunnel` in the same element.',
    },
    {
      name: '--tunnel-dst',
      values: [{ kind: 'network' }],
      negatable: true,
      repeatable: true,
      summary: "The address of the tunnel's receiving end.",
      detail: 'Needs `--mode tunnel` in the same element.',
    },
    {
      name: '--next',
      values: [],
      repeatable: true,
      requires: ['--strict'],
      summary: 'Ends one element of the policy and begins the next; there are four at most.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m policy --dir in --pol ipsec -j ACCEPT' },
    { table: 'nat', rule: '-A POSTROUTING -o eth0 -m policy --dir out --pol none -j MASQUERADE' },
    {
      table: 'filter',
      rule:
        '-A FORWARD -m policy --dir in --pol ipsec --strict --proto esp --mode tunnel ' +
        '--tunnel-src 198.51.100.1 --next --reqid 2 -j ACCEPT',
      family: 4,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m policy --dir in --pol ipsec --mode tunnel --tunnel-src 2001:db8::/32 -j ACCEPT',
      family: 6,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m policy --dir out --pol ipsec --spi 0x100 --mode tunnel --tunnel-dst 198.51.100.2 -j ACCEPT',
      family: 4,
    },
    {
      table: 'filter',
      rule: '-A FORWARD -m policy --dir in --pol ipsec --strict --proto esp --spi 0x100 --mode tunnel --tunnel-src 2001:db8::1 --tunnel-dst 2001:db8::2 --next --reqid 2 -j ACCEPT',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), policy; libxt_policy, by running 1.8.9 and 1.8.11',
};
