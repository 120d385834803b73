// How a word of the file is shown in a plain-text message.

/** The word in double quotes. */
export function quoted(word: string): string {
  return `"${word}"`;
}
