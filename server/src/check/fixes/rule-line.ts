// A rule line taken apart for fixes: which words belong together, and edits that put in, take out and swap them.

import { Role, type Rule, type Use } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { type Edit, insertLines, replaceColumns } from '../fix.ts';

/** Words in a row, and the columns from the first's beginning to the last's end. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** One line and how it is read. */
export class RuleLine {
  readonly line: number;
  readonly text: string;
  readonly reading: Rule;

  constructor(line: number, text: string, reading: Rule) {
    this.line = line;
    this.text = text;
    this.reading = reading;
  }

  /** Word `index` as the loader takes it, quotes resolved; empty past the last. */
  word(index: number): string {
    return this.reading.words[index]?.text ?? '';
  }

  /** The word that holds or touches a column, -1 without; of two that meet there, the one that begins. */
  wordAt(column: number): number {
    const { words } = this.reading;
    const word = this.reading.at(column);
    return words[word + 1]?.start === column ? word + 1 : word;
  }

  /** An option with the ! before it and the words behind it that are its own. */
  option(word: number): Stretch {
    const { words } = this.reading;
    let first = word;
    let last = word;
    while (words[first - 1]?.role === Role.negation) first--;
    while (last + 1 < words.length && this.belongs(last + 1)) last++;
    return this.stretch(first, last);
  }

  private belongs(word: number): boolean {
    const role = this.reading.words[word]?.role;
    if (role === Role.unknown) return !/^(?:[-!#;|<]|&&|\d?>)/.test(this.word(word));
    return role === Role.value || role === Role.match || role === Role.target;
  }

  stretch(first: number, last: number): Stretch {
    const { words } = this.reading;
    return { first, last, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
  }

  /** The stretch as it stands, quotes and all. */
  raw({ start, end }: Stretch): string {
    return this.text.substring(start, end);
  }

  /** The stretch of one of iptables' own options by its letter; undefined where it does not stand. */
  generic(letter: string): Stretch | undefined {
    const option = this.reading.option(letter);
    return option && this.option(option.word);
  }

  /** The -m or -j, with the name behind it, that names an extension at word `word`. */
  naming(word: number): Stretch {
    const { words } = this.reading;
    const isName = words[word]?.role === Role.match || words[word]?.role === Role.target;
    return this.option(isName ? word - 1 : word);
  }

  /** The option of an extension that has word `word` as its name or one of its values. */
  useAt(word: number): Use | undefined {
    return this.reading.uses.find((use) => use.word === word || use.valueWords.includes(word));
  }

  /** Columns of a value: of the whole word, or of what is behind `=` or the letter where it is joined to its option. */
  valueColumns(word: number): { readonly start: number; readonly end: number } {
    const { words } = this.reading;
    const columns = this.reading.columns(word);
    if (words[word]?.role !== Role.option) return columns;
    const equals = this.word(word).indexOf('=');
    const from = this.word(word).startsWith('--') ? equals + 1 : 2;
    return { start: Math.min(columns.start + from, columns.end), end: columns.end };
  }

  /** Puts text and a blank in front of a stretch. */
  before({ start }: Stretch, text: string): Edit {
    return replaceColumns(this.line, start, start, `${text} `);
  }

  /** Puts a blank and text behind a word. */
  behind(word: number, text: string): Edit {
    const end = this.reading.words[word]?.end ?? this.text.length;
    return replaceColumns(this.line, end, end, ` ${text}`);
  }

  replace({ start, end }: { readonly start: number; readonly end: number }, text: string): Edit {
    return replaceColumns(this.line, start, end, text);
  }

  /** Takes a stretch out, with the blanks before it; at the line's beginning with those behind it. */
  without({ start, end }: { readonly start: number; readonly end: number }): Edit {
    let from = start;
    let to = end;
    while (from > 0 && isBlank(this.text.charAt(from - 1))) from--;
    if (from === 0) while (isBlank(this.text.charAt(to))) to++;
    return replaceColumns(this.line, from, to, '');
  }

  /** The line with edits of this line made. */
  edited(edits: readonly Edit[]): string {
    return editedLine(this.text, edits);
  }

  /** A second rule below this one that is the line with these edits made. */
  copyBelow(file: RulesFile, edits: readonly Edit[]): Edit {
    return insertLines(file, this.line + 1, [this.edited(edits)]);
  }

  /** True for commands that may be written twice in a row: -A, and -I, whose order turns round. */
  get mayBeTwo(): boolean {
    return this.reading.letter === 'A' || this.reading.letter === 'I';
  }
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Reads a line for fixing. */
export function ruleLine(file: RulesFile, line: number): RuleLine {
  return new RuleLine(line, file.lines.line(line), file.rule(line));
}

/** A line with edits of that line made. */
export function editedLine(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start.character - b.range.start.character);
  let result = '';
  let at = 0;
  for (const { range, text: put } of sorted) {
    result += text.substring(at, range.start.character) + put;
    at = range.end.character;
  }
  return result + text.substring(at);
}

/** A word as it must be written to be read as it is: in double quotes where it holds blanks or quotes. */
export function asWord(text: string): string {
  return text === '' || /[\s"]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}
