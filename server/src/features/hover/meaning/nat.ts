// What NAT's `[address[-address]][:port[-port]]` means, on either side of the colon.

import { readValue } from '../../../vocabulary/values/index.ts';
import type { NatRangeValue } from '../../../vocabulary/values/kinds.ts';
import { natRangeColon } from '../../../vocabulary/values/nat-range.ts';
import { addressesSay } from './address.ts';
import type { Explanation, MeaningContext } from './meaning.ts';
import { natPortsSay } from './port.ts';

/** The addresses before the colon or the ports behind it, whichever is at the offset. */
export function explainNatRange(text: string, value: NatRangeValue, at: number, context: MeaningContext): Explanation {
  const meaning = readValue(text, value, context);
  const colon = natRangeColon(text, context.family);
  const isPorts = colon >= 0 && (at > colon || colon === 0);
  const from = isPorts ? colon + 1 : 0;
  const to = isPorts || colon < 0 ? text.length : colon;
  const says = isPorts
    ? meaning?.ports && natPortsSay(meaning.ports)
    : meaning?.addresses && addressesSay(meaning.addresses.first, meaning.addresses.last);
  return { from, to, says: (says ?? []).filter((one) => one !== undefined) };
}
