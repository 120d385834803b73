// What the runs of the different kinds of lint rules have in common.

import type { Finding } from '../../check/finding.ts';
import type { LineEdit } from '../../ruleset/edit-log.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { pageOf } from '../page.ts';
import type { Found, LintRule, Report } from '../rule.ts';

/** What happened to a file since a run last looked at it. */
export interface News {
  /** In order; undefined where so much changed that all must be looked at again. */
  readonly edits: readonly LineEdit[] | undefined;
  /** More may have changed than what rules match. */
  readonly roles: boolean;
}

/** The lint rules of one kind, running over one file. */
export interface Run<N extends string> {
  /** Does in steps what takes long in the first look; the file must not change until its findings are asked for. */
  readonly prepare: () => Steps<void>;
  /** All that they find, in no order. What is kept from the last time is as a fresh look would find it. */
  readonly findings: (news: News) => readonly Finding<N>[];
}

/** The report of a rule that adds to a list. */
export function reporter<N extends string>(rule: LintRule<N>, findings: Finding<N>[]): Report {
  return (found) => findings.push(findingOf(rule, found));
}

/** What a rule reports, with its name, severity and page. */
export function findingOf<N extends string>({ name, severity }: LintRule<N>, found: Found): Finding<N> {
  return { code: name, severity, page: pageOf(name), ...found };
}

/** A finding with its lines, and those that explain it, numbered anew. */
export function moved<N extends string>(finding: Finding<N>, now: (line: number) => number): Finding<N> {
  if (!finding.related && now(finding.line) === finding.line) return finding;
  const related = finding.related?.map((one) => ({ ...one, line: now(one.line) })).filter(({ line }) => line >= 0);
  return { ...finding, line: now(finding.line), ...(related && { related }) };
}
