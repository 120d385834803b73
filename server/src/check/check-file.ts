// Everything that the loaders would refuse in a file, in the order of its lines.

import type { Command } from '../ruleset/command.ts';
import { Jump } from '../ruleset/command.ts';
import { isGrave } from '../ruleset/fault.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import { sayFault } from './catalogue.ts';
import { builtinJump, misplacement, undeclaredChain, undeclaredJump } from './chains.ts';
import { type Finding, LEGACY, type Report } from './finding.ts';
import { Findings } from './findings.ts';
import { checkChainLine, checkFrame, checkReadingEnd } from './frame.ts';
import { checkJumps } from './jumps.ts';
import { checkLineEnds } from './line-ends.ts';
import { checkNuls } from './nuls.ts';
import { legacyReach, nftReach } from './reach.ts';
import type { Outcome } from './replay/outcome.ts';
import { replay } from './replay/replay.ts';

/** Findings at error or warning level of what loaders refuse. All of them, sorted by line and column. */
export function checkFile(file: RulesFile): Finding[] {
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
      findings.fault(fault, line);
    }
  }
}

/** A target in front of the -4 or -6 at which the line is skipped: legacy looks for it all the same, nft does not. */
function reportSkippedTarget(file: RulesFile, block: TableBlock, line: number, report: Report): void {
  const rule = file.rule(line);
  const { object } = rule;
  if (object === undefined || object === 'standard' || isVerdict(object) || refersElsewhere(file)) return;
  report({ ...undeclaredJump(file, block, rule), line, refusedBy: LEGACY });
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
  if (block.lastChainLine >= 0) {
    for (let line = block.firstLine + 1; line <= block.lastChainLine; line++) {
      const entry = file.entry(line);
      if (entry.kind === 'chain') checkChainLine(file, block, entry, line, sent, findings.refusal);
    }
  }
  let outcome: Outcome | undefined;
  if (!refersElsewhere(file)) {
    if (block.regular) checkReferences(file, block, report);
    else outcome = replay(file, block, report);
  }
  if (sent) checkPlaces(file, block, outcome, report);
  checkDropInNat(file, block, findings);
  if (sent) checkJumps(file, block, outcome, report);
}

/** Chains of a fragment are declared elsewhere, those of a template maybe by a line that nobody knows yet. */
function refersElsewhere({ settings, unknownLines }: RulesFile): boolean {
  return settings.fragment || (settings.template && unknownLines > 0);
}

/** A line whose names are not what they seem: `-t nat` chooses another table, a typographic blank joins two words. */
function isMisread(file: RulesFile, line: number): boolean {
  const entry = file.entry(line);
  return entry.kind === 'command' && entry.faults.some((fault) => MISREAD.has(fault.code) && isGrave(fault));
}
const MISREAD: ReadonlySet<string> = new Set(['outside-option', 'single-dash', 'target-name', 'wrong-character']);

/** Chains that are spoken of and exist nowhere; each mention is marked. */
function checkReferences(file: RulesFile, block: TableBlock, report: Report): void {
  const wanted = new Map<Command, 'chain' | 'jump' | 'builtin'>();
  let anyRuleOutside = false;
  for (const chain of block.undeclared) {
    for (const command of chain.callers) wanted.set(command, 'jump');
    if (chain.ruleLines > 0) anyRuleOutside = true;
  }
  for (const chain of block.chains.values()) {
    if (chain.builtin) for (const command of chain.callers) wanted.set(command, 'builtin');
  }
  if (wanted.size === 0 && !anyRuleOutside) return;
  const visit = (line: number, what: 'chain' | 'jump' | 'builtin') => {
    if (isMisread(file, line)) return;
    const rule = file.rule(line);
    const word =
      what === 'chain'
        ? undeclaredChain(block, rule)
        : what === 'jump'
          ? undeclaredJump(file, block, rule)
          : builtinJump(rule);
    report({ ...word, line });
  };
  if (!anyRuleOutside && wanted.size <= 16) {
    for (const [command, what] of wanted) {
      const line = file.lineOf(command);
      if (line >= 0) visit(line, what);
    }
    return;
  }
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (!isRule(entry)) continue;
    if (entry.chain !== undefined && !block.chains.get(entry.chain)?.declared) visit(line, 'chain');
    const what = wanted.get(entry);
    if (what) visit(line, what);
  }
}

/** The lines of some commands, found one by one or in one pass. */
function linesOf(file: RulesFile, commands: ReadonlySet<Command>): [Command, number][] {
  if (commands.size <= 16)
    return [...commands]
      .map((command): [Command, number] => [command, file.lineOf(command)])
      .filter(([, line]) => line >= 0);
  const found: [Command, number][] = [];
  for (let line = 0; line < file.lineCount; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'command' && commands.has(entry)) found.push([entry, line]);
  }
  return found;
}

/** Every rule that some kernel does not take everywhere: where chains are renamed or emptied any of them may be wrong. */
function restrictedRules(block: TableBlock): Set<Command> {
  return new Set([...block.chains.values()].flatMap(({ restricted }) => [...restricted]));
}

/** Rules where a kernel does not take them. */
function checkPlaces(file: RulesFile, block: TableBlock, outcome: Outcome | undefined, report: Report): void {
  const candidates = outcome ? restrictedRules(block) : block.misplaced;
  if (candidates.size === 0) return;
  const legacy = legacyReach(file, block, outcome);
  const nft = nftReach(block, outcome);
  for (const [command, line] of linesOf(file, candidates)) {
    const chain = block.chains.get(command.chain ?? '');
    if (!chain) continue;
    const reached = { legacy: legacy.hooksTo(command, line), nft: nft.hooksTo(command, line) };
    const word = misplacement(block, chain, command, file.rule(line), reached);
    if (word) report({ ...word, line });
  }
}

/** iptables inhibits DROP in nat before the kernel sees it. */
function checkDropInNat(file: RulesFile, block: TableBlock, findings: Findings): void {
  if (block.table !== 'nat' || block.drops === 0) return;
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.object !== 'DROP' || (entry.letter !== 'P' && entry.jump === Jump.none))
      continue;
    const rule = file.rule(line);
    findings.refusal({
      code: 'drop-in-nat',
      message: sayFault({ code: 'drop-in-nat', start: 0, end: 0, about: [] }, file.settings.family),
      line,
      ...rule.columns(rule.objectWord),
    });
  }
}
