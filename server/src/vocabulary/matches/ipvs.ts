// -m ipvs: connections of the kernel's load balancer.

import type { Extension } from '../schema.ts';

export const ipvs: Extension = {
  kind: 'match',
  name: 'ipvs',
  families: [4, 6],
  summary: 'Matches packets of IPVS connections, by the virtual service and how they are forwarded.',
  detail: 'Each other option implies `--ipvs`, so it is only needed on its own.',
  hangsOn: 'machine',
  options: [
    {
      name: '--ipvs',
      values: [],
      negatable: true,
      summary: 'The packet belongs to an IPVS connection.',
      detail: '`! --ipvs` must be used alone: with any other option it is refused.',
    },
    {
      name: '--vproto',
      values: [{ kind: 'protocol', exactCase: true }],
      negatable: true,
      summary: 'The protocol of the virtual service.',
    },
    {
      name: '--vaddr',
      values: [{ kind: 'network' }],
      negatable: true,
      summary: 'The address or network of the virtual service.',
    },
    {
      name: '--vport',
      values: [{ kind: 'port' }],
      negatable: true,
      summary: 'The port of the virtual service.',
    },
    {
      name: '--vdir',
      values: [
        {
          kind: 'choice',
          what: 'a direction',
          letterCase: 'any',
          choices: [
            { name: 'ORIGINAL', summary: 'From the client to the server.' },
            { name: 'REPLY', summary: 'From the server back to the client.' },
          ],
        },
      ],
      summary: 'The direction of the packet within its connection.',
    },
    {
      name: '--vmethod',
      values: [
        {
          kind: 'choice',
          what: 'a forwarding method',
          letterCase: 'any',
          choices: [
            { name: 'GATE', summary: 'Direct routing: the server is on the same link.' },
            { name: 'IPIP', summary: 'Through an IP tunnel.' },
            { name: 'MASQ', summary: 'Masquerading: addresses are translated.' },
          ],
        },
      ],
      negatable: true,
      summary: 'How IPVS forwards the connection.',
    },
    {
      name: '--vportctl',
      values: [{ kind: 'port' }],
      negatable: true,
      summary: 'The service port of the connection that controls this one.',
      detail: '21 for the data connections of FTP.',
    },
  ],
  groups: [
    {
      rule: 'at-least-one',
      options: ['--ipvs', '--vproto', '--vaddr', '--vport', '--vdir', '--vmethod', '--vportctl'],
    },
  ],
  needs: 'the module xt_ipvs and IPVS in the kernel',
  examples: [
    {
      table: 'mangle',
      rule: '-A POSTROUTING -m ipvs --vaddr 192.0.2.80 --vport 80 --vmethod MASQ -j ACCEPT',
      family: 4,
    },
    { table: 'mangle', rule: '-A POSTROUTING -m ipvs --vaddr 2001:db8::80 --vdir ORIGINAL -j ACCEPT', family: 6 },
    { table: 'mangle', rule: '-A POSTROUTING -m ipvs --ipvs --vproto tcp --vdir REPLY -j ACCEPT' },
    { table: 'mangle', rule: '-A POSTROUTING -m ipvs --vport 20 --vmethod MASQ --vportctl 21 -j ACCEPT' },
  ],
  source:
    'iptables-extensions(8), ipvs; libxt_ipvs, by running 1.8.9 and 1.8.11 (their tests: the kernel at hand has no IPVS)',
};
