// What the literal of TCPMSS cannot say: IPv6 leaves less room in a packet.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck } from '../schema.ts';

const MOST = 65515n;
const MOST_IN_IPV6 = 65495n;

/** Judges `--set-mss` in IPv6; what is too much for IPv4, too, is the literal's business. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const size =
      use.family === 6 && option.name === '--set-mss' ? wholeNumber(option.values[0] ?? '', MOST) : undefined;
    if (size === undefined || size <= MOST_IN_IPV6) return [];
    return [{ message: `${size} is over ${MOST_IN_IPV6}, the maximum in IPv6.`, option: index, value: 0 }];
  });
