// A limit on the wrong side: what is within it is dropped, or what is above it accepted.

import type { Fixer } from '../../check/fix.ts';
import { replaceColumns } from '../../check/fix.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { conditionsOf, hands } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** Options that match up to a limit, and above it, each with the other. */
const OPPOSITE: Readonly<Record<string, string>> = {
  '--hashlimit-upto': '--hashlimit-above',
  '--hashlimit-above': '--hashlimit-upto',
  '--connlimit-upto': '--connlimit-above',
  '--connlimit-above': '--connlimit-upto',
};

interface Found {
  readonly what: RuleOption;
  readonly message: string;
}

function found(rule: Rule): Found | undefined {
  for (const what of conditionsOf(rule)) {
    if (what.name === '--limit' && isRefused(rule))
      return {
        what,
        message:
          '"-m limit" matches as long as the rate is low, so a few packets are dropped and a flood goes on to the next rule. Accept what is within the limit here, and drop the rest in the rule after it.',
      };
    if (what.name === '--hitcount' && Number(what.values[0]?.text) >= 3 && hands(rule, 'ACCEPT') && !isNegated(rule))
      return {
        what,
        message:
          'This rule accepts only senders that came so often before, and nobody else. Drop here, and accept in the rule after it.',
      };
    const opposite = OPPOSITE[what.name];
    if (opposite === undefined) continue;
    const isAbove = what.name.endsWith('-above') !== what.negated;
    if (isAbove && hands(rule, 'ACCEPT'))
      return {
        what,
        message: `This rule accepts only what is above the limit. Use "${opposite}", and drop the rest after it.`,
      };
    if (!isAbove && isRefused(rule))
      return {
        what,
        message: `This rule refuses what is within the limit and lets everything above it go on. Use "${opposite}".`,
      };
  }
  return undefined;
}

/** What is asked is that the sender is not in the list, or not so often. */
function isNegated(rule: Rule): boolean {
  return conditionsOf(rule).some(({ name, negated }) => negated && /^--(?:rcheck|update|remove)$/.test(name));
}

/** Refusals of any packet are limited on purpose, so that few are sent; those of one service are meant to keep it alive. */
function isRefused(rule: Rule): boolean {
  const isOfService = conditionsOf(rule).some(({ name }) =>
    /^--(?:dports?|syn|connlimit-upto|connlimit-above)$/.test(name),
  );
  return hands(rule, 'DROP') || (hands(rule, 'REJECT') && isOfService);
}

const turn: Fixer = (file, { line }) => {
  const what = found(file.rule(line))?.what;
  const opposite = what && OPPOSITE[what.name];
  if (!what || opposite === undefined) return [];
  const { start, end } = what.nameColumns;
  return [{ title: `Use ${opposite}`, edits: [replaceColumns(line, start, end, opposite)] }];
};

export const limitTurnedAround = lintRule({
  name: 'limit-turned-around',
  severity: 'warning',
  category: 'packets',
  finds: 'A limit within which packets are dropped, or above which they are accepted.',
  looksAt: 'rule',
  options: ['--limit', '--hitcount', ...Object.keys(OPPOSITE)],
  when: {
    may: ({ object }) => object === 'DROP' || object === 'REJECT' || object === 'ACCEPT',
    maybe: (text) =>
      !text.includes('ACCEPT') || text.includes('above') || text.includes('hitcount') || text.includes('upto'),
  },
  check(rule, { line }, report) {
    const one = found(rule);
    if (one) report({ message: one.message, line, start: one.what.start, end: one.what.end });
  },
  fix: turn,
});
