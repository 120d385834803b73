// Semantic tokens: what each word is, told the same way wherever it stands. Of the last answer only how many tokens each
// line had is kept, which is all that the difference to the next one takes.

import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { tellLine } from './tokens/line-tokens.ts';
import { NUMBERS, Numbers, type TokenList, WrittenNumbers } from './tokens/token-list.ts';

export { LEGEND } from './tokens/legend.ts';

/** So many lines are told before others may come between. */
const LINES_A_STEP = 500;
/** What was answered last for a file. */
interface Answered {
  readonly id: string;
  readonly edition: number;
  readonly frames: number;
  readonly taken: unknown;
  /** Tokens of each line. */
  readonly counts: Uint16Array;
}

const answered = new WeakMap<RulesFile, Answered>();
let lastId = 0;

/** The tables of a file, for lines that are asked for one after the other. */
class Tables {
  private readonly blocks: readonly TableBlock[];
  private next = 0;

  constructor(file: RulesFile) {
    this.blocks = file.blocks;
  }

  at(line: number): TableBlock | undefined {
    let block = this.blocks[this.next];
    while (block && line > block.lastLine) block = this.blocks[++this.next];
    return block && line >= block.firstLine ? block : undefined;
  }
}

/** Tokens of the lines of a range; nothing is kept of them. */
export function tokensIn(file: RulesFile, { start, end }: Range): SemanticTokens {
  const list = new Numbers();
  const tables = new Tables(file);
  const to = Math.min(end.line + 1, file.lineCount);
  for (let line = start.line; line < to; line++) tellLine(file, line, tables.at(line), list);
  return { data: list.data() };
}

/** All tokens of a file; `written` as JSON, by `textOf`. */
export function* tokenSteps(file: RulesFile, written = false): Steps<SemanticTokens> {
  const list = written ? new WrittenNumbers() : new Numbers(0, file.lineCount);
  const counts = new Uint16Array(file.lineCount);
  const tables = new Tables(file);
  for (let line = 0; line < counts.length; line++) {
    counts[line] = countOf(file, line, tables, list);
    if (line % LINES_A_STEP === LINES_A_STEP - 1) yield;
  }
  return { resultId: remember(file, counts), data: list.data() };
}

/** Adds the tokens of a line; answers how many. */
function countOf(file: RulesFile, line: number, tables: Tables, list: TokenList): number {
  const before = list.count;
  tellLine(file, line, tables.at(line), list);
  return list.count - before;
}

/** What changed since the answer of this id; all tokens where it was another one, or too much changed. */
export function* tokenDeltaSteps(
  file: RulesFile,
  previous: string,
  written = false,
): Steps<SemanticTokens | SemanticTokensDelta> {
  const last = answered.get(file);
  const edits = last?.id === previous ? file.edits.since(last.edition) : undefined;
  if (!last || !edits || last.frames !== file.frames || last.taken !== file.taken)
    return yield* tokenSteps(file, written);
  if (edits.length === 0) return { resultId: previous, edits: [] };
  // The lines that changed, as they were numbered then and as they are now.
  let from = Number.POSITIVE_INFINITY;
  let grown = 0;
  let now = 0;
  for (const { first, old, fresh } of edits) {
    from = Math.min(from, first);
    const more = fresh.length - old.length;
    now = Math.max(now, first + old.length) + more;
    grown += more;
  }
  return difference(file, last, from, now, now - grown);
}

/** Lines `from` to `then`, as the client has them, became lines `from` to `now`. */
function difference(file: RulesFile, last: Answered, from: number, now: number, then: number): SemanticTokensDelta {
  const { counts } = last;
  // The first token behind is relative to the one before.
  let behind = now;
  while (behind < file.lineCount && counts[behind - now + then] === 0) behind++;
  const to = Math.min(behind + 1, file.lineCount);
  const list = new Numbers(lineBefore(counts, from));
  const fresh = new Uint16Array(file.lineCount);
  fresh.set(counts.subarray(0, from));
  const tables = new Tables(file);
  for (let line = from; line < to; line++) fresh[line] = countOf(file, line, tables, list);
  fresh.set(counts.subarray(to - now + then), to);
  const edit = {
    start: NUMBERS * sum(counts, 0, from),
    deleteCount: NUMBERS * sum(counts, from, to - now + then),
    data: list.data(),
  };
  return { resultId: remember(file, fresh), edits: [edit] };
}

/** The line of the last token above a line. */
function lineBefore(counts: Uint16Array, line: number): number {
  for (let i = line - 1; i >= 0; i--) if (counts[i] !== 0) return i;
  return 0;
}

function sum(counts: Uint16Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += counts[i] ?? 0;
  return total;
}

function remember(file: RulesFile, counts: Uint16Array): string {
  const id = String(++lastId);
  answered.set(file, { id, edition: file.edits.edition, frames: file.frames, taken: file.taken, counts });
  return id;
}
