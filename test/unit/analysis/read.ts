// Owns reading one rule for the analysis' tests.
import type { Conditions } from '../../../server/src/analysis/conditions.ts';
import { conditionsOf } from '../../../server/src/analysis/rule-conditions.ts';
import { readRule } from '../../../server/src/ruleset/read-rule.ts';
import type { Rule } from '../../../server/src/ruleset/rule.ts';
import type { Backend, Family } from '../../../server/src/vocabulary/schema.ts';

interface Reading {
  readonly family?: Family;
  readonly template?: boolean;
  readonly extensions?: readonly string[];
  readonly backend?: Backend | 'both';
}

/** A rule by the words behind its chain. */
export function ruleOf(words: string, { family = 4, template = false, extensions = [] }: Reading = {}): Rule {
  return readRule(`-A FORWARD ${words}`, { family, template, extensions });
}

export function conditionsOfWords(words: string, reading: Reading = {}): Conditions {
  return conditionsOf(ruleOf(words, reading), reading.backend);
}
