// Reads the options that iptables itself knows: conditions, -m, -j and -g, counters.

import { addonOf } from '../../vocabulary/addons.ts';
import type { GenericOption } from '../../vocabulary/generic-options.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { readProtocol } from '../../vocabulary/protocols.ts';
import type { RefusedBy } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { takesEveryAddress } from '../../vocabulary/values/network.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { Jump, Trait } from '../command.ts';
import { type Fault, isGrave } from '../fault.ts';
import { knownMatch, knownTarget, matchNames, targetNames } from '../known.ts';
import type { GenericFound } from '../option-scope.ts';
import { Role } from '../rule.ts';
import { readCommand } from './command-words.ts';
import type { RuleState } from './rule-state.ts';

/** 1.8.9 takes the whole word for the value where one is joined to one of these letters. */
const JOINED_VALUE_READ_WHOLE = 'sdpioj';
const JOINED_VALUE_READERS: RefusedBy = { since: '1.8.9', until: '1.8.11' };
/** An interface of any name loads. No host's name begins with a dash, and without it one may be known to the machine. */
const WITHOUT_DASH: Readonly<Partial<Record<string, Partial<Fault>>>> = {
  i: { severity: 'warning' },
  o: { severity: 'warning' },
  s: JOINED_VALUE_READERS,
  d: JOINED_VALUE_READERS,
};

export function readGeneric(reader: RuleState, found: GenericFound, index: number, joined: number): void {
  const { option } = found;
  const letter = option.letter ?? '';
  const { negation } = reader;
  const negated = negation >= 0;
  reader.negation = -1;
  reader.generics.push({ found, word: index, at: reader.at, joined, negation });
  switch (option.role) {
    case 'command':
      readCommand(reader, letter, option, index, joined, negated ? negation : -1);
      return;
    case 'condition':
      readCondition(reader, option, letter, index, joined, negated);
      return;
    case 'load':
      readMatch(reader, index, joined, negated ? negation : -1);
      return;
    case 'target':
      readTarget(reader, letter, index, joined, negated ? negation : -1);
      return;
    case 'counters':
      if (negated) reader.fault('not-negatable', negation, ['-c']);
      readCounters(reader, index, joined);
      return;
    case 'family':
      if (letter !== String(reader.family)) reader.skipped = true;
      return;
    case 'end':
      reader.ends = letter === 'h' ? 'help' : 'version';
      return;
    case 'listing':
      if (negated) reader.fault('not-negatable', negation, [option.name]);
      reader.note(letter === '' ? '0' : letter, index);
      reader.unusual = true;
      return;
    default: {
      const value = option.takes === 'word' ? reader.takeValue(index, joined) : -1;
      if (value >= 0 && value !== index) reader.roles[value] = Role.value;
      if (letter !== 'M') reader.fault('outside-option', index, [option.name]);
    }
  }
}

function readCondition(
  reader: RuleState,
  option: GenericOption,
  letter: string,
  index: number,
  joined: number,
  negated: boolean,
): void {
  reader.note(letter, index);
  reader.conditions++;
  if (negated) reader.negatedLetters += letter;
  if (option.takes === 'nothing') {
    if (reader.family === 6) reader.fault('fragment-in-ipv6', index, []);
    return;
  }
  const word = reader.takeValue(index, joined);
  if (word < 0) return;
  const value = joinedValue(reader, letter, index, word, joined);
  if (value === undefined) return;
  if (word !== index) reader.roles[word] = Role.value;
  if (word !== index) reader.found[word] = reader.found[index];
  const kind = option.values[0];
  if (kind) judgeJoined(reader, kind, value, word, joined);
  if (negated && (letter === 's' || letter === 'd') && takesEveryAddress(value, reader.family)) {
    reader.fault('never-matches', word, [`-${letter}`, value], { backend: 'nft' });
  }
  if (letter === 's') reader.sources = countItems(value);
  else if (letter === 'd') reader.destinations = countItems(value);
  else if (letter === 'p') setProtocol(reader, value, word, negated);
}

/** Of a joined value that is wrong by itself nothing else is said. */
function judgeJoined(reader: RuleState, kind: Value, value: string, word: number, joined: number): void {
  const before = reader.faults.length;
  reader.judge(kind, value, word, Math.max(joined, 0), 0);
  const isWrong = reader.faults.slice(before).some(isGrave);
  if (isWrong && joined >= 0 && reader.faults[before - 1]?.code === 'misplaced-option')
    reader.faults.splice(before - 1, 1);
}

/** 1.8.9 reads the whole word where a value is joined to one of these letters; undefined: said so, nothing to judge. */
function joinedValue(
  reader: RuleState,
  letter: string,
  index: number,
  word: number,
  joined: number,
): string | undefined {
  const text = reader.words.text[word] ?? '';
  if (joined < 0) return text;
  if (!JOINED_VALUE_READ_WHOLE.includes(letter)) return text.substring(joined);
  const unread = (letter === 's' || letter === 'd') && takesEveryAddress(text, reader.family);
  if (unread) return text.substring(joined);
  if (isLongName(reader, `-${text}`)) {
    reader.fault('single-dash', index, [`-${text}`], WITHOUT_DASH[letter]);
    return undefined;
  }
  const loads = (letter === 'i' || letter === 'o') && text.length <= 15;
  reader.fault('misplaced-option', index, [text, text.substring(joined), loads ? 'loads' : 'refused'], {
    ...JOINED_VALUE_READERS,
    ...(loads ? { severity: 'warning' } : {}),
  });
  return text.substring(joined);
}

/** A whole long option, of which one dash is missing here. */
function isLongName(reader: RuleState, name: string): boolean {
  const found = reader.scope.find(name);
  if (!found || found.kind === 'ambiguous') return false;
  return found.option.name === name || (found.kind === 'extension' && found.option.aliases?.includes(name) === true);
}

function setProtocol(reader: RuleState, value: string, word: number, negated: boolean): void {
  const name = value.toLowerCase();
  const number = readProtocol(name);
  reader.protocolName = name;
  reader.protocolWord = word;
  reader.namedProtocol = number;
  reader.protocol = negated ? undefined : number;
  if (negated && number === 0) reader.fault('not-negatable', word, ['-p all']);
}

function readMatch(reader: RuleState, index: number, joined: number, negation: number): void {
  if (negation >= 0) reader.fault('not-negatable', negation, ['-m']);
  const word = reader.takeValue(index, joined);
  if (word < 0) return;
  if (word !== index) reader.roles[word] = Role.match;
  const text = reader.words.text[word] ?? '';
  const name = joined >= 0 ? text.substring(joined) : text;
  const known = knownMatch(name, reader.family);
  if (known) reader.load(known, word, false);
  else if (word !== index && /^--?[a-zA-Z]/.test(name)) {
    reader.foreign = true;
    reader.fault('missing-value', index, [reader.words.text[index] ?? '']);
  } else unknownExtension(reader, 'match', name, word, Math.max(joined, 0));
}

function unknownExtension(reader: RuleState, kind: 'match' | 'target', name: string, word: number, from: number): void {
  reader.foreign = true;
  if (reader.extensions.includes(name)) return;
  if (addonOf(name)) {
    reader.fault('unknown-extension', word, [kind, name, 'addon'], { severity: 'warning' }, from);
    return;
  }
  const other = reader.family === 4 ? 6 : 4;
  if (kind === 'match' ? knownMatch(name, other) : knownTarget(name, other)) {
    reader.fault('wrong-family-extension', word, [kind, name, String(other)], undefined, from);
    return;
  }
  const names = kind === 'match' ? matchNames(reader.family) : targetNames(reader.family);
  reader.fault('unknown-extension', word, [kind, name, ''], { suggestions: nearest(name, names) }, from);
}

function readTarget(reader: RuleState, letter: string, index: number, joined: number, negation: number): void {
  reader.note('j', index);
  if (negation >= 0) reader.fault('not-negatable', negation, [`-${letter}`]);
  const word = reader.takeValue(index, joined);
  if (word < 0) return;
  const name =
    letter === 'j'
      ? joinedValue(reader, 'j', index, word, joined)
      : (reader.words.text[word] ?? '').substring(Math.max(joined, 0));
  if (name === undefined) return;
  if (word !== index) reader.roles[word] = Role.target;
  reader.object = name;
  reader.objectWord = word;
  reader.jump = letter === 'g' ? Jump.goto : Jump.jump;
  if (name === '' || name.length > 28 || /[ \t\n\v\f\r]/.test(name)) reader.fault('target-name', word, [name]);
  if (letter === 'g') {
    reader.target = undefined;
    return;
  }
  const refusedBy = findVerdict(name)?.refusedBy;
  if (refusedBy) reader.fault('verdict-not-everywhere', word, [name], refusedBy);
  const known = reader.targetCalled(name);
  reader.target = known;
  if (known) reader.load(known, word, false);
  else if (reader.extensions.includes(name) || addonOf(name)) unknownExtension(reader, 'target', name, word, 0);
}

function readCounters(reader: RuleState, index: number, joined: number): void {
  reader.note('c', index);
  reader.unusual = true;
  const word = reader.takeValue(index, joined);
  if (word < 0) return;
  const text = (reader.words.text[word] ?? '').substring(Math.max(joined, 0));
  if (word !== index) reader.roles[word] = Role.value;
  const comma = text.indexOf(',');
  let bytes = comma >= 0 ? text.substring(comma + 1) : undefined;
  let bytesWord = word;
  if (bytes === undefined && reader.nextIsOperand()) {
    bytesWord = reader.i++;
    reader.roles[bytesWord] = Role.value;
    bytes = reader.words.text[bytesWord];
  }
  if (bytes === undefined) reader.fault('bad-counters', index, ['-c']);
  else if (!/^\s*[-+]?\d/.test(text)) reader.fault('bad-counters', word, ['packets', text]);
  else if (!/^\s*[-+]?\d/.test(bytes)) reader.fault('bad-counters', bytesWord, ['bytes', bytes]);
  else if (COUNTED.test(text) || COUNTED.test(bytes)) reader.traits |= Trait.counted;
}

/** Another number than 0; `0x5` is read as 0. */
const COUNTED = /^\s*[-+]?0*[1-9]/;

function countItems(list: string): number {
  let count = 1;
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) count++;
  return count;
}
