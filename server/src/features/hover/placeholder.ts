// Hovers of placeholders in a template: that something comes there, and nothing else, for nobody knows what.

import { render, titled } from './page.ts';
import type { Spot } from './spot.ts';

/** What to say of the stretch of a line that is a placeholder, or a word with one in it. */
export function placeholderSpot(line: string, start: number, end: number): Spot {
  const text = render({
    title: titled(line.slice(start, end), 'placeholder of the template'),
    paragraphs: ['Filled in later, so its value is not known yet.'],
  });
  return { start, end, text };
}
