// Owns what no message to people may have: words that nobody says today, and names in the quotes of another place.

/** Phrases of old, and what is said in their place stands in docs/contributing.md. */
const STIFF =
  /(?<!there )\bis no\b(?! longer)|\bstands?\b|\bbehind\b|in front of|\bblanks\b|\bblank\b(?! lines?)|one's own|belongs? to no|\bwants?\b|\bminds?\b|\bnobody\b|\bbears?\b|without a word|and none|\bbeside\b|\bcut short\b/i;

/** What is wrong with the words of a message in plain text; undefined where nothing is. */
export function wordingFault(message: string): string | undefined {
  // What is in quotes is the file's.
  const own = message.replace(/"[^"]*"/g, '""');
  const stiff = STIFF.exec(own)?.[0];
  if (stiff !== undefined) return `"${stiff}" in: ${message}`;
  if (own.includes('`')) return `a backtick in: ${message}`;
  if (!/^["A-Z0-9]/.test(message) && !/^(?:nft|iptables)\b/.test(message)) return `a small letter begins: ${message}`;
  return /[.?]$|Refused by .*\.$/s.test(message) ? undefined : `no full stop: ${message}`;
}
