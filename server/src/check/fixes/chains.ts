// Chains that are missing, misnamed or made too late, and policies.

import { Trait } from '../../ruleset/command.ts';
import { knownTarget } from '../../ruleset/known.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../ruleset/table-block.ts';
import { byteLength } from '../../syntax/bytes.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import type { Finding } from '../finding.ts';
import { type Edit, type Fix, type Fixer, insertLines, removeLine, replaceColumns, type TryingFixer } from '../fix.ts';
import { isBuiltinSomewhere, moveToRightChain, moveToTableOfChain } from './moves.ts';
import { ruleLine } from './rule-line.ts';
import { joinLines, removeTheLine } from './slips.ts';
import { useSuggestion } from './values.ts';

const MAX_BYTES = 28;

/** What asks something of a chain that is not there and changes no rule is best left out. */
const ASKING = 'DCFLPSXZER';

/** Makes the chain that a rule speaks of, changes the name to one that is near, moves the rule to the chain's table. */
export const findChain: TryingFixer = (file, finding, errorsOf) => {
  const entry = file.entry(finding.line);
  const letter = entry.kind === 'command' ? entry.letter : undefined;
  const isObject = finding.code === 'unknown-target';
  if (textOf(file, finding) === '\\') return joinLines(file, finding);
  const fixes: Fix[] = [...nameFixes(file, finding)];
  if (!isObject && fixes.length === 0) fixes.push(...moveToTableOfChain(file, finding, errorsOf));
  if (!isObject && fixes.length === 0) fixes.push(...moveToRightChain(file, finding, errorsOf));
  if (!isObject && letter !== undefined && ASKING.includes(letter))
    fixes.push(...removeTheLine(file, finding).map((fix) => ({ ...fix, preferred: fixes.length === 0 })));
  // Options of a target behind the name of a chain would be refused.
  const isJump = isObject && entry.kind === 'command' && entry.faults.length === 0;
  if (isJump || (!isObject && (letter === 'A' || letter === 'I')))
    fixes.push(...createChain(file, finding, fixes.length === 0));
  return fixes;
};

/** The suggestions; one that differs in the case of letters alone is surely meant. */
function nameFixes(file: RulesFile, finding: Finding<string>): Fix[] {
  const name = textOf(file, finding);
  const [best] = finding.suggestions ?? [];
  const isCase = best !== undefined && best !== name && best.toUpperCase() === name.toUpperCase();
  return useSuggestion(file, finding).map((fix, i) => (i === 0 && isCase ? { ...fix, safe: true } : fix));
}

function textOf(file: RulesFile, { line, start, end }: Finding<string>): string {
  return file.lines.line(line).substring(start, end);
}

function createChain(file: RulesFile, finding: Finding<string>, preferred: boolean): Fix[] {
  const block = file.blockAt(finding.line);
  const name = textOf(file, finding);
  if (!block || !/^\w[\w.:+-]*$/.test(name) || byteLength(name) > MAX_BYTES) return [];
  if (isVerdict(name) || isBuiltinSomewhere(name)) return [];
  const edits = [insertLines(file, lineForChain(block, finding.line), [`:${name} - [0:0]`])];
  return [{ title: `Create the chain ${name}`, edits, preferred }];
}

/** A built-in chain that nft does not know yet at this point: its line. */
export const writeChainLine: Fixer = (file, finding) => {
  const block = file.blockAt(finding.line);
  const name = textOf(file, finding);
  if (!block || !isBuiltin(block.table, name)) return [];
  const text = `:${name} ACCEPT [0:0]`;
  const edits = [insertLines(file, lineForChain(block, finding.line), [text])];
  return [{ title: `Add the line ${text}`, edits, preferred: true }];
};

/** A chain that nothing reaches: its line goes where no rule is in it. */
export const dropUnusedChain: Fixer = (file, finding) => {
  const rules = file.blockAt(finding.line)?.chains.get(textOf(file, finding))?.ruleLines ?? 0;
  return rules === 0 ? removeTheLine(file, finding) : [];
};

/** Where a chain line goes that line `before` needs: behind the others, or at the top where those stand too low. */
function lineForChain(block: TableBlock, before: number): number {
  const last = Math.max(block.lastChainLine, block.firstLine);
  return (last < before ? last : block.firstLine) + 1;
}

/** Moves the line that makes a chain above the rules that speak of it. */
export const declareEarlier: Fixer = (file, finding) => {
  const block = file.blockAt(finding.line);
  const name = textOf(file, finding);
  if (!block) return [];
  let maker = -1;
  for (let line = finding.line + 1; line <= block.lastLine && maker < 0; line++)
    if (makes(file, line, name)) maker = line;
  if (maker < 0) return [];
  let at = block.firstLine + 1;
  for (let line = at; line < finding.line && file.entry(line).kind !== 'command'; line++)
    if (file.entry(line).kind === 'chain') at = line + 1;
  const edits = [insertLines(file, at, [file.lines.line(maker)]), removeLine(maker)];
  return [{ title: `Move the line that creates ${name} up`, edits, preferred: true, safe: true }];
};

function makes(file: RulesFile, line: number, name: string): boolean {
  const entry = file.entry(line);
  if (entry.kind === 'chain') return entry.name?.text === name;
  return entry.kind === 'command' && entry.letter === 'N' && entry.chain === name;
}

/** A policy that is none: upper case, `-`, or for REJECT a policy of DROP and a last rule that rejects. */
export const mendPolicy: Fixer = (file, finding) => {
  const { line, start, end } = finding;
  const text = textOf(file, finding);
  const block = file.blockAt(line);
  const entry = file.entry(line);
  const chain = entry.kind === 'chain' ? entry.name?.text : entry.kind === 'command' ? entry.chain : undefined;
  const isReject = text.toUpperCase() === 'REJECT' && block?.table === 'filter';
  if (!isReject || chain === undefined || endsForAll(file, block, chain)) {
    const isCase = finding.suggestions?.[0] === text.toUpperCase();
    return useSuggestion(file, finding).map((fix, i) => (i === 0 && isCase ? { ...fix, safe: true } : fix));
  }
  const below = block.commitLine >= 0 ? block.commitLine : block.lastLine + 1;
  const edits = [replaceColumns(line, start, end, 'DROP'), insertLines(file, below, [`-A ${chain} -j REJECT`])];
  const title = `Set the policy to DROP and end ${chain} with a REJECT rule`;
  return [
    { title, edits, preferred: true },
    ...useSuggestion(file, finding).map((fix) => ({ ...fix, preferred: false })),
  ];
};

/** True where the last rule of a chain takes every packet that gets there, so that the policy is never asked. */
function endsForAll(file: RulesFile, block: TableBlock, chain: string): boolean {
  for (let line = block.lastLine; line > block.firstLine; line--) {
    const entry = file.entry(line);
    if (!isRule(entry) || entry.letter !== 'A' || entry.chain !== chain) continue;
    return (entry.traits & Trait.unconditional) !== 0 && (entry.traits & (Trait.accept | Trait.refuse)) !== 0;
  }
  return false;
}

/** A policy of a chain that is not built in: `-` in its place, and -P goes; `:forward DROP` is meant for FORWARD. */
export const dropPolicy: Fixer = (file, finding) => {
  const entry = file.entry(finding.line);
  if (entry.kind !== 'chain') return removeTheLine(file, finding);
  const block = file.blockAt(finding.line);
  const name = entry.name?.text ?? '';
  const chain = block?.chains.get(name);
  if (isBuiltinSomewhere(name) && chain?.ruleLines === 0 && (block?.jumpsTo(chain.name).length ?? 0) === 0)
    return removeTheLine(file, finding);
  const builtin = isBuiltin(block?.table, name.toUpperCase()) ? name.toUpperCase() : undefined;
  if (!entry.name || !builtin || block?.chains.get(builtin)?.declarations.length || block?.chains.get(name)?.ruleLines)
    return useSuggestion(file, finding).map((fix) => ({ ...fix, safe: true }));
  const edits = [replaceColumns(finding.line, entry.name.start, entry.name.end, builtin)];
  const others = useSuggestion(file, finding).map((fix) => ({ ...fix, preferred: false }));
  return [{ title: `Change the chain to ${builtin}`, edits, preferred: true }, ...others];
};

/** A name that no chain may have: another one, in every line of the table that speaks of the chain. */
export const renameChain: Fixer = (file, finding) => {
  const block = file.blockAt(finding.line);
  const name = textOf(file, finding);
  if (/^[\v\f\r]$/.test(name)) {
    const edits = [replaceColumns(finding.line, finding.start, finding.end, '')];
    return [{ title: 'Remove the character from the name', edits, preferred: true }];
  }
  if (!block || /[\s"]/.test(name)) return [];
  const to = freeName(block, name);
  const edits: Edit[] = [];
  for (let line = block.firstLine + 1; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'chain' && entry.name?.text === name)
      edits.push(replaceColumns(line, entry.name.start, entry.name.end, to));
    else if (entry.kind === 'command' && (entry.chain === name || entry.object === name))
      edits.push(...mentions(file.rule(line), line, name, to));
  }
  return [{ title: `Rename the chain to ${to}`, edits, preferred: true }];
};

function mentions(reading: Rule, line: number, name: string, to: string): Edit[] {
  const edits: Edit[] = [];
  for (let word = 0; word < reading.words.length; word++) {
    const role = reading.words[word]?.role;
    if (reading.words[word]?.text !== name) continue;
    if (role !== Role.chain && role !== Role.target && role !== Role.operand) continue;
    if (role === Role.target && isVerdict(name)) continue;
    edits.push(replaceColumns(line, reading.words[word]?.start ?? 0, reading.words[word]?.end ?? 0, to));
  }
  return edits;
}

/** A name near the wrong one that may be a chain's and is not taken. */
function freeName(block: TableBlock, name: string): string {
  const isTarget = isVerdict(name) || knownTarget(name, 4) !== undefined || knownTarget(name, 6) !== undefined;
  const base = isTarget ? `MY_${name}` : name.replace(/^[-!]+/, '') || 'CHAIN';
  const isTaken = (candidate: string) => block.chains.has(candidate) || isVerdict(candidate);
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : `_${n}`;
    let cut = base;
    while (byteLength(cut + tail) > MAX_BYTES) cut = cut.slice(0, -1);
    if (!isTaken(cut + tail)) return cut + tail;
  }
}

/** A chain with the name of a verdict or target: left out where no rule is in it, else another name; `:LOG -` loads. */
export const avoidClash: Fixer = (file, finding) => {
  const block = file.blockAt(finding.line);
  const name = textOf(file, finding);
  const entry = file.entry(finding.line);
  const rules = block?.chains.get(name)?.ruleLines ?? 0;
  if (!isVerdict(name) && rules === 0 && entry.kind === 'command' && entry.letter === 'N') {
    const { text } = ruleLine(file, finding.line);
    const edits = [replaceColumns(finding.line, 0, text.length, `:${name} - [0:0]`)];
    return [{ title: `Write :${name} - [0:0]`, edits, preferred: true, safe: true }];
  }
  return rules === 0 ? removeTheLine(file, finding) : renameChain(file, finding);
};

/** -X of a chain that has rules: empties it first. */
export const emptyFirst: Fixer = (file, { line }) => {
  const { reading } = ruleLine(file, line);
  const name = reading.chain;
  if (name === undefined) return [];
  return [{ title: `Empty ${name} first`, edits: [insertLines(file, line, [`-F ${name}`])], preferred: true }];
};
