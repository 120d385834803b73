// What the literal of TEE cannot say: no machine has the address of all zeros.

import type { Family, UseCheck } from '../schema.ts';

/** Every spelling of 0.0.0.0, as inet_aton takes it, or of `::`. */
const ZERO: Readonly<Record<Family, RegExp>> = {
  4: /^(?:0x)?0+(?:\.(?:0x)?0+){0,3}$/i,
  6: /^(?=.*:)[0:]+(?:0\.0\.0\.0)?$/,
};

/** Judges `--gateway`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--gateway' || text === undefined || !ZERO[use.family].test(text)) return [];
    return [
      {
        message: `"${text}" is not the address of a machine; write the one that gets the copies.`,
        option: index,
        value: 0,
      },
    ];
  });
