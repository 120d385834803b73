// Prints the walk of a packet for people: hooks and tables in order, rules with what they did, and the verdict.

import type { ComingBack } from '../../analysis/trace/coming-back.ts';
import type { PacketFacts, TraceAnswer, Unknown } from '../../analysis/trace/facts.ts';
import type { Flow } from '../../analysis/trace/flow.ts';
import type { TraceLog } from '../../analysis/trace/log.ts';
import type { Prepared } from '../../analysis/trace/prepared.ts';
import { afterSentence, packetTitle, unknownWords, verdictSentence } from '../../analysis/trace/sentences.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';

export class Walkthrough implements TraceLog {
  private readonly path: string;
  private readonly file: RulesFile;
  private readonly lines: string[] = [];
  private depth = 2;
  readonly nameOf = (line: number): string => `${this.path}:${line}`;

  constructor(path: string, file: RulesFile) {
    this.path = path;
    this.file = file;
  }

  hook(hook: Hook, { input, output }: Flow): void {
    const names = [input && `in by ${input}`, output && `out by ${output}`].filter(Boolean);
    this.lines.push(names.length > 0 ? `${hook} (${names.join(', ')})` : hook);
    this.depth = 1;
  }

  table(table: TableName): void {
    this.depth = 1;
    this.say(`table ${table}`);
  }

  chain(name: string): void {
    this.depth = 2;
    this.say(`chain ${name}`);
    this.depth = 3;
  }

  passed({ length: count }: readonly Prepared[]): void {
    this.say(count === 1 ? '1 rule does not match' : `${count} rules do not match`);
  }

  rule({ place }: Prepared, unknown: readonly Unknown[]): void {
    const word = unknown.length === 0 ? 'matches' : `depends on ${unknownWords(unknown)}; taken as not matching`;
    this.say(`${this.at(place.line)} ${word}`);
    this.say(`    ${this.file.lines.line(place.line - 1).trim()}`);
  }

  changed(what: string): void {
    this.say(`    ${what}`);
  }

  policy(chain: string, policy: string): void {
    this.depth = 3;
    this.say(`policy of ${chain}: ${policy}`);
  }

  note(sentence: string): void {
    this.depth = 1;
    this.say(sentence);
  }

  /** All of it, with the packet above, the verdict below, and what comes back. */
  text(packet: PacketFacts, answer: TraceAnswer, back?: ComingBack): string {
    const verdict = verdictSentence(answer, this.nameOf);
    const after = afterSentence(packet, answer);
    const end = [
      `Verdict: ${verdict}`,
      ...(after === undefined ? [] : [after]),
      ...this.open(answer),
      ...(back ? [back.text] : []),
    ];
    return `${[packetTitle(packet), '', ...this.lines, '', ...end].join('\n')}\n`;
  }

  private open({ unknown }: TraceAnswer): readonly string[] {
    if (unknown.length === 0) return [];
    const shown = unknown.map(
      ({ line, match, why }) => `  ${line === null ? '' : `${this.at(line)} `}${match}: ${why}`,
    );
    return ['It depends on:', ...shown];
  }

  private at(line: number): string {
    return `${this.nameOf(line)}:`;
  }

  private say(text: string): void {
    this.lines.push(`${'  '.repeat(this.depth)}${text}`);
  }
}
