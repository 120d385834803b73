// -j CT: how connection tracking treats the packet.

import type { Extension } from '../schema.ts';
import type { Choice, ChoiceValue } from '../values/kinds.ts';

const EVENTS: readonly Choice[] = [
  { name: 'new', summary: 'A connection was made.' },
  { name: 'related', summary: 'A connection was made that belongs to another.' },
  { name: 'destroy', summary: 'A connection ended.' },
  { name: 'reply', summary: 'The first answer was seen.' },
  { name: 'assured', summary: 'The connection is established beyond doubt.' },
  { name: 'protoinfo', summary: 'The state of the protocol changed, as of a TCP handshake.' },
  { name: 'helper', summary: 'A helper was attached.' },
  { name: 'mark', summary: "The connection's mark changed." },
  { name: 'natseqinfo', summary: 'NAT began to adjust TCP sequence numbers.' },
  { name: 'secmark', summary: 'The security mark changed.' },
];

const ZONE: ChoiceValue = {
  kind: 'choice',
  what: 'a zone',
  choices: [{ name: 'mark', summary: "The packet's mark is the zone." }],
  letterCase: 'any',
  orInteger: { min: 0, max: 65535 },
};

export const CT: Extension = {
  kind: 'target',
  name: 'CT',
  families: [4, 6],
  summary: 'Tells connection tracking what to do with the packet before it sees it.',
  detail: 'Loads in the raw table only, which is in front of connection tracking. The packet goes on to the next rule.',
  places: [{ tables: ['raw'], hooks: ['PREROUTING', 'OUTPUT'] }],
  options: [
    {
      name: '--notrack',
      values: [],
      summary: 'Leaves the packet untracked: its state is UNTRACKED, and NAT does not touch it.',
      detail: 'The other options then have no effect. Remember the answers, which need a rule of their own.',
    },
    {
      name: '--helper',
      values: [{ kind: 'text', what: "a helper's name", cutAfterBytes: 15 }],
      summary: 'The helper that reads along, so that its data connections become RELATED.',
      detail:
        'Needs `-p` with the protocol of the helper. The kernel has amanda, ftp, irc, netbios-ns, pptp, Q.931, RAS, sane, sip, snmp and tftp; ' +
        'newer kernels attach none by themselves.',
    },
    {
      name: '--timeout',
      values: [{ kind: 'text', what: "a timeout policy's name", cutAfterBytes: 31 }],
      summary: 'The timeout policy to use, which `nfct` made before.',
      detail: 'Needs `-p`. Where no policy has this name the load fails.',
    },
    {
      name: '--ctevents',
      values: [{ kind: 'choice', what: 'an event', choices: EVENTS, list: ',' }],
      summary: 'The events of the connection that are reported to programs such as `conntrack -E`.',
      default: 'all of them',
    },
    {
      name: '--expevents',
      values: [
        {
          kind: 'choice',
          what: 'an event',
          choices: [{ name: 'new', summary: 'A connection is expected.' }],
          list: ',',
        },
      ],
      summary: 'The events of expected connections that are reported.',
      default: 'all of them',
    },
    {
      name: '--zone-orig',
      values: [ZONE],
      summary: 'The zone for packets in the original direction only.',
    },
    {
      name: '--zone-reply',
      values: [ZONE],
      summary: 'The zone for packets in the reply direction only.',
    },
    {
      name: '--zone',
      values: [ZONE],
      summary: 'The zone in which the connection is looked up and kept.',
      detail: 'Zones keep equal addresses of different networks apart. The last zone option of a rule counts.',
      default: '0',
    },
  ],
  needs: 'For --helper the module of the helper; for --timeout a policy of that name.',
  examples: [
    { table: 'raw', rule: '-A PREROUTING -p tcp -m tcp --dport 21 -j CT --helper ftp' },
    { table: 'raw', rule: '-A OUTPUT -p udp -m udp --dport 53 -j CT --notrack' },
    { table: 'raw', rule: '-A PREROUTING -i eth1 -j CT --zone 1' },
    { table: 'raw', rule: '-A PREROUTING -p tcp -m tcp --dport 443 -j CT --ctevents new,destroy --expevents new' },
    { table: 'raw', rule: '-A PREROUTING -i eth1 -j CT --zone-orig 1' },
    { table: 'raw', rule: '-A PREROUTING -i eth2 -j CT --zone-reply 1' },
  ],
  source: 'iptables-extensions(8), CT; libxt_CT revision 2 and xt_CT, by running 1.8.9 and 1.8.11',
};
