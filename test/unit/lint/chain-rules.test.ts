// What lint rules say of rules by what stands beside them in their chain or file.

import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** Lines of filter, and how often the lint rule speaks of them. */
interface Case {
  readonly why: string;
  readonly lines: readonly string[];
  readonly times: number;
}

const share = (rest: string, target: string) => `-A INPUT -p tcp -m statistic ${rest} -j ${target}`;
const random = (probability: string, target: string) => share(`--mode random --probability ${probability}`, target);
const nth = (every: number, packet: number, target: string) =>
  share(`--mode nth --every ${every} --packet ${packet}`, target);

const host = (last: number, network = '192.168.1') => `-A INPUT -s ${network}.${last}/32 -j ACCEPT`;

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'accepts-any-port-by-source-port': [
    { why: 'a chain for anybody', lines: ['-A INPUT -p tcp -j web', '-A web -p tcp --sport 80 -j ACCEPT'], times: 1 },
    {
      why: 'a chain for some',
      lines: ['-A INPUT -s 10.0.0.0/8 -j web', '-A web -p tcp --sport 80 -j ACCEPT'],
      times: 0,
    },
    {
      why: 'a chain for answers',
      lines: ['-A INPUT -m conntrack --ctstate ESTABLISHED -j web', '-A web -p tcp --sport 80 -j ACCEPT'],
      times: 0,
    },
    { why: 'a chain for what is sent', lines: ['-A OUTPUT -j web', '-A web -p tcp --sport 80 -j ACCEPT'], times: 0 },
  ],
  'network-address-as-host': [
    { why: 'a list of single hosts', lines: [host(0), host(1), host(2), host(3)], times: 0 },
    { why: 'a list that goes on after other rules', lines: [host(0), '-A INPUT -j web', host(1), host(2)], times: 0 },
    { why: 'one host of the network', lines: [host(0), host(1), host(1, '10.0.0')], times: 1 },
    { why: 'hosts above it', lines: [host(1), host(2), host(0)], times: 1 },
    { why: 'a list without masks', lines: ['-A INPUT -s 192.168.1.0 -j ACCEPT', host(1), host(2)], times: 1 },
    { why: 'a list of receivers', lines: ['-A INPUT -d 192.168.1.0/32 -j ACCEPT', host(1), host(2)], times: 1 },
    {
      why: 'a list, and the address of another network',
      lines: ['-A INPUT -s 192.168.1.0/32 -d 10.0.0.0/32 -j ACCEPT', host(1), host(2)],
      times: 1,
    },
  ],
  'rule-without-target': [
    { why: 'a forgotten target', lines: ['-A INPUT -s 192.0.2.1', '-A INPUT -j DROP'], times: 1 },
    { why: 'one that says why it counts', lines: ['-A INPUT -m comment --comment "bytes of mail" -p tcp'], times: 0 },
    { why: 'one that fills a list', lines: ['-A INPUT -m recent --set --name a'], times: 0 },
    { why: 'accounting', lines: [1, 2, 3, 4].map((host) => `-A web -s 192.0.2.${host}`), times: 0 },
    { why: 'a goto', lines: ['-A INPUT -g web'], times: 0 },
  ],
  'log-without-limit': [
    { why: 'no limit', lines: ['-A INPUT -j LOG'], times: 1 },
    { why: 'a limit', lines: ['-A INPUT -m limit --limit 5/min -j LOG'], times: 0 },
    { why: 'a limit at the jump', lines: ['-A INPUT -m limit --limit 5/min -j web', '-A web -j LOG'], times: 0 },
    {
      why: 'a limit at one of two jumps',
      lines: ['-A INPUT -m limit --limit 5/min -j web', '-A OUTPUT -j web', '-A web -j LOG'],
      times: 1,
    },
    { why: 'NFLOG', lines: ['-A INPUT -j NFLOG --nflog-group 1'], times: 0 },
  ],
  'statistic-uneven': [
    { why: 'halves of halves', lines: [random('0.5', 'web'), random('0.5', 'mail')], times: 1 },
    { why: 'thirds of thirds', lines: ['web', 'mail', 'dns'].map((to) => random('0.3333', to)), times: 2 },
    { why: 'shares of the whole', lines: [random('0.7', 'web'), random('0.3', 'mail')], times: 1 },
    { why: 'a rest', lines: [random('0.3333', 'web'), random('0.5', 'mail'), '-A INPUT -p tcp -j dns'], times: 0 },
    { why: 'one of all', lines: [random('0.1', 'web'), '-A INPUT -p tcp -j mail'], times: 0 },
    { why: 'thirds in turn', lines: [nth(3, 0, 'ACCEPT'), nth(3, 1, 'DROP')], times: 1 },
    { why: 'turns of what is left', lines: [nth(3, 0, 'ACCEPT'), nth(2, 0, 'DROP')], times: 0 },
    { why: 'turns of all', lines: [nth(2, 0, 'web'), nth(2, 1, 'web')], times: 0 },
    { why: 'other packets', lines: [random('0.5', 'web'), random('0.5', 'mail').replace('tcp', 'udp')], times: 0 },
  ],
  'fragment-match-with-conntrack': [
    {
      why: 'states are asked for',
      lines: ['-A INPUT -f -j DROP', '-A OUTPUT -m conntrack --ctstate INVALID -j DROP'],
      times: 1,
    },
    { why: 'nothing is tracked', lines: ['-A INPUT -f -j DROP'], times: 0 },
  ],
  'interface-never-set': [
    { why: '! -i of what is sent', lines: ['-A OUTPUT -j web', '-A web ! -i eth0 -j DROP'], times: 1 },
    {
      why: '! -o of what comes in',
      lines: ['-A INPUT -j web', '-A web -g mail', '-A mail ! -o eth0 -j DROP'],
      times: 1,
    },
    {
      why: 'what is forwarded, too',
      lines: ['-A INPUT -j web', '-A FORWARD -j web', '-A web ! -o eth0 -j DROP'],
      times: 0,
    },
    { why: '! -i of what comes in', lines: ['-A INPUT -j web', '-A web ! -i eth0 -j DROP'], times: 0 },
    { why: 'a chain that nothing leads to', lines: ['-A web ! -i eth0 -j DROP'], times: 0 },
  ],
  'other-family-line': [
    { why: 'a line for IPv6', lines: ['-A INPUT -p tcp -j DROP', '-6 -A INPUT -p udp -j DROP'], times: 1 },
    { why: 'a file for both', lines: ['-4 -A INPUT -p tcp -j DROP', '-6 -A INPUT -p udp -j DROP'], times: 0 },
  ],
};

function timesOf(name: string, lines: readonly string[]): number {
  const chains = [':INPUT ACCEPT', ':FORWARD ACCEPT', ':OUTPUT ACCEPT', ':web -', ':mail -', ':dns -'];
  const text = ['*filter', ...chains.map((chain) => `${chain} [0:0]`), ...lines, 'COMMIT', ''].join('\n');
  return findingsOf(new RulesFile(text)).filter(({ code }) => code === name).length;
}

describe.each(Object.entries(CASES))('%s', (name, cases) => {
  test.each(cases)('$why: $times', ({ lines, times }) => expect(timesOf(name, lines)).toBe(times));
});
