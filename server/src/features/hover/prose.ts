// Small English: lists, numbers, plurals.

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** Digits in groups of three: `65,536`. A power of two past 2^40 is written as one. */
export function number(value: number | bigint): string {
  const whole = BigInt(value);
  if (whole > 1n << 40n && (whole & (whole - 1n)) === 0n) return `2^${whole.toString(2).length - 1}`;
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 rule`, `2 rules`. */
export function count(value: number | bigint, noun: string): string {
  const plural = /(s|sh|x)$/.test(noun) ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number(value)} ${Number(value) === 1 ? noun : plural}`;
}

/** A sentence out of a phrase: first letter large, a full stop at the end. */
export function sentence(phrase: string): string {
  const text = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
  ['millisecond', 0.001],
  ['microsecond', 0.000001],
];

/** A time as people say it: `12 seconds`, `2.5 hours`, `100 microseconds`. */
export function duration(seconds: number): string {
  const [name, length] = UNITS.find((unit) => seconds >= unit[1]) ?? ['microsecond', 0.000001];
  const amount = Math.round((seconds / length) * 100) / 100;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}
