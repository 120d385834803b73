// Owns the slips that people make and that read as if they were right: words of other tools, words too few or too many.
import type { Random } from '../random.ts';
import type { Rule } from '../rule.ts';
import { withOddCharacter } from '../values/characters.ts';
import { type Breakage, named, onSpan, splice, word } from './spans.ts';

const OTHER_VERDICTS = [
  'ALLOW',
  'BLOCK',
  'DENY',
  'PERMIT',
  'Deny',
  'REFUSE',
  'PASS',
  'accept',
  'Drop',
  'REJECT_WITH',
  'SKIP',
  'NOP',
] as const;

const UNQUOTED = [
  '-m comment --comment Allow SSH',
  '-m comment --comment allow ssh from office',
  "-m comment --comment 'Allow SSH'",
  '-m comment --comment Allow SSH -j ACCEPT',
  '-m comment --comment it is -p tcp',
  '-j LOG --log-prefix IPTables Dropped:',
  '-j LOG --log-prefix "dropped',
  '-j LOG --log-prefix dropped" --log-level 4',
  '-m comment --comment "a"b"',
  '-m comment --comment “Allow SSH”',
  '-j NFLOG --nflog-prefix IPTables Dropped:',
  '-m string --algo bm --string GET index',
] as const;

const STATES = [
  '-m conntrack --state NEW',
  '-m state --ctstate NEW',
  '-m conntrack --state NEW,ESTABLISHED',
  '-m state --state NEW ESTABLISHED',
  '-m state --state NEW, ESTABLISHED',
  '-m conntrack --ctstate NEW|RELATED',
  '--state NEW',
  '--ctstate NEW',
] as const;

const PORTS = [
  '-p tcp -m multiport --dports 22 80 443',
  '-p tcp -m multiport --dports 22, 80, 443',
  '-p tcp --dport 22 80',
  '-p tcp --dport 22,80',
  '-p tcp --dports 22,80',
  '-p tcp -m multiport --dport 22,80',
  '-p tcp --dport 22-80',
  '-p tcp -m multiport --dports 22-80',
  '-p tcp udp --dport 53',
  '-p tcp/udp --dport 53',
  '-p tcp,udp --dport 53',
  '-p "tcp udp" --dport 53',
  '-p tcp -p udp --dport 53',
  '-p tcp+udp --dport 53',
  '--dport 22',
  '-p 6 --dport 22',
  '-p tcp --port 22',
] as const;

const ADDRESSES = [
  '-m iprange --src-range 10.0.0.1-50',
  '-m iprange --dst-range 10.0.0.1-10.0.50',
  '-m iprange --src-range 10.0.0.1-010.0.0.9',
  '-m iprange --src-range 10.0.0.0/24',
  '-m iprange --src-range 10.0.0.1 - 10.0.0.9',
  '-s 10.0.0.1-10.0.0.9',
  '-s 10.0.0.1 10.0.0.2',
  '-s 10.0.0.*',
  '-s any',
  '-p icmp',
  '-p icmpv6',
  '-p ipv6-icmp',
  '-p 58',
  '-p icmp --icmp-type 8',
  '-p icmpv6 --icmpv6-type 128',
] as const;

const ANSWERS = [
  'icmp-host-denied',
  'icmp-admin-denied',
  'icmp-port-unreach',
  'host-unreach',
  'icmp6-port-unreachable',
  'icmp-port-unreachable',
  'tcp-reset',
  'tcp-rst',
  'drop',
  'reset',
] as const;

const REST = [
  '-m limit --limit-burst -j ACCEPT',
  '-m limit --limit 5/minute --limit-burst -j LOG',
  '-m limit --limit 5 per minute',
  '-m limit 5/min',
  '-m recent --seconds -j DROP',
  '-m connlimit --connlimit-above -j REJECT',
  '-m mac 00:11:22:33:44:55',
  '-j LOG --log-level --log-prefix x',
  '-j ULOG',
  '-j ULOG --ulog-prefix x',
  '-j ACCEPT;',
  '-j ACCEPT,',
  '-jACCEPT',
  '-j=ACCEPT',
  '--jump=ACCEPT',
  '—dport 22',
  '–p tcp',
  '-j ACCEPT # note',
] as const;

/** Words in the place of a generic option of the rule, or somewhere in it. */
function insert(texts: readonly [string, ...string[]]): Breakage {
  return (rule, random) => {
    const words = random.pick(texts).split(' ');
    const clears = words.includes('-j') ? '-j' : words.includes('-p') ? '-p' : undefined;
    const at = clears && random.chance(0.8) ? rule.words.indexOf(clears, 2) : -1;
    if (at > 1) return splice(rule, at, 2, ...words);
    return splice(rule, random.chance(0.5) ? 2 : random.int(2, rule.words.length), 0, ...words);
  };
}

const inWord = (rule: Rule, at: number, random: Random): Rule =>
  splice(rule, at, 1, withOddCharacter(word(rule, at), random));

export const SLIPS: Readonly<Record<string, Breakage>> = {
  'verdict-of-others': onSpan(named('-j'), (rule, { at }, random) =>
    splice(rule, at + 1, 1, random.pick(OTHER_VERDICTS)),
  ),
  'jump-forgotten': onSpan(named('-j', '-g'), (rule, { at }) => splice(rule, at, 1)),
  unquoted: insert(UNQUOTED),
  'states-of-others': insert(STATES),
  'ports-in-pieces': insert(PORTS),
  'addresses-in-pieces': insert(ADDRESSES),
  'answer-of-others': (rule, random) => {
    const at = rule.words.indexOf('-j', 2);
    const words = ['-j', 'REJECT', '--reject-with', random.pick(ANSWERS)];
    return at > 1 ? splice(rule, at, 2, ...words) : splice(rule, rule.words.length, 0, ...words);
  },
  'value-forgotten': insert(REST),
  'odd-character': (rule, random) => inWord(rule, random.int(0, rule.words.length - 1), random),
  'odd-characters': (rule, random) =>
    inWord(inWord(rule, random.int(2, rule.words.length - 1), random), random.int(2, rule.words.length - 1), random),
};
