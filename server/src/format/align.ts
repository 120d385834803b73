// Puts the options of neighbouring rules below each other, with blanks alone.

import { COLUMNS } from './columns.ts';
import type { LineForm } from './line-forms.ts';

/** A longer cell counts for no column, so that one long remark does not push all targets away. */
const WIDEST = 40;
/** A rule that would get longer stays as it is: loaders read so many bytes of a line and no more. */
const LONGEST = 1000;

/** The texts of some lines in a row; rules in a row among them have columns in common. */
export function alignedTexts(forms: readonly LineForm[]): readonly string[] {
  const texts: string[] = [];
  for (let from = 0; from < forms.length; ) {
    let to = from;
    while (forms[to]?.cells) to++;
    const rules = forms.slice(from, to);
    const widths = widthsOf(rules);
    for (const form of rules) texts.push(alignedText(form, widths));
    const other = forms[to];
    if (other) texts.push(other.text);
    from = to + 1;
  }
  return texts;
}

/** The width of each column; 0 where no rule has anything in it. */
function widthsOf(rules: readonly LineForm[]): readonly number[] {
  const widths: number[] = COLUMNS.map(() => 0);
  for (const { cells = [] } of rules) {
    for (let column = 0; column < widths.length; column++) {
      const { length } = cells[column] ?? '';
      if (length <= WIDEST && length > (widths[column] ?? 0)) widths[column] = length;
    }
  }
  return widths;
}

function alignedText({ text, cells = [] }: LineForm, widths: readonly number[]): string {
  let aligned = '';
  let width = 0;
  for (let column = 0; column < widths.length; column++) {
    const cell = cells[column] ?? '';
    if (cell !== '') {
      if (aligned !== '') aligned = `${aligned.padEnd(width - 1)} `;
      aligned += cell;
    }
    const own = widths[column] ?? 0;
    if (own > 0) width += own + 1;
  }
  return aligned.length <= LONGEST ? aligned : text;
}
