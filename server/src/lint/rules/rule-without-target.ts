// A rule without -j: it counts packets and does nothing with them.

import type { Rule } from '../../ruleset/rule.ts';
import { countsOnly, type Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

/** So many in one chain are there to count. */
const ACCOUNTING = 4;

/** Matches that do something by being asked, or say why the rule is there. */
const PURPOSE: ReadonlySet<string> = new Set(['comment', 'recent', 'nfacct', 'quota', 'hashlimit', 'rateest', 'set']);

function hasPurpose({ instances }: Rule): boolean {
  return instances.some(({ known }) => PURPOSE.has(known.extension.name));
}

/** The target that a comment has swallowed, because its quotes end too late. */
function targetInQuotes({ options }: Rule): string | undefined {
  const comment = options.find(({ name }) => name === '--comment')?.values[0]?.text ?? '';
  return / (-j [A-Za-z][\w-]*)$/.exec(comment)?.[1];
}

/** A chain of its own in which no rule does anything. */
function isForCounting(chain: ChainView, lines: readonly number[]): boolean {
  return lines.length > 1 && !chain.table.block.builtins.includes(chain.name) && chain.first(ACTS) < 0;
}

const ACTS: Fact = { may: (command) => !countsOnly.may(command) };

export const ruleWithoutTarget = lintRule({
  name: 'rule-without-target',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule without a target, which only counts packets.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(countsOnly);
    if (lines.length >= ACCOUNTING || isForCounting(chain, lines)) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      // What is behind a NUL character is not read, which is told.
      if (rule.openQuote >= 0 || rule.text.includes('\0') || rule.words.some(({ unknown }) => unknown)) continue;
      const taken = targetInQuotes(rule);
      if (taken === undefined && hasPurpose(rule)) continue;
      report({
        message:
          taken === undefined
            ? `Without "-j" this rule only counts packets, and they go on to the next one. Add what is to become of them, such as "-j ${chain.table.block.table === 'nat' ? 'MASQUERADE' : 'DROP'}".`
            : `"${taken}" stands within the quotes of the comment, so this rule has no target and only counts packets. Close the quotes before it.`,
        line,
        start: rule.columns(rule.commandWord).start,
        end: rule.words.at(-1)?.end ?? 0,
      });
    }
  },
});
