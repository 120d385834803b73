// -m osf: guessing the sender's operating system from its SYN.

import type { Extension } from '../schema.ts';

export const osf: Extension = {
  kind: 'match',
  name: 'osf',
  families: [4],
  summary: "Matches TCP SYN packets by the operating system that their sender's habits give away.",
  detail:
    'Window size, options and their order are compared with fingerprints, which must be loaded first: `nfnl_osf -f pf.os`. Without them nothing matches. A sender can pretend.',
  protocols: ['tcp'],
  places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
  hangsOn: 'machine',
  options: [
    {
      name: '--genre',
      values: [{ kind: 'text', what: "an operating system's name", cutAfterBytes: 31 }],
      negatable: true,
      required: true,
      summary: 'The family of operating systems: `Linux`, `Windows`, `FreeBSD`.',
      detail: 'Spelled as in the fingerprint file, capitals included.',
    },
    {
      name: '--ttl',
      values: [{ kind: 'integer', min: 0, max: 2 }],
      summary: 'How to compare the time to live: 0 exactly, 1 no more than the fingerprint, 2 not at all.',
      detail: '0 is for the local network, 1 for senders behind routers, 2 sees through scanners that lie.',
      default: '0',
    },
    {
      name: '--log',
      values: [{ kind: 'integer', min: 0, max: 2 }],
      summary: 'What goes to the kernel log: 0 all signatures, matching or unknown, 1 only the first, 2 all known.',
      default: 'nothing is logged',
    },
  ],
  needs: 'the module xt_osf and loaded fingerprints (nfnl_osf)',
  examples: [{ table: 'filter', rule: '-A INPUT -p tcp -m osf --genre Linux --ttl 1 --log 0 -j ACCEPT', family: 4 }],
  source: 'iptables-extensions(8), osf; libxt_osf, by running 1.8.9 and 1.8.11',
};
