// Reads one line of a file for what it is: its syntax, or for a command its meaning.

import { type CommandLine, type Line, readLine } from '../../syntax/line.ts';
import { Eol } from '../../syntax/lines.ts';
import { pieces } from '../../syntax/pieces.ts';
import { isUnknownLine, UNKNOWN } from '../../syntax/template.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Command, Jump } from '../command.ts';
import { type Fault, isGrave } from '../fault.ts';
import { EVERYWHERE } from '../places.ts';
import { NONE_TAKEN } from '../taken-names.ts';
import { readText } from './read-text.ts';
import { RuleReader } from './rule-reader.ts';
import { RuleShapes } from './rule-shapes.ts';
import { SecondLook } from './second-look.ts';
import { softened } from './template-command.ts';

/** What a line is: its syntax, or for a command its meaning. */
export type Entry = Exclude<Line, CommandLine> | Command;

/** What of a file's settings decides how a line is read. */
export interface LineSettings {
  readonly family: Family;
  readonly extensions: readonly string[];
  readonly template: boolean;
  readonly mostExplained?: number;
}

/** A control line of a template, or a placeholder alone. */
export const UNKNOWN_LINE: Entry = { kind: 'comment' };
const EMPTY_COMMAND: Command = {
  kind: 'command',
  letter: undefined,
  chain: undefined,
  number: 0,
  object: undefined,
  jump: Jump.none,
  toExtension: false,
  allowedLegacy: EVERYWHERE,
  allowedNft: EVERYWHERE,
  allowedNftCalled: EVERYWHERE,
  traits: 0,
  rules: 0,
  skipped: false,
  ends: false,
  faults: [],
};

/** Reads line after line under one file's settings. Never throws. */
export class EntryReader {
  private readonly settings: LineSettings;
  private readonly reader = new RuleReader();
  private readonly secondLook = new SecondLook();
  private readonly shapes: RuleShapes;
  /** Lines in which the slip behind the faults was looked for. */
  private explained = 0;

  constructor(settings: LineSettings) {
    this.settings = settings;
    this.shapes = RuleShapes.of(settings.family, settings.extensions);
  }

  /** The same line where chains have taken names of targets. */
  readWithout(taken: ReadonlySet<string>, line: string, eol: Eol): Entry {
    this.take(taken);
    const entry = this.read(line, eol);
    this.take(NONE_TAKEN);
    return entry;
  }

  private take(taken: ReadonlySet<string>): void {
    this.reader.taken = taken;
    this.secondLook.taken = taken;
  }

  /** What a line is that ends in this way. */
  read(line: string, eol: Eol): Entry {
    const text = readText(line, this.settings);
    if (this.settings.template && isUnknownLine(text)) return UNKNOWN_LINE;
    const parts = pieces(text);
    // A line that begins with a NUL is not blank to the loader: it is a rule without words.
    const syntax = readLine(text === '' && line !== '' ? ' ' : (parts?.[0]?.text ?? text));
    if (parts) return this.readLong(parts);
    if (syntax.kind !== 'command') return syntax;
    if (this.settings.template && text.includes(UNKNOWN)) return this.readTemplateCommand(text, syntax.from);
    const known = this.reader.taken.size > 0 ? undefined : this.shapes.read(text, syntax.from);
    const command = known ?? this.readNew(text, syntax.from);
    const faults = frameFaults(syntax);
    if (eol >= Eol.crlf) faults.push(this.carriageReturn(text, syntax.from));
    // Without its ] the line has nothing but counters.
    if (syntax.counters?.fault === 'no-bracket') return { ...command, faults };
    const own = command.faults.length === 0 ? command.faults : this.lookAgain(text, syntax.from, command.faults);
    if (faults.length === 0 && own === command.faults) return command;
    return { ...command, faults: faults.length > 0 ? [...faults, ...own] : own };
  }

  /** Reads a command of a shape that was not read before, and remembers it. */
  private readNew(text: string, from: number): Command {
    const command = this.readCommand(text, from);
    if (this.reader.taken.size === 0) this.shapes.learn(this.reader, command);
    return command;
  }

  private readCommand(text: string, from: number): Command {
    return this.reader.read(text, from, this.settings.family, this.settings.extensions);
  }

  private lookAgain(text: string, from: number, faults: readonly Fault[]): readonly Fault[] {
    const { mostExplained } = this.settings;
    if (mostExplained !== undefined && this.explained++ >= mostExplained) {
      return faults.length === 1 ? faults : [faults.find(isGrave) ?? faults[0]].filter((fault) => fault !== undefined);
    }
    return this.secondLook.faultsOf(text, from, this.settings.family, this.settings.extensions, faults);
  }

  /** What a CR behind a command does: it is a part of the last word, which the loader mostly refuses. */
  private carriageReturn(text: string, from: number): Fault {
    const { faults, object, chain = '' } = this.readCommand(`${text}\r`, from);
    const refused = faults.some(({ severity }) => !severity) || object?.endsWith('\r');
    // It may be the name of a chain: only the table knows.
    const about = !refused && chain.endsWith('\r') ? [chain] : [];
    const isHarmless = !refused && about.length === 0;
    const place = { start: text.length, end: text.length, about };
    return { code: 'carriage-return', ...place, ...(isHarmless ? { severity: 'warning' } : {}) };
  }

  private readTemplateCommand(text: string, from: number): Command {
    return softened(this.readCommand(text, from), text, this.reader);
  }

  /** A line that the loader reads in pieces, each as a line of its own: the first piece, and whether the others load. */
  private readLong(parts: readonly { text: string; start: number }[]): Entry {
    const head = this.readPiece(parts[0]?.text ?? '');
    const wrong = parts.slice(1).findIndex(({ text }) => {
      const piece = this.readPiece(text);
      return piece.kind === 'command' && piece.faults.some(({ severity }) => !severity);
    });
    const start = parts[Math.max(wrong, 0) + 1]?.start ?? 0;
    const last = parts.at(-1);
    const end = (last?.start ?? 0) + (last?.text.length ?? 0);
    const fault: Fault = {
      code: 'line-too-long',
      start,
      end,
      about: [],
      ...(wrong < 0 ? { severity: 'warning' } : {}),
    };
    if (head.kind === 'command') return { ...head, faults: [...head.faults, fault] };
    return { ...EMPTY_COMMAND, faults: [fault] };
  }

  private readPiece(text: string): Entry {
    const line = readLine(text);
    return line.kind === 'command' ? this.readCommand(text, line.from) : line;
  }
}

/** What is wrong in front of the command: its counters. */
function frameFaults({ counters }: CommandLine): Fault[] {
  if (!counters?.fault) return [];
  return [{ code: 'bad-counters', start: counters.start, end: counters.end, about: [counters.fault] }];
}
