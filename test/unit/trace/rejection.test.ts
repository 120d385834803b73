// What REJECT sends back: its name, the packet as OUTPUT sees it, whether it gets out, and when nothing is said of it.

import { describe, expect, test } from 'vitest';
import { comingBack } from '../../../server/src/analysis/trace/coming-back.ts';
import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import { rejectionOf } from '../../../server/src/analysis/trace/rejection.ts';
import { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { type Changes, filter, HOST, SYN, table } from './tracing.ts';

function rejected(text: string, changes: Changes = {}, family: Family = 4, host = HOST) {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family });
  const tracer = new Tracer(file);
  tracer.setHost(host);
  const facts = Object.entries({ ...SYN, ...changes }).filter(([, value]) => value !== undefined);
  const packet = Object.fromEntries(facts) as unknown as PacketFacts;
  const answer = tracer.trace(packet);
  const back = comingBack(
    file,
    packet,
    answer,
    host,
    (next) => tracer.trace(next),
    (line) => `line ${line}`,
  );
  return { rejection: rejectionOf(file, packet, answer, host), said: back?.text };
}

const RESET = '-A INPUT -p tcp -j REJECT --reject-with tcp-reset';
const CLOSED = ':OUTPUT DROP [0:0]';

describe('what the kernel sent, seen in OUTPUT of both back ends', () => {
  test('a reset for a SYN, RELATED, as an answer, by no socket', () => {
    expect(rejected(filter(RESET)).rejection).toMatchObject({
      name: 'tcp-reset',
      packet: {
        origin: 'box',
        src: '198.51.100.1',
        sport: 22,
        dst: '203.0.113.5',
        flags: 'RA',
        ctdir: 'reply',
        uid: null,
      },
    });
    const rules = [CLOSED, RESET, '-A OUTPUT -p tcp --tcp-flags ALL RST,ACK -m conntrack --ctstate RELATED -j ACCEPT'];
    expect(rejected(filter(...rules)).said).toBe(
      'The answer of REJECT to 203.0.113.5, tcp-reset, goes through OUTPUT and POSTROUTING: accepted; the last to decide was line 7 in chain OUTPUT of table filter.',
    );
  });

  test('an error with type and code, TOS 0xc0 in IPv4', () => {
    const rules = filter(
      CLOSED,
      '-A INPUT -j REJECT',
      '-A OUTPUT -m tos --tos 0xc0 -p icmp --icmp-type port-unreachable -j ACCEPT',
    );
    expect(rejected(rules).said).toContain('icmp-port-unreachable, goes through OUTPUT and POSTROUTING: accepted;');
  });

  test('a reset in the name of another machine where the packet was to be sent on', () => {
    const rules = filter('-A FORWARD -p tcp -j REJECT --reject-with tcp-reset');
    expect(rejected(rules, { dst: '10.0.0.9' }).rejection?.packet).toMatchObject({ origin: 'box', src: '10.0.0.9' });
  });

  test('an error in its own name there', () => {
    const rules = filter('-A FORWARD -j REJECT --reject-with host-unreach');
    const { rejection } = rejected(rules, { dst: '10.0.0.9' });
    expect(rejection).toMatchObject({ name: 'icmp-host-unreachable', packet: { icmp_type: 3, icmp_code: 1 } });
    expect(rejection?.packet).not.toHaveProperty('src');
  });

  test('IPv6', () => {
    const six = { src: '2001:db8::5', dst: '2001:db8::1' };
    const { rejection } = rejected(filter('-A INPUT -j REJECT --reject-with icmp6-adm-prohibited'), six, 6);
    expect(rejection).toMatchObject({
      name: 'icmp6-adm-prohibited',
      packet: { proto: 58, icmp_type: 1, icmp_code: 1, tos: 0 },
    });
  });
});

test('that it does not get out is told with what it means', () => {
  expect(rejected(filter(CLOSED, RESET)).said).toBe(
    'The answer of REJECT to 203.0.113.5, tcp-reset, does not get through. It comes to OUTPUT and is dropped by the policy DROP of chain OUTPUT in table filter. So the sender waits as if the packet had been dropped.',
  );
});

test.each<[string, string, Changes]>([
  ['DROP', filter('-A INPUT -j DROP'), {}],
  [
    'a packet of the machine itself',
    filter('-A OUTPUT -j REJECT'),
    { in: undefined, origin: 'box', src: '198.51.100.1', dst: '203.0.113.5' },
  ],
  ['a packet in the middle of a connection', filter(RESET), { ctstate: 'ESTABLISHED', flags: 'A' }],
  [
    'an ICMP error',
    filter('-A INPUT -j REJECT'),
    { proto: 1, icmp_type: 3, icmp_code: 3, sport: undefined, dport: undefined, flags: undefined, ctstate: 'NEW' },
  ],
  ['a reset', filter(RESET), { flags: 'R', ctstate: 'NEW' }],
  ['a group', filter('-A INPUT -j REJECT'), { dst: '224.0.0.1', proto: 17, flags: undefined }],
  ['what is not tracked', table('raw', ['-A PREROUTING -j NOTRACK']) + filter(RESET), {}],
  ['what NAT translates', table('nat', ['-A PREROUTING -p tcp -j REDIRECT --to-ports 2222']) + filter(RESET), {}],
])('nothing is said of %s', (_, text, changes) => {
  expect(rejected(text, changes).said).toBeUndefined();
});
