// What a lint rule says of a line does not hang on the look at the line's text that spares it most lines.

import { expect, test } from 'vitest';
import type { Finding } from '../../server/src/check/finding.ts';
import { LINT_RULES } from '../../server/src/lint/registry.ts';
import type { LintRule } from '../../server/src/lint/rule.ts';
import { Runner } from '../../server/src/lint/runner.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { MACHINE_BOUND, Pool } from '../oracle/fuzz/pool.ts';
import { Random } from '../oracle/fuzz/random.ts';
import { makeRule } from '../oracle/fuzz/rule.ts';

const { SCREEN_RUNS = '40' } = process.env;
const RULES_A_FILE = 100;

const OF_RULES = LINT_RULES.filter((rule) => rule.looksAt === 'rule');
/** The same rules, which look at every line. */
const UNSCREENED: readonly LintRule<string>[] = OF_RULES.map(({ options: _, targets: __, ...rule }) => rule);

function address(random: Random): string {
  const part = () => random.pick([0, 0, 1, 7, 10, 127, 128, 192, 224, 240, 255, 256, '01', '']);
  const count = random.pick([4, 4, 4, 4, 3, 2, 1, 5]);
  const mask = random.pick([
    '',
    '',
    '/32',
    '/24',
    '/22',
    '/16',
    '/8',
    '/4',
    '/1',
    '/0',
    '/33',
    '/255.255.255.0',
    '/08',
  ]);
  return `${Array.from({ length: count }, part).join('.')}${mask}`;
}

function rule(random: Random, pool: Pool): string {
  if (random.chance(0.5)) return makeRule(pool, random)?.words.join(' ') ?? '-A INPUT';
  const names = ['-s', '-d', '--source', '--dst', '! -s'] as const;
  const asked = random.some(names, 2).map((name) => `${name} ${address(random)}`);
  return ['-A INPUT', ...asked, random.pick(['-p tcp', '-p 6', '-m state --state NEW', '']), '-j DROP'].join(' ');
}

test.each([4, 6] as const)(
  'of rules of IPv%i',
  (family) => {
    const pool = new Pool(family, MACHINE_BOUND);
    let found = 0;
    for (let run = 0; run < Number(SCREEN_RUNS); run++) {
      const random = new Random(`screen:${family}:${run}`);
      const rules = Array.from({ length: RULES_A_FILE }, () => rule(random, pool));
      const text = `*filter\n:INPUT DROP [0:0]\n${rules.join('\n')}\nCOMMIT\n`;
      const settings = { ...DEFAULT_SETTINGS, family };
      const screened = new Runner(new RulesFile(text, settings), OF_RULES).findings();
      const file = new RulesFile(text, settings);
      const shown = (findings: readonly Finding<string>[]) =>
        findings.map(({ code, line, start, message }) => [file.lines.line(line), code, start, message].join(' | '));
      expect(shown(screened)).toEqual(shown(new Runner(file, UNSCREENED).findings()));
      found += screened.length;
    }
    expect(found).toBeGreaterThan(Number(SCREEN_RUNS));
  },
  120_000,
);
