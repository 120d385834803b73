// Reads a few thousand rules before the first file comes, so that the engine has compiled what reading takes.

import { diagnosticsOf } from '../features/diagnostics.ts';
import { lintSteps, packetFindingSteps } from '../lint/lint-file.ts';
import { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { giveWay } from './slices.ts';

const ROUNDS = 400;
/** Milliseconds at a time: what the client asks meanwhile is answered in between. */
const SLICE = 4;
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

/**
 * Takes some 50 ms for what is said first of a file, and as long again in slices for the rest, once, while the client is still
 * getting ready: no longer than until it has opened a file. What is read is thrown away.
 */
export async function warmUp(isOver: () => boolean): Promise<void> {
  const head = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ':web - [0:0]'];
  const many = Array.from({ length: ROUNDS }, () => RULES).flat();
  const [file, few] = [many, RULES].map((rules) => new RulesFile(`${[...head, ...rules].join('\n')}\nCOMMIT\n`));
  if (!file || !few) return;
  type(file);
  const steps = others(file, few);
  for (let isDone = false; !isDone && !isOver(); await giveWay()) {
    const end = Date.now() + SLICE;
    do isDone = steps.next().done === true;
    while (!isDone && Date.now() < end);
  }
}

function* others(file: RulesFile, few: RulesFile): Steps<void> {
  yield;
  yield* lintSteps(file);
  type(file);
  yield* packetFindingSteps(few);
}

function type(file: RulesFile): void {
  diagnosticsOf(file, URI);
  for (let key = 0; key < 20; key++) {
    file.edit({ start: { line: 9, character: 20 }, end: { line: 9, character: 20 } }, 'x');
    diagnosticsOf(file, URI);
  }
}
