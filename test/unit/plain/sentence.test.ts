// A rule in plain words says all that the rule asks, and what it does.

import { expect, test } from 'vitest';
import { sentenceOf } from '../../../server/src/features/plain/sentence.ts';
import { plainSettings, readRule } from '../../../server/src/ruleset/read-rule.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';

const say = (rule: string, family: 4 | 6 = 4) => sentenceOf(readRule(rule, plainSettings(family)));

test.each([
  ['-A INPUT -j ACCEPT', 'Accepts packets.'],
  [
    '-A INPUT -s 10.0.0.0/8 -i eth0 -p tcp -m tcp --dport 22 -j ACCEPT',
    'Accepts TCP packets from 10.0.0.0/8 that come in on eth0 to port 22 (ssh).',
  ],
  [
    '-A INPUT ! -s 10.0.0.0/8 ! -i lo -p udp -j DROP',
    'Drops UDP packets from anywhere but 10.0.0.0/8 that do not come in on lo.',
  ],
  ['-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT', 'Accepts packets in state ESTABLISHED, RELATED.'],
  ['-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT', 'Accepts TCP packets to ports 80, 443.'],
  [
    '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "in: "',
    'Logs packets at a rate of at most 5/min with the prefix "in:".',
  ],
  [
    '-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 192.0.2.1:8080',
    'Changes the destination of TCP packets to port 80 (http) to 192.0.2.1:8080.',
  ],
  ['-A INPUT -j web', 'Sends packets through the chain web.'],
  ['-A INPUT -g web', 'Sends packets on to the chain web, not to come back.'],
  ['-A INPUT -p 47', 'Counts packets of protocol 47.'],
  ['-A INPUT ! -p tcp -j RETURN', 'Sends packets of any protocol but TCP back to the calling chain.'],
  ['-A INPUT -m socket -j ACCEPT', 'Accepts packets with -m socket.'],
  ['-I INPUT 2 -m comment --comment "why not" -j REJECT --reject-with tcp-reset', 'Rejects packets with tcp-reset.'],
])('%s', (rule, sentence) => {
  expect(say(rule)).toBe(sentence);
});

test.each(['-P INPUT DROP', '-N web', '-F', 'nonsense'])('%s holds no rule', (line) => {
  expect(say(line)).toBeUndefined();
});

const examples = [...MATCHES, ...TARGETS].flatMap(({ name, kind, families, examples: all }) =>
  all.map(({ rule, family }) => [`${kind} ${name}: ${rule}`, rule, family ?? families[0] ?? 4] as const),
);

test('there are examples of every extension', () => {
  expect(examples.length).toBeGreaterThan(90);
});

test.each(examples)('%s', (_, line, family) => {
  const rule = readRule(line, plainSettings(family));
  const sentence = sentenceOf(rule) ?? '';
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  for (const { name, values, found, instance } of rule.options) {
    if (found.kind === 'generic' && found.option.role !== 'condition') continue;
    if (instance?.known.extension.name === 'comment') continue;
    const value = values[0]?.text.replaceAll(',', ', ').trim() ?? '';
    const isSaid = sentence.toLowerCase().includes((value || name).toLowerCase()) || sentence.includes(name);
    expect(isSaid || name === '--syn' || name === '--fragment', `${name} ${value} in: ${sentence}`).toBe(true);
  }
});
