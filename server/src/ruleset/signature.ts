// Whether two rules can be the same to -D and -C, which compare whole rules.

import type { RuleReader } from './rule-reader.ts';

/** A rule as a list of words in a fixed order; numbers stand as they are, other values may be spelled in many ways. */
export type Signature = readonly string[];

/** The rule that `reader` has just read. Options of one match count in any order, matches in theirs. */
export function signatureOf(reader: RuleReader): Signature {
  const parts: string[] = [];
  for (const letter of 'sdiof') {
    if (!reader.has(letter)) continue;
    parts.push(`${reader.negatedLetters.includes(letter) ? '!' : ''}-${letter}`);
    if (letter !== 'f') parts.push(nameAfter(reader, letter));
  }
  if (reader.has('p')) parts.push(`${reader.negatedLetters.includes('p') ? '!' : ''}-p`, String(reader.namedProtocol));
  for (const instance of reader.instances) {
    const { kind, name } = instance.known.extension;
    parts.push(`${kind} ${name}`);
    const uses = reader.uses.filter((use) => use.instance === instance).sort((a, b) => a.slot - b.slot);
    for (const { slot, negated, values } of uses) {
      parts.push(`${negated ? '!' : ''}${instance.known.extension.options[slot]?.name}`, ...values.map(loose));
    }
  }
  parts.push(`jump ${reader.jump}`, reader.object ?? '');
  return parts;
}

/** False only where the rules surely differ. */
export function maySame(a: Signature, b: Signature): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i] || part === ANY || b[i] === ANY);
}

/** Stands for a value that has several spellings. */
const ANY = '*';

function loose(value: string): string {
  return /^[1-9]\d*$/.test(value) ? value : ANY;
}

function nameAfter(reader: RuleReader, letter: string): string {
  if (letter === 'i') return reader.interfaceIn;
  return letter === 'o' ? reader.interfaceOut : ANY;
}
