// Lint rules that look at single rules: each line is looked at once, and again when it changes.

import type { Finding } from '../../check/finding.ts';
import { type LineEdit, renumbering } from '../../ruleset/edit-log.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { takesEffect } from '../../ruleset/table/roles.ts';
import { holds } from '../fact.ts';
import type { RuleLint } from '../rule.ts';
import { OptionScreen } from './option-screen.ts';
import { moved, type News, type Run, reporter } from './run.ts';

const NOTHING: readonly never[] = [];
const LINES_A_STEP = 64;

/** Whether lines have the same findings, at the same places. */
function isSame<N extends string>(some: readonly LineFindings<N>[], others: readonly LineFindings<N>[]): boolean {
  const [ours, theirs] = [some, others].map((lines) => lines.flatMap(({ findings }) => findings));
  return ours?.length === theirs?.length && (ours ?? []).every((one, at) => isAlike(one, theirs?.[at]));
}

function isAlike<N extends string>(one: Finding<N>, other: Finding<N> | undefined): boolean {
  if (!other || one.related || other.related) return false;
  const keys = ['line', 'start', 'end', 'code', 'message'] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** What was found in one line. */
interface LineFindings<N extends string> {
  readonly line: number;
  readonly findings: readonly Finding<N>[];
}

export class RuleRun<N extends string> implements Run<N> {
  private readonly file: RulesFile;
  private readonly rules: readonly RuleLint<N>[];
  private readonly screen: OptionScreen;
  /** By line. */
  private kept: LineFindings<N>[] = [];
  private all: readonly Finding<N>[] = NOTHING;
  /** What was found in all lines, and in which edition. */
  private prepared: { readonly edition: number; readonly found: LineFindings<N>[] } | undefined;

  constructor(file: RulesFile, rules: readonly RuleLint<N>[]) {
    this.file = file;
    this.rules = rules;
    this.screen = new OptionScreen(rules);
  }

  *prepare(): Steps<void> {
    const { edition } = this.file.edits;
    const found: LineFindings<N>[] = [];
    for (let line = 0; line < this.file.lineCount; line++) {
      this.lookInto(line, found);
      if (line % LINES_A_STEP === 0) yield;
    }
    this.prepared = { edition, found };
  }

  findings({ edits }: News): readonly Finding<N>[] {
    if (this.rules.length === 0) return NOTHING;
    if (!edits) this.keep(this.ofAll());
    else if (edits.every(({ old, fresh }) => old.length === fresh.length)) this.exchange(edits);
    else {
      const { now, fresh } = renumbering(edits);
      const others = this.kept.flatMap((one) => {
        const line = now(one.line);
        return line < 0 ? [] : [{ line, findings: one.findings.map((finding) => moved(finding, now)) }];
      });
      this.keep([...others, ...this.lookAt(fresh)].sort((a, b) => a.line - b.line));
    }
    return this.all;
  }

  private ofAll(): LineFindings<N>[] {
    const { prepared } = this;
    this.prepared = undefined;
    if (prepared?.edition === this.file.edits.edition) return prepared.found;
    return this.lookAt(this.file.lines.all().keys());
  }

  private keep(kept: LineFindings<N>[]): void {
    this.kept = kept;
    this.all = kept.flatMap(({ findings }) => findings);
  }

  /** Lines are where they were: where those that changed had nothing and have nothing, all stays as it is. */
  private exchange(edits: readonly LineEdit[]): void {
    let isChanged = false;
    for (const { first, fresh } of edits) {
      const from = this.placeOf(first);
      const to = this.placeOf(first + fresh.length);
      const found = this.lookAt(fresh.map((_entry, at) => first + at));
      if (isSame(this.kept.slice(from, to), found)) continue;
      this.kept.splice(from, to - from, ...found);
      isChanged = true;
    }
    if (isChanged) this.keep(this.kept);
  }

  /** The place of the first line with findings that is not before a line. */
  private placeOf(line: number): number {
    let from = 0;
    let to = this.kept.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.kept[middle]?.line ?? 0) < line) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private lookAt(lines: Iterable<number>): LineFindings<N>[] {
    const found: LineFindings<N>[] = [];
    for (const line of lines) this.lookInto(line, found);
    return found;
  }

  private lookInto(line: number, found: LineFindings<N>[]): void {
    const findings = this.ofLine(line);
    if (findings.length > 0) found.push({ line, findings });
  }

  private ofLine(line: number): readonly Finding<N>[] {
    const { file } = this;
    const { settings } = file;
    const entry = file.entry(line);
    if (!isRule(entry) || !takesEffect(entry)) return NOTHING;
    const text = file.lines.line(line);
    let findings: Finding<N>[] | undefined;
    this.screen.take(text);
    for (let at = 0; at < this.rules.length; at++) {
      const rule = this.screen.concerns(at) ? this.rules[at] : undefined;
      if (!rule) continue;
      const table = file.blockAt(line)?.table;
      if (table === undefined) return NOTHING;
      if (rule.tables && !rule.tables.includes(table)) continue;
      if (rule.when && !(rule.when.may(entry) && holds(rule.when, file, line))) continue;
      findings ??= [];
      const report = reporter(rule, findings);
      const told = rule.found?.(text);
      if (told) for (const one of told) report({ ...one, line });
      else rule.check(file.rule(line), { line, table, settings }, report);
    }
    return findings ?? NOTHING;
  }
}
