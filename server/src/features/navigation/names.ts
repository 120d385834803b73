// The names that one line speaks of: chains and sets, each with its place and what the line does to what it names.

import { knownTarget } from '../../ruleset/known.ts';
import { readRule } from '../../ruleset/read-rule.ts';
import type { OptionValue, Rule, RuleOption } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Piece } from '../../syntax/line.ts';
import { UNKNOWN } from '../../syntax/template.ts';
import { addonOf } from '../../vocabulary/addons.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';

/** `make`: a chain is there from this line on. `write`: the line changes it. `read`: it jumps there, or looks. */
export type Use = 'make' | 'write' | 'read';

/** A name where a line speaks of it. Columns are those of the word, with the quotes that it may have. */
export interface Named {
  readonly kind: 'chain' | 'set';
  readonly text: string;
  readonly use: Use;
  readonly start: number;
  readonly end: number;
  /** What stands within the columns before the name: of `"-jweb"`, which the loader takes for `-jweb`, the option. */
  readonly before: string;
}

/** A name, and the table that its chain is one of; sets are of no table. */
export interface Subject {
  readonly named: Named;
  readonly block: TableBlock | undefined;
}

/** The name that holds or touches a place; undefined where there is none. Reads that line alone. */
export function subjectAt(file: RulesFile, line: number, character: number): Subject | undefined {
  const block = file.blockAt(line);
  const named = namesIn(file, block, line).find(({ start, end }) => character >= start && character <= end);
  if (!named || (named.kind === 'chain' && !block)) return undefined;
  return { named, block: named.kind === 'chain' ? block : undefined };
}

/** The names that a line speaks of, in their order. A word with a template's placeholder is none. */
export function namesIn(file: RulesFile, block: TableBlock | undefined, line: number): readonly Named[] {
  const entry = file.entry(line);
  if (entry.kind === 'chain') return entry.name ? namesOfPiece(entry.name) : [];
  if (entry.kind !== 'command') return [];
  const rule = entry.skipped ? otherFamilyRule(file, line) : file.rule(line);
  return rule.options.flatMap((option) => namesOfOption({ file, block, line }, rule, option));
}

/** A line of the other family, which the loader of this one skips, as its own reads it. */
function otherFamilyRule({ lines, settings }: RulesFile, line: number): Rule {
  return readRule(lines.line(line), { ...settings, family: settings.family === 4 ? 6 : 4 });
}

function namesOfPiece({ text, start, end }: Piece): readonly Named[] {
  return text.includes(UNKNOWN) ? [] : [{ kind: 'chain', text, use: 'make', start, end, before: '' }];
}

/** Where a line stands. */
interface Line {
  readonly file: RulesFile;
  readonly block: TableBlock | undefined;
  readonly line: number;
}

function namesOfOption(place: Line, rule: Rule, option: RuleOption): readonly Named[] {
  const { found, letter = '', values } = option;
  const [first, second] = values;
  if (!first) return [];
  if (found.kind === 'extension') return namesASet(option) ? named(rule, 'set', first, useOfSet(option.name)) : [];
  if (found.option.role === 'command') {
    const chain = named(rule, 'chain', first, USES.get(letter) ?? 'write');
    return letter === 'E' && second ? [...chain, ...named(rule, 'chain', second, 'make')] : chain;
  }
  const leads = found.option.role === 'target' && leadsToChain(place, rule, letter, first.text);
  return leads ? named(rule, 'chain', first, 'read') : [];
}

/** Of commands that are not here the chain is changed. */
const USES: ReadonlyMap<string, Use> = new Map([
  ['N', 'make'],
  ['C', 'read'],
  ['L', 'read'],
  ['S', 'read'],
]);

/** Where the sides of a packet are told, the word before names the set in which they are looked up. */
function namesASet({ found }: RuleOption): boolean {
  return found.kind === 'extension' && found.option.values[1]?.kind === 'set-directions';
}

function useOfSet(option: string): Use {
  return option === '--add-set' || option === '--del-set' ? 'write' : 'read';
}

function leadsToChain({ file, block, line }: Line, { family }: Rule, letter: string, name: string): boolean {
  if (letter === 'g') return true;
  if (isVerdict(name)) return false;
  const taker = file.taken.takerOf(name) ?? line;
  if (taker >= line && knownTarget(name, family)) return false;
  if (block?.chains.get(name)?.declared) return true;
  return !file.settings.extensions.includes(name) && addonOf(name) === undefined;
}

function named(rule: Rule, kind: Named['kind'], value: OptionValue, use: Use): readonly Named[] {
  const { text, word, unknown, start, end } = value;
  if (unknown || text === '') return [];
  const { text: whole = '', quoted = false } = rule.words[word] ?? {};
  const before = quoted ? whole.slice(0, whole.length - text.length) : '';
  return [{ kind, text, use, start, end, before }];
}
