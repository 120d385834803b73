// A document as an array of lines: the unit of everything above.

/** How a line ends. `none` only in the last line. */
export const Eol = { none: 0, lf: 1, crlf: 2, cr: 3 } as const;
export type Eol = (typeof Eol)[keyof typeof Eol];

const EOLS: readonly Eol[] = [Eol.none, Eol.lf, Eol.crlf, Eol.cr];
const EOL_TEXT = ['', '\n', '\r\n', '\r'] as const;
const EOL_LENGTH = [0, 1, 2, 1] as const;

/** Where lines end: an editor ends one at a lone CR too, which to the loaders is a letter like any other. */
export type LineBreaks = 'editor' | 'loader';

/** A place in a document: zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What an edit did: lines from `first` on, `removed` of them, became `added` new ones. */
export interface LineChange {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/**
 * The lines of a text without their ends, and the ends apart. There is always at least one line; a text that ends in
 * a line break has an empty last line. `text() === the text given`, whatever it holds.
 */
export class LineArray {
  private lines: string[];
  private ends: Uint8Array;
  private carriageReturns = 0;
  private nuls: boolean;
  private readonly breaks: LineBreaks;

  constructor(text: string, breaks: LineBreaks = 'editor') {
    this.breaks = breaks;
    const read = splitLines(text, breaks);
    this.lines = read.lines;
    this.ends = new Uint8Array(read.ends);
    if (text.includes('\r')) this.carriageReturns = countReturns(read.ends);
    this.nuls = text.includes('\0');
  }

  /** The same lines, for somebody who will edit them. */
  copy(): LineArray {
    const copy = new LineArray('', this.breaks);
    copy.lines = this.lines.slice();
    copy.ends = this.ends.slice();
    copy.carriageReturns = this.carriageReturns;
    copy.nuls = this.nuls;
    return copy;
  }

  get count(): number {
    return this.lines.length;
  }

  /** Line `index` without its end; empty past the last line. */
  line(index: number): string {
    return this.lines[index] ?? '';
  }

  /** How line `index` ends. */
  eol(index: number): Eol {
    return EOLS[this.ends[index] ?? 0] ?? Eol.none;
  }

  /** Some line ends in a CR, alone or before a line feed. */
  get hasCarriageReturns(): boolean {
    return this.carriageReturns > 0;
  }

  /** Some line has a NUL in it, or had one before an edit. */
  get mayHaveNuls(): boolean {
    return this.nuls;
  }

  /** The first line from `from` on that ends in this way, -1 without. */
  nextWithEol(eol: Eol, from: number): number {
    const at = this.ends.indexOf(eol, from);
    return at < this.count ? at : -1;
  }

  /** The lines themselves, for readers that take them all. Not to be changed. */
  all(): readonly string[] {
    return this.lines;
  }

  /** The text of the whole document or of a range, line breaks as they stand. */
  text(range?: Range): string {
    // Every line but the last ends in a line feed then.
    if (!range && !this.hasCarriageReturns) return this.lines.join('\n');
    const from = range ? this.clamp(range.start) : { line: 0, character: 0 };
    const last = this.count - 1;
    const to = range ? this.clamp(range.end) : { line: last, character: this.line(last).length };
    if (from.line === to.line) return this.line(from.line).substring(from.character, to.character);
    const parts = [this.line(from.line).substring(from.character), EOL_TEXT[this.eol(from.line)]];
    for (let i = from.line + 1; i < to.line; i++) parts.push(this.line(i), EOL_TEXT[this.eol(i)]);
    parts.push(this.line(to.line).substring(0, to.character));
    return parts.join('');
  }

  /** The nearest place that exists. */
  clamp(position: Position): Position {
    if (position.line < 0) return { line: 0, character: 0 };
    if (position.line >= this.count) return { line: this.count - 1, character: this.line(this.count - 1).length };
    const character = Math.max(0, Math.min(position.character, this.line(position.line).length));
    return { line: position.line, character };
  }

  /** Offset of a place in `text()`, in UTF-16 units. Walks the lines before it. */
  offsetAt(position: Position): number {
    const at = this.clamp(position);
    let offset = at.character;
    for (let i = 0; i < at.line; i++) offset += this.line(i).length + EOL_LENGTH[this.eol(i)];
    return offset;
  }

  /** The place at an offset of `text()`. Walks the lines before it. */
  positionAt(offset: number): Position {
    let rest = Math.max(0, offset);
    for (let i = 0; i < this.count; i++) {
      const length = this.line(i).length;
      const whole = length + EOL_LENGTH[this.eol(i)];
      if (rest < whole || i === this.count - 1) return { line: i, character: Math.min(rest, length) };
      rest -= whole;
    }
    return { line: 0, character: 0 };
  }

  /** Replaces a range by `text` and tells which lines that touched. Reads only those lines. */
  replace(range: Range, text: string): LineChange {
    this.nuls ||= text.includes('\0');
    let from = this.clamp(range.start);
    let to = this.clamp(range.end);
    if (to.line < from.line || (to.line === from.line && to.character < from.character)) [from, to] = [to, from];
    const endEol = this.eol(to.line);
    let first = from.line;
    let head = this.line(first).substring(0, from.character);
    // A lone CR before the edit and a line feed at its beginning would become one line break.
    if (head === '' && first > 0 && this.eol(first - 1) === Eol.cr) {
      first--;
      head = `${this.line(first)}\r`;
    }
    const last = to.line;
    const tail = this.line(last).substring(to.character) + EOL_TEXT[endEol];
    const read = splitLines(head + text + tail, this.breaks);
    if (endEol !== Eol.none) {
      // The last piece ended in a line break: what splitLines saw behind it is the next line, which stays as it is.
      read.lines.pop();
      read.ends.pop();
    }
    const removed = last - first + 1;
    this.splice(first, removed, read.lines, read.ends);
    return { first, removed, added: read.lines.length };
  }

  private splice(first: number, removed: number, lines: readonly string[], ends: readonly number[]): void {
    const added = lines.length;
    this.carriageReturns += countReturns(ends) - countReturns(this.ends.subarray(first, first + removed));
    if (removed === added) {
      for (let i = 0; i < added; i++) {
        this.lines[first + i] = lines[i] ?? '';
        this.ends[first + i] = ends[i] ?? 0;
      }
      return;
    }
    const oldCount = this.count;
    if (added < 1000) this.lines.splice(first, removed, ...lines);
    else this.lines = this.lines.slice(0, first).concat(lines, this.lines.slice(first + removed));
    const count = oldCount - removed + added;
    const next = count > this.ends.length ? new Uint8Array(count + (count >> 2) + 16) : this.ends;
    if (next !== this.ends) next.set(this.ends.subarray(0, first));
    next.set(this.ends.subarray(first + removed, oldCount), first + added);
    next.set(ends, first);
    this.ends = next;
  }
}

function countReturns(ends: Iterable<number>): number {
  let count = 0;
  for (const end of ends) if (end >= Eol.crlf) count++;
  return count;
}

/** Cuts a text at LF and CR LF, and at a lone CR where that breaks lines. */
function splitLines(text: string, breaks: LineBreaks): { lines: string[]; ends: number[] } {
  const lines: string[] = [];
  const ends: number[] = [];
  if (!text.includes('\r')) {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      lines.push(text.substring(from, at));
      ends.push(Eol.lf);
      from = at + 1;
    }
    lines.push(text.substring(from));
    ends.push(Eol.none);
    return { lines, ends };
  }
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    const pair = code === 13 && text.charCodeAt(i + 1) === 10;
    if (code === 13 && !pair && breaks === 'loader') continue;
    lines.push(text.substring(from, i));
    ends.push(code === 10 ? Eol.lf : pair ? Eol.crlf : Eol.cr);
    if (pair) i++;
    from = i + 1;
  }
  lines.push(text.substring(from));
  ends.push(Eol.none);
  return { lines, ends };
}
