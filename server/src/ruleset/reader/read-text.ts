// What the loader reads of a line's text.

import { maskPlaceholders } from '../../syntax/template.ts';
import { splitWords } from '../../syntax/words.ts';
import type { LineSettings } from './entry-reader.ts';

/** What is read of a line, in a template with its placeholders masked. Columns are those of the line. */
export function readText(line: string, { template }: Pick<LineSettings, 'template'>): string {
  const text = line.includes('\0') ? untilNul(line) : line;
  return template ? maskPlaceholders(text) : text;
}

/** The loader reads no further than a NUL, which closes an open quote. */
function untilNul(line: string): string {
  const text = line.substring(0, line.indexOf('\0'));
  return splitWords(text).openQuote < 0 ? text : `${text}"`;
}
