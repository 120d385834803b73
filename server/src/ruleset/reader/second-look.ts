// Looks again at a line with faults, for the one slip behind several of them: one cause gives one fault.

import type { Family } from '../../vocabulary/schema.ts';
import { type Fault, isGrave } from '../fault.ts';
import { closedQuote, jumpBefore, missingValues, oneOfEach, quotedTexts } from '../forgotten-words.ts';
import { ruleOf } from '../read-rule.ts';
import {
  type Change,
  closedLists,
  columnBefore,
  doubleQuotes,
  LOOKALIKE,
  longDashes,
  plainCharacters,
  type Repair,
  type Repairer,
  secondCommand,
  withChanges,
} from '../repairs.ts';
import type { Rule } from '../rule.ts';
import { RuleReader } from './rule-reader.ts';

/** In the order in which they are tried: quotes must be plain before they can be found, and a text's words come last. */
const REPAIRERS: readonly Repairer[] = [
  plainCharacters,
  doubleQuotes,
  closedQuote,
  closedLists,
  longDashes,
  missingValues,
  oneOfEach,
  jumpBefore,
  quotedTexts,
];

function graveCount(faults: readonly Fault[]): number {
  let count = 0;
  for (const fault of faults) if (isGrave(fault)) count++;
  return count;
}

/** Reads lines that were found to be wrong a second time. Has a reader of its own, so the first one's words stay. */
export class SecondLook {
  private readonly reader = new RuleReader();

  /** Names of targets that chains have taken. */
  set taken(names: ReadonlySet<string>) {
    this.reader.taken = names;
  }

  /**
   * The faults of a line, `faults` being those that it has word by word. A slip takes the place of the faults that
   * it alone causes; neighbouring stray words become one fault. Columns are those of `line`. Never throws.
   */
  faultsOf(
    line: string,
    from: number,
    family: Family,
    extensions: readonly string[],
    faults: readonly Fault[],
  ): readonly Fault[] {
    if (graveCount(faults) === 0 && faults.length === 1 && !LOOKALIKE.test(line)) return faults;
    const slips: Fault[] = [];
    let text = line;
    let rest = faults;
    let back = (column: number): number => column;
    this.reader.read(text, from, family, extensions);
    let rule = ruleOf(this.reader, text);
    for (const repairer of REPAIRERS) {
      const repair = repairer(rule, text);
      if (!repair) continue;
      const repaired = withChanges(text, repair.changes);
      const fewer = this.reader.read(repaired, from, family, extensions).faults;
      if (!isCause(repair, rest, fewer)) continue;
      const grave = graveCount(rest) === 0 ? lesserGravity(rest) : {};
      for (const { start, end, about } of repair.marks)
        slips.push({ code: repair.code, start: back(start), end: back(end), about, ...grave });
      back = behind(back, repair.changes);
      text = repaired;
      rest = fewer;
      rule = ruleOf(this.reader, text);
    }
    const both = this.bothCommands(rule, from, extensions, rest);
    const all = gravest(
      slips,
      merged(both, text).map((fault) => moved(fault, back)),
    );
    return all.sort((a, b) => a.start - b.start);
  }

  /** Two commands in a line: the faults of each for itself, where that explains more. */
  private bothCommands(
    rule: Rule,
    from: number,
    extensions: readonly string[],
    faults: readonly Fault[],
  ): readonly Fault[] {
    const { text, family } = rule;
    const twice = faults.find(({ code }) => code === 'command-twice');
    const place = twice && secondCommand(rule, text, twice.start);
    if (!twice || !place) return faults;
    const first = this.reader.read(text.substring(0, place.cut), from, family, extensions).faults;
    const second = this.reader.read(text, place.from, family, extensions).faults;
    const rest = this.bothCommands(ruleOf(this.reader, text), place.from, extensions, second);
    if (graveCount(first) + graveCount(rest) + 1 > graveCount(faults)) return faults;
    return [...first, twice, ...rest];
  }
}

/** A list whose blanks are not all that is wrong with it: the graver of the two is said. */
function gravest(slips: readonly Fault[], faults: readonly Fault[]): Fault[] {
  const overlap = (a: Fault, b: Fault) => a.start < b.end && b.start < a.end;
  const lists = slips.filter(({ code }) => code === 'blank-in-list');
  const wrong = lists.filter((list) => faults.some((fault) => isGrave(fault) && overlap(list, fault)));
  const isSaid = (fault: Fault) =>
    !isGrave(fault) && lists.some((list) => !wrong.includes(list) && overlap(list, fault));
  return [...slips.filter((slip) => !wrong.includes(slip)), ...faults.filter((fault) => !isSaid(fault))];
}

/** Of a slip without which no loader minds less: it is not meant, and those that refuse the line do so for the slip. */
function lesserGravity(faults: readonly Fault[]): Partial<Fault> {
  const refused = faults.find(({ severity }) => severity === undefined);
  if (!refused) return { severity: 'warning' };
  const { backend, since, until, also } = refused;
  return { ...(backend && { backend }), ...(since && { since }), ...(until && { until }), ...(also && { also }) };
}

function behind(back: (column: number) => number, changes: readonly Change[]): (column: number) => number {
  return (column) => back(columnBefore(column, changes));
}

function moved(fault: Fault, back: (column: number) => number): Fault {
  return { ...fault, start: back(fault.start), end: back(fault.end) };
}

/** True where the slip is behind a fault: with it undone there are fewer, or a typographic character is in a wrong word. */
function isCause({ code, changes }: Repair, before: readonly Fault[], after: readonly Fault[]): boolean {
  const hard = graveCount(before);
  if (graveCount(after) < hard) return true;
  // Two warnings are about the rest of the line that an open quote took.
  if (code === 'unterminated-quote') return hard === 0 && before.length > 1 && after.length === 0;
  if (code !== 'wrong-character' || graveCount(after) > hard || after.length > before.length) return false;
  const touches = (fault: Fault) => changes.some(({ start, end }) => fault.start < end && fault.end > start);
  return before.some((fault) => touches(fault) && (isGrave(fault) || after.length < before.length));
}

/** Stray words beside each other as one fault; a lone `\` at the end as what it was meant for. */
function merged(faults: readonly Fault[], text: string): readonly Fault[] {
  const found: Fault[] = [];
  const length = text.trimEnd().length;
  for (const fault of faults) {
    const { code, start, end } = fault;
    if (end === length && isGrave(fault) && text.substring(start, end) === '\\') {
      found.push({ code: 'line-continuation', start, end, about: [] });
      continue;
    }
    const last = found.at(-1);
    const isNext =
      code === 'stray-word' && last?.code === 'stray-word' && text.substring(last.end, start).trim() === '';
    if (last && isNext && fault.about[1] !== '--') {
      found[found.length - 1] = { ...last, end, about: [text.substring(last.start, end), last.about[1] ?? ''] };
    } else found.push(fault);
  }
  return found;
}
