// How messages name things: in double quotes, several as a list.

import { TABLE_ORDER } from '../../ruleset/places.ts';
import { isBuiltin } from '../../ruleset/table-block.ts';
import type { TableName } from '../../vocabulary/schema.ts';
import { quoted } from '../../vocabulary/values/quoted.ts';

/** `a, b or c`. */
export function list(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** `"a", "b" or "c"`. */
export function quotedList(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  return list(names.map(quoted), word);
}

/** ` Did you mean "X"?`, or nothing where there is nothing to suggest. */
export function didYouMean(suggestions: readonly string[] | undefined): string {
  const best = suggestions?.[0];
  return best === undefined ? '' : ` Did you mean ${quoted(best)}?`;
}

/** `U+00A0`. */
export function characterName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The tables that have a built-in chain of this name; none for other names. */
export function tablesWith(name: string): readonly TableName[] {
  return TABLE_ORDER.filter((table) => isBuiltin(table, name));
}

/** `the tables "nat" and "mangle" have it`. */
export function ownersOf(name: string): string {
  const tables = tablesWith(name);
  return `the table${tables.length > 1 ? 's' : ''} ${quotedList(tables, 'and')} ${tables.length > 1 ? 'have' : 'has'} it`;
}
