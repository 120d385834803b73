// Which findings the directives of a file suppress, and which of their names suppress nothing.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { DirectiveWord } from './directive.ts';
import type { PlacedDirective } from './directive-index.ts';

/** A name in a directive, for the lines that it speaks of. */
interface Hold {
  readonly line: number;
  readonly word: DirectiveWord;
  readonly from: number;
  /** The last line. */
  to: number;
  /** Something was suppressed, or would have been were it no error. */
  use: 'none' | 'error' | 'some';
}

/** A name that suppresses nothing. */
export interface Useless {
  readonly line: number;
  readonly word: DirectiveWord;
  /** `error`: what there is is an error, which nothing suppresses; `end`: there is nothing to end. */
  readonly why: 'none' | 'error' | 'end';
}

/** A finding, as far as it matters here. */
interface Found {
  readonly code: string;
  readonly line: number;
  readonly severity: string;
}

export class Cover {
  private readonly file: RulesFile;
  /** By name: of the next line, by the line that it speaks of; of blocks, by their lines; of the file. */
  private readonly nextLine = new Map<string, Map<number, Hold>>();
  private readonly blocks = new Map<string, Hold[]>();
  private readonly whole = new Map<string, Hold>();
  private readonly holds: Hold[] = [];
  private readonly idleEnds: Useless[] = [];

  constructor(file: RulesFile, directives: readonly PlacedDirective[]) {
    this.file = file;
    const spokenOf = this.nextLines(directives);
    const open = new Map<string, Hold>();
    directives.forEach(({ line, directive: { kind, names } }, i) => {
      for (const word of names) {
        if (kind === 'enable') this.end(open, line, word);
        else if (kind === 'disable') this.begin(open, line, word);
        else if (kind === 'disable-file') this.add(this.whole, word.text, this.hold(line, word, 0, Infinity));
        else if (kind === 'disable-next-line') {
          const of = this.nextLine.get(word.text) ?? new Map<number, Hold>();
          this.nextLine.set(word.text, of);
          const at = spokenOf[i] ?? -1;
          this.add(of, at, this.hold(line, word, at, at));
        }
      }
    });
  }

  /** Whether a finding is suppressed, by the directive that is nearest to it. */
  suppresses({ code, line, severity }: Found): boolean {
    const hold = this.nextLine.get(code)?.get(line) ?? this.blockAt(code, line) ?? this.whole.get(code);
    if (!hold) return false;
    if (severity !== 'error') hold.use = 'some';
    else if (hold.use === 'none') hold.use = 'error';
    return severity !== 'error';
  }

  /** The names that suppressed nothing of what was asked for so far. */
  useless(): Useless[] {
    const idle = this.holds.flatMap(({ line, word, use }) => (use === 'some' ? [] : [{ line, word, why: use }]));
    return [...idle, ...this.idleEnds];
  }

  /** The line that each `disable-next-line` speaks of: the next one that is more than a comment. */
  private nextLines(directives: readonly PlacedDirective[]): number[] {
    const found: number[] = [];
    for (let i = directives.length - 1; i >= 0; i--) {
      const one = directives[i];
      if (!one) continue;
      const below = directives[i + 1]?.line ?? this.file.lineCount;
      let line = one.line + 1;
      while (line < below && this.isIdle(line)) line++;
      found[i] = line < below ? line : (found[i + 1] ?? -1);
    }
    return found;
  }

  private isIdle(line: number): boolean {
    const { kind } = this.file.entry(line);
    return kind === 'comment' || kind === 'blank';
  }

  private hold(line: number, word: DirectiveWord, from: number, to: number): Hold {
    const hold: Hold = { line, word, from, to, use: 'none' };
    this.holds.push(hold);
    return hold;
  }

  /** Of several that say the same the first does it. */
  private add<K>(to: Map<K, Hold>, key: K, hold: Hold): void {
    if (!to.has(key)) to.set(key, hold);
  }

  private begin(open: Map<string, Hold>, line: number, word: DirectiveWord): void {
    const hold = this.hold(line, word, line, Infinity);
    if (open.has(word.text)) return;
    open.set(word.text, hold);
    const blocks = this.blocks.get(word.text);
    if (blocks) blocks.push(hold);
    else this.blocks.set(word.text, [hold]);
  }

  private end(open: Map<string, Hold>, line: number, word: DirectiveWord): void {
    const hold = open.get(word.text);
    if (hold) hold.to = line;
    else this.idleEnds.push({ line, word, why: 'end' });
    open.delete(word.text);
  }

  /** The blocks of a name stand one after the other. */
  private blockAt(name: string, line: number): Hold | undefined {
    const blocks = this.blocks.get(name) ?? [];
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.from ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const block = blocks[low - 1];
    return block && line <= block.to ? block : undefined;
  }
}
