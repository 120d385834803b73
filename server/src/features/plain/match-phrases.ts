// The phrases of iptables' own conditions and of the matches that most rules are made of. What is not here is told by its
// words and the vocabulary's summary.

import { core, type Phrases, tail, verb } from './phrase.ts';

/** Of iptables' own options, by letter. */
export const OWN_PHRASES: Phrases = {
  s: core('from {0}'),
  d: core('to {0}'),
  i: verb('come in by {0}'),
  o: verb('go out by {0}'),
  f: verb('are fragments after the first of their packet'),
};

const PORTS: Phrases = { '--dport': core('to {0}'), '--sport': core('from {0}') };

/** By the name of the match. A match with an option that is not here is told by its words as a whole. */
export const MATCH_PHRASES: Readonly<Record<string, Phrases>> = {
  addrtype: {
    '--src-type': verb('come from an address of type {0 raw}'),
    '--dst-type': verb('go to an address of type {0 raw}'),
    '--limit-iface-in': tail('as the incoming interface sees addresses'),
    '--limit-iface-out': tail('as the outgoing interface sees addresses'),
  },
  comment: {},
  connlimit: {
    '--connlimit-upto': verb('belong to an address with at most {0} connections'),
    '--connlimit-above': verb('belong to an address with more than {0} connections'),
    '--connlimit-mask': tail('addresses counted together by the mask {0}'),
    '--connlimit-saddr': tail('counted by source address'),
    '--connlimit-daddr': tail('counted by destination address'),
  },
  connmark: { '--mark': verb('belong to a connection with the mark {0}') },
  conntrack: {
    '--ctstate': verb('{0}'),
    '--ctproto': verb('belong to a connection of protocol {0}'),
    '--ctorigsrc': verb('belong to a connection that {0} began'),
    '--ctorigdst': verb('belong to a connection made to {0}'),
    '--ctorigsrcport': verb('belong to a connection made from {0}'),
    '--ctorigdstport': verb('belong to a connection made to {0}'),
    '--ctdir': verb('travel in the direction {0} of their connection'),
    '--ctstatus': verb('belong to a connection with the status {0}'),
  },
  dccp: PORTS,
  dscp: { '--dscp': verb('have the DSCP value {0}'), '--dscp-class': verb('have the DSCP class {0}') },
  hashlimit: {
    '--hashlimit-upto': tail('up to {0}'),
    '--hashlimit-above': tail('only those above {0}'),
    '--hashlimit-burst': tail('after a burst of {0}'),
    '--hashlimit-mode': tail('counted apart by {0 and}'),
    '--hashlimit-name': tail('in the table {0}'),
    '--hashlimit-srcmask': tail('source addresses grouped by {0} bits'),
    '--hashlimit-dstmask': tail('destination addresses grouped by {0} bits'),
  },
  helper: { '--helper': verb('belong to a connection that the helper {0} announced') },
  icmp: { '--icmp-type': core('of type {0}') },
  icmp6: { '--icmpv6-type': core('of type {0}') },
  iprange: { '--src-range': core('from {0}'), '--dst-range': core('to {0}') },
  length: { '--length': verb('are {0} bytes long') },
  limit: { '--limit': tail('at most {0}'), '--limit-burst': tail('after a burst of {0}') },
  mac: { '--mac-source': verb('come from the Ethernet address {0}') },
  mark: { '--mark': verb('bear the mark {0}') },
  multiport: { '--dports': core('to {0}'), '--sports': core('from {0}'), '--ports': core('from or to {0}') },
  owner: {
    '--uid-owner': verb('are sent by user {0}'),
    '--gid-owner': verb('are sent by group {0}'),
    '--socket-exists': verb('have a socket'),
    '--suppl-groups': tail('supplementary groups included'),
  },
  physdev: {
    '--physdev-in': verb('come in by the bridge port {0}'),
    '--physdev-out': verb('leave by the bridge port {0}'),
    '--physdev-is-in': verb('come in by a bridge port'),
    '--physdev-is-out': verb('leave by a bridge port'),
    '--physdev-is-bridged': verb('are bridged and not routed'),
  },
  pkttype: { '--pkt-type': verb('are of packet type {0}') },
  recent: {
    '--set': tail('whose address goes on the list of recent ones'),
    '--rcheck': verb('have their address on the list of recent ones'),
    '--update': verb('have their address on the list of recent ones, where the time is noted again'),
    '--remove': verb('have their address on the list of recent ones, which it then leaves'),
    '--seconds': tail('seen in the last {0} seconds'),
    '--hitcount': tail('seen at least {0} times'),
    '--reap': tail('older entries thrown away'),
    '--rttl': tail('with the same time to live'),
    '--name': tail('the list is {0}'),
    '--rsource': tail('by source address'),
    '--rdest': tail('by destination address'),
    '--mask': tail('addresses compared by the mask {0}'),
  },
  sctp: PORTS,
  set: { '--match-set': verb('are in the set {0} by {1}') },
  state: { '--state': verb('{0}') },
  statistic: {
    '--mode': tail('picked by the mode {0}'),
    '--probability': tail('with the probability {0}'),
    '--every': tail('one packet of {0}'),
    '--packet': tail('counted from {0}'),
  },
  string: {
    '--string': verb('hold the text {0}'),
    '--hex-string': verb('hold the bytes {0}'),
    '--algo': tail('searched by {0}'),
    '--from': tail('searched from byte {0}'),
    '--to': tail('searched up to byte {0}'),
    '--icase': tail('in either case of letters'),
  },
  tcp: {
    ...PORTS,
    '--syn': verb('begin a connection (SYN without ACK, RST, FIN)'),
    '--tcp-flags': verb('have of the flags {0} exactly {1} set'),
    '--tcp-option': verb('carry the TCP option {0}'),
  },
  tcpmss: { '--mss': verb('announce an MSS of {0}') },
  time: {
    '--datestart': tail('from {0} on'),
    '--datestop': tail('until {0}'),
    '--timestart': tail('from {0}'),
    '--timestop': tail('until {0}'),
    '--weekdays': verb('come on {0}'),
    '--monthdays': verb('come on the days {0} of the month'),
    '--contiguous': tail('as one stretch past midnight'),
    '--kerneltz': tail("in the kernel's time zone"),
    '--utc': tail('in UTC'),
  },
  ttl: {
    '--ttl-eq': verb('have a TTL of {0}'),
    '--ttl-gt': verb('have a TTL above {0}'),
    '--ttl-lt': verb('have a TTL below {0}'),
  },
  udp: PORTS,
};

/** Matches that say nothing beyond the protocol where none of their options stands. */
export const BARE: ReadonlySet<string> = new Set(['comment', 'dccp', 'icmp', 'sctp', 'tcp', 'udp']);

/** Without this option a default holds that no word of the rule tells. */
export const NEEDED: Readonly<Record<string, string>> = { limit: '--limit' };
