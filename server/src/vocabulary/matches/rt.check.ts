// What the literal of rt cannot say: the order of its options and the list of addresses.

import { wholeNumber } from '../c-number.ts';
import type { OptionUse, UseCheck, UseFault } from '../schema.ts';
import { readV6 } from '../values/address.ts';

const MOST_ADDRESSES = 16;
const TYPE_0_OPTIONS: readonly string[] = ['--rt-0-res', '--rt-0-addrs'];
function addressFaults(text: string, option: number): readonly UseFault[] {
  const addresses = text.split(',');
  let start = 0;
  for (const address of addresses) {
    const end = start + address.length;
    // inet_pton reads it: no zone, no mask, no host name.
    if (!readV6(text, start, end)) {
      const what = address === '' ? 'The list has an empty entry' : `"${address}" is not an IPv6 address`;
      const place = address === '' ? {} : { start, end };
      return [{ message: `${what}; write plain IPv6 addresses separated by commas.`, option, value: 0, ...place }];
    }
    start = end + 1;
  }
  if (addresses.length <= MOST_ADDRESSES) return [];
  const message = `The list has ${addresses.length} addresses; at most ${MOST_ADDRESSES} are allowed.`;
  return [{ message, option, value: 0 }];
}

function saysType0(use: OptionUse): boolean {
  const type = use.name === '--rt-type' && !use.negated ? use.values[0] : undefined;
  return type !== undefined && wholeNumber(type, 0n) === 0n;
}

/** Options are read from left to right, so what one of them needs must stand before it. */
function orderFault(options: readonly OptionUse[], use: OptionUse, option: number): readonly UseFault[] {
  const before = options.slice(0, option);
  if (TYPE_0_OPTIONS.includes(use.name)) {
    if (before.some(saysType0) || !options.some((other) => other.name === '--rt-type')) return [];
    return [{ message: `"${use.name}" needs "--rt-type 0", without "!", before it.`, option }];
  }
  if (use.name !== '--rt-0-not-strict' || before.some((other) => other.name === '--rt-0-addrs')) return [];
  if (!options.some((other) => other.name === '--rt-0-addrs')) return [];
  return [{ message: '"--rt-0-not-strict" needs "--rt-0-addrs" before it.', option }];
}

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, option) => {
    const text = use.name === '--rt-0-addrs' ? use.values[0] : undefined;
    return [...orderFault(options, use, option), ...(text === undefined ? [] : addressFaults(text, option))];
  });
