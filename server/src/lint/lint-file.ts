// Everything there is to say about a file: what the loaders refuse, and what the lint rules find.

import { checkFile } from '../check/check-file.ts';
import { CODES, type Code } from '../check/codes/index.ts';
import type { Finding } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import { fixesFor } from '../check/fixes/registry.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';
import { isOn, withGrades } from './grades.ts';
import type { LintName } from './names.ts';
import { PacketRunner } from './packet-runner.ts';
import type { PacketTable } from './packets.ts';
import { LINT_RULES } from './registry.ts';
import { Runner } from './runner.ts';
import { type Knowledge, type Names, Suppressor } from './suppression/suppressor.ts';

/** Whatever there is to say of a file, each with a code of the checks or the name of a lint rule. */
export type AnyFinding = Finding<Code | LintName>;

/** All names that a finding may have. */
export const FINDING_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(CODES),
  ...LINT_RULES.map(({ name }) => name),
]);

const NAMES: Omit<Names, 'off'> = {
  all: FINDING_NAMES,
  lint: new Set(LINT_RULES.map(({ name }) => name)),
  late: new Set(LINT_RULES.filter(({ looksAt }) => looksAt === 'packets').map(({ name }) => name)),
};

/** Whoever looks at one file. */
interface Looking {
  readonly rules: Runner<LintName>;
  readonly packets: PacketRunner<LintName>;
  readonly suppressor: Suppressor<Code | LintName>;
  /** What the loaders refuse, and in which edition. */
  refused?: { readonly edition: number; readonly findings: readonly AnyFinding[] };
}

const looking = new WeakMap<RulesFile, Looking>();

function lookingAt(file: RulesFile): Looking {
  let known = looking.get(file);
  if (!known) {
    const { grades } = file.settings;
    // What is off is not looked for: nobody would hear of it.
    const rules = LINT_RULES.filter(({ name }) => isOn(name, grades));
    const off = LINT_RULES.flatMap(({ name }) => (isOn(name, grades) ? [] : name));
    known = {
      rules: new Runner(file, rules),
      packets: new PacketRunner(file, rules),
      suppressor: new Suppressor<Code | LintName>(file, rules, { ...NAMES, off: new Set(off) }),
    };
    looking.set(file, known);
  }
  return known;
}

/** All that there is to say of a file, packets included, sorted by line and column. */
export function allFindingsOf(file: RulesFile): AnyFinding[] {
  complete(packetFindingSteps(file));
  return withPackets(file, unsettled(file));
}

/** A file with more errors is far from being loaded: nobody asks where its packets go, and to find out would take long. */
const MOST_ERRORS = 500;

/** Works out what lint rules find of the packets of a file, which `knownFindingsOf` then has; it may take long. */
export function* packetFindingSteps(file: RulesFile): Steps<void> {
  const { packets } = lookingAt(file);
  if (packets.isCurrent) return;
  const errors = refusedIn(file).filter(({ severity }) => severity === 'error').length;
  if (errors > MOST_ERRORS) packets.pass();
  else yield* packets.run();
}

/** The first look of lint rules at a file with more lines is worth doing in steps. */
const MANY_LINES = 2000;

/** Lint rules that look at no packets looked at the file once, or will at once when asked: what they find of it is quickly had. */
export function isLinted(file: RulesFile): boolean {
  return file.lineCount <= MANY_LINES || lookingAt(file).rules.isReady;
}

/**
 * Has lint rules that look at no packets look at the file for the first time, after which it `isLinted`. True at its end
 * where that may tell something new.
 */
export function* lintSteps(file: RulesFile): Steps<boolean> {
  const { rules, suppressor } = lookingAt(file);
  yield* rules.firstLook();
  return suppressor.any || rules.findings().length > 0;
}

/** What the loaders refuse in the file as it is now. Not to be changed. */
function refusedIn(file: RulesFile): readonly AnyFinding[] {
  const looks = lookingAt(file);
  const { edition } = file.edits;
  if (looks.refused?.edition !== edition) looks.refused = { edition, findings: checkFile(file) };
  return looks.refused.findings;
}

/** The tables of a file about whose packets anything can be said, as the findings know them. */
export function packetTablesOf(file: RulesFile): readonly PacketTable[] {
  return complete(packetTableSteps(file));
}

/** The same in steps. */
export function packetTableSteps(file: RulesFile): Steps<readonly PacketTable[]> {
  return lookingAt(file).packets.tables.steps();
}

/** The same where they are as the file is now and all is known of them; undefined elsewhere. It takes no time. */
export function knownPacketTablesOf(file: RulesFile): readonly PacketTable[] | undefined {
  return lookingAt(file).packets.current;
}

/** What was found of packets last: moved with the lines, without those changed since. Nothing of it is suppressed. */
export function packetFindingsOf(file: RulesFile): readonly AnyFinding[] {
  return lookingAt(file).packets.known();
}

/** Some comment suppresses what is found of packets: once that is known there may be news of the comment. */
export function suppressesPackets(file: RulesFile): boolean {
  return lookingAt(file).suppressor.waits;
}

/** What is quickly had: what `findingsOf` finds, but only what the loaders refuse before `isLinted`, and what was found of packets last. */
export function knownFindingsOf(file: RulesFile): AnyFinding[] {
  if (!isLinted(file)) return settled(file, [...refusedIn(file)], 'refused');
  return withPackets(file, unsettled(file));
}

function withPackets(file: RulesFile, others: AnyFinding[]): AnyFinding[] {
  const { packets } = lookingAt(file);
  const known = packets.known();
  return settled(
    file,
    known.length === 0 ? others : [...others, ...known].sort(byColumn),
    packets.isCurrent ? 'all' : 'last',
  );
}

/** What the loaders refuse, sorted by line and column. No lint rule is asked, so it takes the time of reading the file. */
export function errorsOf(file: RulesFile): AnyFinding[] {
  return settled(file, [...refusedIn(file)], 'none').filter(({ severity }) => severity === 'error');
}

/** What the loaders refuse and what lint rules find that look at no packets, sorted by line and column. It is quick. */
export function findingsOf(file: RulesFile): AnyFinding[] {
  return settled(file, unsettled(file), 'none');
}

function unsettled(file: RulesFile): AnyFinding[] {
  const refused = refusedIn(file);
  const linted = lookingAt(file).rules.findings();
  return linted.length === 0 ? [...refused] : [...refused, ...linted].sort(byColumn);
}

/** The one place where the comments and the settings of a file have their say, for every door. */
function settled(file: RulesFile, findings: AnyFinding[], packets: Knowledge): AnyFinding[] {
  const { suppressions, grades } = file.settings;
  return withGrades(suppressions === false ? findings : lookingAt(file).suppressor.settle(findings, packets), grades);
}

function byColumn(a: AnyFinding, b: AnyFinding): number {
  return a.line - b.line || a.start - b.start;
}

/** The fixes for a finding of a check or of a lint rule. */
export const allFixesFor: Fixer = (file, finding) => {
  const rule = LINT_RULES.find(({ name }) => name === finding.code);
  return rule ? (rule.fix?.(file, finding) ?? []) : fixesFor(file, finding);
};
