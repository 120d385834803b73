// What iptables-lint --help prints.

import { VERSIONS } from '../vocabulary/schema.ts';
import { SHIPPED_BY } from '../vocabulary/versions.ts';
import { FORMAT_NAMES } from './formats/index.ts';

export const USAGE = `iptables-lint: finds errors in iptables rules files that the loaders would refuse, and likely mistakes

Usage: iptables-lint [OPTION]... PATH...
       iptables-lint [OPTION]... -          reads standard input
       iptables-lint trace --help           what becomes of a packet
       iptables-lint explain --help         what a firewall lets in and out

A PATH is a file, or a folder that is searched for rules files.

How files are read:
  --family 4|6|auto            iptables or ip6tables (auto: each file tells)
  --backend both|nft|legacy    whose refusals are errors (both)
  --iptables-version VERSION   whose refusals are errors (any: every known one):
${VERSIONS.map((version) => `                                 ${version.padEnd(6)}  as in ${SHIPPED_BY[version]}`).join('\n')}
                               another counts as the nearest of these
  --extensions NAME,...        matches and targets that your machines have beyond those of iptables
  --template                   all files are templates; those called .j2, .erb, .tmpl and .tpl always are
  --fragment                   all files are made for "iptables-restore -n"
  --stdin-filename NAME        the name of what comes on standard input
  --management-port PORT,...   TCP ports by which the machine is managed, one of which must work (22)
  --management-from NET,...    addresses and networks from which it must (anywhere is enough)

Configuration:
  --config FILE                for all files, in place of the nearest iptables-lint.json, .jsonc or .yaml
                               in the folder of each file or above
  --no-config                  looks for none
  --no-inline-config           comments suppress nothing

What is printed:
  --format ${FORMAT_NAMES.join('|')}
                               how to print findings (text)
  --quiet                      errors only
  --max-warnings N             more warnings than N fail like an error
  --list-rules                 the lint rules, and how grave each is
  --explain NAME               the page about a lint rule
  --help, --version

Exit status: 0 no errors, 1 errors found or too many warnings, 2 wrong usage, a wrong configuration, no file found, or
something that could not be read.
`;
