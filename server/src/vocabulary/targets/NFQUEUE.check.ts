// The range of queues that NFQUEUE takes.

import { wholeNumber } from '../c-number.ts';
import type { RefusedBy, UseCheck } from '../schema.ts';

/** 1.8.9 lets the last queue be 65535, and means it by an open end; to 1.8.11 it is 65534. */
const LAST = 65535;
const NEWER_LAST = 65534;

interface RangeFault extends RefusedBy {
  readonly message: string;
}

function endOf(text: string, open: number): number | undefined {
  if (text === '') return open;
  const value = wholeNumber(text, BigInt(LAST));
  return value === undefined ? undefined : Number(value);
}

/** What 1.8.9 or 1.8.11 alone minds of a range whose ends are in order for at least one of them. */
function versionFault(first: number, last: number, open: boolean): RangeFault | undefined {
  if (open) {
    if (first === NEWER_LAST)
      return {
        message: `iptables 1.8.11 reads an open end as ${NEWER_LAST}, which leaves one queue.`,
        since: '1.8.11',
      };
    if (first > 0) return undefined;
    return {
      message: `iptables 1.8.9 reads this as 0:${LAST}, which the kernel refuses; write "0:${NEWER_LAST}".`,
      until: '1.8.11',
    };
  }
  if (last < LAST) return undefined;
  if (first === 0) return { message: `A range has at most ${LAST} queues; write "0:${NEWER_LAST}".` };
  return {
    message: `Queue ${LAST} is out of range for iptables 1.8.11; the last queue of a range is ${NEWER_LAST}.`,
    since: '1.8.11',
  };
}

function rangeFault(text: string): RangeFault | undefined {
  const [before = '', after, ...more] = text.split(':');
  if (after === undefined || more.length > 0) {
    return { message: `"${text}" is not a range of queues; write first:last, such as 0:3.` };
  }
  const first = endOf(before, 0);
  const last = endOf(after, LAST);
  if (first === undefined || last === undefined) {
    const wrong = first === undefined ? before : after;
    return { message: `"${wrong}" is not a queue; write a number from 0 to ${NEWER_LAST}.` };
  }
  if (first >= last)
    return { message: `A range starts with the lower queue and has at least two: ${first} is not below ${last}.` };
  return versionFault(first, last, after === '');
}

/** Judges `--queue-balance`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    const fault = option.name === '--queue-balance' && text !== undefined ? rangeFault(text) : undefined;
    return fault === undefined ? [] : [{ ...fault, option: index, value: 0 }];
  });
