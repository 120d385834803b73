// Reads one command line as a `Rule`.

import { type CommandLine, readLine } from '../syntax/line.ts';
import { UNKNOWN } from '../syntax/template.ts';
import type { Family } from '../vocabulary/schema.ts';
import { Jump } from './command.ts';
import type { Fault } from './fault.ts';
import type { LineSettings } from './reader/entry-reader.ts';
import { readText } from './reader/read-text.ts';
import { RuleReader } from './reader/rule-reader.ts';
import type { RuleState } from './reader/rule-state.ts';
import { knownName, softFaults } from './reader/template-command.ts';
import { Rule, type Word } from './rule.ts';
import { NONE_TAKEN } from './taken-names.ts';

/** Settings of a text that stands alone: no names but iptables' own, no placeholders. */
export function plainSettings(family: Family): LineSettings {
  return { family, extensions: [], template: false };
}

const NO_FAULTS: readonly Fault[] = [];

/** Overwritten by every reading, which takes out what it found before it answers. */
const reader = new RuleReader();

/**
 * The rule that a line says under these settings. Of a line that is no command the words are read as if it were one.
 * `from` is the column at which the words begin; behind the line's counters when missing. `taken` are names of targets
 * that chains have taken. Never throws.
 */
export function readRule(
  line: string,
  settings: LineSettings,
  from?: number,
  taken: ReadonlySet<string> = NONE_TAKEN,
): Rule {
  const masked = readText(line, settings);
  const syntax = readLine(masked);
  const command = syntax.kind === 'command' ? syntax : undefined;
  reader.taken = taken;
  reader.read(masked, from ?? command?.from ?? 0, settings.family, settings.extensions);
  return ruleOf(reader, line, masked, command?.counters);
}

/** What a reader found in `line`, as a value. `masked` is the line as it was read, its placeholders masked. */
export function ruleOf(
  state: RuleState,
  line: string,
  masked: string = line,
  counters: CommandLine['counters'] = undefined,
): Rule {
  const object = knownName(state.object);
  return new Rule({
    text: line,
    family: state.family,
    words: wordsOf(state, line, masked),
    openQuote: state.words.openQuote,
    counters,
    letter: state.letter,
    commandWord: state.commandWord,
    chain: knownName(state.chain),
    chainWord: state.chainWord,
    number: state.number,
    object,
    objectWord: state.objectWord,
    jump: object === undefined ? Jump.none : state.jump,
    target: state.target,
    protocol: state.protocol,
    namedProtocol: state.namedProtocol,
    protocolName: knownName(state.protocolName),
    instances: state.instances.slice(),
    uses: state.uses.slice(),
    generics: state.generics.slice(),
    scope: state.scope,
    allowedLegacy: state.allowedLegacy,
    allowedNft: state.allowedNft,
    skipped: state.skipped,
    ends: state.ends !== false,
    faults: faultsOf(state, masked),
  });
}

function wordsOf({ words, roles, found, part }: RuleState, line: string, masked: string): Word[] {
  const taken: Word[] = [];
  const isTemplate = masked.includes(UNKNOWN);
  for (let i = 0; i < words.count; i++) {
    const read = words.text[i] ?? '';
    const start = words.start[i] ?? 0;
    const end = words.end[i] ?? 0;
    const unknown = isTemplate && read.includes(UNKNOWN);
    taken.push({
      text: unknown ? writtenText(line, masked, start, end) : read,
      start,
      end,
      quoted: words.quoted[i] ?? false,
      role: roles[i] ?? 0,
      found: found[i],
      part: part[i] ?? 0,
      unknown,
    });
  }
  return taken;
}

/** A word's text with its placeholders as they are written, which are as long as their masks. */
function writtenText(line: string, masked: string, start: number, end: number): string {
  let text = '';
  let isQuoted = false;
  for (let i = start; i < end; i++) {
    const character = masked.charAt(i);
    if (character === '"') isQuoted = true;
    else if (character === '\\' && isQuoted) text += line.charAt(++i);
    else text += line.charAt(i);
  }
  return text;
}

function faultsOf(state: RuleState, masked: string): readonly Fault[] {
  // A reader that found none goes on with the same empty array.
  if (state.faults.length === 0) return NO_FAULTS;
  return masked.includes(UNKNOWN) ? softFaults(state.faults, masked, state) : state.faults;
}
