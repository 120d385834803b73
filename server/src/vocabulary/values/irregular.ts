// The kind `irregular`: a value that its extension's own check judges.

import type { ValueKind } from './kind.ts';
import type { IrregularValue } from './kinds.ts';
import type { TextMeaning } from './meaning.ts';

export const irregular: ValueKind<IrregularValue, TextMeaning> = {
  read: (text) => ({ kind: 'text', text }),
  check: () => undefined,
  describe: (value) => value.syntax,
};
