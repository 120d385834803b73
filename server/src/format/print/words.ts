// How iptables-save writes a word, so that the loader reads the same again.

const PLAIN = /^[\w-]+$/;
const NEEDS_ESCAPE = /["\\']/g;
/** What a word without quotes may not hold, and what it may not begin with. */
const ODD = /[\s"]|^[-!#]|^$/;

/** A text as iptables-save writes remarks and prefixes: in quotes unless it is letters, digits, `_` and `-`. */
export function quotedText(text: string): string | undefined {
  if (text === '' || text.includes('\n')) return undefined;
  return PLAIN.test(text) ? text : `"${text.replace(NEEDS_ESCAPE, '\\$&')}"`;
}

/** A name that iptables-save writes as it is; undefined where the loader would not read the same again. */
export function plainText(text: string): string | undefined {
  return ODD.test(text) ? undefined : text;
}
