// A rule that is off does not run, and a comment that suppresses it may stay for others.

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Grades } from '../../../server/src/lint/grades.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { logWithoutLimit } from '../../../server/src/lint/rules/log-without-limit.ts';
import { unreachableRule } from '../../../server/src/lint/rules/unreachable-rule.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const TEXT =
  '*filter\n:INPUT ACCEPT [0:0]\n:web - [0:0]\n-A INPUT -s 192.0.2.9 -j LOG\n-A INPUT -j ACCEPT\n-A INPUT -s 192.0.2.1 -j DROP\nCOMMIT\n';

function codesOf(text: string, grades: Grades): string[] {
  return allFindingsOf(new RulesFile(text, { ...DEFAULT_SETTINGS, grades })).map(({ code }) => code);
}

afterEach(() => vi.restoreAllMocks());

describe('a rule that is off', () => {
  test('is not asked for chains or packets', () => {
    const chains = vi.spyOn(logWithoutLimit, 'check');
    const packets = vi.spyOn(unreachableRule, 'checkRule');
    const off = { 'log-without-limit': 'off', 'unreachable-rule': 'off' } as const;
    expect(codesOf(TEXT, off)).not.toEqual(expect.arrayContaining(Object.keys(off)));
    expect(chains).not.toHaveBeenCalled();
    expect(packets).not.toHaveBeenCalled();
    expect(codesOf(TEXT, {})).toEqual(expect.arrayContaining(Object.keys(off)));
    expect(chains).toHaveBeenCalled();
    expect(packets).toHaveBeenCalled();
  });

  test('makes no comment useless that suppresses it', () => {
    const text = TEXT.replace(/^:web/m, '# iptables-lint-disable-next-line unused-chain -- kept for a script\n:web');
    expect(codesOf(text, { 'unused-chain': 'off' })).not.toContain('unused-suppression');
    const needless = text.replace(/^:web.*\n/m, '');
    expect(codesOf(needless, {})).toContain('unused-suppression');
    expect(codesOf(needless, { 'unused-chain': 'off' })).not.toContain('unused-suppression');
  });
});
