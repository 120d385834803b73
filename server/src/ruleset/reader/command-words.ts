// Reads a command letter and what it takes: a chain, a rule number, a policy, a new name.

import { byteLength } from '../../syntax/bytes.ts';
import type { GenericOption } from '../../vocabulary/generic-options.ts';
import type { RefusedBy } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { type CommandLetter, Trait } from '../command.ts';
import { Role } from '../rule.ts';
import { STANDARD } from '../taken-names.ts';
import { MAX_CHAIN_BYTES, type RuleState } from './rule-state.ts';

const COMMANDS = 'ACDEFILNPRSXZ';
const COMMAND_LETTERS: readonly CommandLetter[] = ['A', 'C', 'D', 'E', 'F', 'I', 'L', 'N', 'P', 'R', 'S', 'X', 'Z'];

export function readCommand(
  reader: RuleState,
  letter: string,
  option: GenericOption,
  index: number,
  joined: number,
  negation: number,
): void {
  if (negation >= 0) reader.fault('stray-negation', negation, []);
  const at = COMMANDS.indexOf(letter);
  const command = COMMAND_LETTERS[at];
  const zeroAndList =
    (reader.letter === 'Z' && 'LS'.includes(letter)) || (letter === 'Z' && /[LS]/.test(reader.letter ?? ''));
  if (reader.letter && !zeroAndList) {
    reader.fault('command-twice', index, [`-${letter}`, `-${reader.letter}`]);
    if (option.takes === 'word') reader.takeValue(index, joined);
    return;
  }
  if (zeroAndList) reader.traits |= Trait.zeroing;
  if (!reader.letter || letter !== 'Z') reader.letter = command;
  reader.commandWord = index;
  let word = -1;
  if (option.takes === 'word') word = reader.takeValue(index, joined);
  else word = joined >= 0 ? index : takeName(reader);
  if (word < 0) return;
  if (word !== index) reader.roles[word] = Role.chain;
  reader.chain = (reader.words.text[word] ?? '').substring(word === index ? joined : 0);
  reader.chainWord = word;
  if (letter === 'N') checkNewName(reader, letter, reader.chain, word);
  else if (byteLength(reader.chain) > MAX_CHAIN_BYTES)
    reader.fault('chain-name-too-long', word, [String(byteLength(reader.chain))], { late: true });
  readCommandOperand(reader, letter, index);
}

/** A chain's name may begin with #; with words behind it that are no options it begins a comment. */
function takeName(reader: RuleState): number {
  const { i, words } = reader;
  const [name = '', next = '-'] = [words.text[i], i + 1 < words.count ? words.text[i + 1] : undefined];
  if (!/^#./.test(name) || !next.startsWith('-')) return reader.takeOperand();
  reader.roles[i] = Role.operand;
  return reader.i++;
}

/** What 1.8.9 of legacy makes of a new name behind -E; nft renames no chain of the same file anyway. */
const MAX_RENAMED_BYTES = 31;

/** -N and -E want a name that is no target's, begins with neither - nor !, and is short. */
function checkNewName(reader: RuleState, letter: 'N' | 'E', name: string, word: number): void {
  const bytes = byteLength(name);
  const refused: RefusedBy = letter === 'E' && bytes <= MAX_RENAMED_BYTES ? { since: '1.8.11' } : {};
  if (bytes > MAX_CHAIN_BYTES) reader.fault('chain-name-too-long', word, [String(bytes)], refused);
  else if (/^[-!]/.test(name)) reader.fault('chain-name-start', word, [name.charAt(0)]);
  else if (/[ \t\n\v\f\r]/.test(name)) reader.fault('target-name', word, [name]);
  else if (isVerdict(name)) reader.fault('chain-clashes-with-target', word, [name]);
  else if (reader.targetCalled(name) || (name === STANDARD && !reader.taken.has(name)))
    reader.fault('chain-clashes-with-target', word, [name], letter === 'E' ? { since: '1.8.11' } : {});
}

function readCommandOperand(reader: RuleState, letter: string, index: number): void {
  if (letter === 'P' || letter === 'E') {
    const word = letter === 'E' ? takeName(reader) : reader.takeOperand();
    if (word < 0) {
      reader.fault('missing-value', index, [`-${letter}`, letter === 'P' ? 'policy' : 'name']);
      return;
    }
    reader.object = reader.words.text[word] ?? '';
    reader.objectWord = word;
    if (letter === 'E') checkNewName(reader, letter, reader.object, word);
    return;
  }
  if (!'DRILSZ'.includes(letter)) return;
  const word = reader.takeOperand();
  if (word < 0) {
    if (letter === 'R') reader.fault('missing-value', index, ['-R', 'number']);
    return;
  }
  const text = reader.words.text[word] ?? '';
  const number = readRuleNumber(text, letter === 'D');
  if (number === undefined && /^\d+$/.test(reader.chain ?? '') && /^[A-Za-z]/.test(text))
    reader.fault('bad-rule-number', word, [text, reader.chain ?? '']);
  else if (number === undefined) reader.fault('bad-rule-number', word, [text]);
  else reader.number = number;
}

/** A rule number as strtoul with base 0 reads it, from 1; -D also takes a range, of which the first counts. */
function readRuleNumber(text: string, mayRange: boolean): number | undefined {
  const number = mayRange ? Number(/^[ \t]*[-+]?\d+$/.test(text) ? text : Number.NaN) : readInteger(text);
  return Number.isInteger(number) && number !== undefined && number !== 0 && number <= 0x7fffffff ? number : undefined;
}

function readInteger(text: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number.parseInt(text, 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}
