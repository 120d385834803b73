// The form that each line of a file is to have, line by line, before options are put into columns.

import type { Rule } from '../ruleset/rule.ts';
import { RulePlans } from '../ruleset/rule-plans.ts';
import type { Entry, RulesFile } from '../ruleset/rules-file.ts';
import { type ChainLine, countersEnd, type TableLine } from '../syntax/line.ts';
import { Eol } from '../syntax/lines.ts';
import { maskPlaceholders } from '../syntax/template.ts';
import { splitWords, Words } from '../syntax/words.ts';
import { COLUMNS } from './columns.ts';
import type { FormatOptions } from './options.ts';
import { planOf, printed, type RulePlan } from './plan.ts';

/** A line in its form. */
export interface LineForm {
  readonly text: string;
  /** What stands in each column, see columns.ts; undefined where the line is not to be put into columns. */
  readonly cells: readonly string[] | undefined;
}

/** Loaders take 251 words of a line and 1023 bytes of a word. What comes near to it keeps its words. */
const MOST_WORDS = 100;
const LONGEST = 1000;

const BLANK = 32;
const TAB = 9;
/** Blanks that may go: at the line's ends, and runs of them. */
const LOOSE_BLANKS = /^[ \t]|[ \t]$|\t| {2}/;

/** What `endOf` says of a line that loaders end elsewhere, or read in part. */
const UNSURE = -1;

/** The lines of one file. Nothing is kept of a line but what serves rules like it. */
export class LineForms {
  private readonly file: RulesFile;
  private readonly isCanonical: boolean;
  private readonly wantsCells: boolean;
  private readonly plans: RulePlans<RulePlan>;
  private readonly words = new Words();

  constructor(file: RulesFile, { style, align }: FormatOptions) {
    this.file = file;
    this.isCanonical = style === 'canonical';
    this.wantsCells = align;
    this.plans = new RulePlans(file.settings, planOf);
  }

  /** The form of a line; `inTable` says whether a table has it. A line that a loader refuses stays as it is. */
  of(index: number, inTable: boolean): LineForm {
    const text = this.file.lines.line(index);
    const entry = this.file.entry(index);
    const end = this.endOf(index, text);
    if (end === UNSURE) return asIs(text);
    if (entry.kind === 'comment') return asIs(text.startsWith('#') ? trimEnd(text) : text);
    if (end === Eol.crlf) return asIs(text);
    if (entry.kind === 'table') return asIs(tableForm(text, entry));
    if (!inTable) return asIs(text);
    if (entry.kind === 'chain') return asIs(this.chainForm(text, entry));
    return entry.kind === 'command' ? this.commandForm(index, text, entry) : asIs(text);
  }

  /** How a line ends, where every loader ends it there, too, and reads all of it. */
  private endOf(index: number, text: string): number {
    const { lines } = this.file;
    const end = lines.eol(index);
    if (end === Eol.cr || (index > 0 && lines.eol(index - 1) === Eol.cr)) return UNSURE;
    return lines.mayHaveNuls && text.includes('\0') ? UNSURE : end;
  }

  private chainForm(text: string, { name, policy, counters, rest }: ChainLine): string {
    if (!name || !policy || this.hasPlaceholder(text)) return text;
    const whole = counters ?? (this.isCanonical && !rest ? { text: '[0:0]' } : undefined);
    const form = [`:${name.text}`, policy.text, whole?.text, rest && trimEnd(rest.text)];
    return form.filter((part) => part !== undefined && part !== '').join(' ');
  }

  private hasPlaceholder(text: string): boolean {
    return this.file.settings.template && maskPlaceholders(text) !== text;
  }

  private commandForm(index: number, text: string, entry: Entry & { readonly kind: 'command' }): LineForm {
    const { faults } = entry;
    if (faults.some(({ severity }) => severity !== 'warning')) return asIs(text);
    const isPlain = faults.length === 0 && !entry.skipped && !entry.ends && !this.hasPlaceholder(text);
    if (!isPlain) return asIs(LOOSE_BLANKS.test(text) ? ruleForm(this.file.rule(index)) : text);
    if (!this.isCanonical && !this.wantsCells) return asIs(LOOSE_BLANKS.test(text) ? this.tidyForm(text) : text);
    return this.plannedForm(index, text);
  }

  /** The words as they are written, a blank between them; stretches that have it already are taken as they are. */
  private tidyForm(text: string): string {
    const from = countersEnd(text);
    const { start, end, count } = splitWords(text, from, this.words);
    let form = from === 0 ? '' : `${text.substring(0, from)} `;
    let first = start[0] ?? text.length;
    for (let i = 1; i < count; i++) {
      const begin = start[i] ?? 0;
      const before = end[i - 1] ?? 0;
      if (begin === before + 1 && text.charCodeAt(before) === BLANK) continue;
      form += `${text.substring(first, before)} `;
      first = begin;
    }
    return form + text.substring(first, end[count - 1] ?? first);
  }

  private plannedForm(index: number, text: string): LineForm {
    const from = countersEnd(text);
    const words = splitWords(text, from, this.words);
    const isTaken = this.file.taken.any;
    const plan = (isTaken ? undefined : this.plans.find(words)) ?? this.plans.learn(this.file.rule(index));
    const cells = this.isCanonical && plan.print ? printed(plan.print, words.text) : undefined;
    const counters = text.substring(0, from);
    const printedForm = cells && words.count <= MOST_WORDS ? join(counters, cells) : undefined;
    if (cells && printedForm !== undefined && printedForm.length <= LONGEST)
      return { text: printedForm, cells: this.wantsCells ? withCounters(counters, cells) : undefined };
    const form = this.tidyForm(text);
    if (!this.wantsCells) return asIs(form);
    const tidy = tidyCells(text, words, plan.columns);
    return { text: form, cells: tidy && withCounters(counters, tidy) };
  }
}

function asIs(text: string): LineForm {
  return { text, cells: undefined };
}

function tableForm(text: string, { name, rest }: TableLine): string {
  // A byte order mark in front is refused.
  if (!name || !text.startsWith('*')) return text;
  return rest ? `*${name.text} ${trimEnd(rest.text)}` : `*${name.text}`;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === BLANK || text.charCodeAt(end - 1) === TAB)) end--;
  return end === text.length ? text : text.substring(0, end);
}

function join(counters: string, cells: readonly string[]): string {
  let form = counters;
  for (const cell of cells) if (cell !== '') form += form === '' ? cell : ` ${cell}`;
  return form;
}

function withCounters(counters: string, cells: readonly string[]): readonly string[] {
  return counters === '' ? cells : [`${counters} ${cells[0] ?? ''}`, ...cells.slice(1)];
}

/** The words of a rule, which may hold a template's placeholders, a blank between them. */
function ruleForm({ text, words, counters }: Rule): string {
  const parts = words.map(({ start, end }) => text.substring(start, end));
  return [...(counters ? [counters.text] : []), ...parts].join(' ');
}

/** The words by column; undefined where they do not stand in the order of the columns. */
function tidyCells(text: string, words: Words, columns: readonly number[]): readonly string[] | undefined {
  const cells: string[] = COLUMNS.map(() => '');
  let last = 0;
  for (let i = 0; i < words.count; i++) {
    const column = columns[i] ?? -1;
    if (column < last) return undefined;
    const word = text.substring(words.start[i] ?? 0, words.end[i] ?? 0);
    cells[column] = column === last && cells[column] !== '' ? `${cells[column]} ${word}` : word;
    last = column;
  }
  return cells;
}
