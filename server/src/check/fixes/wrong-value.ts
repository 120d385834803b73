// A wrong value with the option that it belongs to, as those who mend values want it.

import { Role } from '../../ruleset/rule.ts';
import type { RuleLine } from './rule-line.ts';

export interface WrongValue {
  readonly rule: RuleLine;
  /** The word that holds the value. */
  readonly word: number;
  /** The word of the option. */
  readonly option: number;
  /** The option's usual long name, or the letter of a generic one. */
  readonly name: string;
  readonly text: string;
  readonly columns: { readonly start: number; readonly end: number };
  readonly negated: boolean;
}

/** The value that a word holds; undefined where it holds none. */
export function wrongValueAt(rule: RuleLine, word: number): WrongValue | undefined {
  const { reading } = rule;
  const found = reading.words[word]?.found;
  if (!found) return undefined;
  let option = word;
  while (option > 0 && reading.words[option]?.role !== Role.option) option--;
  const columns = rule.valueColumns(word);
  const text =
    columns.start === (reading.words[word]?.start ?? 0)
      ? rule.word(word)
      : rule.raw({ ...rule.stretch(word, word), ...columns });
  const name = found.kind === 'generic' ? (found.option.letter ?? found.option.name) : found.option.name;
  return { rule, word, option, name, text, columns, negated: reading.words[option - 1]?.role === Role.negation };
}
