// Which option's value is being typed at the cursor, and which of its values.

import { Role } from '../../ruleset/rule.ts';
import { GENERIC_OPTIONS } from '../../vocabulary/generic-options.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import type { Cursor } from '../completion/cursor.ts';

/** A value that is being typed. */
export interface TypedOption {
  readonly name: string;
  readonly summary: string;
  readonly detail: string | undefined;
  readonly owner: Extension | undefined;
  readonly values: readonly Value[];
  /** Which of the values, from 0. */
  readonly value: number;
  /** What there is of it, and the cursor's offset in it. */
  readonly text: string;
  readonly at: number;
}

/** Undefined where the cursor is at no value. */
export function typedOption({ expected, head, word, start, column }: Cursor): TypedOption | undefined {
  const typed = { text: word, at: column - start };
  if (expected.kind === 'counters') return counters(typed, 0);
  if (expected.kind !== 'value') return hasPackets(head) ? counters(typed, 1) : undefined;
  const { owner, option: name, value } = expected;
  const option = (owner?.options ?? GENERIC_OPTIONS).find((one) => one.name === name);
  if (!option) return undefined;
  const { values, summary, detail } = option;
  return { name, summary, detail, owner, values, value: Math.max(values.indexOf(value), 0), ...typed };
}

/** The last word is the packets of -c, so that the bytes are due. */
function hasPackets({ words }: Cursor['head']): boolean {
  const [option, packets] = words.slice(-2);
  const found = packets?.role === Role.value ? option?.found : undefined;
  return found?.kind === 'generic' && found.option.role === 'counters' && option?.role === Role.option;
}

function counters(typed: Pick<TypedOption, 'text' | 'at'>, value: 0 | 1): TypedOption | undefined {
  const option = GENERIC_OPTIONS.find(({ role }) => role === 'counters');
  if (!option) return undefined;
  const { name, summary, detail } = option;
  return { name, summary, detail, owner: undefined, values: COUNTERS, value, ...typed };
}

/** iptables takes the two words of -c apart by itself, so its literal has but one value. */
const COUNTERS: readonly Value[] = ['packets', 'bytes'].map((unit) => ({
  kind: 'integer',
  min: 0,
  max: 2n ** 64n - 1n,
  unit,
}));
