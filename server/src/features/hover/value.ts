// Hovers of values: what this very word means, and what may stand in its place.

import type { GenericOption } from '../../vocabulary/generic-options.ts';
import type { Extension, Option } from '../../vocabulary/schema.ts';
import { describeValue } from '../../vocabulary/values/index.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { exampleOf, extensionName } from './extension.ts';
import { genericExample, shortest } from './generic.ts';
import { type MeaningContext, meaningOf } from './meaning/index.ts';
import { code, fact, render, titled } from './page.ts';

/** Whose value a word is. */
export type ValueOwner =
  | { readonly kind: 'generic'; readonly option: GenericOption }
  | { readonly kind: 'extension'; readonly extension: Extension; readonly option: Option };

/** A value as it stands in a line. */
export interface StandingValue {
  /** Unquoted. */
  readonly text: string;
  /** Offset of the mouse in `text`; 0 where quotes moved the characters. */
  readonly at: number;
  readonly value: Value;
  /** Which of the option's values it is, from 0. */
  readonly part: number;
  readonly owner: ValueOwner;
  readonly negated: boolean;
}

/** The page of a value, and the part of the word that it speaks of. */
export function valuePage(
  standing: StandingValue,
  context: MeaningContext,
): { from: number; to: number; text: string } {
  const { text, value, owner, negated, part } = standing;
  const { from, to, says } = meaningOf(text, value, standing.at, context);
  const { option } = owner;
  const name = owner.kind === 'generic' ? shortest(owner.option) : option.name;
  const number = option.values.length > 1 ? `value ${part + 1} of` : 'value of';
  const page = render({
    title: titled(text.slice(from, to), `${number} ${code(name)}`),
    paragraphs: [...says, negated ? `Negated by the \`!\` before it: anything but this.` : undefined],
    facts: [
      fact(
        'Option',
        owner.kind === 'generic' ? option.summary : `${option.summary} (${extensionName(owner.extension)})`,
      ),
      fact('Allowed', describeValue(value, context)),
      fact('Default', owner.kind === 'extension' ? owner.option.default : undefined),
    ],
    example:
      owner.kind === 'generic'
        ? genericExample(owner.option, context.family)
        : exampleOf(owner.extension, context.family, owner.option),
  });
  return { from, to, text: page };
}
