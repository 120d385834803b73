// Everything there is to say about a file: what the loaders refuse, and what the lint rules find.

import { checkFile } from '../check/check-file.ts';
import type { Code } from '../check/codes/index.ts';
import type { Finding } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import { fixesFor } from '../check/fixes/registry.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';
import type { LintName } from './names.ts';
import { PacketRunner } from './packet-runner.ts';
import type { PacketTable } from './packets.ts';
import { LINT_RULES } from './registry.ts';
import { Runner } from './runner.ts';

const runners = new WeakMap<RulesFile, Runner<LintName>>();

/** Whatever there is to say of a file, each with a code of the checks or the name of a lint rule. */
export type AnyFinding = Finding<Code | LintName>;

const packetRunners = new WeakMap<RulesFile, PacketRunner<LintName>>();

function packetRunnerOf(file: RulesFile): PacketRunner<LintName> {
  const known = packetRunners.get(file) ?? new PacketRunner(file, LINT_RULES);
  packetRunners.set(file, known);
  return known;
}

/** All that there is to say of a file, packets included, sorted by line and column. */
export function allFindingsOf(file: RulesFile): AnyFinding[] {
  complete(packetFindingSteps(file));
  return knownFindingsOf(file);
}

/** Works out what lint rules find of the packets of a file, which `knownFindingsOf` then has; it may take long. */
export function packetFindingSteps(file: RulesFile): Steps<void> {
  return packetRunnerOf(file).run();
}

/** The tables of a file about whose packets anything can be said, as the findings know them. */
export function packetTablesOf(file: RulesFile): readonly PacketTable[] {
  return complete(packetTableSteps(file));
}

/** The same in steps. */
export function packetTableSteps(file: RulesFile): Steps<readonly PacketTable[]> {
  return packetRunnerOf(file).tables.steps();
}

/** The same where they are as the file is now and all is known of them; undefined elsewhere. It takes no time. */
export function knownPacketTablesOf(file: RulesFile): readonly PacketTable[] | undefined {
  return packetRunnerOf(file).current;
}

/** What was found of packets last: moved with the lines, without those changed since. */
export function packetFindingsOf(file: RulesFile): readonly AnyFinding[] {
  return packetRunnerOf(file).known();
}

/** What `findingsOf` finds, and what was found of packets last. */
export function knownFindingsOf(file: RulesFile): AnyFinding[] {
  const packets = packetFindingsOf(file);
  const others = findingsOf(file);
  return packets.length === 0 ? others : [...others, ...packets].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** What the loaders refuse and what lint rules find that look at no packets, sorted by line and column. It is quick. */
export function findingsOf(file: RulesFile): AnyFinding[] {
  const refused: AnyFinding[] = checkFile(file);
  let runner = runners.get(file);
  if (!runner) {
    runner = new Runner(file, LINT_RULES);
    runners.set(file, runner);
  }
  const linted = runner.findings();
  return linted.length === 0 ? refused : [...refused, ...linted].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** The fixes for a finding of a check or of a lint rule. */
export const allFixesFor: Fixer = (file, finding) => {
  const rule = LINT_RULES.find(({ name }) => name === finding.code);
  return rule ? (rule.fix?.(file, finding) ?? []) : fixesFor(file, finding);
};
