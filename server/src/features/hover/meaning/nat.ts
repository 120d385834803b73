// What NAT's `[address[-address]][:port[-port]]` means, on either side of the colon.

import { natAddressSays } from './address.ts';
import type { Explain } from './meaning.ts';
import { portsMeaning } from './port.ts';

/** Brackets hold the addresses; without them one colon begins the ports, and more belong to an IPv6 address. */
export const explainNatRange: Explain<unknown> = (text, _value, at, context) => {
  const close = text.startsWith('[') ? text.indexOf(']') : -1;
  const first = text.indexOf(':', Math.max(close, 0));
  const colon = close < 0 && text.indexOf(':', first + 1) >= 0 ? -1 : first;
  if (colon >= 0 && at > colon) return portsMeaning(text, colon + 1, context);
  const to = close >= 0 ? close + 1 : colon < 0 ? text.length : colon;
  const from = close >= 0 ? 1 : 0;
  if (to === 0) return portsMeaning(text, colon + 1, context);
  return { from: 0, to, says: natAddressSays(text.slice(from, close >= 0 ? close : to), context.family) };
};
