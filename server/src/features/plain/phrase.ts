// How options are told in plain words, and where in the sentence of a rule.

/**
 * `core`: behind the packets, a preposition's phrase ("to port 22"). `verb`: what they do, in the plural ("come in by
 * eth0"). `tail`: at the end, between commas ("at most 5 a minute"). `{0}` is the option's first value, `{1}` its second;
 * Several are
 * joined by "or", of `{0 and}` by "and"; `{0 raw}` is the word as it is written.
 */
export interface Phrase {
  readonly as: 'core' | 'verb' | 'tail';
  readonly says: string;
}

/** By the option's usual name. */
export type Phrases = Readonly<Record<string, Phrase>>;

export function core(says: string): Phrase {
  return { as: 'core', says };
}

export function verb(says: string): Phrase {
  return { as: 'verb', says };
}

export function tail(says: string): Phrase {
  return { as: 'tail', says };
}

/** A verb's phrase with "not". */
export function negated(says: string): string {
  return says.startsWith('are ') ? `are not ${says.slice('are '.length)}` : `do not ${says}`;
}
