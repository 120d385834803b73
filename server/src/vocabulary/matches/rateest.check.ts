// The rates of rateest: a number that may be left out, in bits with a unit or in packets.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck } from '../schema.ts';

const BYTE_OPTIONS: readonly string[] = ['--rateest-bps1', '--rateest-bps2'];
const PACKET_OPTIONS: readonly string[] = ['--rateest-pps1', '--rateest-pps2'];
const MOST_PACKETS = 0xffffffffn;

/** What strtod reads, and after it nothing or a unit. */
const NUMBER = String.raw`(?:0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)(?:p[+-]?\d+)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)`;
const RATE = new RegExp(String.raw`^\s*[+-]?${NUMBER}(?:(?:[kmgt]i?)?(?:bit|bps))?$`, 'i');

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, option) => {
    const text = use.values[0];
    if (text === undefined) return [];
    if (BYTE_OPTIONS.includes(use.name) && !RATE.test(text)) {
      const message = `"${text}" is not a rate; write a number with one of bit, kbit, mbit, gbit, tbit or bps, kbps, mbps, gbps, tbps.`;
      return [{ message, option, value: 0 }];
    }
    if (PACKET_OPTIONS.includes(use.name) && wholeNumber(text, MOST_PACKETS) === undefined) {
      const message = `"${text}" is not a rate; write the packets per second, a whole number from 0 to 4294967295.`;
      return [{ message, option, value: 0 }];
    }
    return [];
  });
