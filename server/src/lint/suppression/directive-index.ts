// The lines of a file that suppress findings, kept up to date edit by edit.

import { renumbering } from '../../ruleset/edit-log.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { type Directive, directiveIn } from './directive.ts';

/** A directive where it stands. */
export interface PlacedDirective {
  readonly line: number;
  readonly directive: Directive;
}

export class DirectiveIndex {
  private readonly file: RulesFile;
  private kept: readonly PlacedDirective[] = [];
  private edition = -1;

  constructor(file: RulesFile) {
    this.file = file;
  }

  /** All of them in the order of their lines. */
  all(): readonly PlacedDirective[] {
    const { edits, lineCount } = this.file;
    if (edits.edition === this.edition) return this.kept;
    const news = this.edition < 0 ? undefined : edits.since(this.edition);
    this.edition = edits.edition;
    if (!news) {
      this.kept = this.read(Array(lineCount).keys());
      return this.kept;
    }
    const { now, fresh } = renumbering(news);
    const found = this.read(fresh);
    if (this.kept.length === 0) this.kept = found;
    else {
      const others = this.kept.map(({ line, directive }) => ({ line: now(line), directive }));
      this.kept = [...others.filter(({ line }) => line >= 0), ...found].sort((a, b) => a.line - b.line);
    }
    return this.kept;
  }

  private read(lines: Iterable<number>): PlacedDirective[] {
    const found: PlacedDirective[] = [];
    for (const line of lines) {
      const directive = directiveIn(this.file.lines.line(line));
      if (directive) found.push({ line, directive });
    }
    return found;
  }
}
