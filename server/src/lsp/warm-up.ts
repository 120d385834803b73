// Reads a few thousand rules before the first file comes, so that the engine has compiled what reading takes.

import { diagnosticsOf } from '../features/diagnostics.ts';
import { lintSteps, packetFindingSteps } from '../lint/lint-file.ts';
import { RulesFile } from '../ruleset/rules-file.ts';
import { complete } from '../ruleset/steps.ts';

const ROUNDS = 400;
const URI = 'untitled:warm-up';
const RULES = [
  '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT',
  '-A INPUT -s 192.0.2.0/24 -d 198.51.100.7/32 -i eth0 -j DROP',
  '-A FORWARD -p udp -m udp --sport 53 --dport 1024:65535 -m comment --comment "dns answers" -j ACCEPT',
  '-A OUTPUT -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT',
  '-A INPUT -p tcp -m multiport --dports 80,443,8000:8080 -j web',
  '-A INPUT -m limit --limit 5/min --limit-burst 7 -j LOG --log-prefix "denied: " --log-level 4',
  '-A web ! -s 203.0.113.0/24 -p tcp --syn -m mark --mark 0x1/0xff -j REJECT --reject-with tcp-reset',
  '-A INPUT -p icmp -m icmp --icmp-type 8 -j ACCEPT',
];

/** Takes some 50 ms, once, while the client is still getting ready. What it reads is thrown away. */
export function warmUp(): void {
  const lines = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ':web - [0:0]'];
  for (let round = 0; round < ROUNDS; round++) lines.push(...RULES);
  const file = new RulesFile(`${lines.join('\n')}\nCOMMIT\n`);
  complete(lintSteps(file));
  diagnosticsOf(file, URI);
  for (let round = 0; round < 20; round++) {
    file.edit({ start: { line: 9, character: 20 }, end: { line: 9, character: 20 } }, 'x');
    diagnosticsOf(file, URI);
  }
  const few = new RulesFile(`${[...lines.slice(0, 5), ...RULES].join('\n')}\nCOMMIT\n`);
  complete(packetFindingSteps(few));
}
