// How a word of the file is shown in a message.

const PLAIN = /^[\x21-\x7e\u00a1-\uffff]+$/;

/** The word as it stands; in double quotes where it is empty, has blanks in it or other characters that nobody sees. */
export function shown(word: string): string {
  return PLAIN.test(word) ? word : `"${word}"`;
}
