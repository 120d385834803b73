// Whether connections work, against real ones that were tried under real rules, where they lie beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { converse } from '../../server/src/analysis/trace/conversation.ts';
import type { HostFacts } from '../../server/src/analysis/trace/facts.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../server/src/vocabulary/schema.ts';

const LIST = join(import.meta.dirname, '..', '..', '..', 'shared', 'oracle', 'lockout.jsonl');
const there = existsSync(LIST);
if (!there) console.log('Lock-out: the connections that were tried are not beside the project; 1 test is skipped.');

interface Tried {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly from: string;
  readonly port: number;
  readonly iface: string;
  readonly to: string | null;
  readonly answer: 'yes' | 'no' | 'depends';
  readonly depends: readonly string[];
  readonly text: string;
  readonly optional?: boolean;
}

/** The machine on which they were tried, and who tried. */
const HOST: HostFacts = {
  addresses: {
    lo: ['127.0.0.1/8', '::1/128'],
    eth0: ['10.9.0.1/24', 'fd09::1/64'],
    eth1: ['10.8.0.1/24', 'fd08::1/64'],
  },
  routes: [
    { to: '0.0.0.0/0', dev: 'eth0' },
    { to: '::/0', dev: 'eth0' },
  ],
};
const OWN: Readonly<Record<string, Readonly<Record<Family, string>>>> = {
  eth0: { 4: '10.9.0.1', 6: 'fd09::1' },
  eth1: { 4: '10.8.0.1', 6: 'fd08::1' },
};
const ANYBODY: Readonly<Record<Family, readonly string[]>> = {
  4: ['10.9.0.9', '203.0.113.5', '198.51.100.7'],
  6: ['fd09::9', '2001:db8::5', '2001:db8:ffff::7'],
};

function answerOf({ family, from, port, iface, to, text }: Tried): { works: string; dependsOn: readonly string[] } {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family });
  const own = to ?? OWN[iface]?.[family] ?? '';
  const found = (from === 'any' ? ANYBODY[family] : [from]).map((one) =>
    converse(file, { from: one, port, interface: iface, to: own }, HOST),
  );
  const answers = [...new Set(found.map(({ works }) => works))];
  const [only = 'no'] = answers;
  const dependsOn = found.flatMap((one) => one.dependsOn.map(({ match }) => match));
  return answers.length === 1
    ? { works: only, dependsOn }
    : { works: 'depends', dependsOn: ['source address', ...dependsOn] };
}

describe.skipIf(!there)('a connection to this machine', () => {
  test('works where it worked, does not where it did not, and hangs on what it hung on', () => {
    const all = readFileSync(LIST, 'utf8').trim().split('\n');
    const wrong = all.flatMap((row) => {
      const tried: Tried = JSON.parse(row);
      const { works, dependsOn } = answerOf(tried);
      const isNamed = tried.depends.every((what) =>
        dependsOn.some((one) => one === what || one === what.split(' ')[0]),
      );
      if (works === tried.answer && isNamed) return [];
      if (tried.optional && works === 'yes') return [];
      return [
        `${tried.id} ${tried.name}: ${works} (${dependsOn.join(', ')}) where it is ${tried.answer} (${tried.depends.join(', ')})`,
      ];
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(30);
  });
});
