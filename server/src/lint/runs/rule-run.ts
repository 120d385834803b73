// Lint rules that look at single rules: each line is looked at once, and again when it changes.

import type { Finding } from '../../check/finding.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { takesEffect } from '../../ruleset/table/roles.ts';
import { holds } from '../fact.ts';
import type { RuleLint } from '../rule.ts';
import { moved, type News, type Run, reporter } from './run.ts';

/** What was found in one line. */
interface LineFindings {
  readonly line: number;
  readonly findings: readonly Finding[];
}

export class RuleRun implements Run {
  private readonly file: RulesFile;
  private readonly rules: readonly RuleLint[];
  private kept: LineFindings[] = [];

  constructor(file: RulesFile, rules: readonly RuleLint[]) {
    this.file = file;
    this.rules = rules;
  }

  findings({ edits }: News): readonly Finding[] {
    if (this.rules.length === 0) return [];
    if (!edits) this.kept = this.lookAt(this.file.lines.all().keys());
    else if (edits.length > 0) {
      const { now, fresh } = renumbering(edits);
      const others = this.kept.flatMap((one) => {
        const line = now(one.line);
        return line < 0 ? [] : [{ line, findings: one.findings.map((finding) => moved(finding, now)) }];
      });
      this.kept = [...others, ...this.lookAt(fresh)];
    }
    return this.kept.flatMap(({ findings }) => findings);
  }

  private lookAt(lines: Iterable<number>): LineFindings[] {
    const found: LineFindings[] = [];
    for (const line of lines) {
      const findings = this.ofLine(line);
      if (findings.length > 0) found.push({ line, findings });
    }
    return found;
  }

  private ofLine(line: number): readonly Finding[] {
    const { file } = this;
    const entry = file.entry(line);
    if (!isRule(entry) || !takesEffect(entry)) return [];
    const table = file.blockAt(line)?.table;
    if (table === undefined) return [];
    const findings: Finding[] = [];
    for (const rule of this.rules) {
      if (rule.when && !(rule.when.may(entry) && holds(rule.when, file, line))) continue;
      rule.check(file.rule(line), { line, table }, reporter(rule, findings));
    }
    return findings;
  }
}
