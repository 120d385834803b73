// The answer to the first packet of a conversation: what it looks like, and when nothing is said of it.

import { describe, expect, test } from 'vitest';
import { comingBack } from '../../../server/src/analysis/trace/coming-back.ts';
import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import { replyTo } from '../../../server/src/analysis/trace/reply.ts';
import { Tracer } from '../../../server/src/analysis/trace/trace.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { type Changes, filter, HOST, SYN, table } from './tracing.ts';

/** The answer to a packet, and what is said of it. */
function replied(text: string, changes: Changes, host = HOST) {
  const file = new RulesFile(text);
  const tracer = new Tracer(file);
  tracer.setHost(host);
  const facts = Object.entries({ ...SYN, ...changes }).filter(([, value]) => value !== undefined);
  const packet = Object.fromEntries(facts) as unknown as PacketFacts;
  const answer = tracer.trace(packet);
  const said = comingBack(
    file,
    packet,
    answer,
    host,
    (next) => tracer.trace(next),
    (line) => `line ${line}`,
  )?.text;
  return { reply: replyTo(file, packet, answer, host), said };
}

const OPEN = ['-A INPUT -j ACCEPT', '-A FORWARD -j ACCEPT'];

describe('looks like', () => {
  test('a SYN+ACK of the machine', () => {
    const { reply, said } = replied(filter(...OPEN), {});
    expect(reply).toMatchObject({ origin: 'box', src: '198.51.100.1', dst: '203.0.113.5', sport: 22, dport: 40000 });
    expect(reply).toMatchObject({ flags: 'SA', ctstate: 'ESTABLISHED', ctdir: 'reply' });
    expect(said).toContain('goes through OUTPUT and POSTROUTING: accepted;');
  });

  test('an echo reply', () => {
    const echo = {
      proto: 1,
      icmp_type: 8,
      icmp_code: 0,
      icmp_id: 9,
      sport: undefined,
      dport: undefined,
      flags: undefined,
    };
    const { reply } = replied(filter(...OPEN), echo);
    expect(reply).toMatchObject({ proto: 1, icmp_type: 0, icmp_id: 9, origin: 'box' });
  });

  test('what comes back from whom a packet was sent on to, NAT undone', () => {
    const nat = table('nat', ['-A PREROUTING -p tcp --dport 22 -j DNAT --to-destination 10.0.0.9:2222']);
    const { reply, said } = replied(nat + filter('-A FORWARD -d 10.0.0.9 -j ACCEPT'), {});
    expect(reply).toMatchObject({ in: 'eth1', src: '10.0.0.9', sport: 2222, dst: '203.0.113.5', dport: 40000 });
    expect(said).toContain(
      'does not get through. It comes to PREROUTING and FORWARD and is dropped by the policy DROP',
    );
  });

  test('what comes back to the machine', () => {
    const sent = { in: undefined, origin: 'box', src: '198.51.100.1', dst: '203.0.113.5', dport: 443 } as const;
    const rules = filter('-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT');
    const { reply, said } = replied(rules, sent);
    expect(reply).toMatchObject({ in: 'eth0', src: '203.0.113.5', dst: '198.51.100.1', sport: 443 });
    expect(said).toContain('goes through PREROUTING and INPUT: accepted;');
  });

  test('one without a connection where a rule said NOTRACK', () => {
    const { reply } = replied(table('raw', ['-A PREROUTING -j NOTRACK']) + filter(...OPEN), {});
    expect(reply).toMatchObject({ flags: 'SA' });
    expect(reply).not.toHaveProperty('ctstate');
  });
});

test('without addresses it leaves by the interface of the packet', () => {
  const { reply } = replied(filter(...OPEN), { dst: undefined, path: 'input' }, {});
  expect(reply).toMatchObject({ origin: 'box', path: 'output', out: 'eth0', dst: '203.0.113.5' });
  expect(reply).not.toHaveProperty('ct');
});

test('what it depends on is named, chains on its way as well', () => {
  const rules = filter(
    ':OUTPUT DROP [0:0]',
    ':out - [0:0]',
    ...OPEN,
    '-A OUTPUT -j out',
    '-A out -m limit --limit 1/s -j ACCEPT',
  );
  expect(replied(rules, {}).said).toContain(
    'may be dropped or accepted: that depends on limit in line 10 (time, chance',
  );
  const sure = filter(':OUTPUT DROP [0:0]', ':out - [0:0]', ...OPEN, '-A OUTPUT -j out', '-A out -j ACCEPT');
  expect(replied(sure, {}).said).toContain('goes through OUTPUT and POSTROUTING (chain out): accepted;');
});

test('a way that nobody told is no way', () => {
  expect(replied(filter(...OPEN), {}, { addresses: { eth0: ['198.51.100.1/24'] } }).said).toContain('has no route');
});

test.each<[string, string, Changes]>([
  ['a packet that is dropped', filter(), {}],
  ['one in the middle of a connection', filter(...OPEN), { ctstate: 'ESTABLISHED', flags: 'A' }],
  ['one that asks for no answer', filter(...OPEN), { flags: 'A' }],
  ['one that stays on the machine', filter(...OPEN), { in: 'lo', src: '127.0.0.1', dst: '127.0.0.1' }],
  ['a connection in a zone', table('raw', ['-A PREROUTING -j CT --zone 3']) + filter(...OPEN), {}],
  [
    'one that NAT translates, with marks on it',
    table('mangle', ['-A PREROUTING -j CONNMARK --set-mark 1']) +
      table('nat', ['-A PREROUTING -p tcp --dport 22 -j REDIRECT --to-ports 2222']) +
      filter(...OPEN),
    {},
  ],
])('nothing is said of %s', (_, text, changes) => {
  expect(replied(text, changes).reply).toBeUndefined();
});
