// The fixes of a file, all at once: what editors ask for on save, and what `iptables-lint --fix` does.

import { isCode } from '../../check/codes/index.ts';
import type { Edit, Fix } from '../../check/fix.ts';
import { RulesFile } from '../../ruleset/rules-file.ts';
import { complete, type Steps } from '../../ruleset/steps.ts';
import { type AnyFinding, findingsOf, knownFindingsOf, packetFindingSteps } from '../lint-file.ts';
import { Budget } from './budget.ts';
import { CHOICES, type FixKind } from './choice.ts';
import { Locks } from './locks.ts';

/** One fix may uncover another mistake; files that need more rounds than this are beyond repair. */
const MOST_ROUNDS = 20;

/** What to fix. */
export interface Wanted {
  readonly kind: FixKind;
  /** Also what lint rules find of packets, once nothing else is left to fix; that may take long. */
  readonly packets: boolean;
}

/** A file with its fixes made. */
export interface Fixed {
  readonly text: string;
  /** How many fixes that took. */
  readonly count: number;
}

/** The file with all its fixes made; undefined where there are none. */
export function fixedAll(file: RulesFile, wanted: Wanted): Fixed | undefined {
  return complete(fixedAllSteps(file, wanted));
}

/** The same in steps. */
export function* fixedAllSteps(file: RulesFile, wanted: Wanted): Steps<Fixed | undefined> {
  const fixing = new Fixing(wanted);
  let fixes = yield* fixing.round(file);
  if (fixes.length === 0) return undefined;
  let copy = file.copy();
  yield;
  let count = 0;
  for (let round = 1; fixes.length > 0; round++) {
    count += fixes.length;
    copy = yield* made(copy, fixes);
    if (round === MOST_ROUNDS) break;
    fixes = yield* fixing.round(copy);
  }
  const text = copy.lines.text();
  return text === file.lines.text() ? undefined : { text, count };
}

/** Of more edits that move the lines below them the file is read anew: each would move all that is known of these. */
const MOST_MOVES = 200;

/** The file with fixes made; from below, so that each finds its lines where they were. */
function* made(file: RulesFile, fixes: readonly Fix[]): Steps<RulesFile> {
  const edits = fixes.flatMap((fix) => fix.edits).sort(fromBelow);
  const moves = edits.filter(({ range, text }) => range.start.line !== range.end.line || text.includes('\n'));
  if (moves.length > MOST_MOVES) return new RulesFile(edited(file, edits), file.settings);
  for (const { range, text } of edits) {
    file.edit(range, text);
    yield;
  }
  return file;
}

/** The text of a file with edits made that come from below. */
function edited({ lines }: RulesFile, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = { line: lines.count, character: 0 };
  for (const { range, text } of edits) {
    parts.push(lines.text({ start: range.end, end }), text);
    end = range.start;
  }
  parts.push(lines.text({ start: { line: 0, character: 0 }, end }));
  return parts.reverse().join('');
}

function fromBelow(a: Edit, b: Edit): number {
  return b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character;
}

/** Finds out what to fix, round by round. */
class Fixing {
  private readonly wanted: Wanted;
  /** Findings that no round before could mend. */
  private readonly hopeless = new Set<string>();
  /** Safe fixes need none: each takes its finding away. */
  private readonly budget: Budget | undefined;

  constructor(wanted: Wanted) {
    this.wanted = wanted;
    if (wanted.kind !== 'safe') this.budget = new Budget();
  }

  /** Fixes of a file as it is now, none of which touches a line of another. */
  *round(file: RulesFile): Steps<Fix[]> {
    const fixes = yield* this.choose(file, findingsOf(file));
    if (fixes.length > 0 || !this.wanted.packets) return fixes;
    yield* packetFindingSteps(file);
    return yield* this.choose(file, knownFindingsOf(file));
  }

  private *choose(file: RulesFile, findings: readonly AnyFinding[]): Steps<Fix[]> {
    const fixes: Fix[] = [];
    const locks = new Locks();
    this.budget?.see(file, findings);
    for (const finding of findings) {
      const fix = this.budget?.allows(file, finding) === false ? undefined : this.fixOf(file, finding);
      if (fix && locks.take(fix, finding)) {
        this.budget?.spend(file, finding);
        fixes.push(fix);
      }
      yield;
    }
    return fixes;
  }

  private fixOf(file: RulesFile, finding: AnyFinding): Fix | undefined {
    const choose = CHOICES[this.wanted.kind];
    // What lint rules find hangs on more than its line, and their fixes are soon made.
    if (!isCode(finding.code)) return choose(file, finding);
    const key = keyOf(file, finding);
    if (this.hopeless.has(key)) return undefined;
    const fix = choose(file, finding);
    if (!fix) this.hopeless.add(key);
    return fix;
  }
}

/** What a fix of the checks hangs on: the finding, its line and those beside it. */
function keyOf({ lines }: RulesFile, { line, start, end, code, message }: AnyFinding): string {
  const around = [line - 1, line, line + 1].map((at) => lines.line(at));
  return [start, end, code, message, ...around].join('\n');
}
