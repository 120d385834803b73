// Two rules with one hashlimit name and different limits: the kernel keeps one table of that name, with the first one's limit.

import { optionText } from '../../analysis/rule-literals.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { conditionsOf } from '../common/conditions.ts';
import { type Counted, countedBy } from '../common/uses.ts';
import { lintRule } from '../rule.ts';

const NAME = '--hashlimit-name';
/** Above a rate or up to it: that each rule decides for itself, and the rate is what both share. */
const SIDES = /^(?:! )?--hashlimit(?:-upto|-above)?\b/;

/** A name under which a rule counts, and how. */
interface Use {
  readonly name: RuleOption;
  readonly limit: string;
}

export const hashlimitNameShared = lintRule({
  name: 'hashlimit-name-shared',
  severity: 'warning',
  category: 'packets',
  finds: 'Two hashlimit rules with one name and different limits, of which only the first one counts.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const first = new Map<string, Counted<Use>>();
    for (const counted of usesIn(tables)) {
      const { name, limit } = counted.use;
      const known = first.get(name.values[0]?.text ?? '');
      if (!known) first.set(name.values[0]?.text ?? '', counted);
      else if (known.use.limit !== limit)
        report({
          message: `This rule runs with the limit of line ${known.line + 1}: hashlimit keeps one table for each name, made by the first rule that has it. Give this rule a name of its own.`,
          ...placeOf(counted),
          related: [{ message: 'The limit that counts.', ...placeOf(known) }],
        });
    }
  },
});

function placeOf({ line, use: { name } }: Counted<Use>) {
  return { line, start: name.start, end: name.end };
}

const usesIn = countedBy(usesAt);

function usesAt(file: RulesFile, line: number): readonly Use[] {
  if (!file.lines.line(line).includes('--hashlimit-n') || !isRule(file.entry(line))) return [];
  const rule = file.rule(line);
  const name = rule.options.find((one) => one.name === NAME);
  const limit = limitOf(rule);
  return !name || name.values[0]?.unknown || limit === undefined ? [] : [{ name, limit }];
}

/** All that the match says beside the name, in one spelling; undefined where a word of it is not known. */
function limitOf(rule: Rule): string | undefined {
  const own = conditionsOf(rule).filter(({ instance }) => instance?.known.extension.name === 'hashlimit');
  if (own.some(({ values }) => values.some(({ unknown }) => unknown))) return undefined;
  return own
    .filter(({ name }) => name !== NAME)
    .map((option) => optionText(rule, option).replace(SIDES, 'rate'))
    .sort()
    .join(' ');
}
