// Owns the packets that are offered for a rule: each gets to its rule, and where none does it is said why.
import { expect, test } from 'vitest';
import { answerTrace } from '../../../../server/src/features/trace/packet-trace.ts';
import { answerWitness } from '../../../../server/src/features/trace/witness.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../../server/src/vocabulary/schema.ts';
import { filter, offersFor } from '../../refactor/refactored.ts';

const TEXT = `*nat
:PREROUTING ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2
-A POSTROUTING -o eth0 -j MASQUERADE
COMMIT
*filter
:INPUT DROP [0:0]
:ssh - [0:0]
-A INPUT -i lo -j ACCEPT
-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A INPUT -m conntrack --ctstate INVALID -j DROP
-A INPUT -p icmp --icmp-type echo-request -m limit --limit 5/sec -j ACCEPT
-A INPUT -p tcp --dport 22 -j ssh
-A INPUT -p udp -i eth+ -m multiport --dports 53,123 -j ACCEPT
-A INPUT -m mac --mac-source 02:00:00:00:00:07 -m ttl --ttl-lt 5 -j DROP
-A FORWARD -i eth1 -o eth0 -s 10.0.0.0/8 ! -d 10.0.0.0/8 -j ACCEPT
-A OUTPUT -m owner --uid-owner 1000 -d 10.0.0.0/8 -j DROP
-A ssh -s 192.0.2.7 -j ACCEPT
-A ssh -p tcp --tcp-flags SYN,RST SYN,RST -j DROP
-A ssh -m pkttype --pkt-type broadcast -j DROP
COMMIT
`;

function ruleLines(text: string): readonly number[] {
  return text.split('\n').flatMap((line, at) => (line.startsWith('-A') ? [at] : []));
}

/** The packet offered for a rule, and whether its way leads there. */
function offered(text: string, line: number, family: Family = 4): { packet: string; kinds: readonly string[] } {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family });
  const answer = answerWitness(file, line);
  if ('message' in answer) return { packet: answer.message, kinds: [] };
  const traced = answerTrace(file, answer.packet);
  const steps = 'trace' in traced ? traced.trace.steps : [];
  return { packet: answer.packet, kinds: steps.filter((step) => step.line === line).map(({ kind }) => kind) };
}

test.each(ruleLines(TEXT).map((line) => [TEXT.split('\n')[line], line] as const))('%s', (rule, line) => {
  const { packet, kinds } = offered(TEXT, line);
  expect(kinds, packet).toContain(rule?.includes('limit') ? 'depends' : 'matches');
});

test('is as usual as may be', () => {
  const line = TEXT.split('\n').indexOf('-A INPUT -p tcp --dport 22 -j ssh');
  expect(offered(TEXT, line).packet).toBe('in eth0 path input src 203.0.113.5 tcp dport 22');
});

test('IPv6', () => {
  const text =
    '*filter\n:INPUT DROP [0:0]\n-A INPUT -s 2001:db8:7::/48 -p icmpv6 --icmpv6-type 128 -j ACCEPT\nCOMMIT\n';
  const { packet, kinds } = offered(text, 2, 6);
  expect(kinds).toEqual(['matches']);
  expect(packet).toMatch(/src 2001:db8:7:\S* ipv6-icmp icmp-type 128 icmp-code 0$/);
});

test.each([
  [filter('-A INPUT -p tcp -j DROP', '-A INPUT -p tcp --dport 22 -j ACCEPT'), 5, /rules before it take every packet/],
  [filter('-A INPUT -o eth0 -j DROP'), 4, /No rule that the loaders take/],
  [filter('-A INPUT -s 10.0.0.0/8 -m iprange --src-range 192.0.2.1-192.0.2.9 -j DROP'), 4, /cannot be in its chain/],
  [filter(':web - [0:0]', '-A INPUT -p udp -j web', '-A web -p tcp -j DROP'), 6, /the jumps to its chain ask/],
  [filter(':web - [0:0]', '-A web -p tcp -j DROP'), 5, /nothing leads to its chain/],
  [filter(), 1, /No rule that the loaders take/],
  ['-A INPUT -j DROP\n', 0, /not certain which rules/],
])('says why there is none', (text, line, sentence) => {
  expect(offered(text, line).packet).toMatch(sentence);
});

test('the light bulb offers it for a rule where the client can trace', () => {
  const text = filter('>-A INPUT -p tcp -j DROP');
  const commands = ['iptables.tracePacket'];
  expect(offersFor('trace-packet', text, { commands })).toEqual([
    {
      title: 'Trace a packet that this rule decides',
      change: {
        command: 'iptables.tracePacket',
        argument: { uri: 'file:///etc/iptables/rules.v4', line: 4 },
      },
    },
  ]);
  expect(offersFor('trace-packet', text)).toEqual([]);
  expect(offersFor('trace-packet', filter('># note'), { commands })).toEqual([]);
});
