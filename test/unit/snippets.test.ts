// The snippets: complete, easy to guess, and made of rules that load.

import { describe, expect, test } from 'vitest';
import { SERVICES } from '../../server/src/vocabulary/service-rules.ts';
import { plainSnippet } from '../../server/src/vocabulary/snippet-text.ts';
import { SNIPPETS } from '../../server/src/vocabulary/snippets.ts';
import { choicesOf, expand, expansions } from './snippet-expansion.ts';

const prefixes = SNIPPETS.flatMap((snippet) => snippet.prefixes);

/** The body of the snippet with that prefix, as one text. */
function body(prefix: string): string {
  const found = SNIPPETS.find((snippet) => snippet.prefixes.includes(prefix));
  return found?.body.join('\n') ?? expect.fail(`There is no snippet ${prefix}.`);
}

describe('the list', () => {
  test('has every name and prefix once', () => {
    for (const words of [prefixes, SNIPPETS.map(({ name }) => name)])
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test.each(SNIPPETS)('$name explains itself', ({ description, body: lines }) => {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(lines.join('\n')).not.toContain('undefined');
  });

  test.each(SNIPPETS)('$name without snippets is what it is with nothing typed', ({ body: lines }) => {
    const text = lines.join('\n');
    expect(plainSnippet(text)).toBe(expand(text));
  });
});

describe('services', () => {
  const introduction = SERVICES.filter((service) => service.introduction).map(({ id }) => id);

  test('of the introduction are all there', () => {
    expect(introduction).toEqual(['ssh', 'http', 'dns-client', 'dns-server', 'ftp', 'rsync', 'git', 'ping']);
  });

  test.each(introduction)('%s: direction to choose, both directions, one address', (id) => {
    expect(choicesOf(body(id))[0]?.options.toSorted()).toEqual(['INPUT', 'OUTPUT']);
    const both = expand(body(`${id}-both`));
    expect(both).toMatch(/^-A INPUT /m);
    expect(both).toMatch(/^-A OUTPUT /m);
    expect(choicesOf(body(`${id}-from`))[0]?.options.toSorted()).toEqual(['INPUT -s', 'OUTPUT -d']);
    expect(body(`${id}-from6`)).toContain('2001:db8::10');
  });

  test('every service of the catalogue has a snippet', () => {
    for (const { id } of SERVICES) expect(prefixes).toContain(id);
  });

  test('the port is a tab stop, everywhere the same one', () => {
    expect(expand(body('ssh'), new Map([[2, '2222']]))).toBe('# SSH\n-A INPUT -p tcp -m tcp --dport 2222 -j ACCEPT');
    const dns = expand(body('dns-client'), new Map([[2, '5353']]));
    expect(dns.match(/--dport \d+/g)).toEqual(['--dport 5353', '--dport 5353']);
  });

  test('ping speaks the protocol of its family', () => {
    expect(expand(body('ping'))).toContain('-p icmp -m icmp --icmp-type echo-request');
    expect(expand(body('ping6'))).toContain('-p ipv6-icmp -m icmp6 --icmpv6-type echo-request');
  });
});

describe('the baseline', () => {
  test.each(['baseline', 'baseline6'])('%s drops by policy and logs after everything that accepts', (prefix) => {
    const lines = expand(body(prefix)).split('\n');
    expect(lines.slice(0, 4)).toEqual(['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]']);
    const rules = lines.filter((line) => line.startsWith('-A'));
    const logs = rules.map((rule) => rule.includes('-j LOG'));
    expect(logs.indexOf(true)).toBe(rules.length - 2);
    expect(lines.slice(-2)).toEqual(['COMMIT', '']);
  });

  test('for IPv6 keeps the ICMPv6 that IPv6 cannot do without (RFC 4890)', () => {
    const text = expand(body('baseline6'));
    for (const type of [
      'neighbour-solicitation',
      'neighbour-advertisement',
      'packet-too-big',
      'time-exceeded',
      'parameter-problem',
      'echo-request',
    ]) {
      expect(text).toContain(`-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type ${type} -j ACCEPT`);
      expect(text).toContain(`-A OUTPUT -p ipv6-icmp -m icmp6 --icmpv6-type ${type} -j ACCEPT`);
    }
    expect(text).toContain('-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type router-advertisement -j ACCEPT');
    expect(text).toContain('-A OUTPUT -p ipv6-icmp -m icmp6 --icmpv6-type router-solicitation -j ACCEPT');
    expect(expand(body('baseline'))).not.toContain('icmp6');
  });
});

test('expansion knows escapes, defaults, choices and repeats', () => {
  const stop = (inside: string): string => `$\{${inside}}`;
  expect(expand(`\\$1 ${stop('1:a\\}b')} $1 ${stop('2|x,y\\,z|')} $2$0`)).toBe('$1 a}b a}b x x');
  expect(expansions(`${stop('1|a,b|')} $1 ${stop('2|c,d|')}`)).toEqual(['a a c', 'a a d', 'b b c', 'b b d']);
});
