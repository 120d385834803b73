// What a hover is about: columns of a line, and what to say of them.

export interface Spot {
  /** Columns in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Markdown. */
  readonly text: string;
}
