// Slips of notation in a rule line that make one cause look like several faults, and the changes that undo them.

import { GENERIC_OPTIONS } from '../vocabulary/generic-options.ts';
import { checkValue } from '../vocabulary/values/index.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import { isVerdict } from '../vocabulary/verdicts.ts';
import type { FaultCode } from './fault.ts';
import { ownersOf } from './known.ts';
import { isProgram } from './odd-words.ts';
import { Role, type Rule, type Word } from './rule.ts';

/** Replaces columns of a line. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a slip is, each place of it, and the changes that undo all of them; in order of columns, apart. */
export interface Repair {
  readonly code: FaultCode;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly about: readonly string[] }[];
  readonly changes: readonly Change[];
}

/** Looks for one kind of slip in the line that `rule` is; undefined: there is none. */
export type Repairer = (rule: Rule, line: string) => Repair | undefined;

/** The line with the changes made. */
export function withChanges(line: string, changes: readonly Change[]): string {
  let text = '';
  let at = 0;
  for (const change of changes) {
    text += line.substring(at, change.start) + change.text;
    at = change.end;
  }
  return text + line.substring(at);
}

/** The column of the line before the changes that a column behind them was; within a change, the change's first. */
export function columnBefore(column: number, changes: readonly Change[]): number {
  let shift = 0;
  for (const { start, end, text } of changes) {
    const from = start + shift;
    if (column < from) break;
    if (column < from + text.length) return Math.min(start + (column - from), Math.max(end - 1, start));
    shift += text.length - (end - start);
  }
  return column - shift;
}

/** Characters that look like the loader's own, by what each stands for and is called. */
const LOOKALIKES: readonly { readonly of: string; readonly text: string; readonly name: string }[] = [
  { of: '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', text: '"', name: 'a typographic quote' },
  { of: '\u2018\u2019\u201a\u201b\u2032', text: "'", name: 'a typographic quote' },
  { of: '\u2010\u2011\u2012\u2013\u2014\u2015\u2212', text: '-', name: 'a typographic dash' },
  {
    of: '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    text: ' ',
    name: 'a special space',
  },
  { of: '\uff0c\u3001', text: ',', name: 'a full-width comma' },
  { of: '\uff1a', text: ':', name: 'a full-width colon' },
  { of: '\u200b\u200c\u200d\u2060\ufeff', text: '', name: 'an invisible character' },
];
/** No letter of ASCII is among them. */
const FIRST_LOOKALIKE = 0x80;
/** A line without any of them needs no second look for them. */
export const LOOKALIKE = new RegExp(`[${LOOKALIKES.map(({ of }) => of).join('')}]`);

/** Typographic quotes, dashes and blanks outside of double quotes; all of a line are one slip. */
export const plainCharacters: Repairer = ({ words }, line) => {
  if (!LOOKALIKE.test(line)) return undefined;
  const changes: Change[] = [];
  let about: readonly string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i]?.quoted) continue;
    const word = words[i]?.text ?? '';
    for (let at = 0; at < word.length; at++) {
      if (word.charCodeAt(at) < FIRST_LOOKALIKE) continue;
      const found = LOOKALIKES.find(({ of }) => of.includes(word.charAt(at)));
      if (!found) continue;
      const start = (words[i]?.start ?? 0) + at;
      const text = plainOf(word, at, found.text);
      if (changes.length === 0) about = [nameOf(word.charAt(at)), found.name, wantedInstead(text)];
      changes.push({ start, end: start + 1, text });
    }
  }
  const [first] = changes;
  if (!first) return undefined;
  return { code: 'wrong-character', marks: [{ start: first.start, end: first.end, about }], changes };
};

/** One dash before a single letter, two where a word processor has joined them; a quote at a word's edge is double. */
function plainOf(word: string, at: number, text: string): string {
  if (text === "'") return at === 0 || at === word.length - 1 ? '"' : text;
  if (text !== '-' || at > 0) return text;
  return word.length > 2 && /[a-z]/i.test(word.charAt(1)) ? '--' : text;
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\s\u200b-\u200d\u2060\ufeff]/.test(character) ? `U+${code}` : `"${character}" (U+${code})`;
}

function wantedInstead(text: string): string {
  if (text === '') return 'remove it';
  if (text === ' ') return 'write a plain space instead';
  return `write ${text === '"' ? 'a plain double quote' : `"${text}"`} instead`;
}

/** `'two words'`: only double quotes hold words together. */
export const doubleQuotes: Repairer = ({ words }, line) => {
  if (!line.includes("'")) return undefined;
  const marks: Repair['marks'][number][] = [];
  const changes: Change[] = [];
  for (let i = 0; i < words.length; i++) {
    const last = closingQuote(i, words);
    if (last < 0) continue;
    const start = (words[i]?.start ?? 0) + (words[i]?.text ?? '').indexOf("'");
    const end = words[last]?.end ?? start;
    const inner = line.substring(start + 1, end - 1);
    marks.push({ start, end, about: [`"${inner}"`] });
    changes.push({ start, end: start + 1, text: '"' }, { start: end - 1, end, text: '"' });
    i = last;
  }
  return marks.length === 0 ? undefined : { code: 'single-quotes', marks, changes };
};

/** The word that closes a single quote which word `i` opens at its beginning or behind a `=`; -1 without. */
function closingQuote(i: number, words: Rule['words']): number {
  const word = words[i]?.text ?? '';
  const open = word.indexOf("'");
  if (words[i]?.quoted || open < 0 || (open > 0 && word.charAt(open - 1) !== '=')) return -1;
  for (let last = i; last < words.length && !words[last]?.quoted; last++) {
    const text = words[last]?.text ?? '';
    const close = text.indexOf("'", last === i ? open + 1 : 0);
    if (close >= 0) return close === text.length - 1 ? last : -1;
  }
  return -1;
}

/** `ESTABLISHED, RELATED`, `22 80 443`: a list with blanks beside its commas, or in their place. */
export const closedLists: Repairer = (rule, line) => {
  const { words } = rule;
  const marks: Repair['marks'][number][] = [];
  const changes: Change[] = [];
  for (let i = 0; i < words.length; i++) {
    const from = valueStart(rule, i);
    if (from < 0 || words[i]?.quoted || !takesList(rule, i)) continue;
    let last = i;
    while (goesOn(rule, i, last)) last++;
    if (last === i) continue;
    let joined = (words[i]?.text ?? '').substring(from);
    for (let word = i + 1; word <= last; word++) {
      const text = hasComma(words, word) ? '' : ',';
      joined += text + (words[word]?.text ?? '');
      changes.push({ start: words[word - 1]?.end ?? 0, end: words[word]?.start ?? 0, text });
    }
    const about = [joined.length <= 60 ? joined : line.substring(words[i]?.start ?? 0, words[i]?.end)];
    const found = rule.words[i]?.found;
    if (found?.kind === 'generic' && /[io]/.test(found.option.letter ?? '')) about.push('interface');
    marks.push({ start: (words[i]?.start ?? 0) + from, end: words[last]?.end ?? 0, about });
    i = last;
  }
  return marks.length === 0 ? undefined : { code: 'blank-in-list', marks, changes };
};

/** Where the value in a word begins: at 0, or behind the `=` of its option; -1 where there is none. */
function valueStart({ words }: Rule, word: number): number {
  if (words[word]?.role === Role.value) return 0;
  const equals = (words[word]?.text ?? '').indexOf('=');
  return words[word]?.role === Role.option && words[word]?.found?.kind === 'extension' && equals > 0 ? equals + 1 : -1;
}

/** Free text keeps its blanks, in quotes; protocols make no list at all. */
function takesList(rule: Rule, word: number): boolean {
  const found = rule.words[word]?.found;
  if (found?.kind === 'generic') return found.option.letter !== 'p';
  return found?.kind === 'extension' && found.option.values[rule.words[word]?.part ?? 0]?.kind !== 'text';
}

function goesOn(rule: Rule, first: number, word: number): boolean {
  const { words } = rule;
  const next = words[word + 1];
  if (!next || next.quoted || /^[-!#]/.test(next.text)) return false;
  return hasComma(words, word + 1) || isEntry(rule, first, next);
}

/** A comma between a word and the one before it. */
function hasComma(words: Rule['words'], word: number): boolean {
  return words[word]?.text.startsWith(',') === true || words[word - 1]?.text.endsWith(',') === true;
}

/** A word behind a list that belongs to no option and would do as an entry of it. */
function isEntry({ words, family, object }: Rule, list: number, { role, text }: Word): boolean {
  const value = words[list]?.found?.option.values[words[list]?.part ?? 0];
  if (role !== Role.unknown || !value || !isList(value) || (object === undefined && isVerdict(text))) return false;
  return checkValue(text, value, { family }) === undefined;
}

function isList(value: Value): boolean {
  return value.kind === 'port-list' || ((value.kind === 'choice' || value.kind === 'network') && Boolean(value.list));
}

/** `-dport 22`: a long option with one dash. */
export const longDashes: Repairer = ({ words, family }) => {
  const marks: Repair['marks'][number][] = [];
  const changes: Change[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]?.text ?? '';
    const name = /^-[a-z][a-z0-9-]+/.exec(word)?.[0];
    if (name === undefined || words[i]?.quoted || !isLongOption(`-${name}`, family)) continue;
    const start = words[i]?.start ?? 0;
    marks.push({ start, end: start + name.length, about: [`-${name}`] });
    changes.push({ start, end: start, text: '-' });
  }
  return marks.length === 0 ? undefined : { code: 'single-dash', marks, changes };
};

function isLongOption(name: string, family: Rule['family']): boolean {
  return GENERIC_OPTIONS.some((option) => option.name === name) || ownersOf(name, family).length > 0;
}

/** Where a second command of a line begins, and where what belongs to the first ends; undefined for one command. */
export function secondCommand(
  rule: Rule,
  line: string,
  start: number,
): { readonly cut: number; readonly from: number } | undefined {
  const { words, letter } = rule;
  const second = rule.at(start);
  if (second <= 0 || letter === undefined) return undefined;
  let last = second - 1;
  while (last > 0 && (/^[;|&]+$/.test(words[last]?.text ?? '') || isProgram(words[last]?.text ?? ''))) last--;
  let cut = words[last]?.end ?? 0;
  while (cut > 0 && /[;&]/.test(line.charAt(cut - 1))) cut--;
  return { cut, from: start };
}
