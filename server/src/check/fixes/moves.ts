// Rules that stand where the kernel does not take them: to another chain, to another table.

import { allowedHooks, hooksOf, TABLE_ORDER } from '../../ruleset/places.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';
import { builtinChains, isTableName } from '../../vocabulary/tables.ts';
import { type Edit, type Fix, type Fixer, insertLines, removeLine } from '../fix.ts';
import { errorsOf } from './proof.ts';
import { type RuleLine, ruleLine } from './rule-line.ts';

/** For a rule in each chain, the chains in which its packets may be met too, the likeliest first. */
const NEAR: Readonly<Record<Hook, readonly Hook[]>> = {
  PREROUTING: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  INPUT: ['INPUT', 'PREROUTING', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  FORWARD: ['FORWARD', 'PREROUTING', 'POSTROUTING', 'INPUT', 'OUTPUT'],
  OUTPUT: ['OUTPUT', 'POSTROUTING', 'INPUT', 'FORWARD', 'PREROUTING'],
  POSTROUTING: ['POSTROUTING', 'OUTPUT', 'FORWARD', 'PREROUTING', 'INPUT'],
};
/** Tables in the order in which a rule is most likely meant for them. */
const LIKELY: readonly TableName[] = ['filter', 'nat', 'mangle', 'raw', 'security'];

/** The lines that a table ends with when a rule is put at its end; a table of its own where the file has none. */
function appendTo(file: RulesFile, table: TableName, rule: string): Edit {
  const block = file.blocks.findLast((one) => one.table === table);
  if (block) return insertLines(file, block.commitLine >= 0 ? block.commitLine : block.lastLine + 1, [rule]);
  const chains = builtinChains(table).map((chain) => `:${chain} ACCEPT [0:0]`);
  const last = file.lineCount - 1;
  const before = file.lines.line(last) === '' ? last : file.lineCount;
  return insertLines(file, before, [`*${table}`, ...chains, rule, 'COMMIT']);
}

/** Moves the rule of a line, written as `rule`, to the end of a table, if it has no error there. */
export function moveToTable(file: RulesFile, line: number, wanted: string, rule: string, safe = false): Fix[] {
  if (!isTableName(wanted)) return [];
  const bare = rule.replace(/^\s*\[[^\]]*\]\s*/, '');
  if (errorsOf(file, wanted, [bare]).length > 0) return [];
  const edits = [removeLine(line), appendTo(file, wanted, bare)];
  return [{ title: `Move the rule to the table ${wanted}`, edits, preferred: true, safe }];
}

/** The chain's word changed to another chain. */
function inChain(rule: RuleLine, chain: string): Edit {
  const { reader } = rule;
  const { start, end } = reader.words.columns(reader.chainWord);
  const joined = reader.chainWord === reader.commandWord ? 2 : 0;
  return rule.replace({ start: start + joined, end }, chain);
}

/** A rule in the wrong table: to the end of one that takes it, in the chain where its packets come by. */
export const moveToRightTable: Fixer = (file, { line }) => {
  const entry = file.entry(line);
  const from = hookOf(entry.kind === 'command' ? entry.chain : undefined);
  if (!isRule(entry) || entry.letter !== 'A' || !from) return [];
  const rule = ruleLine(file, line);
  for (const table of LIKELY) {
    const hooks = allowedHooks(entry.allowedLegacy & entry.allowedNft, table);
    if (hooks === undefined) continue;
    const chains = NEAR[from].filter((hook) => hooksOf(hooks).includes(hook) && hasChain(table, hook));
    for (const chain of chains) {
      const [fix] = moveToTable(file, line, table, rule.edited([inChain(rule, chain)]));
      if (!fix) continue;
      const title = chain === from ? fix.title : `Move the rule to ${chain} in the table ${table}`;
      return [{ ...fix, title }];
    }
  }
  return [];
};

/** A rule in the wrong chain of the right table: to one that takes it. */
export const moveToRightChain: Fixer = (file, { line }) => {
  const entry = file.entry(line);
  const table = file.blockAt(line)?.table;
  const from = hookOf(entry.kind === 'command' ? entry.chain : undefined);
  if (!table || !isRule(entry) || entry.letter !== 'A' || !from) return [];
  const rule = ruleLine(file, line);
  const allowed = hooksOf(allowedHooks(entry.allowedLegacy & entry.allowedNft, table) ?? 0);
  // A port of a bridge that a packet leaves by is known where it is forwarded.
  const near = rule.text.includes('--physdev-') ? NEAR.FORWARD : NEAR[from];
  const edits = near
    .filter((hook) => hook !== from && allowed.includes(hook) && hasChain(table, hook))
    .map((hook) => ({ hook, edit: inChain(rule, hook) }));
  const texts = edits.map(({ hook, edit }) => ({ hook, edit, text: rule.edited([edit]) }));
  return texts
    .filter(({ text }) => errorsOf(file, table, [text]).length === 0)
    .slice(0, 2)
    .map(({ hook, edit }, i): Fix => ({ title: `Move the rule to ${hook}`, edits: [edit], preferred: i === 0 }));
};

/** A chain that is built in, in another table: `-A POSTROUTING` in filter. */
export const moveToTableOfChain: Fixer = (file, { line }) => {
  const entry = file.entry(line);
  const here = file.blockAt(line)?.table;
  if (!isRule(entry) || entry.letter !== 'A' || entry.chain === undefined) return [];
  const { text } = ruleLine(file, line);
  for (const table of ['nat', 'mangle', 'raw', 'filter'] as const) {
    if (table === here || !hasChain(table, entry.chain)) continue;
    const fixes = moveToTable(file, line, table, text);
    if (fixes.length > 0) return fixes;
  }
  return [];
};

/** True for a name that is built in in some table, so that a chain of one's own should not bear it. */
export function isBuiltinSomewhere(name: string): boolean {
  return TABLE_ORDER.some((table) => hasChain(table, name));
}

function hasChain(table: TableName, name: string): boolean {
  return builtinChains(table).some((hook) => hook === name);
}

function hookOf(name: string | undefined): Hook | undefined {
  return NEAR.PREROUTING.find((hook) => hook === name);
}

/** A rule with DROP in nat: to the chain of the same name in mangle, where every packet of the connection comes by. */
export const dropInMangle: Fixer = (file, { line }) => {
  const entry = file.entry(line);
  if (entry.kind !== 'command') return [];
  const rule = ruleLine(file, line);
  if (entry.letter === 'P') {
    const edits = [rule.replace(rule.reader.words.columns(rule.reader.objectWord), 'ACCEPT')];
    return [{ title: 'Change to ACCEPT', edits, preferred: true }];
  }
  return entry.letter === 'A' && hookOf(entry.chain) ? moveToTable(file, line, 'mangle', rule.text) : [];
};

/** -o in INPUT, -i in OUTPUT: the other one. */
export const swapInterface: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const written = rule.word(word);
  const swapped = SWAPPED.find(([name]) => written === name || (name.length === 2 && written.startsWith(name)));
  if (!swapped) return [];
  const from = rule.reader.words.start[word] ?? start;
  const edits = [rule.replace({ start: from, end: from + swapped[0].length }, swapped[1])];
  return [{ title: `Change to ${swapped[1]}`, edits, preferred: true }];
};

const SWAPPED = [
  ['-i', '-o'],
  ['-o', '-i'],
  ['--in-interface', '--out-interface'],
  ['--out-interface', '--in-interface'],
] as const;
