// The real iptables takes every snippet, every service rule and the examples, but for those that show mistakes.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Family, TableName } from '../../server/src/vocabulary/schema.ts';
import { baselineFile, type Direction, SERVICES, serviceRules } from '../../server/src/vocabulary/service-rules.ts';
import { SNIPPETS } from '../../server/src/vocabulary/snippets.ts';
import { describeWithIptables, refusalsOf } from '../support/iptables.ts';
import { expansions } from './snippet-expansion.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What a snippet leaves, as a whole file. */
function fileOf(table: TableName | undefined, text: string): string {
  if (table === undefined) return text;
  const chains =
    table !== 'filter' || text.startsWith(':') ? '' : ':INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n';
  return `*${table}\n${chains}${text}\nCOMMIT\n`;
}

describeWithIptables(describe, 'the real tools load', () => {
  test.each(SNIPPETS)('snippet $name, whatever is chosen', ({ family: only, table, body }) => {
    for (const family of only === undefined ? ([4, 6] as const) : [only]) {
      for (const text of expansions(body.join('\n'))) {
        expect(refusalsOf(fileOf(table, text), family), `IPv${family}:\n${text}`).toEqual([]);
      }
    }
  });

  const addresses: Readonly<Record<Family, string>> = { 4: '192.0.2.0/24', 6: '2001:db8::/32' };
  const choices = ([4, 6] as const).flatMap((family) =>
    (['in', 'out', 'both'] as const).map((direction): [Family, Direction] => [family, direction]),
  );
  test.each(choices)('the baseline with every service, IPv%d, direction %s', (family, direction) => {
    const variants = [{}, { source: addresses[family] }, { port: 2222 }, { port: '2000:2010' }] as const;
    for (const variant of variants) {
      const rules = SERVICES.flatMap((service) => serviceRules(service, { family, direction, ...variant }));
      expect(refusalsOf(`${baselineFile(family, rules).join('\n')}\n`, family)).toEqual([]);
    }
  });

  test.each([
    ['rules.v4', 4],
    ['rules.v6', 6],
    ['router/rules.v4', 4],
  ] as const)('examples/%s', (path, family) => {
    expect(refusalsOf(read(`examples/${path}`), family)).toEqual([]);
  });
});

describeWithIptables(describe, 'the real tools refuse', () => {
  test('examples/introduction/rules.v4, for one comment only', () => {
    const text = read('examples/introduction/rules.v4');
    expect(refusalsOf(text, 4)).toHaveLength(2);
    expect(refusalsOf(text.replace(/ # only .*/, ''), 4)).toEqual([]);
  });

  const mistakes = read('examples/mistakes/rules.v4').split('\n');
  const wrong = mistakes.filter((line) => /^(-A|\s+#|:FORWARD)/.test(line));
  test('a dozen and more in examples/mistakes/rules.v4', () => {
    expect(wrong.length).toBeGreaterThan(12);
    expect(mistakes).not.toContain('COMMIT');
  });
  test.each(wrong)('%s', (line) => {
    const forward = line.startsWith(':') ? '' : ':FORWARD DROP [0:0]\n';
    const text = `*filter\n:INPUT DROP [0:0]\n${forward}:OUTPUT DROP [0:0]\n${line}\nCOMMIT\n`;
    expect(refusalsOf(text, 4)).toHaveLength(2);
  });
});
