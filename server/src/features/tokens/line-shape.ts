// Where the words of a line are, and its shape: what two rules have in common that differ in values only.

const TAB = 9;
const LINE_FEED = 10;
const BLANK = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const MINUS = 45;
const BACKSLASH = 92;

/** What may follow depends on the value of these, so it belongs to the shape; cut names are names as well. */
const NAMING: readonly string[] = ['--jump', '--goto', '--match', '--protocol'];
const LONGEST_NAMING = 10;
/** The same of short options, which may stand together: `-fp tcp`. */
const SHORT_NAMING: ReadonlySet<number> = new Set([...'jgmp'].map((letter) => letter.charCodeAt(0)));

/** Of one line after the other; nothing is kept, and no text is made of a word. */
export class LineShape {
  count = 0;
  /** Columns of each word, quotes included. */
  readonly start: number[] = [];
  readonly end: number[] = [];
  /**
   * Two rules that load and have the same shape have the same words in the same roles. It is a hash of 53 bits: a text for
   * each of 100,000 lines costs more than all the rest.
   */
  shape = 0;

  /** Reads a line from column `from`. Its words begin and end where `Words` has them. */
  read(line: string, from: number): this {
    const { length } = line;
    let count = 0;
    let high = 0x811c9dc5;
    let low = 0x12345;
    let naming = false;
    let at = from;
    while (at < length) {
      let code = line.charCodeAt(at);
      if (code === BLANK || code === TAB || code === LINE_FEED) {
        at++;
        continue;
      }
      const start = at;
      let isLiteral: boolean = naming || code === MINUS || code === EXCLAMATION;
      let end = 1;
      for (; code !== BLANK && code !== TAB && code !== LINE_FEED; code = line.charCodeAt(at)) {
        if (code === QUOTE) {
          // Behind an opening quote an option may hide; and one more shape does no harm.
          if (at === start) isLiteral ||= isSign(line.charCodeAt(at + 1));
          const close = closing(line, at);
          if (isLiteral)
            for (; at < close; at++) {
              const inside = line.charCodeAt(at);
              high = Math.imul(high ^ inside, 0x01000193);
              low = Math.imul(low + inside, 0x5bd1e995) ^ (low >>> 15);
            }
          at = close;
          end = 2;
          break;
        }
        if (isLiteral) {
          high = Math.imul(high ^ code, 0x01000193);
          low = Math.imul(low + code, 0x5bd1e995) ^ (low >>> 15);
        }
        if (++at >= length) break;
      }
      this.start[count] = start;
      this.end[count++] = at;
      if (!isLiteral) end = 3;
      high = Math.imul(high ^ end, 0x01000193);
      low = Math.imul(low + end, 0x5bd1e995) ^ (low >>> 15);
      naming = isLiteral && (end === 2 || isNaming(line, start, at));
    }
    this.count = count;
    this.shape = (high >>> 0) * 0x200000 + (low & 0x1fffff);
    return this;
  }
}

/** What an option, a negation or an escape begins with. */
function isSign(code: number): boolean {
  return code === MINUS || code === EXCLAMATION || code === BACKSLASH;
}

/** The column behind the quote that closes the one at `quote`; the end of the line where none does. */
function closing(line: string, quote: number): number {
  for (let at = quote + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at++;
  }
  return line.length;
}

function isNaming(line: string, start: number, end: number): boolean {
  if (line.charCodeAt(start) !== MINUS || end - start < 2) return false;
  if (line.charCodeAt(start + 1) !== MINUS) return SHORT_NAMING.has(line.charCodeAt(end - 1));
  if (end - start < 3 || end - start > LONGEST_NAMING) return false;
  const word = line.slice(start, end);
  return NAMING.some((name) => name.startsWith(word));
}
