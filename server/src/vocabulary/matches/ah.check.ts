// What the literal of ah cannot say: only IPv4 needs the protocol.

import type { UseCheck } from '../schema.ts';

const AH = 51;

/** The kernel refuses the IPv4 match without `-p ah`; the IPv6 one takes any protocol or none. */
export const check: UseCheck = (use) =>
  use.family === 6 || use.protocol === AH
    ? []
    : [
        {
          message: '"-m ah" needs "-p ah" in an IPv4 rule.',
          ...(use.protocol === undefined ? { missing: true } : {}),
        },
      ];
