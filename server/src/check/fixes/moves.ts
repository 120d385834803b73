// Rules that stand where the kernel does not take them: to another chain, to another table.

import type { Command } from '../../ruleset/command.ts';
import { allowedHooks, hooksOf, TABLE_ORDER } from '../../ruleset/places.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';
import { builtinChains, isTableName } from '../../vocabulary/tables.ts';
import { type Edit, type ErrorsOf, type Fix, insertLines, removeLine, type TryingFixer } from '../fix.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';

/** For a rule in each chain, the chains in which its packets may be met too, the likeliest first. */
const NEAR: Readonly<Record<Hook, readonly Hook[]>> = {
  PREROUTING: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  INPUT: ['INPUT', 'PREROUTING', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  FORWARD: ['FORWARD', 'PREROUTING', 'POSTROUTING', 'INPUT', 'OUTPUT'],
  OUTPUT: ['OUTPUT', 'POSTROUTING', 'INPUT', 'FORWARD', 'PREROUTING'],
  POSTROUTING: ['POSTROUTING', 'OUTPUT', 'FORWARD', 'PREROUTING', 'INPUT'],
};
/** Where a target belongs that has one place above all. */
const HOME: Readonly<Record<string, Hook>> = {
  DNAT: 'PREROUTING',
  MASQUERADE: 'POSTROUTING',
  REDIRECT: 'PREROUTING',
  SNAT: 'POSTROUTING',
  TPROXY: 'PREROUTING',
};

/** The chains for a rule of a chain: that one, where its target belongs, and those with the same packets. */
function nearTo(from: Hook, { reading }: RuleLine): readonly Hook[] {
  const home = HOME[reading.object ?? ''];
  return home === undefined ? NEAR[from] : [...new Set([from, home, ...NEAR[from]])];
}

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
export function moveToTable(errorsOf: ErrorsOf, file: RulesFile, line: number, wanted: string, rule: string): Fix[] {
  if (!isTableName(wanted)) return [];
  const bare = rule.replace(/^\s*\[[^\]]*\]\s*/, '');
  if (addsErrors(errorsOf, file, line, wanted, bare)) return [];
  const edits = [removeLine(line), appendTo(file, wanted, bare)];
  return [{ title: `Move the rule to the table ${wanted}`, edits, preferred: true }];
}

/** What is wrong with a rule because of where it stands; anything else it may keep, for a fix of its own. */
const OF_THE_PLACE =
  /^(?:drop-in-nat|input-interface-in-output|output-interface-in-input|outside-option|unknown-chain|wrong-chain|wrong-table)$/;

/** True where a rule of a line, written as `text` in some table, has errors that the line does not have. */
function addsErrors(errorsOf: ErrorsOf, file: RulesFile, line: number, table: TableName, text: string): boolean {
  const here = file.blockAt(line)?.table;
  const had = here ? errorsOf(file, here, [file.lines.line(line)]) : [];
  const kept = new Set(had.filter(({ code }) => !OF_THE_PLACE.test(code)).map(({ message }) => message));
  return errorsOf(file, table, [text]).some(({ message }) => !kept.has(message));
}

/** True for a rule that may be moved: -A, and -I that puts it first. */
function isMovable(entry: ReturnType<RulesFile['entry']>): entry is Command {
  return isRule(entry) && (entry.letter === 'A' || (entry.letter === 'I' && entry.number <= 1));
}

/** The chain's word changed to another chain. */
function inChain(rule: RuleLine, chain: string): Edit {
  const { reading } = rule;
  const { start, end } = reading.columns(reading.chainWord);
  const joined = reading.chainWord === reading.commandWord ? 2 : 0;
  return rule.replace({ start: start + joined, end }, chain);
}

/** A rule in the wrong table: to the end of one that takes it, in the chain where its packets come by. */
export const moveToRightTable: TryingFixer = (file, { line }, errorsOf) => {
  const entry = file.entry(line);
  const from = hookOf(entry.kind === 'command' ? entry.chain : undefined);
  if (!isMovable(entry) || !from) return [];
  const rule = ruleLine(file, line);
  for (const table of LIKELY) {
    const hooks = allowedHooks(entry.allowedLegacy & entry.allowedNft, table);
    if (hooks === undefined) continue;
    const chains = nearTo(from, rule).filter((hook) => hooksOf(hooks).includes(hook) && hasChain(table, hook));
    for (const chain of chains) {
      const [fix] = moveToTable(errorsOf, file, line, table, rule.edited([inChain(rule, chain)]));
      if (!fix) continue;
      const title = chain === from ? fix.title : `Move the rule to ${chain} in the table ${table}`;
      return [{ ...fix, title }];
    }
  }
  return [];
};

/** A rule in the wrong chain of the right table: to one that takes it. */
export const moveToRightChain: TryingFixer = (file, { line }, errorsOf) => {
  const entry = file.entry(line);
  const table = file.blockAt(line)?.table;
  const from = hookOf(entry.kind === 'command' ? entry.chain : undefined);
  if (!table || !isMovable(entry) || !from) return [];
  const rule = ruleLine(file, line);
  const allowed = hooksOf(allowedHooks(entry.allowedLegacy & entry.allowedNft, table) ?? 0);
  // A port of a bridge that a packet leaves by is known where it is forwarded.
  const near = rule.text.includes('--physdev-') ? NEAR.FORWARD : nearTo(from, rule);
  const hooks = near.filter((hook) => hook !== from && allowed.includes(hook) && hasChain(table, hook));
  const plain = hooks.map((hook): Fix => ({ title: `Move the rule to ${hook}`, edits: [inChain(rule, hook)] }));
  // What comes in by an interface goes out by it where the rule is for the way out.
  const swap = ['i', 'o'].flatMap((letter) => swapEdit(rule, rule.generic(letter)) ?? []);
  const swapped = hooks.map(
    (hook): Fix => ({ title: `Move the rule to ${hook} and swap -i and -o`, edits: [inChain(rule, hook), ...swap] }),
  );
  const good = (fixes: readonly Fix[]) =>
    fixes.filter(({ edits }) => !addsErrors(errorsOf, file, line, table, rule.edited(edits))).slice(0, 2);
  const found = good(plain);
  return (found.length > 0 ? found : good(swapped)).map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** Targets that many tables take and that are nearly always meant for mangle. */
const OF_MANGLE: ReadonlySet<string> = new Set(['CLASSIFY', 'CONNMARK', 'DSCP', 'MARK']);

/** A chain that is built in, in another table: `-A POSTROUTING` in filter. */
export const moveToTableOfChain: TryingFixer = (file, { line }, errorsOf) => {
  const entry = file.entry(line);
  const here = file.blockAt(line)?.table;
  if (!isMovable(entry) || entry.chain === undefined) return [];
  const { text } = ruleLine(file, line);
  const tables = OF_MANGLE.has(entry.object ?? '') ? (['mangle', ...LIKELY] as const) : LIKELY;
  for (const table of tables) {
    if (table === here || !hasChain(table, entry.chain)) continue;
    const fixes = moveToTable(errorsOf, file, line, table, text);
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
export const dropInMangle: TryingFixer = (file, { line }, errorsOf) => {
  const entry = file.entry(line);
  if (entry.kind !== 'command') return [];
  const rule = ruleLine(file, line);
  if (entry.letter === 'P') {
    const edits = [rule.replace(rule.reading.columns(rule.reading.objectWord), 'ACCEPT')];
    return [{ title: 'Change to ACCEPT', edits, preferred: true }];
  }
  return isMovable(entry) && hookOf(entry.chain) ? moveToTable(errorsOf, file, line, 'mangle', rule.text) : [];
};

/** -o in INPUT, -i in OUTPUT: the other one, or the rule in a chain that knows both. */
export const swapInterface: TryingFixer = (file, finding, errorsOf) => {
  const { line, start } = finding;
  const rule = ruleLine(file, line);
  const edit = swapEdit(rule, rule.option(rule.wordAt(start)));
  const swap: Fix[] = edit ? [{ title: `Change to ${edit.text.trimEnd()}`, edits: [edit] }] : [];
  const moves = moveToRightChain(file, finding, errorsOf);
  const entry = file.entry(line);
  const table = file.blockAt(line)?.table;
  const hook = hookOf(entry.kind === 'command' ? entry.chain : undefined);
  if (entry.kind !== 'command' || !table || !hook) return swap;
  const allowed = hooksOf(allowedHooks(entry.allowedLegacy & entry.allowedNft, table) ?? 0);
  // Where the rest of the rule has no place in this chain either, it is the chain that is wrong.
  const fixes = allowed.includes(hook) ? [...swap, ...moves] : [...moves, ...swap];
  const option = rule.option(rule.wordAt(start));
  const remove: Fix = { title: `Remove ${rule.raw(option)}`, edits: [rule.without(option)] };
  // With both interfaces neither change helps where the target belongs here.
  const isPaired = rule.reading.has('i') && rule.reading.has('o');
  return [...fixes.map((fix) => ({ ...fix, preferred: true })), ...(isPaired ? [remove] : [])];
};

/** The name of an interface's option changed to the other one, short for short and long for long. */
function swapEdit(rule: RuleLine, option: Stretch | undefined): Edit | undefined {
  if (!option) return undefined;
  const word = rule.word(option.first) === '!' ? option.first + 1 : option.first;
  const found = rule.reading.words[word]?.found;
  const letter = found?.kind === 'generic' ? found.option.letter : undefined;
  const start = rule.reading.words[word]?.start;
  if ((letter !== 'i' && letter !== 'o') || start === undefined) return undefined;
  const written = rule.word(word).startsWith('--') ? (rule.word(word).split('=')[0] ?? '') : `-${letter}`;
  const [short, long] = letter === 'i' ? ['-o', '--out-interface'] : ['-i', '--in-interface'];
  // A value that is joined to the letter gets its blank: 1.8.9 takes the whole word for the name.
  const isJoined = written.length === 2 && rule.word(word).length > 2;
  const put = written.startsWith('--') ? long : isJoined ? `${short} ` : short;
  return rule.replace({ start, end: start + written.length }, put);
}
