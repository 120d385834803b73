// The options that iptables itself knows, before any match or target is loaded.

import type { Value } from './values/kinds.ts';

/** What a generic option is for. */
export type GenericRole =
  | 'command'
  | 'condition'
  | 'load'
  | 'target'
  | 'counters'
  | 'listing'
  | 'outside'
  | 'family'
  | 'end';

export interface GenericOption {
  /** The usual long spelling with its dashes. */
  readonly name: string;
  /** The letter after a single dash; options that share one are the same option. */
  readonly letter?: string;
  /** getopt's view: whether a word belongs to it. `optional` takes only what is joined to it. */
  readonly takes: 'nothing' | 'word' | 'optional';
  readonly role: GenericRole;
  readonly negatable?: boolean;
  readonly values: readonly Value[];
  readonly summary: string;
  readonly detail?: string;
  /** A rule or line that loads. */
  readonly example?: string;
}

const CHAIN: Value = { kind: 'text', what: "a chain's name of at most 28 bytes" };
const NETWORKS: Value = { kind: 'network', list: true };

/** In the order in which iptables registers them. Source: the option table of iptables 1.8.9 and iptables(8). */
export const GENERIC_OPTIONS: readonly GenericOption[] = [
  {
    name: '--append',
    letter: 'A',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Appends the rule to the end of a chain.',
    detail: 'Rules are tried from the top; the first that ends in a verdict decides.',
    example: '-A INPUT -i lo -j ACCEPT',
  },
  {
    name: '--delete',
    letter: 'D',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Deletes a rule from a chain, by its number or by its whole text.',
  },
  {
    name: '--check',
    letter: 'C',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Checks that the chain has the rule; a file in which it has not is refused.',
  },
  {
    name: '--insert',
    letter: 'I',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Inserts the rule at a number in a chain, 1 (the top) when none is given.',
    detail: 'Several `-I` lines without a number end up in reverse order.',
    example: '-I INPUT 1 -i lo -j ACCEPT',
  },
  {
    name: '--replace',
    letter: 'R',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Replaces the rule with a given number.',
  },
  {
    name: '--list',
    letter: 'L',
    takes: 'optional',
    role: 'command',
    values: [],
    summary: 'Prints rules while the file is loaded; in a rules file it changes nothing.',
  },
  {
    name: '--list-rules',
    letter: 'S',
    takes: 'optional',
    role: 'command',
    values: [],
    summary: 'Prints rules as commands while the file is loaded; in a rules file it changes nothing.',
  },
  {
    name: '--flush',
    letter: 'F',
    takes: 'optional',
    role: 'command',
    values: [],
    summary: 'Deletes all rules of a chain, or of every chain of the table.',
    detail: 'The policy stays: under a policy of DROP this cuts every connection.',
  },
  {
    name: '--zero',
    letter: 'Z',
    takes: 'optional',
    role: 'command',
    values: [],
    summary: 'Sets the counters of a rule, a chain or the table to zero.',
    detail: 'nft crashes on the number of a rule that the same file adds.',
  },
  {
    name: '--new-chain',
    letter: 'N',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Makes a new user chain. In a file a line like `:NAME - [0:0]` does the same.',
  },
  {
    name: '--delete-chain',
    letter: 'X',
    takes: 'optional',
    role: 'command',
    values: [],
    summary: 'Deletes a user chain that is empty and that no rule jumps to, or all such chains.',
  },
  {
    name: '--rename-chain',
    letter: 'E',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Renames a user chain; the rules that jump to it follow.',
  },
  {
    name: '--policy',
    letter: 'P',
    takes: 'word',
    role: 'command',
    values: [CHAIN],
    summary: 'Sets the policy of a built-in chain: what happens to packets that no rule decides.',
    detail: 'ACCEPT or DROP. In a file, `:INPUT DROP [0:0]` says the same.',
    example: '-P INPUT DROP',
  },
  {
    name: '--source',
    letter: 's',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [NETWORKS],
    summary: 'Where the packet comes from: an address or a network; several, separated by commas, make one rule each.',
    detail: 'After `!` only one is taken.',
    example: '-A INPUT -s 192.0.2.0/24 -p tcp --dport 22 -j ACCEPT',
  },
  {
    name: '--destination',
    letter: 'd',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [NETWORKS],
    summary: 'Where the packet is going: an address or a network; several, separated by commas, make one rule each.',
    detail: 'After `!` only one is taken.',
    example: '-A OUTPUT -d 198.51.100.7 -j ACCEPT',
  },
  {
    name: '--src',
    letter: 's',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [NETWORKS],
    summary: 'Where the packet comes from; the same as `-s`.',
  },
  {
    name: '--dst',
    letter: 'd',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [NETWORKS],
    summary: 'Where the packet is going; the same as `-d`.',
  },
  {
    name: '--protocol',
    letter: 'p',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [{ kind: 'protocol' }],
    summary: 'The protocol above IP: `tcp`, `udp`, `icmp`, another name, a number, or `all`.',
    detail: 'It must come before the options of the protocol, such as `--dport`.',
    example: '-A INPUT -p tcp --dport 443 -j ACCEPT',
  },
  {
    name: '--in-interface',
    letter: 'i',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [{ kind: 'interface' }],
    summary: 'The interface on which the packet came in. Not in OUTPUT and POSTROUTING.',
    detail: 'One name, at most 15 bytes. A `+` at the end matches any ending: `eth+`.',
    example: '-A INPUT -i lo -j ACCEPT',
  },
  {
    name: '--jump',
    letter: 'j',
    takes: 'word',
    role: 'target',
    values: [{ kind: 'text', what: 'a verdict, a target or a chain' }],
    summary: 'What happens to a packet that matches: a verdict, a target or a user chain to go on in.',
    detail: 'A rule without `-j` only counts.',
    example: '-A INPUT -p icmp -j ACCEPT',
  },
  {
    name: '--table',
    letter: 't',
    takes: 'word',
    role: 'outside',
    values: [{ kind: 'text', what: 'a table' }],
    summary: 'Chooses the table on the command line. In a file the line `*filter` does that, and `-t` is refused.',
  },
  {
    name: '--match',
    letter: 'm',
    takes: 'word',
    role: 'load',
    values: [{ kind: 'text', what: 'the name of a match' }],
    summary: 'Loads a match; its options may follow.',
    example: '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
  },
  {
    name: '--numeric',
    letter: 'n',
    takes: 'nothing',
    role: 'listing',
    values: [],
    summary: 'Prints numbers instead of names; only with `-L`.',
  },
  {
    name: '--out-interface',
    letter: 'o',
    takes: 'word',
    role: 'condition',
    negatable: true,
    values: [{ kind: 'interface' }],
    summary: 'The interface through which the packet goes out. Not in INPUT and PREROUTING.',
    detail: 'One name, at most 15 bytes. A `+` at the end matches any ending: `eth+`.',
    example: '-A OUTPUT -o lo -j ACCEPT',
  },
  {
    name: '--verbose',
    letter: 'v',
    takes: 'nothing',
    role: 'listing',
    values: [],
    summary: 'Prints more while the file is loaded; changes nothing.',
  },
  {
    name: '--wait',
    letter: 'w',
    takes: 'optional',
    role: 'outside',
    values: [],
    summary: 'Waits for the lock on the command line; refused in a file.',
  },
  {
    name: '--wait-interval',
    letter: 'W',
    takes: 'optional',
    role: 'outside',
    values: [],
    summary: 'How often to look for the lock on the command line; refused in a file.',
  },
  {
    name: '--exact',
    letter: 'x',
    takes: 'nothing',
    role: 'listing',
    values: [],
    summary: 'Prints exact counters; only with `-L`.',
  },
  {
    name: '--fragments',
    letter: 'f',
    takes: 'nothing',
    role: 'condition',
    negatable: true,
    values: [],
    summary: 'The second and later fragments of a packet. IPv4 only; IPv6 has `-m frag`.',
    detail:
      'They carry no ports, so rules with ports never match them. INPUT and OUTPUT see joined packets only, and once a ' +
      'rule uses connection tracking or NAT so does every other chain.',
    example: '-A FORWARD -f -j DROP',
  },
  {
    name: '--version',
    letter: 'V',
    takes: 'nothing',
    role: 'end',
    values: [],
    summary: 'Prints the version and ends the reading of the file there, as if all were well.',
  },
  {
    name: '--help',
    letter: 'h',
    takes: 'optional',
    role: 'end',
    values: [],
    summary: 'Prints help and ends the reading of the file there, as if all were well.',
  },
  {
    name: '--line-numbers',
    takes: 'nothing',
    role: 'listing',
    values: [],
    summary: 'Prints rule numbers; only with `-L`.',
  },
  {
    name: '--modprobe',
    letter: 'M',
    takes: 'word',
    role: 'outside',
    values: [{ kind: 'text', what: 'a command' }],
    summary: 'The program that loads kernel modules.',
  },
  {
    name: '--set-counters',
    letter: 'c',
    takes: 'word',
    role: 'counters',
    values: [{ kind: 'text', what: 'a number of packets' }],
    summary: 'Starts the counters of the rule at these packets and bytes: `-c 10 840`.',
    detail:
      'iptables-save writes the same as `[10:840]` in front of the rule; those count only if the file is loaded with `--counters`.',
    example: '-A INPUT -c 10 840 -j ACCEPT',
  },
  {
    name: '--goto',
    letter: 'g',
    takes: 'word',
    role: 'target',
    values: [CHAIN],
    summary: 'Goes on in a user chain without coming back: where it ends, the caller of this chain goes on.',
  },
  {
    name: '--ipv4',
    letter: '4',
    takes: 'nothing',
    role: 'family',
    values: [],
    summary: 'The line is for IPv4: ip6tables-restore skips it.',
  },
  {
    name: '--ipv6',
    letter: '6',
    takes: 'nothing',
    role: 'family',
    values: [],
    summary: 'The line is for IPv6: iptables-restore skips it.',
  },
];
