// Words that were forgotten in a rule line, so that others are read as what they are not: quotes, values, -j, a rule more.

import { protocolNumber } from '../vocabulary/protocols.ts';
import type { Family } from '../vocabulary/schema.ts';
import { checkValue } from '../vocabulary/values/index.ts';
import { sampleValue } from '../vocabulary/values/sample.ts';
import { isVerdict, verdictCalled } from '../vocabulary/verdicts.ts';
import { knownTarget } from './known.ts';
import type { Change, Repair, Repairer } from './repairs.ts';
import { Role, type Rule, type Word } from './rule.ts';

type Mark = Repair['marks'][number];

/** A word that belongs to no option and could be a part of a value. */
function isStray(word: Word | undefined): boolean {
  return word?.role === Role.unknown && !word.quoted && !/^(?:[!#]|-.)/.test(word.text);
}

function lastStray({ words }: Rule, word: number): number {
  let last = word;
  while (isStray(words[last + 1])) last++;
  return last;
}

const OPTION = /\s+!?\s*--?[a-zA-Z]/;

/** Where a quote that nothing closes was meant to end: before the next option, or at the end of the line. */
export function quoteEnd(line: string, quote: number): number {
  const option = OPTION.exec(line.substring(quote + 1));
  return option ? quote + 1 + option.index : line.trimEnd().length;
}

/** `--log-prefix "dropped`: a quote that nothing closes. */
export const closedQuote: Repairer = ({ words, openQuote }, line) => {
  const at = openQuote < 0 ? 0 : quoteEnd(line, openQuote);
  if (at <= openQuote + 1) return undefined;
  const mark = { start: openQuote, end: words.at(-1)?.end ?? line.length, about: [] };
  return { code: 'unterminated-quote', marks: [mark], changes: [{ start: at, end: at, text: '"' }] };
};

/** `--comment Allow SSH`: a text of several words without quotes. */
export const quotedTexts: Repairer = (rule, line) => {
  const marks: Mark[] = [];
  const changes: Change[] = [];
  for (let i = 0; i < rule.words.length; i++) {
    const word = rule.words[i];
    const last = word && isText(word) ? lastStray(rule, i) : i;
    if (!word || last === i) continue;
    const { start } = word;
    const end = rule.words[last]?.end ?? start;
    const text = `"${line.substring(start, end).replace(/["\\]/g, '\\$&')}"`;
    marks.push({ start, end, about: [text.length <= 60 ? text : `"${word.text} ..."`] });
    changes.push({ start, end, text });
    i = last;
  }
  return marks.length === 0 ? undefined : { code: 'unquoted-text', marks, changes };
};

/** The first word of a free text that has no quotes of any kind. */
function isText({ role, quoted, found, part, text }: Word): boolean {
  if (role !== Role.value || quoted || /^['"`-]/.test(text)) return false;
  return found?.kind === 'extension' && found.option.values[part]?.kind === 'text';
}

/** `--dport 22 ACCEPT`: the name of a verdict or target without its -j. */
export const jumpBefore: Repairer = ({ words, object, letter, family }) => {
  if (object !== undefined || !letter) return undefined;
  for (let i = words.length - 1; i > 0; i--) {
    const word = words[i];
    // `- j ACCEPT` has its -j.
    if (!word || !isStray(word) || /^(?:-|[a-z])$/i.test(words[i - 1]?.text ?? '')) continue;
    const { text, start, end } = word;
    const name = jumpMeant(text, family);
    if (name === undefined) continue;
    const changes = [{ start, end, text: `-j ${name}` }];
    return { code: 'missing-jump', marks: [{ start, end, about: [text, name] }], changes };
  }
  return undefined;
};

function jumpMeant(word: string, family: Family): string | undefined {
  const upper = word.toUpperCase();
  if (isVerdict(upper)) return upper;
  return knownTarget(word, family) ? word : verdictCalled(word)?.[0];
}

/** `--limit-burst -j ACCEPT`: an option without its value, so that the next option is read as that. */
export const missingValues: Repairer = ({ words, family }) => {
  const marks: Mark[] = [];
  const changes: Change[] = [];
  words.forEach((word, i) => {
    const option = words[i - 1];
    if (option?.role !== Role.option || word.quoted || !/^(?:-[a-zA-Z]$|--[a-z])/.test(word.text)) return;
    const value = valueBefore(word, family);
    if (value === undefined) return;
    marks.push({ start: option.start, end: option.end, about: [option.text] });
    changes.push({ start: word.start, end: word.start, text: `${value} ` });
  });
  return marks.length === 0 ? undefined : { code: 'missing-value', marks, changes };
};

/** What could stand before a word that was taken for a value; undefined for a word that was not. */
function valueBefore({ role, part, found }: Word, family: Family): string | undefined {
  if (role === Role.target) return 'ACCEPT';
  const kind = role === Role.value && part === 0 ? found?.option.values[0] : undefined;
  return kind && sampleValue(kind, family);
}

/** What people write between two values where one is taken. */
const BETWEEN = /[\s,/|+&]+(?:(?:and|or)\s+)?/;

/** `-p tcp udp`, `--dport 22 80`: several values of an option that takes one. */
export const oneOfEach: Repairer = (rule, line) => {
  for (const [i, word] of rule.words.entries()) {
    const what = word.role === Role.value && !word.quoted ? singleOption(word) : undefined;
    const last = what === undefined ? i : lastStray(rule, i);
    if (what === undefined || last === i) continue;
    const { start } = word;
    const end = rule.words[last]?.end ?? start;
    const values = line.substring(start, end).split(BETWEEN);
    if (!values.every(what === 'protocol' ? isProtocol : isPort)) continue;
    const mark = { start, end, about: [values.join(','), what] };
    return { code: 'blank-in-list', marks: [mark], changes: [{ start, end, text: values[0] ?? '' }] };
  }
  return undefined;
};

/** The option that takes one value of which people write several; undefined for others. */
function singleOption({ found }: Word): string | undefined {
  if (found?.kind === 'generic') return found.option.letter === 'p' ? 'protocol' : undefined;
  return found?.option.values[0]?.kind === 'port-range' ? found.option.name : undefined;
}

function isProtocol(name: string): boolean {
  return protocolNumber(name.toLowerCase()) !== undefined;
}

function isPort(text: string): boolean {
  return checkValue(text, { kind: 'port-range' }, { family: 4 }) === undefined;
}
