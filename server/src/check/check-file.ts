// Everything that the loaders would refuse in a file, in the order of its lines.

import { Jump } from '../ruleset/command.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import { misplacement, undeclaredJump } from './chains.ts';
import { told } from './codes/index.ts';
import { type Finding, LEGACY, type Report } from './finding.ts';
import { Findings } from './findings.ts';
import { flushBelow, sayFlushed } from './flushed.ts';
import { checkChainLine, checkFrame, checkReadingEnd } from './frame.ts';
import { sayIncidents } from './incidents.ts';
import { checkJumps } from './jumps.ts';
import { checkLineEnds } from './line-ends.ts';
import { checkNuls } from './nuls.ts';
import { checkBorrowedNames } from './other-tables.ts';
import { findInReadings } from './readings.ts';

/** Findings at error or warning level of what loaders refuse. All of them, sorted by line and column. */
export function checkFile(file: RulesFile): Finding[] {
  return findInReadings(file, checkReading);
}

function checkReading(file: RulesFile): Finding[] {
  const findings = new Findings(file);
  checkFrame(file, findings.refusal);
  checkReadingEnd(file, findings.add);
  checkLineEnds(file, findings.refusal);
  checkNuls(file, findings);
  for (const block of file.blocks) checkBlock(file, block, findings);
  checkLines(file, findings);
  return findings.sorted();
}

/** Faults that a line has by itself. */
function checkLines(file: RulesFile, findings: Findings): void {
  let left = file.faultyLines;
  for (let line = left > 0 ? file.nextFaulty(0) : -1; line >= 0; line = --left > 0 ? file.nextFaulty(line + 1) : -1) {
    const entry = file.entry(line);
    if (entry.kind !== 'command') continue;
    const block = file.blockAt(line);
    if (!block) continue;
    const targetUnknown =
      entry.jump === Jump.jump && !entry.toExtension && !block.chains.get(entry.object ?? '')?.declared;
    if (targetUnknown && entry.skipped) reportSkippedTarget(file, block, line, findings.refusal);
    for (const fault of entry.faults) {
      if (fault.followsTarget && targetUnknown && isRule(entry)) continue;
      // A chain may be called as the line's last word is with its CR.
      if (fault.code === 'carriage-return' && block.chains.get(fault.about[0] ?? '')?.declared) continue;
      if (fault.code === 'unterminated-quote' && goesOnBelow(file, line)) {
        const { severity: _, ...grave } = fault;
        findings.fault(grave, line);
        continue;
      }
      const flush = fault.byKernel ? flushBelow(file, block, entry, line) : undefined;
      if (flush) sayFlushed(fault, flush, line, findings);
      else findings.fault(fault, line);
    }
  }
}

/** A target in front of the -4 or -6 at which the line is skipped: legacy since 1.8.9 looks for it all the same. */
function reportSkippedTarget(file: RulesFile, block: TableBlock, line: number, report: Report): void {
  const rule = file.rule(line);
  const { object } = rule;
  if (object === undefined || object === 'standard' || isVerdict(object) || file.refersElsewhere) return;
  report({ ...undeclaredJump(file, block, rule), line, refusedBy: { ...LEGACY, since: '1.8.9' } });
}

/** A quote that was meant to end on the next line: that line is refused for what is left of the text. */
function goesOnBelow(file: RulesFile, line: number): boolean {
  const next = file.entry(line + 1);
  return next.kind === 'command' && next.faults.some(({ code, start }) => code === 'stray-word' && start === 0);
}

function checkBlock(file: RulesFile, block: TableBlock, findings: Findings): void {
  if (!block.table) return;
  // -V and -h end the reading before this table is sent to the kernel.
  const sent = file.stop < block.firstLine || file.stop > block.lastLine;
  const report = sent ? findings.refusal : findings.unsent;
  for (const line of block.declarations) {
    const entry = file.entry(line);
    if (entry.kind === 'chain') checkChainLine(file, block, entry, line, sent, findings.refusal);
  }
  sayIncidents(file, block, report, (fault, line) => findings.fault(fault, line));
  if (sent) checkPlaces(file, block, report);
  checkDropInNat(file, block, findings);
  if (!file.refersElsewhere) checkBorrowedNames(file, block, findings.add);
  if (sent) checkJumps(file, block, report);
}

/** Rules where a kernel does not take them. */
function checkPlaces(file: RulesFile, block: TableBlock, report: Report): void {
  const { standing } = block;
  for (const line of standing.maybeMisplaced()) {
    const entry = file.entry(line);
    const chain = entry.kind === 'command' ? block.chains.get(entry.chain ?? '') : undefined;
    if (entry.kind !== 'command' || !chain) continue;
    const word = misplacement(block, chain, entry, file.rule(line), standing.reachedBy(line));
    if (word) report({ ...word, line });
  }
}

/** iptables inhibits DROP in nat before the kernel sees it. */
function checkDropInNat(file: RulesFile, block: TableBlock, findings: Findings): void {
  if (block.table !== 'nat') return;
  for (const line of block.drops) {
    const rule = file.rule(line);
    const said = told('drop-in-nat', ({ says }) => says());
    findings.refusal({ ...said, line, ...rule.columns(rule.objectWord) });
  }
}
