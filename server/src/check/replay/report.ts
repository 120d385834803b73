// Says what a command finds missing or in its way, at the word of the command that is to blame.

import type { Rule } from '../../ruleset/rule.ts';
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
  rule(): Rule {
    return this.file.rule(this.line);
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
    const rule = this.rule();
    this.at(refused, code, message, rule.columns(rule.chainWord));
  }

  atObject(code: string, message: string, suggestions: readonly string[] = []): void {
    const rule = this.rule();
    this.at({}, code, message, rule.columns(rule.objectWord), suggestions);
  }

  atCommand(refused: Refused, code: string, message: string): void {
    const rule = this.rule();
    this.at(refused, code, message, rule.columns(rule.commandWord));
  }

  /** The word behind the chain: a rule's number. */
  atNumber(refused: Refused, code: string, message: string): void {
    const rule = this.rule();
    this.at(refused, code, message, rule.columns(Math.max(rule.chainWord + 1, 0)));
  }
}
