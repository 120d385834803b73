// Texts of strangers for a terminal: what would move the cursor, colour, or begin a line is shown as its number.

/** Control characters, and those that turn the direction of writing or break lines elsewhere. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text in one line of harmless characters. */
export function plain(text: string): string {
  return text.replace(UNSAFE, shown);
}

/** The same for a line of a file, in which a tab is a space, so that columns stay where they can. */
export function plainLine(text: string): string {
  return text.replace(UNSAFE, (letter) => (letter === '\t' ? ' ' : shown(letter)));
}

/** The same for a text of many lines. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainLine).join('\n');
}

function shown(letter: string): string {
  const code = letter.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
