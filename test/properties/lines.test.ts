// An array of lines that is edited is the same as the edited text cut anew.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineArray, type Position } from '../../server/src/syntax/lines.ts';

const text = fc
  .array(fc.constantFrom('a', '-A INPUT', ' ', '\n', '\r', '\r\n', 'é', '😀', '"', ''), { maxLength: 40 })
  .map((parts) => parts.join(''));
const edit = fc.record({ from: fc.nat(60), length: fc.nat(30), insert: text });

/** Where an offset lies, by the plainest reading of the protocol's rule for line ends. */
function positionAt(whole: string, offset: number): Position {
  const before = whole.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

test('print(read(x)) is x', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(new LineArray(whole).text()).toBe(whole);
    }),
  );
});

test('lines are cut as editors cut them', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(new LineArray(whole).all()).toEqual(whole.split(/\r\n|\n|\r/));
    }),
  );
});

test('lines are cut as the loaders cut them', () => {
  fc.assert(
    fc.property(text, edit, (whole, { from, length, insert }) => {
      const lines = new LineArray(whole, 'loader');
      expect(lines.all()).toEqual(whole.split(/\r\n|\n/));
      const first = lines.positionAt(from);
      const last = lines.positionAt(from + length);
      lines.replace({ start: first, end: last }, insert);
      expect(lines.all()).toEqual(lines.text().split(/\r\n|\n/));
    }),
  );
});

test('edited lines equal the edited text cut anew', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (start, edits) => {
      let whole = start;
      const lines = new LineArray(start);
      for (const { from, length, insert } of edits) {
        const first = Math.min(from, whole.length);
        const last = Math.min(first + length, whole.length);
        // No editor puts the cursor between CR and LF.
        if (/^\r\n/.test(whole.slice(first - 1)) || /^\r\n/.test(whole.slice(last - 1))) continue;
        lines.replace({ start: positionAt(whole, first), end: positionAt(whole, last) }, insert);
        whole = whole.slice(0, first) + insert + whole.slice(last);
        expect(lines.text()).toBe(whole);
        expect(lines.all()).toEqual(whole.split(/\r\n|\n|\r/));
      }
    }),
    { numRuns: 2000 },
  );
});

test('offsets and positions agree', () => {
  fc.assert(
    fc.property(text, fc.nat(80), (whole, at) => {
      const lines = new LineArray(whole);
      const offset = Math.min(at, whole.length);
      if (/^\r\n/.test(whole.slice(offset - 1))) return;
      expect(lines.positionAt(offset)).toEqual(positionAt(whole, offset));
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }),
  );
});
