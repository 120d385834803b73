// Whether two rules can be the same to -D and -C, which compare whole rules.

import type { Rule } from './rule.ts';

/** A rule as a list of words in a fixed order; numbers stand as they are, other values may be spelled in many ways. */
export type Signature = readonly string[];

/** A rule's signature. Options of one match count in any order, matches in theirs. */
export function signatureOf(rule: Rule): Signature {
  const parts: string[] = [];
  for (const letter of 'sdiof') {
    const option = rule.option(letter);
    if (!option) continue;
    parts.push(`${option.negated ? '!' : ''}-${letter}`);
    if (letter !== 'f') parts.push(letter === 'i' || letter === 'o' ? (option.values[0]?.text ?? '') : ANY);
  }
  const protocol = rule.option('p');
  if (protocol) parts.push(`${protocol.negated ? '!' : ''}-p`, String(rule.namedProtocol));
  for (const instance of rule.instances) {
    const { kind, name } = instance.known.extension;
    parts.push(`${kind} ${name}`);
    const uses = rule.uses.filter((use) => use.instance === instance).sort((a, b) => a.slot - b.slot);
    for (const { slot, negated, values } of uses) {
      parts.push(`${negated ? '!' : ''}${instance.known.extension.options[slot]?.name}`, ...values.map(loose));
    }
  }
  parts.push(`jump ${rule.jump}`, rule.object ?? '');
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
