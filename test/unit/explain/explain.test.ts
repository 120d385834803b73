// What a firewall lets in, as rows: each with the packets, what they depend on, what is excepted, and the lines.

import { expect, test } from 'vitest';
import type { Row } from '../../../server/src/analysis/explain/explain.ts';
import { type Explanation, explainSteps } from '../../../server/src/features/explain/explanation.ts';
import { explanationMarkdown } from '../../../server/src/features/explain/markdown.ts';
import { explanationText } from '../../../server/src/features/explain/text.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

const HEAD = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ':web - [0:0]'];

function explained(rules: readonly string[], family: Family = 4): Explanation {
  const file = new RulesFile([...HEAD, ...rules, 'COMMIT', ''].join('\n'), { ...DEFAULT_SETTINGS, family });
  return complete(explainSteps(file));
}

function input(...rules: readonly string[]): readonly Row[] {
  return explained(rules).hooks.find(({ hook }) => hook === 'INPUT')?.rows ?? [];
}

test('a service, who may use it, and in which state', () => {
  const [row, ...others] = input(
    '-A INPUT -s 203.0.113.0/24 -i eth0 -p tcp --dport 22 -m conntrack --ctstate NEW -j ACCEPT',
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    action: 'accept',
    service: 'tcp 22 (ssh)',
    from: '203.0.113.0/24',
    input: 'eth0',
    state: 'new',
    dependsOn: [],
    except: [],
    lines: [6],
  });
});

test('rules that differ in the service or the address alone are one row', () => {
  const rows = input(
    '-A INPUT -p tcp --dport 80 -j ACCEPT',
    '-A INPUT -p tcp --dport 443 -j ACCEPT',
    '-A INPUT -s 10.0.0.1 -p udp --dport 53 -j ACCEPT',
    '-A INPUT -s 10.0.0.2 -p udp --dport 53 -j ACCEPT',
  );
  expect(rows.map(({ service, from, lines }) => [service, from, lines])).toEqual([
    ['tcp 80 (http); tcp 443 (https)', undefined, [6, 7]],
    ['udp 53 (domain)', '10.0.0.1; 10.0.0.2', [8, 9]],
  ]);
});

test('through a chain, without what returns from it and what is dropped before', () => {
  const rows = input(
    '-A INPUT -s 198.51.100.7 -j DROP',
    '-A INPUT -p tcp -j web',
    '-A web -s 10.0.0.0/8 -j RETURN',
    '-A web -p tcp -m multiport --dports 80,443 -j ACCEPT',
  );
  const accepted = rows.filter(({ action }) => action === 'accept');
  expect(accepted).toMatchObject([
    {
      service: 'tcp 80 (http), 443 (https)',
      except: [
        { action: 'drop', words: 'everything from 198.51.100.7', line: 6 },
        { action: 'return', words: 'tcp from 10.0.0.0/8', line: 8 },
      ],
    },
  ]);
});

test('what the file does not tell is said', () => {
  const rows = input(
    '-A INPUT -p tcp --dport 22 -m set --match-set office src -j ACCEPT',
    '-A INPUT -p tcp --dport 25 -m limit --limit 3/min -j ACCEPT',
  );
  expect(rows.map(({ others, dependsOn }) => [others, dependsOn])).toEqual([
    [['in set office'], []],
    [[], ['limit']],
  ]);
});

test('a rule that no packet reaches is no row', () => {
  const rows = input('-A INPUT -p tcp -j ACCEPT', '-A INPUT -p tcp --dport 22 -j DROP');
  expect(rows.map(({ lines }) => lines)).toEqual([[6]]);
});

test('networks, ranges and negations of both families', () => {
  const words = (rule: string, family: Family) =>
    explained([rule], family).hooks[0]?.rows?.map(({ service, from }) => `${service} ${from ?? ''}`.trim());
  expect(words('-A INPUT ! -s 10.0.0.0/8 -j ACCEPT', 4)).toEqual(['everything not 10.0.0.0/8']);
  expect(words('-A INPUT -m iprange --src-range 10.0.0.5-10.0.0.9 -j ACCEPT', 4)).toEqual([
    'everything 10.0.0.5-10.0.0.9',
  ]);
  expect(words('-A INPUT -s 2001:db8::/32 -p ipv6-icmp --icmpv6-type 128 -j ACCEPT', 6)).toEqual([
    'ipv6-icmp type 128 2001:db8::/32',
  ]);
  expect(words('-A INPUT ! -p tcp -j ACCEPT', 4)).toEqual(['not tcp']);
});

test('as text and as Markdown, with what becomes of the rest', () => {
  const explanation = explained(['-A INPUT -p tcp --dport 22 -j ACCEPT', '-A INPUT -j LOG']);
  expect(explanationText(explanation)).toContain(
    [
      'filter INPUT: packets to this machine',
      '  accepts',
      '    what          lines',
      '    tcp 22 (ssh)  6',
      '  logs',
      '    what        except                   lines',
      '    everything  what line 6 takes first  7',
      '  Everything else is dropped.',
    ].join('\n'),
  );
  expect(explanationMarkdown(explanation, 'rules.v4')).toContain(
    '| what | lines |\n| --- | --- |\n| tcp 22 (ssh) | 6 |',
  );
});

test('of a table that stands twice nothing is said', () => {
  const file = new RulesFile('*filter\n:INPUT DROP [0:0]\nCOMMIT\n*filter\n:INPUT DROP [0:0]\nCOMMIT\n');
  const explanation = complete(explainSteps(file));
  expect(explanation).toMatchObject({ hooks: [], uncertain: ['filter'] });
  expect(explanationText(explanation)).toContain('Nothing is said of the table filter');
});
