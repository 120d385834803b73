// A rule as the edits compare it: the packets it takes, what it does with them, and its words.

import type { Conditions } from '../../analysis/conditions.ts';
import { conditionsOf } from '../../analysis/rule-conditions.ts';
import { type Verdict, verdictOf } from '../../analysis/verdict.ts';
import { readRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';

/** Each part is worked out when it is asked for: a file may have very many rules, and few are looked at. */
export class RuleMeaning {
  private readonly read: () => Rule;
  /** Nobody knows whether the rule is there: a template may leave it out. */
  readonly isDoubtful: boolean;
  private knownConditions: Conditions | undefined;
  private knownVerdict: Verdict | undefined;
  private knownWords: string | undefined;

  constructor(read: () => Rule, isDoubtful = false) {
    this.read = read;
    this.isDoubtful = isDoubtful;
  }

  get conditions(): Conditions {
    this.knownConditions ??= conditionsOf(this.read());
    return this.knownConditions;
  }

  get verdict(): Verdict {
    this.knownVerdict ??= verdictOf(this.read());
    return this.knownVerdict;
  }

  /** The words behind the chain: rules with the same words are the same rule. */
  get words(): string {
    this.knownWords ??= wordsOf(this.read());
    return this.knownWords;
  }

  /** Works out what is mostly asked for. */
  settle(): void {
    const rule = this.read();
    this.knownVerdict ??= verdictOf(rule);
    this.knownConditions ??= conditionsOf(rule);
  }

  /** Both are there, and are the same rule. */
  isSame(other: RuleMeaning): boolean {
    return !this.isDoubtful && !other.isDoubtful && this.words === other.words;
  }
}

function wordsOf({ words, chainWord, number }: Rule): string {
  return words
    .slice(chainWord + (number > 0 ? 2 : 1))
    .map(({ text }) => text)
    .join('\0');
}

/** The rule of a line as it is meant: a remark behind it, which no loader takes, belongs to no rule. */
export function meantRule(file: RulesFile, line: number): Rule {
  const rule = file.rule(line);
  const remark = rule.faults.find(({ code }) => code === 'trailing-comment');
  return remark ? readRule(rule.text.slice(0, remark.start), file.settings) : rule;
}
