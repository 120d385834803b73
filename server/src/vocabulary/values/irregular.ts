// The kind `irregular`: a value that its extension's own check judges.

import type { ValueKind } from './kind.ts';
import type { IrregularValue } from './kinds.ts';

export const irregular: ValueKind<IrregularValue> = {
  check: () => undefined,
  describe: (value) => value.syntax,
};
