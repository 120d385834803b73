// -m ipv6header: which extension headers an IPv6 packet carries.

import type { Extension } from '../schema.ts';

export const ipv6header: Extension = {
  kind: 'match',
  name: 'ipv6header',
  families: [6],
  summary: 'Matches IPv6 packets by the extension headers they carry.',
  detail:
    'Without `--soft` the packet must carry exactly the named headers, and what follows them counts as `prot`: a TCP fragment is `frag,prot`, not `frag`.',
  options: [
    {
      name: '--header',
      values: [
        {
          kind: 'choice',
          what: 'a header',
          list: ',',
          empty: 'needs-one',
          choices: [
            { name: 'hop', summary: 'Hop-by-hop options, which every router reads.', number: 0 },
            { name: 'dst', summary: 'Destination options, which the receiver reads.', number: 60 },
            { name: 'route', summary: 'The routing header.', number: 43 },
            { name: 'frag', summary: 'The fragment header.', number: 44 },
            { name: 'auth', summary: 'The authentication header of IPsec.', number: 51 },
            { name: 'esp', summary: 'Encrypted payload of IPsec.', number: 50 },
            { name: 'none', summary: 'No next header: nothing follows.', number: 59 },
            { name: 'prot', summary: 'A header of an upper protocol such as TCP.', number: 255 },
            { name: 'hop-by-hop', summary: 'Long name of hop.', number: 0 },
            { name: 'ipv6-opts', summary: 'Long name of dst.', number: 60 },
            { name: 'ipv6-route', summary: 'Long name of route.', number: 43 },
            { name: 'ipv6-frag', summary: 'Long name of frag.', number: 44 },
            { name: 'ah', summary: 'Another name of auth.', number: 51 },
            { name: 'ipv6-nonxt', summary: 'Long name of none.', number: 59 },
            { name: 'protocol', summary: 'Long name of prot.', number: 255 },
            { name: 'hopopt', summary: 'Protocol name of hop.', number: 0 },
            { name: 'HOPOPT', summary: 'Protocol name of hop.', number: 0 },
            { name: 'ip', summary: 'Protocol 0, that is hop.', number: 0 },
            { name: 'IP', summary: 'Protocol 0, that is hop.', number: 0 },
            { name: 'IPv6-Opts', summary: 'Protocol name of dst.', number: 60 },
            { name: 'IPv6-Route', summary: 'Protocol name of route.', number: 43 },
            { name: 'IPv6-Frag', summary: 'Protocol name of frag.', number: 44 },
            { name: 'IPSEC-AH', summary: 'Protocol name of auth.', number: 51 },
            { name: 'IPSEC-ESP', summary: 'Protocol name of esp.', number: 50 },
            { name: 'IPv6-NoNxt', summary: 'Protocol name of none.', number: 59 },
            { name: '0', summary: 'The number of hop.', number: 0 },
            { name: '60', summary: 'The number of dst.', number: 60 },
            { name: '43', summary: 'The number of route.', number: 43 },
            { name: '44', summary: 'The number of frag.', number: 44 },
            { name: '51', summary: 'The number of auth.', number: 51 },
            { name: '50', summary: 'The number of esp.', number: 50 },
            { name: '59', summary: 'The number of none.', number: 59 },
            { name: '255', summary: 'The number of prot.', number: 255 },
          ],
        },
      ],
      negatable: true,
      required: true,
      summary: 'The headers, by name or number, with commas.',
    },
    {
      name: '--soft',
      values: [],
      summary: 'The named headers must be there, others may be too.',
      detail: 'With `! --header` none of them may be there.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m ipv6header --header route --soft -j DROP', family: 6 },
    { table: 'filter', rule: '-A INPUT -m ipv6header ! --header hop,prot -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), ipv6header; libip6t_ipv6header, by running 1.8.9 and 1.8.11',
};
