// Lint rules that look at single rules: each line is looked at once, and again when it changes.

import type { Finding } from '../../check/finding.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { takesEffect } from '../../ruleset/table/roles.ts';
import { holds } from '../fact.ts';
import type { RuleLint } from '../rule.ts';
import { OptionScreen } from './option-screen.ts';
import { moved, type News, type Run, reporter } from './run.ts';

/** What was found in one line. */
interface LineFindings<N extends string> {
  readonly line: number;
  readonly findings: readonly Finding<N>[];
}

export class RuleRun<N extends string> implements Run<N> {
  private readonly file: RulesFile;
  private readonly rules: readonly RuleLint<N>[];
  private readonly screen: OptionScreen;
  private kept: LineFindings<N>[] = [];

  constructor(file: RulesFile, rules: readonly RuleLint<N>[]) {
    this.file = file;
    this.rules = rules;
    this.screen = new OptionScreen(rules);
  }

  findings({ edits }: News): readonly Finding<N>[] {
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

  private lookAt(lines: Iterable<number>): LineFindings<N>[] {
    const found: LineFindings<N>[] = [];
    for (const line of lines) {
      const findings = this.ofLine(line);
      if (findings.length > 0) found.push({ line, findings });
    }
    return found;
  }

  private ofLine(line: number): readonly Finding<N>[] {
    const { file } = this;
    const { settings } = file;
    const entry = file.entry(line);
    if (!isRule(entry) || !takesEffect(entry)) return NOTHING;
    const text = file.lines.line(line);
    let findings: Finding<N>[] | undefined;
    for (const at of this.screen.concerned(text)) {
      const rule = this.rules[at];
      if (!rule || (rule.when && !(rule.when.may(entry) && holds(rule.when, file, line)))) continue;
      const table = file.blockAt(line)?.table;
      if (table === undefined) return NOTHING;
      findings ??= [];
      const report = reporter(rule, findings);
      const told = rule.found?.(text);
      if (told) for (const one of told) report({ ...one, line });
      else rule.check(file.rule(line), { line, table, settings }, report);
    }
    return findings ?? NOTHING;
  }
}

const NOTHING: readonly never[] = [];
