// Collects changes to lines and turns them into the edits of one undo step.

import type { TextEdit } from 'vscode-languageserver-types';

/** New lines and replaced stretches of one document, in terms of the lines as they are now. */
export class LineEdits {
  private readonly lines: readonly string[];
  private readonly inserted = new Map<number, string[]>();
  private readonly replaced: TextEdit[] = [];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  get empty(): boolean {
    return this.inserted.size === 0 && this.replaced.length === 0;
  }

  /** New lines go behind the last one, so that it gets a line end. */
  get insertsAtEnd(): boolean {
    return this.inserted.has(this.lines.length);
  }

  /** Puts new lines in front of line `index`, behind what was put there before; past the last line: at the end. */
  insertBefore(index: number, newLines: readonly string[]): void {
    if (newLines.length === 0) return;
    const at = Math.min(index, this.lines.length);
    const list = this.inserted.get(at);
    if (list) list.push(...newLines);
    else this.inserted.set(at, [...newLines]);
  }

  /** Replaces columns `start` to `end` (exclusive) of line `index`. One call a stretch. */
  replace(index: number, start: number, end: number, newText: string): void {
    this.replaced.push({
      range: { start: { line: index, character: start }, end: { line: index, character: end } },
      newText,
    });
  }

  /** Takes the whole line `index` out; the last one leaves an empty line. */
  remove(index: number): void {
    const isLast = index >= this.lines.length - 1;
    const end = isLast ? { line: index, character: this.lines[index]?.length ?? 0 } : { line: index + 1, character: 0 };
    this.replaced.push({ range: { start: { line: index, character: 0 }, end }, newText: '' });
  }

  /** The edits in the order of the document: none overlaps another, and no place has two insertions. */
  toTextEdits(): TextEdit[] {
    const inserted = [...this.inserted].map(([index, newLines]) => this.insertion(index, newLines));
    const edits = [...this.replaced, ...inserted].sort(
      (a, b) =>
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character ||
        Number(isEmpty(b)) - Number(isEmpty(a)),
    );
    return edits.reduce<TextEdit[]>(joinAtSamePlace, []);
  }

  private insertion(index: number, newLines: readonly string[]): TextEdit {
    const last = this.lines.length - 1;
    const lastText = this.lines[last] ?? '';
    if (index <= last || lastText === '') {
      const position = { line: Math.max(0, Math.min(index, last)), character: 0 };
      return { range: { start: position, end: position }, newText: newLines.map((line) => `${line}\n`).join('') };
    }
    const end = { line: last, character: lastText.length };
    return { range: { start: end, end }, newText: `\n${newLines.join('\n')}\n` };
  }
}

/** What is put at a place, and what is put or replaced from there on, are one edit; so are removals in a row. */
function joinAtSamePlace(edits: TextEdit[], next: TextEdit): TextEdit[] {
  const last = edits.at(-1);
  const { start } = next.range;
  const meets = last?.range.end.line === start.line && last.range.end.character === start.character;
  if (last && meets && (isEmpty(last) || (last.newText === '' && next.newText === ''))) {
    const range = { start: last.range.start, end: next.range.end };
    edits[edits.length - 1] = { range, newText: last.newText + next.newText };
  } else edits.push(next);
  return edits;
}

function isEmpty({ range: { start, end } }: TextEdit): boolean {
  return start.line === end.line && start.character === end.character;
}
