// Says what a command finds missing or in its way, at the word of the command that is to blame.

import type { RuleReader } from '../../ruleset/rule-reader.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Word } from '../chains.ts';
import type { Refusal, Report } from '../finding.ts';

type Refused = Refusal['refusedBy'];

export class Reporter {
  /** The line that is being played. */
  line = 0;
  private readonly file: RulesFile;
  private readonly add: Report;

  constructor(file: RulesFile, add: Report) {
    this.file = file;
    this.add = add;
  }

  /** The line, read again. */
  reader(): RuleReader {
    return this.file.reread(this.line);
  }

  say(word: Word): void {
    this.add({ ...word, line: this.line });
  }

  at(
    refusedBy: Refused,
    code: string,
    message: string,
    { start, end }: { readonly start: number; readonly end: number },
    suggestions?: readonly string[],
  ): void {
    this.say({ code, message, start, end, refusedBy, ...(suggestions && { suggestions }) });
  }

  atChain(refused: Refused, code: string, message: string): void {
    const reader = this.reader();
    this.at(refused, code, message, reader.words.columns(reader.chainWord));
  }

  atObject(code: string, message: string, suggestions: readonly string[] = []): void {
    const reader = this.reader();
    this.at({}, code, message, reader.words.columns(reader.objectWord), suggestions);
  }

  atCommand(refused: Refused, code: string, message: string): void {
    const reader = this.reader();
    this.at(refused, code, message, reader.words.columns(reader.commandWord));
  }

  /** The word behind the chain: a rule's number. */
  atNumber(refused: Refused, code: string, message: string): void {
    const reader = this.reader();
    this.at(refused, code, message, reader.words.columns(Math.max(reader.chainWord + 1, 0)));
  }
}
