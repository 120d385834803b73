// Finds the line at which a new rule belongs: above what would refuse or log it, in the manner of the file's layout.

import type { ControlBlock } from '../../syntax/template.ts';
import { isAboutAll, isGeneralLog, isLog, isUnconditional, isWideRefusal, refuses } from './cover.ts';
import type { BlockOutline, ChainOutline, Outline } from './outline.ts';
import type { RuleMeaning } from './rule-meaning.ts';

/** In front of `line`. */
export interface Spot {
  readonly line: number;
  /** `before` and `after`: a paragraph with its comment, blank lines towards what follows or precedes. */
  readonly layout: 'bare' | 'before' | 'after';
}

/** What happens to a packet at the end of a chain's rules. */
export type Ending = 'accept' | 'refuse' | undefined;

/** The rules that a packet can reach: all up to the first that ends the chain for every packet. */
export function reachedRules(block: BlockOutline, chain: ChainOutline): readonly RuleMeaning[] {
  return reachedLines(block, chain).map((line) => block.rule(line));
}

/** The lines of these rules. */
export function reachedLines(block: BlockOutline, chain: ChainOutline): readonly number[] {
  return [...chain.inserted, ...reachedAppended(block, chain)];
}

function reachedAppended(block: BlockOutline, chain: ChainOutline): readonly number[] {
  // Nothing can be put above these rules, so what they end does not count either.
  if (chain.picked) return chain.appended;
  const last = chain.appended.findIndex((line) => endsWith(block, block.rule(line), [chain.name]) !== undefined);
  return last < 0 ? chain.appended : chain.appended.slice(0, last + 1);
}

/** What the rules of a chain do in the end to every packet; undefined where some or all go on. */
export function endingOf(block: BlockOutline, chain: ChainOutline): Ending {
  for (const line of chain.appended) {
    const ending = endsWith(block, block.rule(line), [chain.name]);
    if (ending !== undefined) return ending;
  }
  return undefined;
}

/** `path` holds the chains that lead here: a loop ends nothing. */
function endsWith(block: BlockOutline, rule: RuleMeaning, path: readonly string[]): Ending {
  if (rule.isDoubtful || !isUnconditional(rule)) return undefined;
  const { verdict } = rule;
  if (verdict.kind === 'accept') return 'accept';
  if (isWideRefusal(rule)) return 'refuse';
  if (verdict.kind !== 'jump' && verdict.kind !== 'goto') return undefined;
  const callee = path.includes(verdict.name) ? undefined : block.findChain(verdict.name);
  for (const line of callee?.rules ?? []) {
    const inner = block.rule(line);
    if (inner.verdict.kind === 'return' || inner.verdict.kind === 'goto') return undefined;
    const ending = endsWith(block, inner, [...path, verdict.name]);
    if (ending !== undefined) return ending;
  }
  return undefined;
}

/** True where the chain, or a user chain that it hands every packet to, logs whatever comes. */
export function logsAll(block: BlockOutline, chain: ChainOutline, path: readonly string[] = []): boolean {
  return reachedRules(block, chain).some((rule) => {
    if (rule.isDoubtful) return false;
    if (isGeneralLog(rule)) return true;
    const { verdict } = rule;
    if ((verdict.kind !== 'jump' && verdict.kind !== 'goto') || path.includes(verdict.name)) return false;
    const callee = block.findChain(verdict.name);
    return callee !== undefined && isAboutAll(rule) && logsAll(block, callee, [...path, chain.name]);
  });
}

/** Where rules go that must be the first of their chain. */
export function headSpot(outline: Outline, block: BlockOutline, chain: ChainOutline): Spot {
  const first = chain.appended.find((line) => line >= chain.start);
  const anchor = first ?? (chain.picked ? undefined : block.firstAppend(chain.start));
  return anchor === undefined ? endSpot(outline, block, chain) : spotAbove(outline, block, chain, anchor);
}

/**
 * Where an accepting rule goes: above the first rule that would refuse it, and above the LOG rules, unless a rule
 * between them may refuse some packets, which must not be let in by moving above it.
 */
export function acceptSpot(outline: Outline, block: BlockOutline, chain: ChainOutline, wanted: RuleMeaning): Spot {
  const rules = reachedAppended(block, chain);
  const barrier = rules.findIndex((line) => {
    const rule = block.rule(line);
    return refuses(rule, wanted) || endsWith(block, rule, [chain.name]) !== undefined;
  });
  let at = barrier < 0 ? rules.length : barrier;
  for (let i = at - 1; i >= 0; i--) {
    const line = rules[i];
    const rule = line === undefined ? undefined : block.rule(line);
    if (!rule || !(rule.verdict.kind === 'accept' || isLog(rule))) break;
    if (isGeneralLog(rule)) at = i;
  }
  const anchor = rules[at];
  return anchor === undefined || anchor < chain.start
    ? endSpot(outline, block, chain)
    : spotAbove(outline, block, chain, anchor);
}

/** Where a LOG rule for all the rest goes: above the refusals that end the chain, else at its end. */
export function logSpot(outline: Outline, block: BlockOutline, chain: ChainOutline): Spot {
  const rules = reachedAppended(block, chain);
  let at = rules.length;
  while (at > 0) {
    const line = rules[at - 1];
    const rule = line === undefined ? undefined : block.rule(line);
    if (!rule || !(isWideRefusal(rule) || endsWith(block, rule, [chain.name]) === 'refuse')) break;
    at--;
  }
  const anchor = rules[at];
  return anchor === undefined || anchor < chain.start
    ? endSpot(outline, block, chain)
    : spotAbove(outline, block, chain, anchor);
}

/** Behind the last rule of the chain; in a file of paragraphs, and for a chain without rules, behind all rules. */
function endSpot(outline: Outline, block: BlockOutline, chain: ChainOutline): Spot {
  const last = chain.appended.at(-1);
  const hasSections = hasParagraphs(outline.lines, block);
  if (last === undefined || hasSections)
    return { line: blockEnd(outline.lines, block), layout: hasSections ? 'after' : 'bare' };
  const line = Math.max(last + 1, chain.start);
  const around = controlAround(outline, line);
  return { line: around ? around.last + 1 : line, layout: 'bare' };
}

/** What in a template may leave out a line that is put in front of `line`. */
function controlAround({ controls }: Outline, line: number): ControlBlock | undefined {
  return controls.find(({ first, last }) => first < line && line <= last);
}

/** The line behind the last one of the block that is not blank: where COMMIT goes or what stands above it. */
export function blockEnd(lines: readonly string[], block: BlockOutline): number {
  let end = block.end;
  while (end > block.header + 1 && isBlank(lines[end - 1])) end--;
  // What stands above the next table's header is its comment.
  if (!block.committed && block.end < lines.length)
    while (end > block.header + 1 && isBlankOrComment(lines[end - 1])) end--;
  return end;
}

/** The block is written with blank lines or comments between its rules, or has no rules yet. */
function hasParagraphs(lines: readonly string[], block: BlockOutline): boolean {
  const { ruleLines } = block;
  if (!ruleLines) return true;
  return lines
    .slice(block.header + 1, ruleLines.last)
    .some((line, i) => isBlank(line) || (line.startsWith('#') && block.header + 1 + i > ruleLines.first));
}

/**
 * Above the rule at `anchor`: above its whole paragraph where no rule of the same chain stands before it there, so
 * that what belongs together stays together; else above the comments right above it.
 */
function spotAbove(outline: Outline, block: BlockOutline, chain: ChainOutline, anchor: number): Spot {
  const { lines } = outline;
  const around = controlAround(outline, anchor);
  const from = around && around.first >= chain.start ? around.first : anchor;
  let line = from;
  while (line > chain.start && mayPass(lines, block, chain, line - 1)) line--;
  if (line > block.header + 1 && isBlank(lines[line - 1])) return { line, layout: 'before' };
  if (block.chainOfRule(line - 1) !== undefined) {
    line = from;
    while (line > chain.start && lines[line - 1]?.startsWith('#')) line--;
  }
  return { line, layout: 'bare' };
}

function mayPass(lines: readonly string[], block: BlockOutline, chain: ChainOutline, line: number): boolean {
  const owner = block.chainOfRule(line);
  if (owner !== undefined) return owner !== chain.name;
  return lines[line]?.startsWith('#') ?? false;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isBlankOrComment(line: string | undefined): boolean {
  return isBlank(line) || (line?.startsWith('#') ?? false);
}
