// The lines that a refactoring is asked for: the rules among them, and what the table around them allows.

import type { Range } from 'vscode-languageserver-types';
import { isGrave } from '../../../ruleset/fault.ts';
import type { Rule } from '../../../ruleset/rule.ts';
import type { RulesFile } from '../../../ruleset/rules-file.ts';
import type { TableBlock } from '../../../ruleset/table-block.ts';
import type { ClientSide } from './refactoring.ts';

/** More lines than this are no selection to refactor by hand. */
const MOST_LINES = 200;

/** A rule that is appended, and its line. */
export interface PlacedRule {
  readonly line: number;
  readonly rule: Rule;
  readonly chain: string;
}

export class Selection {
  readonly file: RulesFile;
  readonly client: ClientSide;
  /** The first and the last line, at most `MOST_LINES` of them. */
  readonly first: number;
  readonly last: number;

  constructor(file: RulesFile, { start, end }: Range, client: ClientSide) {
    this.file = file;
    this.client = client;
    const count = file.lineCount;
    this.first = Math.max(0, Math.min(start.line, count - 1));
    // A selection that ends where a line begins does not hold that line.
    const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
    this.last = Math.max(this.first, Math.min(last, count - 1, this.first + MOST_LINES - 1));
  }

  /** The table that all of the lines stand in. */
  get block(): TableBlock | undefined {
    const block = this.file.blockAt(this.first);
    return block && this.last <= block.lastLine ? block : undefined;
  }

  get isOneLine(): boolean {
    return this.first === this.last;
  }

  /** The rules among the lines. */
  get rules(): readonly PlacedRule[] {
    const found: PlacedRule[] = [];
    for (let line = this.first; line <= this.last; line++) {
      const rule = appendAt(this.file, line);
      if (rule) found.push(rule);
    }
    return found;
  }
}

/**
 * The rule that a line appends; undefined where it appends none, where the loaders refuse it, and where a template's
 * placeholder leaves open what it says.
 */
export function appendAt(file: RulesFile, line: number): PlacedRule | undefined {
  const entry = file.entry(line);
  if (entry.kind !== 'command' || entry.letter !== 'A' || entry.skipped || entry.ends) return undefined;
  if (entry.chain === undefined || entry.faults.some(isGrave)) return undefined;
  const rule = file.rule(line);
  if (rule.counters || rule.has('c') || rule.words.some(({ unknown }) => unknown)) return undefined;
  return { line, rule, chain: entry.chain };
}

/**
 * Every rule of the table is in its chain in the order of the lines, all of its chains are known, and no command picks a
 * rule by its number or its words.
 */
export function isPlain(file: RulesFile, block: TableBlock): boolean {
  if (file.refersElsewhere || file.settings.template || !block.standing.isInOrder) return false;
  return block.events.every((line) => {
    const entry = file.entry(line);
    return entry.kind === 'command' && (entry.letter === 'P' || entry.letter === 'N');
  });
}
