// Folding: tables, `# region` to `# endregion`, runs of chain lines, runs of rules of one chain, comments of several lines.

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';

/** A run of fewer lines stays as it is: a fold must be worth its sign. */
const FEWEST_LINES = 3;
const REGION = /^#\s*region\b/;
const END_REGION = /^#\s*endregion\b/;

/** A stretch of lines that belong together. */
interface Run {
  readonly first: number;
  readonly last: number;
  /** How many of them do; blank lines and comments may stand between. */
  readonly count: number;
}

const NOTHING: Run = { first: -1, last: -1, count: 0 };

/** Outer ranges before those within them; no more than `limit`, of which tables and regions are the last to go. */
export function foldingRangesOf(file: RulesFile, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const folds = new Folds();
  for (const { firstLine, lastLine } of file.blocks) folds.addFrame(firstLine, lastLine);
  for (let line = 0; line < file.lineCount; line++) folds.take(file, line);
  return folds.finished(limit);
}

/** The folds of a file while its lines are gone through. */
class Folds {
  private readonly frames: FoldingRange[] = [];
  private readonly others: FoldingRange[] = [];
  private readonly open: number[] = [];
  private comments = NOTHING;
  private declarations = NOTHING;
  private rules = NOTHING;
  private chain: string | undefined;

  addFrame(startLine: number, endLine: number): void {
    if (endLine > startLine) this.frames.push({ startLine, endLine, kind: FoldingRangeKind.Region });
  }

  take(file: RulesFile, line: number): void {
    const entry = file.entry(line);
    // Lines of a template's engine are taken for comments, and are none to its reader.
    if (entry.kind === 'comment' && file.lines.line(line).startsWith('#')) {
      this.takeComment(file.lines.line(line), line);
      return;
    }
    this.endComments();
    switch (entry.kind) {
      case 'chain':
        this.endRules();
        this.declarations = longer(this.declarations, line);
        break;
      case 'command':
        this.endDeclarations();
        if (entry.letter !== 'A' || entry.chain !== this.chain) this.endRules();
        this.chain = entry.letter === 'A' ? entry.chain : undefined;
        if (this.chain !== undefined) this.rules = longer(this.rules, line);
        break;
      case 'blank':
      case 'comment':
        break;
      default:
        this.endDeclarations();
        this.endRules();
    }
  }

  /** A region that is not closed folds nothing. Runs end where one begins or ends, so that no two folds cross. */
  private takeComment(text: string, line: number): void {
    const begins = REGION.test(text);
    if (!begins && !END_REGION.test(text)) {
      this.comments = longer(this.comments, line);
      return;
    }
    this.endRuns();
    if (begins) this.open.push(line);
    else this.addFrame(this.open.pop() ?? line, line);
  }

  private endRuns(): void {
    this.endComments();
    this.endDeclarations();
    this.endRules();
  }

  private endComments(): void {
    this.end(this.comments, FoldingRangeKind.Comment, 2);
    this.comments = NOTHING;
  }

  private endDeclarations(): void {
    this.end(this.declarations, undefined, FEWEST_LINES);
    this.declarations = NOTHING;
  }

  private endRules(): void {
    this.end(this.rules, undefined, FEWEST_LINES);
    this.rules = NOTHING;
    this.chain = undefined;
  }

  private end({ first, last, count }: Run, kind: FoldingRangeKind | undefined, fewest: number): void {
    if (count >= fewest) this.others.push({ startLine: first, endLine: last, ...(kind && { kind }) });
  }

  finished(limit: number): FoldingRange[] {
    this.endRuns();
    const kept = [...this.frames, ...this.others].slice(0, limit);
    return kept.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
}

function longer({ first, count }: Run, line: number): Run {
  return { first: count === 0 ? line : first, last: line, count: count + 1 };
}
