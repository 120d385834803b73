// How a file is to be formatted, and what comes of it.

import type { Range } from '../syntax/lines.ts';

export interface FormatOptions {
  /** `tidy`: blanks only; `canonical`: rules in the order and spelling of iptables-save as well. */
  readonly style: 'tidy' | 'canonical';
  /** Options below each other in columns. */
  readonly align: boolean;
}

/** Lines from the first to the last, zero-based, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Replaces a range by a text. Ranges of one answer are in order and none overlaps another. */
export interface FormatEdit {
  readonly range: Range;
  readonly text: string;
}
