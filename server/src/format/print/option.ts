// How iptables-save prints one option of an extension, and the rows of which an extension's print is made.

import type { Family } from '../../vocabulary/schema.ts';
import type { ReadContext } from '../../vocabulary/values/kind.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { meaningOf, printedValue } from './values.ts';

/** An option as a rule says it. */
export interface Said {
  /** Its usual name in full. */
  readonly name: string;
  readonly negated: boolean;
  /** The kinds of its values. */
  readonly kinds: readonly Value[];
  /** What the loader takes its values for. */
  readonly texts: readonly string[];
}

/** The option with its values, empty where iptables-save says nothing of it; undefined where that is not known. */
export type OptionPrint = (said: Said, context: ReadContext) => string | undefined;

export interface Row {
  readonly name: string;
  readonly print: OptionPrint;
  /** What iptables-save prints where the option is missing; nothing when missing. */
  readonly otherwise?: (has: (name: string) => boolean, family: Family) => string;
}

/** What iptables-save prints of an extension: its options in this order, whatever order they were written in. */
export type ExtensionPrint = readonly Row[];

/** An option whose values are printed as their kinds are. */
export function row(name: string, print: OptionPrint = byKinds, otherwise?: Row['otherwise']): Row {
  return { name, print, ...(otherwise ? { otherwise } : {}) };
}

/** Rows of options whose values are printed as their kinds are. */
export function rows(...names: readonly string[]): readonly Row[] {
  return names.map((name) => row(name));
}

/** The option with this text behind it, and the ! before it where it is negated. */
export function named({ name, negated }: Said, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return `${negated ? '! ' : ''}${name}${text === '' ? '' : ` ${text}`}`;
}

function byKinds(said: Said, context: ReadContext): string | undefined {
  let text = '';
  for (let i = 0; i < said.kinds.length; i++) {
    const kind = said.kinds[i];
    const value = kind && printedValue(said.texts[i] ?? '', kind, context);
    if (value === undefined || value === '') return undefined;
    text += text === '' ? value : ` ${value}`;
  }
  return named(said, text);
}

/** An option with a text as its only value, printed this way. */
export function withText(print: (text: string) => string | undefined): OptionPrint {
  return (said, context) => {
    const meaning = meaningOf('text', said.texts[0] ?? '', said.kinds[0], context);
    return named(said, meaning && print(meaning.text));
  };
}

/** A list of names, printed in this order; those that are not in it are not known. */
export function inOrder(names: readonly string[]): OptionPrint {
  return (said, context) => {
    const meaning = meaningOf('choice', said.texts[0] ?? '', said.kinds[0], context);
    if (!meaning || meaning.numbers.length > 0) return undefined;
    const written = new Set(meaning.choices.map(({ name }) => name));
    const list = names.filter((name) => written.delete(name));
    return written.size > 0 || list.length === 0 ? undefined : named(said, list.join(','));
  };
}

/** One name, printed as another where it is in the map. */
export function renamed(names: ReadonlyMap<string, string>): OptionPrint {
  return (said, context) => {
    const meaning = meaningOf('choice', said.texts[0] ?? '', said.kinds[0], context);
    const [choice, ...more] = meaning?.choices ?? [];
    if (!choice || more.length > 0 || (meaning?.numbers.length ?? 0) > 0) return undefined;
    return named(said, names.get(choice.name) ?? choice.name);
  };
}

/** An option that iptables-save does not print with this value. */
export function idleAt(value: string, print: OptionPrint = byKinds): OptionPrint {
  return (said, context) => {
    const text = print(said, context);
    return !said.negated && text === `${said.name} ${value}` ? '' : text;
  };
}
