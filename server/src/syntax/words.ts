// Splits a rule line into words exactly as iptables-restore does.

const TAB = 9;
const LINE_FEED = 10;
const BLANK = 32;
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The words of one line, as parallel arrays that a caller may reuse for the next line.
 * `text` is what the loader passes on: quotes and escapes resolved. `start` and `end` are columns of the line in
 * UTF-16 units, quotes included.
 */
export class Words {
  count = 0;
  /** The length of the longest of `text`. */
  longest = 0;
  readonly text: string[] = [];
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** True where the column of a character in `text` is no longer `start` plus its index. */
  readonly quoted: boolean[] = [];
  /** A `"` that nothing closes: its column, or -1. The rest of the line, line break included, is in the last word. */
  openQuote = -1;

  /** Columns of a part of word `index`: the whole word where quotes or escapes moved the characters. */
  columns(index: number, from?: number, to?: number): { start: number; end: number } {
    const start = this.start[index] ?? 0;
    const end = this.end[index] ?? start;
    if (from === undefined || this.quoted[index]) return { start, end };
    const first = Math.min(start + from, end);
    return { start: first, end: to === undefined ? end : Math.max(first, Math.min(start + to, end)) };
  }

  /** The index of the word that holds or touches a column, or -1. */
  at(column: number): number {
    for (let i = 0; i < this.count; i++) {
      if (column >= (this.start[i] ?? 0) && column <= (this.end[i] ?? 0)) return i;
    }
    return -1;
  }

  private add(text: string, start: number, end: number, quoted: boolean): void {
    const i = this.count++;
    this.text[i] = text;
    if (text.length > this.longest) this.longest = text.length;
    this.start[i] = start;
    this.end[i] = end;
    this.quoted[i] = quoted;
  }

  /**
   * Reads the words of `line` from column `from`, replacing what was here. Blanks and tabs separate words; a double
   * quote opens a stretch that may hold them, in which a backslash takes the next character as it is; the closing
   * quote ends the word, even with no blank behind it. Never throws.
   */
  read(line: string, from = 0): this {
    this.count = 0;
    this.longest = 0;
    this.openQuote = -1;
    const length = line.length;
    let i = from;
    while (i < length) {
      let code = line.charCodeAt(i);
      if (code === BLANK || code === TAB || code === LINE_FEED) {
        i++;
        continue;
      }
      const start = i;
      while (code !== BLANK && code !== TAB && code !== QUOTE && code !== LINE_FEED) {
        if (++i >= length) break;
        code = line.charCodeAt(i);
      }
      if (i < length && code === QUOTE) i = this.readQuoted(line, start, i);
      else this.add(line.substring(start, i), start, i, false);
    }
    return this;
  }

  /** Reads on from the quote at `quote` in a word that began at `start`; answers the column behind the word. */
  private readQuoted(line: string, start: number, quote: number): number {
    let text = line.substring(start, quote);
    let from = quote + 1;
    for (let i = from; i < line.length; i++) {
      const code = line.charCodeAt(i);
      if (code === QUOTE) {
        this.add(text + line.substring(from, i), start, i + 1, true);
        return i + 1;
      }
      if (code === BACKSLASH) {
        text += line.substring(from, i);
        from = i + 1;
        i++;
      }
    }
    this.openQuote = quote;
    this.add(`${text}${line.substring(from)}\n`, start, line.length, true);
    return line.length;
  }
}

/** The words of `line` from column `from`; `into` is overwritten and answered where given. */
export function splitWords(line: string, from = 0, into: Words = new Words()): Words {
  return into.read(line, from);
}
