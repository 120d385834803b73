// The kind `choice`: one of some names, or a list of them.

import { nearest } from '../nearest.ts';
import type { Family } from '../schema.ts';
import { part } from './address-fault.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { Choice, ChoiceValue } from './kinds.ts';
import type { ChoiceMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, wholeUnsigned } from './scan.ts';

/** What checking needs of a choice, made once for each literal and family. */
interface Prepared {
  readonly choices: readonly Choice[];
  readonly names: readonly string[];
  /** In lower case where letter case does not count. */
  readonly folded: readonly string[];
  /** Both, without names that not every version knows. */
  readonly whole: ReadonlySet<string>;
}

const prepared: Readonly<Record<Family, WeakMap<ChoiceValue, Prepared>>> = { 4: new WeakMap(), 6: new WeakMap() };

function prepare(value: ChoiceValue, family: Family): Prepared {
  const known = prepared[family].get(value);
  if (known !== undefined) return known;
  const choices = value.choices.filter((choice) => choice.family === undefined || choice.family === family);
  const names = choices.map((choice) => choice.name);
  const folded = value.letterCase === 'any' ? names.map((name) => name.toLowerCase()) : names;
  const isOld = (_name: string, at: number) => choices[at]?.since === undefined;
  const whole = new Set([...names.filter(isOld), ...folded.filter(isOld)]);
  const made = { choices, names, folded, whole };
  prepared[family].set(value, made);
  return made;
}

/** Which of the names a word stands for: its index, `NO_NAME` or `SEVERAL`. */
const NO_NAME = -1;
const SEVERAL = -2;

function indexOf(word: string, value: ChoiceValue, { folded }: Prepared): number {
  const key = value.letterCase === 'any' ? word.toLowerCase() : word;
  const exact = folded.indexOf(key);
  if (exact >= 0) return exact;
  if (value.tail === 'ignored') return folded.findIndex((name) => key.startsWith(name));
  if (value.cut === undefined) return NO_NAME;
  const first = folded.findIndex((name) => name.startsWith(key));
  if (first < 0 || value.cut === 'first') return first;
  return folded.findIndex((name, index) => index > first && name.startsWith(key)) < 0 ? first : SEVERAL;
}

/** The number that stands for a name, where one may; `NO_NUMBER` for anything else. */
function numberOf(word: string, { orInteger }: ChoiceValue): number {
  if (orInteger === undefined) return NO_NUMBER;
  const number = wholeUnsigned(word, 0, word.length, orInteger.max);
  return number >= orInteger.min ? number : NO_NUMBER;
}

function check(text: string, value: ChoiceValue, context: ValueContext): ValueFault | undefined {
  const list = prepare(value, context.family);
  if (list.whole.has(text)) return undefined;
  return value.list === undefined ? checkWord(text, 0, text.length, value, list) : checkList(text, value, list);
}

/** A single name, or one of a list. A cut name may be cut to nothing outside of lists. */
function checkWord(text: string, from: number, to: number, value: ChoiceValue, list: Prepared): ValueFault | undefined {
  const word = text.slice(from, to);
  if (list.whole.has(word) || numberOf(word, value) !== NO_NUMBER) return undefined;
  const index = value.list !== undefined && word === '' ? NO_NAME : indexOf(word, value, list);
  if (index < 0) return wordFault(text, from, to, index, value, list);
  const name = list.names[index] ?? '';
  const since = list.choices[index]?.since;
  if (since !== undefined)
    return { message: `"${name}" is only known since iptables ${since}.`, ...part(text, from, to), until: since };
  const isTail = value.tail === 'ignored' && word.length > name.length;
  if (!isTail && word !== '') return undefined;
  const message = isTail
    ? `"${text.slice(from + name.length, to)}" is ignored, so this means "${name}".`
    : `An empty value means "${name}"; write it out.`;
  return { message, start: isTail ? from + name.length : from, end: to, severity: 'warning' };
}

function wordFault(
  text: string,
  from: number,
  to: number,
  index: number,
  value: ChoiceValue,
  list: Prepared,
): ValueFault {
  const word = text.slice(from, to);
  const range = from === 0 && to === text.length ? {} : { start: from, end: to };
  const whole = (names: readonly string[]): string[] =>
    names.map((name) => text.slice(0, from) + name + text.slice(to));
  if (index === SEVERAL) {
    const key = value.letterCase === 'any' ? word.toLowerCase() : word;
    const fits = list.names.filter((_name, at) => list.folded[at]?.startsWith(key));
    return { message: `"${word}" is ambiguous: it could be ${fits.join(', ')}.`, ...range, suggestions: whole(fits) };
  }
  const near = nearNames(word.trim(), value, list);
  const hint = near[0] === undefined ? '' : ` Did you mean "${near[0]}"?`;
  // A name that is near says more than a long list.
  const all = hint !== '' && list.names.length > LONG_LIST ? '' : `; ${allowed(value, list)}`;
  return {
    message: `"${word}" is not ${value.what}${all}.${hint}`,
    ...range,
    ...(value.late ? { late: true as const } : {}),
    suggestions: whole(near),
  };
}

const LONG_LIST = 10;

/** The names that a word is meant for: by its letters, by what people call them, by their last part alone. */
function nearNames(word: string, { synonyms = {} }: ChoiceValue, { names }: Prepared): readonly string[] {
  if (names.includes(word)) return [word];
  const said = word
    .split('-')
    .map((part) => (Object.hasOwn(synonyms, part) ? synonyms[part] : part))
    .join('-');
  const near = names.includes(said) ? [said] : nearest(said, names);
  const tails = near.length > 0 || said.length < 3 ? [] : names.filter((name) => name.endsWith(`-${said}`));
  return near.length > 0 ? near : tails;
}

function allowed(value: ChoiceValue, { names }: Prepared): string {
  const number =
    value.orInteger === undefined ? '' : ` or a number from ${value.orInteger.min} to ${value.orInteger.max}`;
  const form =
    value.list === undefined ? 'write one of' : `write a list, separated by "${value.list}" without spaces, of`;
  return `${form} ${names.join(', ')}${number}`;
}

function checkList(text: string, value: ChoiceValue, list: Prepared): ValueFault | undefined {
  const separator = value.list ?? ',';
  const seen = value.distinct ? new Set<string>() : undefined;
  let count = 0;
  let warning: ValueFault | undefined;
  for (let from = 0; ; ) {
    const to = entryEnd(text, from, separator, value.orList);
    const isEmpty = to === from;
    if (isEmpty && value.empty === undefined) return emptyFault(text, from, value, list);
    if (!isEmpty) {
      count++;
      if (value.maxItems !== undefined && count > value.maxItems) return tooMany(text, from, value.maxItems);
      const fault = checkWord(text, from, to, value, list) ?? twice(text, from, to, value, list, seen);
      if (fault !== undefined && fault.severity === undefined) return fault;
      warning ??= fault;
    }
    if (to === text.length) break;
    from = to + 1;
  }
  if (count === 0 && value.empty === 'needs-one') return emptyFault(text, 0, value, list);
  return warning;
}

function entryEnd(text: string, from: number, separator: string, other: string | undefined): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === other) return at;
  }
  return text.length;
}

function emptyFault(text: string, from: number, value: ChoiceValue, list: Prepared): ValueFault {
  if (text === '') return { message: `The value is empty; ${allowed(value, list)}.` };
  const start = from > 0 ? from - 1 : 0;
  return { message: `The list has an empty entry; remove this "${text[start]}".`, start, end: start + 1 };
}

function tooMany(text: string, from: number, most: number): ValueFault {
  return { message: `At most ${most} names are allowed here.`, start: Math.max(from - 1, 0), end: text.length };
}

/** A name that stands for the same as one before it, where each may stand only once. */
function twice(
  text: string,
  from: number,
  to: number,
  value: ChoiceValue,
  list: Prepared,
  seen: Set<string> | undefined,
): ValueFault | undefined {
  if (seen === undefined) return undefined;
  const word = text.slice(from, to);
  const index = indexOf(word, value, list);
  const choice = list.choices[index];
  const number =
    choice?.number ?? (index < 0 ? wholeUnsigned(word, 0, word.length, Number.MAX_SAFE_INTEGER) : undefined);
  const key = number === undefined ? (choice?.name ?? word) : String(number);
  if (!seen.has(key)) {
    seen.add(key);
    return undefined;
  }
  return { message: `${quoted(word)} is listed twice; list it once.`, start: from, end: to };
}

function read(text: string, value: ChoiceValue, { family }: ValueContext): ChoiceMeaning | undefined {
  const list = prepare(value, family);
  const choices = new Set<Choice>();
  const numbers = new Set<number>();
  for (const word of wordsOf(text, value)) {
    const number = list.whole.has(word) ? NO_NUMBER : numberOf(word, value);
    const found = number === NO_NUMBER ? list.choices[indexOf(word, value, list)] : undefined;
    if (found !== undefined) choices.add(found);
    else if (number !== NO_NUMBER) numbers.add(number);
    else return undefined;
  }
  return { kind: 'choice', choices: [...choices], numbers: [...numbers] };
}

/** The entries of a list that count. */
function wordsOf(text: string, value: ChoiceValue): readonly string[] {
  if (value.list === undefined) return [text];
  const words: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const to = entryEnd(text, from, value.list, value.orList);
    if (to > from) words.push(text.slice(from, to));
    from = to + 1;
  }
  return words;
}

export const choice: ValueKind<ChoiceValue, ChoiceMeaning> = {
  check,
  read,
  describe: (value, context) => {
    const { names } = prepare(value, context.family);
    const number =
      value.orInteger === undefined ? '' : `, or a number from ${value.orInteger.min} to ${value.orInteger.max}`;
    const several = value.list === undefined ? '' : `, several separated by "${value.list}"`;
    return `${value.what}: ${names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}${number}${several}`;
  },
  names: (value, context) =>
    value.choices
      .filter((each) => each.family === undefined || each.family === context.family)
      .map(({ name, summary, aliasOf, number }) => ({
        name,
        summary,
        ...(number === undefined ? {} : { stands: String(number) }),
        ...(aliasOf === undefined ? {} : { aliasOf }),
      })),
};
